"""What the page has read of the journal: each thing once, and kept until the journal changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from kapjournal.charts.blocks import Blocks
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.subject import Beside, EventMark, SessionMark
from kapjournal.domain.course import Course, course_on
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus, dosing_numbers
from kapjournal.domain.measure import Measure
from kapjournal.domain.moment import journal_day
from kapjournal.domain.practice import Practice
from kapjournal.domain.scale import Baseline, ScaleDefinition, ScoredForm
from kapjournal.statistics.history import LEAD_DAYS, History, history
from kapjournal.statistics.observations import Observations, observations
from kapjournal.ui.trends.ranges import Days, days_of_course

if TYPE_CHECKING:
    from kapjournal.journal.journal import Journal

PLANNED_AHEAD_DAYS = 42
LATELY_DAYS = 42


class Kept:
    """A journal as the charts of the page read it at one moment.

    The values of a measure are read for the days that are asked for first, and whole when any others are: a first
    chart waits for no years, and a range that is moved along waits for nothing.
    """

    def __init__(self, journal: Journal, now: datetime) -> None:
        self.journal = journal
        self.now = now
        self.today = journal_day(now.replace(tzinfo=None))
        self._values: dict[str, tuple[Days, Observations]] = {}
        self._blocks: dict[str, Blocks] = {}
        self._scored: dict[str, tuple[ScoredForm, ...]] = {}
        self._baselines: dict[tuple[str, int], Baseline | None] = {}
        self._tags_at: dict[str, str | None] = {}
        self._tag_days: dict[str, tuple[int, ...]] = {}

    # --- what does not depend on a range

    @cached_property
    def is_empty(self) -> bool:
        """Whether there is no check-in."""
        return self.journal.check_ins.latest() is None

    @cached_property
    def whole(self) -> Days:
        """The first day of the journal, or of its course, to today."""
        first = self.journal.timeline.first_day() or self.today
        course = self.course_days
        return Days(min(first, self.today, course.first if course is not None else first), self.today)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Every measure, in its order."""
        return self.journal.measures.all()

    def measure(self, key: str) -> Measure:
        """Return a measure by its key."""
        return next((m for m in self.measures if m.key == key), Measure(key=key))

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """Every course."""
        return self.journal.courses.all()

    @cached_property
    def course_days(self) -> Days | None:
        """The days of the present course, or None without one."""
        course = course_on(self.courses, self.today)
        if course is None:
            return None
        return days_of_course(
            course, (s.moment.day for s in self.doses if s.course_id == course.id), self.today
        )

    @cached_property
    def sessions(self) -> tuple[KapSession, ...]:
        """Every session, in order of time."""
        return self.journal.kap_sessions.all()

    @cached_property
    def doses(self) -> tuple[KapSession, ...]:
        """Every dosing session that took place, in order of time."""
        return tuple(s for s in self.sessions if s.kind is SessionKind.DOSING and s.took_place)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The number in its course of each dosing session, by id."""
        return dosing_numbers(self.sessions)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event, in order of time."""
        return self.journal.events.between(date.min, date.max)

    @cached_property
    def practices(self) -> tuple[Practice, ...]:
        """Every practice."""
        return self.journal.practices.all()

    @cached_property
    def practice_days(self) -> Mapping[int, frozenset[date]]:
        """On which days each practice was kept, by its id."""
        return self.journal.practices.kept_days()

    @cached_property
    def scales(self) -> tuple[ScaleDefinition, ...]:
        """The scales that have a finished form."""
        return self.journal.scales.with_forms()

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """The tags in use, each by a place in the journal."""
        return self.journal.check_ins.tags_by_place()

    def tag_at(self, place: str) -> str | None:
        """Return the tag of a place in the journal, also one that is seldom given; None where it has gone."""
        if place in self.tags:
            return self.tags[place]
        if place not in self._tags_at:
            self._tags_at[place] = self.journal.check_ins.tag_at(place)
        return self._tags_at[place]

    def tag_days(self, tag: str) -> tuple[int, ...]:
        """Return the days of a tag, as ordinals."""
        if tag not in self._tag_days:
            self._tag_days[tag] = self.journal.check_ins.tag_days(tag)
        return self._tag_days[tag]

    # --- of a range

    def doses_in(self, days: Days) -> tuple[KapSession, ...]:
        """Return the dosing sessions that took place in a range, in order of time."""
        return tuple(s for s in self.doses if days.first <= s.moment.day <= days.last)

    def values(self, key: str, days: Days) -> Observations:
        """Return the values of a measure that reach at least over these days."""
        kept = self._values.get(key)
        if kept is None:
            read = self.journal.check_ins.values(key, days.first, days.last)
            kept = self._values[key] = (days, observations(read))
        elif days.first < kept[0].first or days.last > kept[0].last:
            kept = (Days(date.min, date.max), observations(self.journal.check_ins.values(key)))
            self._values[key] = kept
        return kept[1]

    def history(self, key: str, days: Days) -> History:
        """Return a measure's history over a range."""
        lead = Days(days.first - timedelta(days=LEAD_DAYS), days.last)
        dosing = {session.moment.day.toordinal() for session in self.doses}
        return history(self.values(key, lead), days.first.toordinal(), days.last.toordinal(), dosing)

    def blocks(self, key: str) -> Blocks:
        """Return a measure's whole history as it is drawn while a range is moved."""
        if key not in self._blocks:
            axis = measure_axis(self.measure(key))
            self._blocks[key] = Blocks(self.history(key, self.whole), axis, self._now_within())
        return self._blocks[key]

    def has_values(self, key: str, days: Days) -> bool:
        """Say whether a measure has a value in a range; one that is asked now is found without reading years."""
        lately = Days(max(days.first, days.last - timedelta(days=LATELY_DAYS)), days.last)
        return any(
            len(self.values(key, some).between(some.first.toordinal(), some.last.toordinal()))
            for some in (lately, days)
        )

    def beside(self, days: Days) -> Beside:
        """Return the sessions and events of a range; until today with the planned sessions after it, and today."""
        until_today = days.last >= self.today
        last = days.last + timedelta(days=PLANNED_AHEAD_DAYS if until_today else 0)
        planned = {SessionStatus.PLANNED}
        return Beside(
            tuple(
                SessionMark(s.moment.day, self.numbers.get(s.id, 0), not s.took_place)
                for s in self.sessions
                if s.kind is SessionKind.DOSING
                and days.first <= s.moment.day <= last
                and (s.took_place or s.status in planned)
            ),
            tuple(
                EventMark(event.moment.day, event.text)
                for event in self.events
                if days.first <= event.moment.day <= days.last
            ),
            self._now_within() if until_today else None,
        )

    @cached_property
    def beside_whole(self) -> Beside:
        """What stands beside the charts on any day."""
        return self.beside(self.whole)

    def scored(self, instrument: str, days: Days) -> tuple[ScoredForm, ...]:
        """Return the finished forms of a scale in a range, in order of time."""
        if instrument not in self._scored:
            self._scored[instrument] = self.journal.scales.scored(instrument)
        return tuple(
            form for form in self._scored[instrument] if days.first <= form.form.moment.day <= days.last
        )

    def baseline(self, instrument: str, on: date) -> Baseline | None:
        """Return what the forms of a scale up to a day are compared with; None where that came later."""
        course = course_on(self.courses, on)
        key = (instrument, course.id if course is not None else 0)
        if key not in self._baselines:
            self._baselines[key] = self.journal.scales.baseline(instrument, on)
        found = self._baselines[key]
        return found if found is not None and found.scored.form.moment.day <= on else None

    def _now_within(self) -> datetime:
        """Return now as it stands on the axis: hours after midnight still belong to the day before."""
        late = self.now.date() > self.today
        return datetime.combine(self.today, time(23, 59) if late else self.now.time())
