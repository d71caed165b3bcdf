"""A session of the course: dosing, integration or preparation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kapjournal.domain.around_dose import Aid, PreparationItem, SessionMode, Theme, VitalSigns
from kapjournal.domain.entry import Entry


class SessionKind(StrEnum):
    """What kind of session it is."""

    DOSING = "dosing"
    INTEGRATION = "integration"
    PREPARATION = "preparation"


class SessionStatus(StrEnum):
    """Where it stands."""

    PLANNED = "planned"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    STOPPED_EARLY = "stopped_early"


TOOK_PLACE = (SessionStatus.HELD, SessionStatus.STOPPED_EARLY)


class Route(StrEnum):
    """How the medicine was given."""

    IV = "iv"
    IM = "im"
    INTRANASAL = "intranasal"
    SUBLINGUAL = "sublingual"
    ORAL = "oral"
    SUBCUTANEOUS = "subcutaneous"
    OTHER = "other"


class Medicine(StrEnum):
    """What was given, as the person was told."""

    RACEMIC_KETAMINE = "racemic_ketamine"
    ESKETAMINE_SPRAY = "esketamine_spray"
    UNKNOWN = "unknown"


class Setting(StrEnum):
    """Where it was."""

    CLINIC = "clinic"
    THERAPIST_OFFICE = "therapist_office"
    HOME_SUPERVISED = "home_supervised"
    HOME_UNSUPERVISED = "home_unsupervised"
    OTHER = "other"


class Companion(StrEnum):
    """Who was there."""

    SITTER = "sitter"
    THERAPIST = "therapist"
    NURSE = "nurse"
    PHYSICIAN = "physician"
    FRIEND = "friend"
    NONE = "none"


class MetWith(StrEnum):
    """With whom an integration or preparation session was."""

    THERAPIST = "therapist"
    GROUP = "group"
    SELF = "self"
    OTHER = "other"


class MeetingFormat(StrEnum):
    """How people met."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class Severity(StrEnum):
    """How strong a side effect was (1 noticed, 2 got in the way, 3 stopped the person or needed help)."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    STRONG = "strong"


class Onset(StrEnum):
    """When a side effect began."""

    DURING = "during"
    WITHIN_A_DAY = "within_a_day"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class SideEffect:
    """One side effect, by its code or in the person's own words (code 'other')."""

    code: str
    severity: Severity
    resolved: bool | None = None
    passed_after_min: int | None = None
    note: str = ""
    onset: Onset | None = None


SIDE_EFFECTS = (
    "dizziness", "nausea", "vomiting", "headache", "blurred_or_double_vision", "sleepiness", "unsteadiness",
    "confusion", "memory_gaps", "unpleasant_dissociation", "changed_perception", "anxiety_or_panic",
    "low_mood_after", "irritability", "sped_up_mood", "vivid_dreams_or_nightmares", "poor_sleep",
    "told_raised_blood_pressure", "racing_heart", "sweating", "tingling_or_numbness", "bad_taste_or_saliva",
    "nose_or_throat_irritation", "needle_site", "stomach_pain", "urinary_frequency", "urinary_urgency",
    "urinary_pain", "wanting_more_ketamine", "other",
)  # fmt: skip
RED_FLAGS = (
    "chest_pain", "trouble_breathing", "fainted", "cannot_be_woken", "confusion_not_clearing", "seizure",
    "blood_in_urine", "swelling_or_hives", "thoughts_of_suicide",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class KapSession(Entry):
    """One session; `moment` is its start, or its planned start. Text fields are the person's own words."""

    kind: SessionKind
    status: SessionStatus = SessionStatus.PLANNED
    status_reason: str = ""
    course_id: int | None = None
    duration_min: int | None = None
    route: Route | None = None
    medicine: Medicine | None = None
    dose_text: str = ""
    """As the clinician gave it; never parsed, computed with or drawn."""
    setting: Setting | None = None
    companions: tuple[Companion, ...] = ()
    music: str = ""
    intention: str = ""
    depth: int | None = None
    difficulty: int | None = None
    meaningfulness: int | None = None
    side_effects: tuple[SideEffect, ...] = ()
    with_whom: str = ""
    topics: str = ""
    agreed_step: str = ""
    notes: str = ""
    side_effects_later: tuple[SideEffect, ...] = ()
    """What was said a day later; `side_effects` is what was said the same evening."""
    preparation: tuple[PreparationItem, ...] | None = None
    """None until the person changed anything: then the usual list is shown."""
    to_say: str = ""
    """What the clinic should hear on arrival."""
    hours_since_food: float | None = None
    prepared: int | None = None
    """How prepared someone felt, 0 to 10."""
    aids: tuple[Aid, ...] = ()
    mode: SessionMode | None = None
    felt_safe: int | None = None
    themes: tuple[Theme, ...] = ()
    vital_signs: tuple[VitalSigns, ...] = ()
    met_with: MetWith | None = None
    """`with_whom` is the name, if the person gave one."""
    meeting_format: MeetingFormat | None = None
    what_landed: str = ""
    step_due: date | None = None
    """The day by which the agreed step was to be taken; nothing counts down to it."""
    mood_before: int | None = None
    mood_after: int | None = None

    @property
    def side_effects_told(self) -> tuple[SideEffect, ...]:
        """Both askings together: the stronger of two strengths, and the later word on how it went on."""
        later = {(e.code, e.note if e.code == "other" else ""): e for e in self.side_effects_later}
        told = []
        for effect in self.side_effects:
            again = later.pop((effect.code, effect.note if effect.code == "other" else ""), None)
            told.append(effect if again is None else _told_twice(effect, again))
        return (*told, *later.values())

    @property
    def took_place(self) -> bool:
        """Whether it was held, to its end or not."""
        return self.status in TOOK_PLACE


_STRENGTHS = tuple(Severity)


def _told_twice(first: SideEffect, again: SideEffect) -> SideEffect:
    knows_more = again if again.resolved is not None else first
    return SideEffect(
        code=first.code,
        severity=max(first.severity, again.severity, key=_STRENGTHS.index),
        resolved=knows_more.resolved,
        passed_after_min=knows_more.passed_after_min,
        note=again.note or first.note,
        onset=first.onset or again.onset,
    )


def dosing_numbers(sessions: Iterable[KapSession]) -> Mapping[int, int]:
    """The number in its course of each dosing session, by id; postponed and cancelled ones have none.

    A course counts its own sessions from 1 in order of time; sessions without a course count among themselves.
    """
    counts: dict[int | None, int] = {}
    numbers: dict[int, int] = {}
    for session in sorted(sessions, key=lambda s: (s.moment.instant, s.id)):
        if session.kind is SessionKind.DOSING and (
            session.took_place or session.status is SessionStatus.PLANNED
        ):
            counts[session.course_id] = counts.get(session.course_id, 0) + 1
            numbers[session.id] = counts[session.course_id]
    return numbers
