"""A summary as plain text in reading order: for whoever hears the pages instead of seeing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kapjournal.summary.document import (
    AroundRow,
    EffectTable,
    Glance,
    PracticeLine,
    ScaleTable,
    SessionRow,
    Summary,
    Writing,
)
from kapjournal.summary.template_data import fixed_words
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _

_Part = list[str]
"""Lines that belong together."""


def whole_text(summary: Summary) -> str:
    """Return the whole document as plain text, as it is written to a file: an empty line stands between its parts."""
    words = fixed_words()
    made = f"{words['app']}, {day_medium(summary.made.date())}"
    parts = (*_front(summary), *_writings(summary), *_further(summary), [words["foot"], made])
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def front_text(summary: Summary) -> str:
    """Return what stands on the first page, line by line."""
    return _line_by_line(_front(summary))


def writings_text(summary: Summary) -> str:
    """Return the entries that were ticked, line by line; '' where there are none."""
    return _line_by_line(_writings(summary))


def further_text(summary: Summary) -> str:
    """Return the last page, line by line; '' where there is none."""
    return _line_by_line(_further(summary))


def _line_by_line(parts: Iterator[_Part]) -> str:
    return "\n".join(line for part in parts for line in part)


def _front(summary: Summary) -> Iterator[_Part]:
    words = fixed_words()
    yield [summary.opening, summary.title, *(line.text for line in summary.standing)]
    yield _under(words["worth_asking"], (line.text for line in summary.worth_asking))
    glances = [_glance(glance) for glance in summary.glances]
    yield [*glances, *([summary.glance_note] if summary.glance_note else [])]
    yield [] if summary.chart is None else [summary.chart.alt]
    yield [chart.alt for chart in summary.charts]
    for table in summary.scales:
        yield list(_scale(table))
    yield [summary.scale_note] if summary.scale_note else []
    yield _under(words["sessions"], (_session(row) for row in summary.sessions))
    yield _under(words["around"], (_around(row) for row in summary.around))
    yield _under(words["medicines"], (line.text for line in summary.medicines))
    points = enumerate(summary.talking_points, start=1)
    yield _under(words["talk"], (f"{place}. {line.text}" for place, line in points))
    yield list(summary.note)


def _under(heading: str, lines: Iterable[str]) -> _Part:
    """Return lines under their heading; nothing where there are none."""
    found = list(lines)
    return [heading, *found] if found else []


def _glance(glance: Glance) -> str:
    value = " ".join(part for part in (glance.now, glance.unit) if part)
    told = ", ".join(part for part in (value, glance.change, glance.was) if part)
    name = ", ".join(part for part in (glance.name, glance.day) if part)
    return _("{name}: {value}").format(name=name, value=told)


def _session(row: SessionRow) -> str:
    return _(
        "Session {number}, {day}: {told}; depth {depth}, difficulty {difficulty}; side effects: {effects}"
    ).format(
        number=row.number,
        day=row.day,
        told=row.told,
        depth=row.depth,
        difficulty=row.difficulty,
        effects=row.side_effects,
    )


def _around(around: AroundRow) -> str:
    return _(
        "Mood around session {number}: {before} in the 7 days before ({before_days}), "
        "{after} on days 1 to 3 after ({after_days})"
    ).format(
        number=around.number,
        before=around.before,
        before_days=around.before_days,
        after=around.after,
        after_days=around.after_days,
    )


def _scale(table: ScaleTable) -> Iterator[str]:
    for row in table.rows:
        change = " ".join(part for part in (row.change, row.step) if part)
        told = [row.score, row.words]
        if change:
            told.append(_("change {change}").format(change=change))
        if row.safety:
            told.append(_("{item}: {answer}").format(item=table.safety_head, answer=row.safety))
        text = _("{scale} of {day}: {result}")
        result = "; ".join(part for part in told if part)
        yield text.format(scale=table.name, day=row.day, result=result)
    if table.left_out:
        yield table.left_out


def _writings(summary: Summary) -> Iterator[_Part]:
    if summary.writings:
        yield [fixed_words()["writings"]]
    for writing in summary.writings:
        yield list(_writing(writing))
    for practice in summary.practices:
        yield list(_practice(practice))


def _practice(practice: PracticeLine) -> Iterator[str]:
    yield ", ".join(part for part in (practice.name, practice.since, practice.kept) if part)
    yield from (note.text for note in practice.notes)


def _further(summary: Summary) -> Iterator[_Part]:
    further, words = summary.further, fixed_words()
    if further is None:
        return
    for chart in further.charts:
        yield [chart.alt]
    if further.effects is not None:
        yield _under(words["effects"], _effects(further.effects))
    if further.overlap is not None:
        rows = (
            _("{name}: NAP {share}, from {before} before and {after} after").format(**line._asdict())
            for line in further.overlap.rows
        )
        yield [words["before_and_after"], *rows]
    yield _under(words["method"], (f"{part.about} {part.text}" for part in further.method))


def _effects(table: EffectTable) -> Iterator[str]:
    for row in table.rows:
        told = (
            _("session {number}: {strength}").format(number=number, strength=words or "–")
            for (number, _day), words in zip(table.heads, row.words, strict=True)
        )
        yield f"{row.name}: {', '.join(told)}"


def _writing(writing: Writing) -> Iterator[str]:
    yield ", ".join((writing.day, *writing.context))
    yield from (text for text in (writing.title, writing.answers) if text)
    for block in writing.blocks:
        for line in block.lines:
            words = "".join(run.text for run in line)
            yield f"{block.marker} {words}".strip()
    for slip in writing.slips:
        yield _("{text} ({what})").format(text=slip.text, what=slip.what)
    if writing.tags:
        yield writing.tags
