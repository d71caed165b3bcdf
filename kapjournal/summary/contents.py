"""What goes into a summary and in which order: plain records in, a `Summary` out; nothing that was not ticked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from kapjournal.charts.measure_axis import measure_axis
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.course import Course
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.measure import BUILT_IN, MOOD, Measure
from kapjournal.domain.person import Person
from kapjournal.domain.share import MOST_TALKING_POINTS, Part, SummaryChoice, ToldDose
from kapjournal.statistics.history import history
from kapjournal.statistics.observations import observations
from kapjournal.summary.course_facts import CourseFacts, course_facts, standing
from kapjournal.summary.data_note import Basis, OtherDays, data_note, limits
from kapjournal.summary.document import Chart, Further, Glance, Line, Summary
from kapjournal.summary.effects import effect_table
from kapjournal.summary.further_charts import measures_figure
from kapjournal.summary.glances import days_between, glances, window_before, window_now
from kapjournal.summary.line_keys import fingerprint, struck_lines
from kapjournal.summary.method import method, unanswered
from kapjournal.summary.mood_figure import Scene, mood_figure
from kapjournal.summary.practices import PracticeRecord, practice_lines
from kapjournal.summary.scale_tables import (
    ScaleRecord,
    safety_lines,
    scale_glances,
    scale_note,
    scale_tables,
)
from kapjournal.summary.session_tables import around_rows, session_rows, worth_asking
from kapjournal.summary.strikes import without_struck
from kapjournal.summary.writings import Written, event_keys, writings, writings_count
from kapjournal.words.dates import span
from kapjournal.words.language import _, current, ngettext
from kapjournal.words.numbers import number

FOUR_WEEKS = timedelta(days=27)
MANY = 5
"""More sessions or measures than these stand closer together on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that a summary is made of, read once."""

    person: Person = field(default_factory=Person)
    course: Course | None = None
    """The course that the days lie in."""
    kap_sessions: tuple[KapSession, ...] = ()
    """All sessions of the journal that are not in the trash: their numbers count from the first."""
    measures: tuple[Measure, ...] = ()
    values: Mapping[str, ValueColumns] = field(default_factory=dict)
    """By measure, from two weeks before the first dose (and the first day) to the last day."""
    entries: tuple[Written, ...] = ()
    """The ticked entries, and no other."""
    scales: tuple[ScaleRecord, ...] = ()
    """The scales with a finished form, with all forms up to the last day."""
    practices: tuple[PracticeRecord, ...] = ()
    """The ticked practices, and no other."""
    check_ins: tuple[CheckIn, ...] = ()
    """Those of the days, whole; read for the forms that are data, and only for them."""
    told_doses: tuple[ToldDose, ...] = ()
    """How the dosing sessions were numbered when it was shared; empty where it has not been shared."""

    @property
    def facts(self) -> CourseFacts:
        """The course and its doses."""
        return course_facts(self.course, self.kap_sessions, self.told_doses)


def days_of(choice: SummaryChoice, course: Course | None, today: date) -> tuple[date, date]:
    """Return the first and the last day of a summary.

    Left open, the last is today and the first the start of the course, or four weeks back where there is none.
    """
    last = choice.last or today
    first = choice.first
    if first is None:
        first = course.started if course is not None and course.started is not None else last - FOUR_WEEKS
    return min(first, last), last


def gather(choice: SummaryChoice, material: Material, now: datetime) -> Summary:
    """Return the summary of what was chosen, without what was struck. `now` is aware, on the person's wall clock."""
    return without_struck(gather_all(choice, material, now))


def gather_all(choice: SummaryChoice, material: Material, now: datetime) -> Summary:
    """Return the summary of what was chosen with the struck lines still in it: they can be put back.

    What other lines, charts and tables would tell of a struck session or form of a scale is not in it.
    """
    entries = ticked_entries(choice, material, now)
    return with_ticked(gather_figures(choice, material, entries, now), choice, material, entries)


def gather_figures(
    choice: SummaryChoice, material: Material, entries: tuple[Written, ...], now: datetime
) -> Summary:
    """Return the summary without the entries and practices; of `entries` the events are marks on its charts."""
    first, last = days_of(choice, material.course, now.date())
    facts = material.facts.without_struck(choice.struck)
    material = replace(material, entries=entries)
    locale = current()
    summary = Summary(
        choice=replace(choice, first=first, last=last),
        first=first,
        last=last,
        made=now,
        language=locale.language,
        region=locale.territory or "",
        page_size=choice.page_size,
        opening=_opening(choice, material.person),
        title=span(first, last),
        standing=standing(facts, last, now.date()) if Part.SESSIONS in choice.parts else (),
    )
    if Part.MEASURES in choice.parts:
        summary = _with_measures(summary, material, facts)
    if Part.SCALES in choice.parts:
        summary = _with_scales(summary, material)
    if Part.SESSIONS in choice.parts:
        summary = _with_sessions(summary, material, facts)
    if Part.MEDICINES in choice.parts and material.course is not None:
        summary = replace(summary, medicines=_medicines(material.course))
    if Part.TALKING_POINTS in choice.parts:
        points = tuple(point.strip() for point in choice.talking_points if point.strip())
        told = tuple(Line(f"talk:{fingerprint(point)}", point) for point in points)
        summary = replace(summary, talking_points=told[:MOST_TALKING_POINTS])
    note = summary.note or limits()
    if summary.scales and not _has_last_page(summary, material, facts):
        note = (unanswered(), *note)
    summary = replace(summary, note=note)
    return _with_further(summary, material, facts)


def with_ticked(
    figures: Summary, choice: SummaryChoice, material: Material, entries: tuple[Written, ...]
) -> Summary:
    """Return the summary with the entries and practices that were ticked."""
    facts = material.facts.without_struck(choice.struck)
    ids = tuple(entry.id for entry in entries)
    shown = replace(figures.choice, entry_ids=ids, practice_ids=choice.practice_ids)
    summary = replace(figures, choice=shown)
    if Part.ENTRIES in choice.parts:
        summary = _with_writings(summary, entries, facts)
    if Part.PRACTICES in choice.parts:
        summary = _with_practices(summary, material, facts)
    return summary


def _opening(choice: SummaryChoice, person: Person) -> str:
    whom = choice.for_whom.strip() or _("my therapist")
    if person.name.strip():
        return _("Summary for {whom}, from {name}").format(whom=whom, name=person.name.strip())
    return _("Summary for {whom}").format(whom=whom)


def _with_measures(summary: Summary, material: Material, facts: CourseFacts) -> Summary:
    measure = next((m for m in material.measures if m.key == MOOD), BUILT_IN[MOOD])
    mood = observations(material.values.get(MOOD, ValueColumns()))
    first, last = summary.first.toordinal(), summary.last.toordinal()
    numbers = history(mood, first, last, facts.dosing_days)
    before, now = window_before(facts.first_dose), window_now(summary.last)
    before = before if before is not None and before.last < now.first else None
    events = tuple(_with_a_mark(summary.choice, material.entries))
    found = glances(material.measures, material.values, facts.first_dose, summary.last)
    doses = facts.shown(summary.first, summary.last) if Part.SESSIONS in summary.choice.parts else ()
    scene = Scene(
        facts=facts,
        with_sessions=Part.SESSIONS in summary.choice.parts,
        events=events,
        now=summary.made.replace(tzinfo=None),
        page_size=summary.page_size,
        beside_much=len(doses) > MANY or len(found) > MANY,
    )
    basis = Basis(
        mood=numbers,
        around_mood=days_between(material.values.get(MOOD, ValueColumns()), (before, now)),
        before=before,
        now=now,
        has_sessions=bool(doses),
        has_events=bool(events),
        has_method=_has_last_page(summary, material, facts),
        others=tuple(_other_days(summary.choice, material.measures, found)),
    )
    return replace(
        summary,
        glances=found,
        glance_note=_glance_note(before is not None) if found else "",
        chart=mood_figure(measure, numbers, scene),
        note=data_note(basis),
    )


def _other_days(
    choice: SummaryChoice, measures: Iterable[Measure], found: Iterable[Glance]
) -> Iterator[OtherDays]:
    """Yield on how many days each measure but mood rests at a glance, without those that were struck."""
    words = {f"glance:{measure.key}": measure_axis(measure).word for measure in measures}
    for glance in found:
        if glance.key != f"glance:{MOOD}" and glance.key not in choice.struck:
            yield OtherDays(words[glance.key], *glance.days)


def _with_a_mark(choice: SummaryChoice, entries: tuple[Written, ...]) -> Iterator[Event]:
    """Yield the ticked events that are marks on the chart of mood: one whose words were all struck is none."""
    for entry in entries:
        if isinstance(entry, Event):
            keys = event_keys(entry)
            if not set(keys) <= {*choice.struck, *struck_lines(keys, choice.struck)}:
                yield entry


def _glance_note(has_before: bool) -> str:
    if has_before:
        return _("Medians of the last 7 days against the two weeks before session 1.")
    return _("Medians of the last 7 days.")


def _with_sessions(summary: Summary, material: Material, facts: CourseFacts) -> Summary:
    doses = facts.shown(summary.first, summary.last)
    mood = material.values.get(MOOD)
    around = around_rows(doses, facts, mood, summary.last) if mood is not None and summary.chart else ()
    return replace(
        summary,
        worth_asking=(*summary.worth_asking, *worth_asking(doses)),
        sessions=session_rows(facts.within(summary.first, summary.last), summary.last),
        around=around,
    )


def _with_scales(summary: Summary, material: Material) -> Summary:
    days, struck = (summary.first, summary.last), frozenset(summary.choice.struck)
    left = tuple(record.without(struck) for record in material.scales)
    found = scale_glances(left, *days)
    note = _("Scales: against the day named below.") if any(g.change for g in found) else ""
    return replace(
        summary,
        worth_asking=(*safety_lines(left, *days), *summary.worth_asking),
        glances=(*summary.glances, *found),
        glance_note=" ".join(part for part in (summary.glance_note, note) if part),
        scales=scale_tables(material.scales, *days, struck),
        scale_note=scale_note(left, *days),
    )


def _medicines(course: Course) -> tuple[Line, ...]:
    """Return each medicine with its amount as the person was told, which is words."""
    told = (
        ", ".join(part.strip() for part in (medicine.name, medicine.as_told) if part.strip())
        for medicine in course.medicines
    )
    return tuple(Line(f"medicine:{fingerprint(text)}", text) for text in told if text)


def _with_practices(summary: Summary, material: Material, facts: CourseFacts) -> Summary:
    ticked = frozenset(summary.choice.practice_ids)
    records = tuple(record for record in material.practices if record.practice.id in ticked)
    with_sessions = Part.SESSIONS in summary.choice.parts
    lines = practice_lines(records, facts if with_sessions else None, summary.first, summary.last)
    count = ngettext("{n} practice", "{n} practices", len(lines)).format(n=number(len(lines)))
    told = ", ".join(part for part in (summary.writings_count, count if lines else "") if part)
    return replace(summary, practices=lines, writings_count=told)


def _has_last_page(summary: Summary, material: Material, facts: CourseFacts) -> bool:
    """Whether further charts and the method have a page of their own.

    Where neither a dose nor a scale beside check-ins fills the first page, the charts stand there and the method in
    its footnote.
    """
    parts, days = summary.choice.parts, (summary.first, summary.last)
    doses = Part.SESSIONS in parts and facts.shown(*days)
    forms = Part.SCALES in parts and any(record.between(*days) for record in material.scales)
    noted = Part.MEASURES in parts and any(map(len, material.values.values()))
    return bool(doses or (forms and noted)) and Part.FURTHER in parts


def _with_further(summary: Summary, material: Material, facts: CourseFacts) -> Summary:
    charts = tuple(_further_charts(summary, material, facts))
    if not _has_last_page(summary, material, facts):
        return replace(summary, charts=charts)
    parts = summary.choice.parts
    doses = facts.shown(summary.first, summary.last) if {Part.SESSIONS, Part.FURTHER} <= set(parts) else ()
    overlap = None
    if Part.BEFORE_AND_AFTER in parts:
        from kapjournal.summary.before_and_after import before_and_after

        days, struck = (summary.first, summary.last), frozenset(summary.choice.struck)
        overlap = before_and_after(material.measures, material.values, material.scales, facts, days, struck)
    how = method(summary, material.scales, charts, overlap)
    return replace(summary, further=Further(charts, effect_table(doses), how, overlap))


def _further_charts(summary: Summary, material: Material, facts: CourseFacts) -> Iterator[Chart]:
    """Yield the charts of the measures together and of mood around the sessions, as far as they were ticked."""
    choice, days = summary.choice, (summary.first, summary.last)
    if not {Part.MEASURES, Part.FURTHER} <= set(choice.parts):
        return
    if Part.SESSIONS in choice.parts and facts.shown(*days):
        from kapjournal.summary.session_figures import session_figures, session_scene

        mood = material.values.get(MOOD, ValueColumns())
        scene = session_scene(material.measures, mood, facts, days, summary.page_size)
        yield from session_figures(scene, choice.parts)
    at_a_glance = {glance.key for glance in summary.glances}
    together = measures_figure(
        tuple(
            measure
            for measure in material.measures
            if (measure.in_use or f"glance:{measure.key}" in at_a_glance)
            and f"glance:{measure.key}" not in choice.struck
        ),
        material.values,
        facts,
        days,
        summary.page_size,
        with_sessions=Part.SESSIONS in choice.parts,
        with_overlap=Part.BEFORE_AND_AFTER in choice.parts,
    )
    if together is not None:
        yield together


def _with_writings(summary: Summary, entries: tuple[Written, ...], facts: CourseFacts) -> Summary:
    with_sessions = Part.SESSIONS in summary.choice.parts
    return replace(
        summary,
        writings=writings(
            entries,
            facts if with_sessions else None,
            with_tags=Part.TAGS in summary.choice.parts,
        ),
        writings_count=writings_count(entries),
    )


def ticked_entries(choice: SummaryChoice, material: Material, now: datetime) -> tuple[Written, ...]:
    """Return the entries that are really in it: ticked, within the days, and their part not left out."""
    if Part.ENTRIES not in choice.parts:
        return ()
    first, last = days_of(choice, material.course, now.date())
    ticked = frozenset(choice.entry_ids)
    return tuple(e for e in material.entries if e.id in ticked and first <= e.moment.day <= last)
