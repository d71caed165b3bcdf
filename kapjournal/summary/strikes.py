"""Lines that were struck out: what can be struck, and a summary without what was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol, TypeVar

from kapjournal.summary.document import (
    Block,
    Further,
    Glance,
    Line,
    PracticeLine,
    ScaleTable,
    Summary,
    Writing,
)
from kapjournal.summary.line_keys import struck_lines
from kapjournal.words.language import _

LONGEST_NAME = 120


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=_Keyed)


def without_struck(summary: Summary) -> Summary:
    """Return the summary without the lines whose keys its choice has struck."""
    chosen = frozenset(summary.choice.struck)
    if not chosen:
        return summary
    struck = chosen | struck_lines(_block_keys(summary.writings), chosen)
    chart = summary.chart if summary.chart is None or summary.chart.key not in struck else None
    glances = _kept(summary.glances, struck)
    scales = tuple(_table(table, struck) for table in summary.scales)
    scales = tuple(table for table in scales if table.rows)
    return replace(
        summary,
        standing=_kept(summary.standing, struck),
        worth_asking=_kept(summary.worth_asking, struck),
        glances=glances,
        glance_note=summary.glance_note if glances else "",
        chart=chart,
        charts=_kept(summary.charts, struck),
        scales=scales,
        scale_note=summary.scale_note if any(r.change for t in scales for r in t.rows) else "",
        sessions=_kept(summary.sessions, struck),
        around=_kept(summary.around, struck),
        medicines=_kept(summary.medicines, struck),
        talking_points=_kept(summary.talking_points, struck),
        writings=tuple(w for w in (_writing(w, struck) for w in summary.writings) if w is not None),
        practices=tuple(_practice(p, struck) for p in _kept(summary.practices, struck)),
        further=None if summary.further is None else _further(summary.further, struck),
    )


def lines(summary: Summary) -> tuple[Line, ...]:
    """Return every line that can be struck with the words by which a person knows it again."""
    return tuple(
        Line(line.key, " ".join(line.text.split())[:LONGEST_NAME]) for line in _lines(summary) if line.key
    )


def _lines(summary: Summary) -> Iterator[Line]:
    yield from (*summary.standing, *summary.worth_asking)
    yield from map(_glance_line, summary.glances)
    for chart in (summary.chart, *summary.charts):
        if chart is not None:
            yield Line(chart.key, _("Chart: {name}").format(name=chart.title))
    for table in summary.scales:
        yield from _table_lines(table)
    for row in summary.sessions:
        yield Line(row.key, _("Session {number}, {day}").format(number=row.number, day=row.day))
    for around in summary.around:
        text = _("Mood around session {number}")
        yield Line(around.key, text.format(number=around.number))
    yield from (*summary.medicines, *summary.talking_points)
    for writing in summary.writings:
        yield from _writing_lines(writing)
    for practice in summary.practices:
        yield Line(practice.key, practice.name)
        yield from practice.notes
    if summary.further is not None:
        yield from _further_lines(summary.further)


def _glance_line(glance: Glance) -> Line:
    value = f"{glance.now} {glance.unit}".strip()
    return Line(glance.key, _("{name}: {value}").format(name=glance.name, value=value))


def _table_lines(table: ScaleTable) -> Iterator[Line]:
    for form in table.rows:
        text = _("{scale} of {day}: {score}")
        yield Line(form.key, text.format(scale=table.name, day=form.day, score=form.score))


def _further_lines(further: Further) -> Iterator[Line]:
    for chart in further.charts:
        yield Line(chart.key, _("Chart: {name}").format(name=chart.title))
    if further.effects is not None:
        yield Line(further.effects.key, _("Side effects by session"))
    if further.overlap is not None:
        yield Line(further.overlap.key, _("Before and after the first dose"))


def _writing_lines(writing: Writing) -> Iterator[Line]:
    if writing.title and not writing.slips:
        yield Line(f"{writing.key}:title", writing.title)
    if writing.answers:
        yield Line(f"{writing.key}:answers", writing.answers)
    for block in writing.blocks:
        for key, line in zip(block.keys, block.lines, strict=True):
            yield Line(key, "".join(run.text for run in line))
    for slip in writing.slips:
        yield Line(slip.key, slip.text)
    if writing.tags:
        yield Line(f"{writing.key}:tags", writing.tags)


def _kept(items: tuple[K, ...], struck: frozenset[str]) -> tuple[K, ...]:
    return tuple(item for item in items if item.key not in struck)


def _table(table: ScaleTable, struck: frozenset[str]) -> ScaleTable:
    return table._replace(rows=_kept(table.rows, struck))


def _practice(practice: PracticeLine, struck: frozenset[str]) -> PracticeLine:
    return practice._replace(notes=_kept(practice.notes, struck))


def _further(further: Further, struck: frozenset[str]) -> Further:
    effects, overlap = further.effects, further.overlap
    return further._replace(
        charts=_kept(further.charts, struck),
        effects=None if effects is None or effects.key in struck else effects,
        overlap=None if overlap is None or overlap.key in struck else overlap,
    )


def _block_keys(writings: tuple[Writing, ...]) -> Iterator[str]:
    for writing in writings:
        for block in writing.blocks:
            yield from block.keys


def _writing(writing: Writing, struck: frozenset[str]) -> Writing | None:
    """Return what is left of an entry; None where no word of it is."""
    blocks = tuple(block for block in (_block(b, struck) for b in writing.blocks) if block.lines)
    slips = _kept(writing.slips, struck)
    title = "" if f"{writing.key}:title" in struck else writing.title
    answers = "" if f"{writing.key}:answers" in struck else writing.answers
    if not (blocks or slips) and (writing.slips or not (title or answers)):
        return None
    tags = "" if f"{writing.key}:tags" in struck else writing.tags
    return writing._replace(blocks=blocks, slips=slips, title=title, answers=answers, tags=tags)


def _block(block: Block, struck: frozenset[str]) -> Block:
    left = tuple((key, line) for key, line in zip(block.keys, block.lines, strict=True) if key not in struck)
    return block._replace(lines=tuple(line for _key, line in left), keys=tuple(key for key, _line in left))


def record_ids(summary: Summary) -> tuple[int, ...]:
    """Return the ids of the entries whose lines are in a summary: sessions, forms of scales, what was ticked."""
    rows = [row.key for row in summary.sessions]
    rows += [row.key for table in summary.scales for row in table.rows]
    rows += [slip.key for writing in summary.writings for slip in writing.slips]
    rows += [writing.key for writing in summary.writings if not writing.slips]
    return tuple(sorted({int(key.split(":")[1]) for key in rows}))
