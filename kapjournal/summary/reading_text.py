"""A summary as plain text in reading order: for whoever hears the pages instead of seeing them."""

from __future__ import annotations

from collections.abc import Iterator

from kapjournal.summary.document import Further, PracticeLine, ScaleTable, Summary, Writing
from kapjournal.summary.template_data import fixed_words
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _


def whole_text(summary: Summary) -> str:
    """Return the whole document as plain text, as it is written to a file."""
    words = fixed_words()
    parts = (front_text(summary), writings_text(summary), further_text(summary), words["foot"])
    made = f"{words['app']}, {day_medium(summary.made.date())}"
    return "\n\n".join(part for part in (*parts, made) if part) + "\n"


def front_text(summary: Summary) -> str:
    """Return what stands on the first page, line by line."""
    return "\n".join(_front(summary))


def writings_text(summary: Summary) -> str:
    """Return the entries that were ticked, line by line; '' where there are none."""
    lines = [line for writing in summary.writings for line in _writing(writing)]
    return "\n".join([*lines, *(line for practice in summary.practices for line in _practice(practice))])


def further_text(summary: Summary) -> str:
    """Return the last page, line by line; '' where there is none."""
    return "" if summary.further is None else "\n".join(_further(summary.further))


def _front(summary: Summary) -> Iterator[str]:
    yield from (summary.opening, summary.title)
    yield from (line.text for line in (*summary.standing, *summary.worth_asking))
    for glance in summary.glances:
        value = " ".join(part for part in (glance.now, glance.unit) if part)
        told = ", ".join(part for part in (value, glance.change, glance.was) if part)
        yield _("{name}: {value}").format(name=glance.name, value=told)
    if summary.glance_note:
        yield summary.glance_note
    if summary.chart is not None:
        yield summary.chart.alt
    yield from (chart.alt for chart in summary.charts)
    for table in summary.scales:
        yield from _scale(table)
    if summary.scale_note:
        yield summary.scale_note
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
    if summary.medicines:
        yield _("Current medicines, as I was told")
        yield from (line.text for line in summary.medicines)
    if summary.talking_points:
        yield _("What I would like to talk about")
        yield from (line.text for line in summary.talking_points)
    yield from summary.note


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


def _practice(practice: PracticeLine) -> Iterator[str]:
    yield ", ".join(part for part in (practice.name, practice.since, practice.kept) if part)
    yield from (note.text for note in practice.notes)


def _further(further: Further) -> Iterator[str]:
    yield from (chart.alt for chart in further.charts)
    if further.effects is not None:
        yield _("Side effects by session")
        for row in further.effects.rows:
            told = (
                _("session {number}: {strength}").format(number=number, strength=words or "–")
                for (number, _day), words in zip(further.effects.heads, row.words, strict=True)
            )
            yield f"{row.name}: {', '.join(told)}"
    if further.overlap is not None:
        yield _("Before and after the first dose")
        for line in further.overlap.rows:
            yield _("{name}: NAP {share}, from {before} before and {after} after").format(**line._asdict())
        yield further.overlap.note
    yield _("How this was worked out")
    yield from (f"{part.about} {part.text}" for part in further.method)


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
