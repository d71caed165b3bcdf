"""The words for what records are made of: kinds, states, routes, phases, conditions and so on."""

from __future__ import annotations

from kapjournal.domain.check_in import CheckInType
from kapjournal.domain.course import Condition, ConditionSource, CourseStatus, Phase
from kapjournal.domain.event import EventKind
from kapjournal.domain.kap_session import (
    Companion,
    Medicine,
    MeetingFormat,
    MetWith,
    Route,
    SessionKind,
    SessionStatus,
    Setting,
)
from kapjournal.domain.kinds import Kind
from kapjournal.domain.reflection import FragmentKind
from kapjournal.domain.share import PageSize, Part
from kapjournal.words.feelings import Feeling, FeelingFamily, feeling_families, feeling_word
from kapjournal.words.language import _, pgettext
from kapjournal.words.measures import (
    direction_name,
    measure_ends,
    measure_key_name,
    measure_name,
    measure_value,
)
from kapjournal.words.prompts import domain_in_text, domain_name, question_for, window_aim, window_days
from kapjournal.words.side_effects import severity_meaning, severity_name, side_effect_name

__all__ = [
    "Feeling",
    "FeelingFamily",
    "check_in_type_name",
    "companion_name",
    "condition_name",
    "condition_source_name",
    "course_status_name",
    "direction_name",
    "domain_in_text",
    "domain_name",
    "event_kind_name",
    "feeling_families",
    "feeling_word",
    "fragment_kind_name",
    "kind_name",
    "measure_ends",
    "measure_key_name",
    "measure_name",
    "measure_value",
    "medicine_name",
    "meeting_format_name",
    "met_with_name",
    "page_size_name",
    "part_name",
    "phase_meaning",
    "phase_name",
    "question_for",
    "route_name",
    "route_short",
    "session_kind_name",
    "session_kind_short",
    "session_title",
    "setting_name",
    "severity_meaning",
    "severity_name",
    "side_effect_name",
    "status_name",
    "window_aim",
    "window_days",
]


def kind_name(kind: Kind) -> str:
    """The name of a kind of record."""
    return {
        Kind.CHECK_IN: _("Check-in"),
        Kind.REFLECTION: _("Reflection"),
        Kind.FRAGMENT: _("Fragment"),
        Kind.KAP_SESSION: _("Session"),
        Kind.EVENT: pgettext("something that happened", "Event"),
        Kind.COURSE: _("Course"),
        Kind.MEASURE: _("Measure"),
        Kind.PROMPT: _("Prompt"),
        Kind.PERSON: _("About you"),
        Kind.SHARE: _("Shared summary"),
        Kind.SUMMARY_CHOICE: _("Choice for the summary"),
        Kind.TALKING_POINTS: _("What I would like to talk about"),
        Kind.SCALE: _("Scale"),
        Kind.SCALE_FILE: _("Added scale"),
        Kind.SCALE_CHOICE: _("Choice of scales"),
        Kind.SUPPORT_PLAN: _("Support plan"),
        Kind.PRACTICE: _("Practice"),
        Kind.PRACTICE_DAY: _("Day of a practice"),
        Kind.OWN_PROMPT: _("Question of your own"),
        Kind.PROMPT_PACK: _("Questions from a therapist"),
    }[kind]


def session_kind_name(kind: SessionKind) -> str:
    """'Dosing session'."""
    return {
        SessionKind.DOSING: _("Dosing session"),
        SessionKind.INTEGRATION: _("Integration session"),
        SessionKind.PREPARATION: _("Preparation session"),
    }[kind]


def session_kind_short(kind: SessionKind) -> str:
    """'Integration', for the line of the course."""
    return {
        SessionKind.DOSING: _("Dosing"),
        SessionKind.INTEGRATION: _("Integration"),
        SessionKind.PREPARATION: pgettext("kind of session", "Preparation"),
    }[kind]


def session_title(kind: SessionKind, number: int | None = None) -> str:
    """'Dosing session 4' where it has a number, else the kind alone."""
    if number is None:
        return session_kind_name(kind)
    return _("{kind} {number}").format(kind=session_kind_name(kind), number=number)


def status_name(status: SessionStatus) -> str:
    """'planned', 'held'."""
    return {
        SessionStatus.PLANNED: pgettext("a session", "planned"),
        SessionStatus.HELD: pgettext("a session", "held"),
        SessionStatus.POSTPONED: pgettext("a session", "postponed"),
        SessionStatus.CANCELLED: pgettext("a session", "cancelled"),
        SessionStatus.STOPPED_EARLY: pgettext("a session", "stopped early"),
    }[status]


def route_name(route: Route) -> str:
    """'Intramuscular'."""
    return {
        Route.IV: _("Intravenous"),
        Route.IM: _("Intramuscular"),
        Route.INTRANASAL: _("Nasal spray"),
        Route.SUBLINGUAL: _("Under the tongue"),
        Route.ORAL: _("Swallowed"),
        Route.SUBCUTANEOUS: _("Under the skin"),
        Route.OTHER: pgettext("route", "Another way"),
    }[route]


def route_short(route: Route) -> str:
    """'IM', for the columns of a table."""
    return {
        Route.IV: pgettext("route", "IV"),
        Route.IM: pgettext("route", "IM"),
        Route.INTRANASAL: pgettext("route", "nasal"),
        Route.SUBLINGUAL: pgettext("route", "sublingual"),
        Route.ORAL: pgettext("route", "oral"),
        Route.SUBCUTANEOUS: pgettext("route", "SC"),
        Route.OTHER: pgettext("route", "other"),
    }[route]


def medicine_name(medicine: Medicine) -> str:
    """'Ketamine'."""
    return {
        Medicine.RACEMIC_KETAMINE: _("Ketamine"),
        Medicine.ESKETAMINE_SPRAY: _("Esketamine spray"),
        Medicine.UNKNOWN: pgettext("medicine", "I do not know"),
    }[medicine]


def setting_name(setting: Setting) -> str:
    """'Treating clinic'."""
    return {
        Setting.CLINIC: _("Treating clinic"),
        Setting.THERAPIST_OFFICE: _("Therapist’s office"),
        Setting.HOME_SUPERVISED: _("At home, with someone trained"),
        Setting.HOME_UNSUPERVISED: _("At home, without anyone trained"),
        Setting.OTHER: pgettext("place", "Somewhere else"),
    }[setting]


def companion_name(companion: Companion) -> str:
    """'therapist', 'nobody'."""
    return {
        Companion.SITTER: _("sitter"),
        Companion.THERAPIST: _("therapist"),
        Companion.NURSE: _("nurse"),
        Companion.PHYSICIAN: _("physician"),
        Companion.FRIEND: _("friend"),
        Companion.NONE: _("nobody"),
    }[companion]


def met_with_name(met_with: MetWith) -> str:
    """'my therapist', 'a group'."""
    return {
        MetWith.THERAPIST: _("my therapist"),
        MetWith.GROUP: _("a group"),
        MetWith.SELF: _("on my own"),
        MetWith.OTHER: _("someone else"),
    }[met_with]


def meeting_format_name(meeting_format: MeetingFormat) -> str:
    """'in person', 'by video'."""
    return {
        MeetingFormat.IN_PERSON: _("in person"),
        MeetingFormat.VIDEO: _("by video"),
        MeetingFormat.PHONE: _("by phone"),
    }[meeting_format]


def condition_source_name(source: ConditionSource) -> str:
    """'my clinician'."""
    return {
        ConditionSource.CLINICIAN: _("my clinician"),
        ConditionSource.SELF: _("I say so myself"),
    }[source]


def phase_name(phase: Phase) -> str:
    """'Initial phase'."""
    return {
        Phase.PREPARATION: pgettext("phase", "Preparation"),
        Phase.INITIAL: pgettext("phase", "Initial phase"),
        Phase.MAINTENANCE: pgettext("phase", "Maintenance"),
        Phase.FOLLOW_UP: pgettext("phase", "Looking back"),
    }[phase]


def phase_meaning(phase: Phase) -> str:
    """What a phase is, for the place where it is chosen."""
    return {
        Phase.PREPARATION: _("before the first"),
        Phase.INITIAL: _("the first sessions"),
        Phase.MAINTENANCE: _("now and then"),
        Phase.FOLLOW_UP: _("no more planned"),
    }[phase]


def course_status_name(status: CourseStatus) -> str:
    """'under way'."""
    return {
        CourseStatus.PLANNED: pgettext("a course", "planned"),
        CourseStatus.ACTIVE: pgettext("a course", "under way"),
        CourseStatus.PAUSED: pgettext("a course", "paused"),
        CourseStatus.COMPLETED: pgettext("a course", "completed"),
        CourseStatus.STOPPED: pgettext("a course", "stopped"),
    }[status]


def condition_name(condition: Condition) -> str:
    """What a course is for, in everyday words."""
    return {
        Condition.DEPRESSION: _("depression"),
        Condition.BIPOLAR_DEPRESSION: _("bipolar depression"),
        Condition.ANXIETY: _("anxiety"),
        Condition.PTSD: _("post-traumatic stress"),
        Condition.OCD: _("obsessions"),
        Condition.CHRONIC_PAIN: _("lasting pain"),
        Condition.SUBSTANCE_USE: _("substance use"),
        Condition.EATING: pgettext("what a course is for", "eating"),
        Condition.EXISTENTIAL: _("questions of meaning"),
        Condition.OTHER: _("something else"),
    }[condition]


def event_kind_name(kind: EventKind) -> str:
    """'Change of medicine'."""
    return {
        EventKind.MEDICINE_CHANGE: _("Change of medicine"),
        EventKind.LIFE_EVENT: _("Life event"),
        EventKind.ILLNESS: _("Illness"),
        EventKind.TRAVEL: _("Travel"),
        EventKind.SUBSTANCE: _("Alcohol or other substance"),
        EventKind.OTHER: pgettext("event", "Something else"),
    }[kind]


def fragment_kind_name(kind: FragmentKind) -> str:
    """'an image', 'in the body'."""
    return {
        FragmentKind.IMAGE: _("an image"),
        FragmentKind.WORD: _("a word"),
        FragmentKind.FEELING: _("a feeling"),
        FragmentKind.BODY: _("in the body"),
        FragmentKind.SOMEONE: _("someone"),
    }[kind]


def check_in_type_name(kind: CheckInType) -> str:
    """'just before a session'."""
    return {
        CheckInType.ORDINARY: pgettext("check-in", "ordinary"),
        CheckInType.PRE_SESSION: pgettext("check-in", "just before a session"),
        CheckInType.POST_SESSION: pgettext("check-in", "just after a session"),
    }[kind]


def part_name(part: Part) -> str:
    """A part of the summary."""
    return {
        Part.MEASURES: _("Mood and measures"),
        Part.SCALES: _("Scales"),
        Part.SESSIONS: _("Dosing sessions, side effects"),
        Part.MEDICINES: _("Current medicines"),
        Part.TALKING_POINTS: _("What I would like to talk about"),
        Part.PRACTICES: _("Practices"),
        Part.ENTRIES: _("Entries, one by one"),
        Part.FURTHER: _("Further charts and method"),
        Part.AROUND: _("Around a session"),
        Part.LASTING: _("How long it lasted"),
        Part.BEFORE_AND_AFTER: _("Before and after the first dose"),
        Part.SESSION_DETAILS: _("Themes and vital signs"),
        Part.TAGS: _("Tags of the entries"),
    }[part]


def page_size_name(size: PageSize) -> str:
    """The name of a paper size."""
    return {PageSize.A4: _("A4"), PageSize.LETTER: _("Letter")}[size]
