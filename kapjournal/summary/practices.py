"""The practices that were ticked: since when, on how many days kept, and the days as dots."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kapjournal.domain.practice import Practice, PracticeDay, dots, kept_of
from kapjournal.summary.course_facts import CourseFacts
from kapjournal.summary.document import Line, PracticeLine
from kapjournal.words.dates import day_in_year, day_short
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


class PracticeRecord(NamedTuple):
    """One practice with what was noted of its days."""

    practice: Practice
    days: tuple[PracticeDay, ...] = ()


def practice_lines(
    records: Iterable[PracticeRecord], facts: CourseFacts | None, first: date, last: date
) -> tuple[PracticeLine, ...]:
    """Return a line for each practice; without facts no session stands under its days."""
    return tuple(_line(record, facts, first, last) for record in records)


def _line(record: PracticeRecord, facts: CourseFacts | None, first: date, last: date) -> PracticeLine:
    practice = record.practice
    kept = frozenset(noted.day for noted in record.days if noted.kept)
    shown = dots(practice, kept, first, last)
    done, of = kept_of(shown)
    doses = facts.shown(first, last) if facts is not None else ()
    places = {dot.day: place for place, dot in enumerate(shown)}
    began = practice.began
    return PracticeLine(
        key=f"practice:{practice.id}",
        name=practice.name.strip(),
        since=_("since {day}").format(day=day_in_year(began)) if began is not None else "",
        kept=ngettext("{kept} of {n} day", "{kept} of {n} days", of).format(kept=number(done), n=number(of)),
        notes=tuple(
            Line(
                f"practice:{practice.id}:{noted.day.isoformat()}",
                _("{day}: {note}").format(day=day_short(noted.day, last), note=noted.note.strip()),
            )
            for noted in record.days
            if noted.note.strip() and first <= noted.day <= last
        ),
        dots=tuple(dot.kept for dot in shown),
        sessions=tuple((places[dose.day], str(dose.number)) for dose in doses if dose.day in places),
    )
