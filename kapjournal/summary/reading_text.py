"""A summary as plain text in reading order: for whoever hears the pages instead of seeing them."""

from __future__ import annotations

from collections.abc import Iterator

from kapjournal.summary.document import Summary, Writing
from kapjournal.words.language import _


def front_text(summary: Summary) -> str:
    """Return what stands on the first page, line by line."""
    return "\n".join(_front(summary))


def writings_text(summary: Summary) -> str:
    """Return the entries that were ticked, line by line; '' where there are none."""
    return "\n".join(line for writing in summary.writings for line in _writing(writing))


def _front(summary: Summary) -> Iterator[str]:
    yield from (summary.opening, summary.title, *summary.standing, *summary.worth_asking)
    for glance in summary.glances:
        value = " ".join(part for part in (glance.now, glance.unit) if part)
        told = ", ".join(part for part in (value, glance.change, glance.was) if part)
        yield _("{name}: {value}").format(name=glance.name, value=told)
    if summary.glance_note:
        yield summary.glance_note
    if summary.chart is not None:
        yield summary.chart.alt
    for row in summary.sessions:
        yield _(
            "Session {number}, {day}: {told}; depth {depth}, difficulty {difficulty}; side effects: {effects}"
        ).format(
            number=row.number,
            day=row.day,
            told=row.told,
            depth=row.depth,
            difficulty=row.difficulty,
            effects=row.side_effects,
        )
    for around in summary.around:
        yield _(
            "Mood around session {number}: {before} in the 7 days before ({before_days}), "
            "{after} on days 1 to 3 after ({after_days})"
        ).format(
            number=around.number,
            before=around.before,
            before_days=around.before_days,
            after=around.after,
            after_days=around.after_days,
        )
    if summary.talking_points:
        yield _("What I would like to talk about")
        yield from summary.talking_points
    yield from summary.note


def _writing(writing: Writing) -> Iterator[str]:
    yield ", ".join((writing.day, *writing.context))
    yield from (text for text in (writing.title, writing.answers) if text)
    for block in writing.blocks:
        for line in block.lines:
            words = "".join(run.text for run in line)
            yield f"{block.marker} {words}".strip()
    for slip in writing.slips:
        yield _("{text} ({what})").format(text=slip.text, what=slip.what)
