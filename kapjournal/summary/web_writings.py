"""The further pages of the web page: what was chosen to share, practices, and how it was worked out."""

from __future__ import annotations

from collections.abc import Iterator

from kapjournal.summary.document import Block, EffectTable, OverlapTable, PracticeLine, Run, Summary, Writing
from kapjournal.summary.web_parts import cell, charts_part, escape, session_chip, sign_part, table_part
from kapjournal.words.language import _


def writings_part(summary: Summary, words: dict[str, str]) -> Iterator[str]:
    """Return the entries and practices that were ticked."""
    if not (summary.writings or summary.practices):
        return
    title = words["writings"] if summary.writings else words["practices"]
    yield f'<section class="page"><h2>{escape(title)}</h2><p class="quiet">{escape(summary.writings_count)}</p>'
    yield from (_writing(writing) for writing in summary.writings)
    yield from map(_practice, summary.practices)
    yield f'<p class="quiet">{escape(words["own_words"])}</p></section>'


def further_part(summary: Summary, words: dict[str, str]) -> Iterator[str]:
    """Return the further charts and the method."""
    further = summary.further
    if further is None:
        return
    yield '<div class="page">'
    yield from charts_part(further.charts)
    if further.effects is not None:
        yield _effects(further.effects, words)
    if further.overlap is not None:
        yield _overlap(further.overlap, words)
    told = "".join(f"<p><b>{escape(part.about)}</b> {escape(part.text)}</p>" for part in further.method)
    yield f'<section><h2>{escape(words["method"])}</h2><div class="method">{told}</div></section></div>'


def _writing(writing: Writing) -> str:
    when = "".join(f"<p>{escape(text)}</p>" for text in (writing.day, *writing.context))
    title = f"<h3>{escape(writing.title)}</h3>" if writing.title.strip() else ""
    answers = f'<p class="quiet">{escape(writing.answers)}</p>' if writing.answers else ""
    blocks = "".join(map(_block, writing.blocks))
    slips = "".join(
        f'<p>{sign_part(slip.sign)}{escape(slip.text)} <span class="quiet">{escape(slip.what)}</span></p>'
        for slip in writing.slips
    )
    tags = f'<p class="quiet">{escape(writing.tags)}</p>' if writing.tags else ""
    return (
        f'<article class="entry"><div class="when">{when}</div><div class="body" dir="auto">{title}{answers}'
        f'<div class="words">{blocks}{slips}</div>{tags}</div></article>'
    )


def _block(block: Block) -> str:
    text = "<br>".join("".join(map(_run, line)) for line in block.lines)
    if block.form == "heading":
        return f"<p><b>{text}</b></p>"
    if block.form == "quote":
        return f"<blockquote>{text}</blockquote>"
    if block.form == "item":
        return f"<p>{escape(block.marker)} {text}</p>"
    return f"<p>{text}</p>"


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.strong:
        text = f"<strong>{text}</strong>"
    return f"<em>{text}</em>" if run.emphasised else text


def _practice(practice: PracticeLine) -> str:
    dots = "".join("●" if kept else "○" for kept in practice.dots)
    notes = "".join(f"<p>{escape(note.text)}</p>" for note in practice.notes)
    shown = f'<p class="dots" aria-hidden="true">{dots}</p>' if dots else ""
    return (
        f'<article class="entry"><div class="when"><p>{escape(practice.since)}</p><p>{escape(practice.kept)}</p>'
        f'</div><div class="body" dir="auto"><h3>{escape(practice.name)}</h3>{shown}'
        f'<div class="words">{notes}</div></div></article>'
    )


def _effects(table: EffectTable, words: dict[str, str]) -> str:
    heads = [
        escape(_("Side effect")),
        *(f"{session_chip(number)} {escape(day)}" for number, day in table.heads),
    ]
    rows = (
        [f'<th scope="row">{escape(row.name)}</th>', *(cell(word or "–") for word in row.words)]
        for row in table.rows
    )
    made = table_part(heads, rows, escape(words["effects"]))
    return f"<section><h2>{escape(words['effects'])}</h2>{made}</section>"


def _overlap(table: OverlapTable, words: dict[str, str]) -> str:
    heads = (words["measure"], words["before"], words["after"], "NAP")
    rows = ([f'<th scope="row">{escape(row.name)}</th>', *map(cell, row[1:])] for row in table.rows)
    made = table_part(map(escape, heads), rows, escape(words["before_and_after"]))
    return f"<section><h2>{escape(words['before_and_after'])}</h2>{made}</section>"
