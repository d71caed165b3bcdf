"""A course: a run of dosing sessions for one reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kapjournal.domain.entry import NEW


class Phase(StrEnum):
    """Where in the course someone is; set by the person, never inferred."""

    PREPARATION = "preparation"
    INITIAL = "initial"
    MAINTENANCE = "maintenance"
    FOLLOW_UP = "follow_up"


class CourseStatus(StrEnum):
    """Where the course stands."""

    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    STOPPED = "stopped"


class ConditionSource(StrEnum):
    """Who said what it is for."""

    CLINICIAN = "clinician"
    SELF = "self"


class Condition(StrEnum):
    """What it is for."""

    DEPRESSION = "depression"
    BIPOLAR_DEPRESSION = "bipolar_depression"
    ANXIETY = "anxiety"
    PTSD = "ptsd"
    OCD = "ocd"
    CHRONIC_PAIN = "chronic_pain"
    SUBSTANCE_USE = "substance_use"
    EATING = "eating"
    EXISTENTIAL = "existential"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """A phase from a day on, until the next or for good."""

    phase: Phase
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class CurrentMedicine:
    """A medicine that someone takes, as they were told; the amount is words, never a number."""

    name: str
    as_told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One course."""

    id: int = NEW
    label: str = ""
    started: date | None = None
    ended: date | None = None
    status: CourseStatus = CourseStatus.ACTIVE
    conditions: tuple[Condition, ...] = ()
    phases: tuple[PhaseSpan, ...] = ()
    sessions_planned: int | None = None
    clinic: str = ""
    clinic_phone: str = ""
    prescriber: str = ""
    therapist: str = ""
    therapist_phone: str = ""
    notes: str = ""
    clinic_words: str = ""
    """What the clinic asks before and after a session, in its own words; repeated, never judged."""
    clinic_limits: str = ""
    """The clinic's own limits, in its own words."""
    medicines: tuple[CurrentMedicine, ...] = ()
    stop_reason: str = ""
    """Why it was paused, stopped or ended, in the person's own words."""
    condition_source: ConditionSource | None = None

    def phase_on(self, day: date) -> Phase | None:
        """The phase that the person set for a day."""
        current = [s for s in self.phases if s.first <= day and (s.last is None or day <= s.last)]
        return max(current, key=lambda s: s.first).phase if current else None


def course_on(courses: Iterable[Course], day: date) -> Course | None:
    """Return which course a day belongs to: the last to begin of those that have begun and not ended."""
    running = [
        course
        for course in courses
        if (course.started is None or course.started <= day) and (course.ended is None or day <= course.ended)
    ]
    return max(running, key=lambda course: (course.started or date.min, course.id), default=None)
