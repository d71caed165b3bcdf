"""The records behind a summary, for the forms that are data: only what its pages show, without what was struck."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.domain.course import Course
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.measure import MOOD, Measure
from kapjournal.domain.moment import Moment
from kapjournal.domain.practice import PracticeDay
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.domain.share import Part, SummaryChoice
from kapjournal.summary.contents import Material, gather, gather_all
from kapjournal.summary.course_facts import Dose
from kapjournal.summary.document import Summary, Writing
from kapjournal.summary.practices import PracticeRecord
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.strikes import lines
from kapjournal.summary.talks import field_text, fields_left, is_talk
from kapjournal.summary.writings import Written

_ABOUT = {"chart:around": "around_a_session", "chart:lasting": "how_long_it_lasted"}


class Marks(NamedTuple):
    """The values of one check-in; its words are with the entries, where it was ticked."""

    id: int
    moment: Moment
    type: CheckInType
    added_later: bool
    values: Mapping[str, float]


class Text(NamedTuple):
    """One entry that was ticked, as far as it was not struck."""

    entry: Written
    title: str
    question: str
    text: str
    feelings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    talk: Mapping[str, Any] | None = None
    """The fields of a talk, as far as they were not struck; None for everything else."""
    name: str = ""
    """What it is, as its page says it: 'Intention', 'an image, 14:05'; '' for a reflection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything that a form of data holds."""

    summary: Summary
    """The pages, for their words and days."""
    course: Course | None
    measures: tuple[Measure, ...]
    """The measures whose values are in it."""
    marks: tuple[Marks, ...]
    scales: tuple[ScaleRecord, ...]
    """Each with the forms that are in it."""
    baseline_ids: frozenset[int]
    doses: tuple[Dose, ...]
    texts: tuple[Text, ...]
    practices: tuple[PracticeRecord, ...]
    details: bool
    """Whether themes, vital signs and what was felt around the sessions go along."""
    excluded: tuple[str, ...]
    """The names of the parts that were left out."""

    @property
    def statements(self) -> tuple[tuple[str, str], ...]:
        """What the charts of sessions say, by what it is about: figures, with what they rest on."""
        last_page = self.summary.further
        charts = (*self.summary.charts, *(last_page.charts if last_page is not None else ()))
        return tuple((_ABOUT[chart.key], chart.alt) for chart in charts if chart.key in _ABOUT)

    @property
    def first(self) -> date:
        """The first day."""
        return self.summary.first

    def intention(self, dose: Dose) -> str:
        """Return the intention of a dose, where it was ticked and as far as it was not struck."""
        return next((text.text for text in self.texts if text.entry.id == dose.session.id), "")

    def before(self, dose: Dose) -> Marks | None:
        """Return the last check-in of its day before a dose."""
        found = [
            m
            for m in self._around(dose, CheckInType.PRE_SESSION)
            if m.moment.instant <= dose.session.moment.instant
        ]
        return found[-1] if found else None

    def after(self, dose: Dose) -> Marks | None:
        """Return the first check-in of its day after a dose."""
        found = [
            m
            for m in self._around(dose, CheckInType.POST_SESSION)
            if m.moment.instant >= dose.session.moment.instant
        ]
        return found[0] if found else None

    def _around(self, dose: Dose, type_: CheckInType) -> list[Marks]:
        return [m for m in self.marks if m.type is type_ and m.moment.day == dose.day]

    @property
    def last(self) -> date:
        """The last day."""
        return self.summary.last


def records(choice: SummaryChoice, material: Material, now: datetime) -> Records:
    """Return the records of a choice; `material` was read whole."""
    summary = gather(choice, material, now)
    here = frozenset(line.key for line in lines(summary))
    there = frozenset(line.key for line in lines(gather_all(choice, material, now)))
    struck = there - here
    facts = material.facts.without_struck(choice.struck)
    doses = facts.shown(summary.first, summary.last) if Part.SESSIONS in choice.parts else ()
    measures = _measures(choice, material, struck, there)
    marks = tuple(_marks(material.check_ins, measures, summary))
    used = {key for one in marks for key in one.values}
    scales = tuple(_scale(record, summary, struck) for record in material.scales)
    if Part.SCALES not in choice.parts:
        scales = ()
    return Records(
        summary=summary,
        course=_course(material.course, struck) if Part.SESSIONS in choice.parts else None,
        measures=tuple(measure for measure in measures if measure.key in used),
        marks=marks,
        scales=tuple(record for record in scales if record.forms),
        baseline_ids=frozenset(r.baseline.scored.form.id for r in scales if r.baseline is not None),
        doses=doses,
        texts=_texts(summary, material.entries),
        practices=_practices(summary, material.practices),
        details=Part.SESSION_DETAILS in choice.parts,
        excluded=tuple(part.value for part in Part if part not in choice.parts),
    )


def _course(course: Course | None, struck: frozenset[str]) -> Course | None:
    """Return the course without what was struck of where it stands."""
    if course is None:
        return None
    if "standing:reason" in struck:
        course = replace(course, conditions=())
    if "standing:phase" in struck:
        course = replace(course, phases=(), sessions_planned=None)
    return course


def _measures(
    choice: SummaryChoice, material: Material, struck: frozenset[str], there: frozenset[str]
) -> tuple[Measure, ...]:
    """Return the measures of the pages: a retired one only where a line of them shows it, and could be struck.

    Where the chart of mood was struck, no mood is in the data either.
    """
    if Part.MEASURES not in choice.parts:
        return ()
    without = {key.removeprefix("glance:") for key in struck} | ({MOOD} if "chart:mood" in struck else set())
    shown = {key.removeprefix("glance:") for key in there}
    return tuple(m for m in material.measures if m.key not in without and (m.in_use or m.key in shown))


def _marks(check_ins: Iterable[CheckIn], measures: tuple[Measure, ...], summary: Summary) -> Iterable[Marks]:
    known = {measure.key for measure in measures}
    for check_in in check_ins:
        values = {v.measure: v.value for v in check_in.values if v.measure in known}
        if values and check_in.trashed is None and summary.first <= check_in.moment.day <= summary.last:
            yield Marks(check_in.id, check_in.moment, check_in.type, check_in.added_later, values)


def _scale(record: ScaleRecord, summary: Summary, struck: frozenset[str]) -> ScaleRecord:
    return record._replace(forms=record.between(summary.first, summary.last)).without(struck)


def _texts(summary: Summary, entries: tuple[Written, ...]) -> tuple[Text, ...]:
    """Return the entries of the pages with the words that are left on them."""
    whole = {writing.key: writing for writing in summary.writings}
    slips = {slip.key: slip for writing in summary.writings for slip in writing.slips}
    found = []
    for entry in sorted(entries, key=lambda e: (e.moment.instant, e.id)):
        key = f"entry:{entry.id}"
        if key in slips:
            found.append(Text(entry, "", "", slips[key].text, name=slips[key].what))
        elif key in whole:
            writing = whole[key]
            title = writing.title if isinstance(entry, Reflection) else ""
            question = writing.answers if isinstance(entry, Reflection) else ""
            feelings = entry.feelings if isinstance(entry, CheckIn) and writing.answers else ()
            tags = entry.tags if writing.tags else ()
            of_talk = _talk(entry, writing) if isinstance(entry, KapSession) and is_talk(entry) else None
            name = "" if isinstance(entry, Reflection) else writing.title
            found.append(Text(entry, title, question, _words(writing), feelings, tags, of_talk, name))
    return tuple(found)


def _talk(session: KapSession, writing: Writing) -> Mapping[str, Any]:
    left = fields_left(writing)
    met = "met_with" in left
    mood = "mood" in left
    return {
        "with": session.met_with.value if met and session.met_with is not None else None,
        "format": session.meeting_format.value if met and session.meeting_format is not None else None,
        "minutes": session.duration_min if met else None,
        "topics": field_text(writing, "topics"),
        "what_landed": field_text(writing, "what_landed"),
        "agreed_step": field_text(writing, "agreed_step"),
        "step_due": session.step_due.isoformat() if "step_due" in left and session.step_due else None,
        "mood_before": session.mood_before if mood else None,
        "mood_after": session.mood_after if mood else None,
    }


def _words(writing: Writing) -> str:
    paragraphs = []
    for block in writing.blocks:
        told = "\n".join("".join(run.text for run in line) for line in block.lines)
        paragraphs.append(f"{block.marker} {told}".strip())
    return "\n\n".join(paragraphs)


def _practices(summary: Summary, material: tuple[PracticeRecord, ...]) -> tuple[PracticeRecord, ...]:
    shown = {practice.key: practice for practice in summary.practices}
    found = []
    for record in material:
        line = shown.get(f"practice:{record.practice.id}")
        if line is None:
            continue
        noted = {note.key for note in line.notes}

        def as_shown(day: PracticeDay, noted: set[str] = noted) -> PracticeDay:
            key = f"practice:{day.practice_id}:{day.day.isoformat()}"
            return day if key in noted else replace(day, note="")

        days = tuple(as_shown(d) for d in record.days if summary.first <= d.day <= summary.last)
        found.append(record._replace(days=days))
    return tuple(found)


def kind_of(entry: Written) -> str:
    """Return the kind of an entry as data names it."""
    if isinstance(entry, Reflection):
        return "reflection"
    if isinstance(entry, Fragment):
        return f"fragment_{entry.kind.value}"
    if isinstance(entry, KapSession):
        return "talk" if is_talk(entry) else "intention"
    return f"event_{entry.kind.value}" if isinstance(entry, Event) else "note"
