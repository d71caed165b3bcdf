"""A summary as a web page: one file that runs nothing and fetches nothing, for a screen of any size and for paper."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from kapjournal.domain.share import PageSize
from kapjournal.paths import resource
from kapjournal.summary.contents import MANY
from kapjournal.summary.document import AroundRow, Glance, ScaleTable, Summary
from kapjournal.summary.template_data import fixed_words
from kapjournal.summary.web_fonts import font_rules
from kapjournal.summary.web_parts import (
    cell,
    chart_part,
    charts_part,
    day_cell,
    escape,
    session_chip,
    sign_part,
    stacking_table,
)
from kapjournal.summary.web_writings import further_part, writings_part
from kapjournal.tokens import tokens
from kapjournal.words.dates import day_medium
from kapjournal.words.language import is_from_right

FEW = 4
"""So few sessions leave room beside mood around them."""
_ROLES = ("ink", "ink2", "ink3", "line")
_PAPER = {PageSize.A4: "A4", PageSize.LETTER: "letter"}
_TRACK = 100


def web_page(summary: Summary) -> bytes:
    """Return the page; the same summary gives the same bytes."""
    body = "\n".join(_body(summary))
    style = "\n".join((font_rules(), _colours(summary.page_size), _sheet()))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"
    language = "-".join(part for part in (summary.language, summary.region) if part and not part.isdigit())
    way = ' dir="rtl"' if is_from_right(summary.language) else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"{way}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(summary.opening)}, {escape(summary.title)}</title>\n"
        f"<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode("utf-8", "replace")


def _sheet() -> str:
    return resource("summary/page.css").read_text("utf-8")


def _colours(paper: PageSize) -> str:
    light, dark = dict(tokens().colors["light"]), tokens().colors["dark"]
    light |= tokens().colors["print"]

    def look(values: dict[str, str]) -> str:
        return "; ".join(f"--{name}: {value}" for name, value in values.items())

    def roles(colors: dict[str, str], ground: str) -> dict[str, str]:
        return {role: colors[role] for role in _ROLES} | {
            "ground": ground,
            "session": colors["session_fill"],
            "on-session": colors["on_session"],
            "session-ink": colors["session"],
        }

    return (
        f":root {{ {look(roles(light, '#FFFFFF'))}; --paper: {_PAPER[paper]} }}\n"
        "@media screen and (prefers-color-scheme: dark) "
        f"{{ :root {{ {look(roles(dict(dark), dark['surface']))} }} }}\n@page {{ size: {_PAPER[paper]}; }}"
    )


def _body(summary: Summary) -> Iterator[str]:
    words = fixed_words()
    many = len(summary.glances) > MANY or len(summary.sessions) > MANY
    yield f'<main class="{"many" if many else "few"}">'
    yield from _head(summary)
    if summary.worth_asking:
        told = " ".join(escape(line.text) for line in summary.worth_asking)
        yield f'<section class="asking">{sign_part("asking")}'
        yield f"<p><b>{escape(words['worth_asking'])}</b> {told}</p></section>"
    if summary.glances:
        yield '<ul class="glances">'
        yield from (_glance(glance) for glance in summary.glances)
        yield f'</ul>\n<p class="quiet">{escape(summary.glance_note)} {_legend(summary, words)}</p>'
    if summary.chart is not None:
        yield chart_part(summary.chart)
    yield from charts_part(summary.charts)
    if summary.scales:
        yield '<div class="scales">'
        yield from (_scale(table, words) for table in summary.scales)
        yield "</div>"
    if summary.scale_note:
        yield f'<p class="quiet">{escape(summary.scale_note)}</p>'
    yield from _sessions(summary, words)
    yield from _around_and_medicines(summary, words)
    if summary.talking_points:
        points = "".join(f"<li>{escape(point.text)}</li>" for point in summary.talking_points)
        yield f'<section><h2>{escape(words["talk"])}</h2><ol class="words">{points}</ol></section>'
    yield f'<p class="note">{escape(" ".join(summary.note))}</p>'
    yield from writings_part(summary, words)
    yield from further_part(summary, words)
    made = escape(f"{words['app']} {day_medium(summary.made.date())}")
    yield f"<footer><p>{escape(words['foot'])}</p><p>{made}</p></footer>"
    yield "</main>"


def _head(summary: Summary) -> Iterator[str]:
    yield f'<header><div><p class="opening">{escape(summary.opening)}</p><h1>{escape(summary.title)}</h1></div>'
    if summary.standing:
        lines = "".join(f"<p>{escape(line.text)}</p>" for line in summary.standing)
        yield f'<div class="standing">{lines}</div>'
    yield "</header>"


def _glance(glance: Glance) -> str:
    change = f'<p class="change">{escape(glance.change)}</p>' if glance.change else ""
    was = f'<p class="was">{escape(glance.was)}</p>' if glance.was else ""
    day = f' <span class="quiet">{escape(glance.day)}</span>' if glance.day else ""
    return (
        f'<li><p class="name">{escape(glance.name)}{day}</p><p class="now"><b>{escape(glance.now)}</b> '
        f"{escape(glance.unit)}</p>{_track(glance)}{change}{was}</li>"
    )


def _legend(summary: Summary, words: dict[str, str]) -> str:
    """Return what ring and dot stand for, where there is a ring."""
    if all(glance.before_place is None for glance in summary.glances):
        return ""
    told = " ".join(f"{_mark(name)}{escape(words[name])}" for name in ("before", "now"))
    return f'<span class="legend">{told}</span>'


def _mark(name: str) -> str:
    shape = f'<circle class="{name}" cx="7" cy="7" r="4.5"/>'
    return f'<svg class="mark" viewBox="0 0 14 14" aria-hidden="true">{shape}</svg>'


def _track(glance: Glance) -> str:
    """Return the line with a ring for before and a dot for now; its words stand beside it."""
    before, now = glance.before_place, glance.now_place
    shapes = ['<line class="rail" x1="0%" x2="100%" y1="10" y2="10"/>']
    if before is not None and now is not None:
        ends = f'x1="{before * _TRACK:.1f}%" x2="{now * _TRACK:.1f}%"'
        shapes.append(f'<line class="way" {ends} y1="10" y2="10"/>')
    if before is not None:
        shapes.append(f'<circle class="before" cx="{before * _TRACK:.1f}%" cy="10" r="4.5"/>')
    if now is not None:
        shapes.append(f'<circle class="now" cx="{now * _TRACK:.1f}%" cy="10" r="4.5"/>')
    return f'<svg class="track" aria-hidden="true">{"".join(shapes)}</svg>'


def _scale(table: ScaleTable, words: dict[str, str]) -> str:
    in_words, changes = table.has_words, table.has_changes
    heads = [words["date"], words["score"], *([words["in_words"]] if in_words else [])]
    heads += [*([words["change"]] if changes else []), *([table.safety_head] if table.safety_head else [])]
    rows = [
        [
            day_cell(row.day),
            f'<td class="score">{escape(row.score)}</td>',
            *([cell(row.words)] if in_words else []),
            *([_with_quiet(row.change, row.step)] if changes else []),
            *([cell(row.safety)] if table.safety_head else []),
        ]
        for row in table.rows
    ]
    left_out = f'<p class="quiet">{escape(table.left_out)}</p>' if table.left_out else ""
    made = stacking_table(map(escape, heads), rows, escape(table.name))
    return f"<section><h2>{escape(table.name)}</h2>{made}{left_out}</section>"


def _sessions(summary: Summary, words: dict[str, str]) -> Iterator[str]:
    if summary.sessions:
        heads = (words[name] for name in ("session", "date", "told", "depth", "difficulty", "side_effects"))
        rows = [
            [
                f"<td>{session_chip(row.number)}</td>",
                day_cell(row.day),
                *(cell(t) for t in (row.told, row.depth, row.difficulty, row.side_effects)),
            ]
            for row in summary.sessions
        ]
        made = stacking_table(map(escape, heads), rows, escape(words["sessions"]))
        yield f"<section><h2>{escape(words['sessions'])}</h2>{made}</section>"


def _around_and_medicines(summary: Summary, words: dict[str, str]) -> Iterator[str]:
    """Yield both; on paper a few sessions leave room for the medicines beside them."""
    few = bool(summary.medicines) and 0 < len(summary.around) <= FEW
    yield '<div class="few">' if few else ""
    if summary.around:
        heads = (words[name] for name in ("session", "date", "week_before", "days_after"))
        made = stacking_table(map(escape, heads), map(_around, summary.around), escape(words["around"]))
        yield f"<section><h2>{escape(words['around'])}</h2>{made}</section>"
    if summary.medicines:
        told = "; ".join(escape(line.text) for line in summary.medicines)
        yield f"<section><h2>{escape(words['medicines'])}</h2><p>{told}</p></section>"
    yield "</div>" if few else ""


def _around(row: AroundRow) -> list[str]:
    return [
        f"<td>{session_chip(row.number)}</td>",
        day_cell(row.day),
        _with_quiet(row.before, row.before_days),
        _with_quiet(row.after, row.after_days),
    ]


def _with_quiet(text: str, beside: str) -> str:
    quiet = f' <span class="quiet">{escape(beside)}</span>' if beside else ""
    return f"<td>{escape(text)}{quiet}</td>"
