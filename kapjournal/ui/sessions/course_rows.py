"""The course as rows: what stands on the line, in order of time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from kapjournal.domain.course import Course, CourseStatus
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.words.dates import clock_time, day_in_year, day_short
from kapjournal.words.language import _, ngettext
from kapjournal.words.names import (
    course_status_name,
    event_kind_name,
    phase_name,
    session_kind_short,
    session_title,
    status_name,
)


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One row of the line; a plain one has no mark, and one that heads a course is words alone."""

    entry_id: int
    is_event: bool
    day: date
    day_words: str
    words: str
    spoken: str
    mark: SessionKind | None = None
    number: int | None = None
    planned: bool = False
    aside: str = ""
    """What stands at the right: 'today 16:00'."""
    short_aside: str = ""
    """The same where there is less room: '16:00'."""
    is_course: bool = False
    """It heads a course, where there are several; `entry_id` is the course's id below zero."""

    @property
    def plain(self) -> bool:
        """Whether it is words alone."""
        return self.mark is None


def course_rows(
    sessions: Collection[KapSession],
    numbers: Mapping[int, int],
    events: Iterable[Event],
    today: date,
    courses: Collection[Course] = (),
) -> tuple[CourseRow, ...]:
    """Sessions and events in order of time; postponed and cancelled sessions stay as plain words.

    Where there is more than one course, each has its name above the first that belongs to it.
    """
    timed: list[tuple[datetime, int, CourseRow]] = [
        (s.moment.instant, s.id, _session_row(s, numbers.get(s.id), today)) for s in sessions
    ]
    timed += [(e.moment.instant, e.id, _event_row(e, today)) for e in events]
    if len(courses) > 1:
        timed += [(_begins(c, sessions), 0, _course_row(c, today)) for c in courses]
    return tuple(row for _instant, _id, row in sorted(timed, key=lambda t: (t[0], t[1])))


def _begins(course: Course, sessions: Iterable[KapSession]) -> datetime:
    """Before everything that belongs to a course."""
    first = [s.moment.instant for s in sessions if s.course_id == course.id]
    if course.started is not None:
        first.append(datetime.combine(course.started, time(), tzinfo=UTC))
    return min(first, default=datetime.max.replace(tzinfo=UTC))


def _course_row(course: Course, today: date) -> CourseRow:
    began = course.started or today
    name = course.label.strip() or _("A course")
    day = day_short(began, today)
    state = "" if course.status is CourseStatus.ACTIVE else course_status_name(course.status)
    spoken = _("Course: {name}, from {day}").format(name=name, day=day)
    return CourseRow(
        -course.id,
        False,
        began,
        "",
        _("{name}, {state}").format(name=name, state=state) if state else name,
        _("{course}, {state}").format(course=spoken, state=state) if state else spoken,
        is_course=True,
    )


def _session_row(session: KapSession, number: int | None, today: date) -> CourseRow:
    day = day_short(session.moment.day, today)
    title = session_title(session.kind, number)
    state = status_name(session.status)
    if session.status in (SessionStatus.POSTPONED, SessionStatus.CANCELLED):
        reason = session.status_reason.strip()
        words = _("{state}: {reason}").format(state=state, reason=reason) if reason else state
        spoken = _("{session}, {day}, {state}").format(session=title, day=day, state=words)
        return CourseRow(session.id, False, session.moment.day, day, words, spoken)
    aside = short = ""
    if session.moment.day == today and not session.took_place:
        aside = _("today")
        if session.moment.has_time:
            short = clock_time(session.moment.local)
            aside = _("today {time}").format(time=short)
    return CourseRow(
        session.id,
        False,
        session.moment.day,
        day,
        title if session.kind is SessionKind.DOSING else session_kind_short(session.kind),
        _("{session}, {day}, {state}").format(session=title, day=day, state=state),
        session.kind,
        number,
        not session.took_place,
        aside,
        short or aside,
    )


def _event_row(event: Event, today: date) -> CourseRow:
    day = day_short(event.moment.day, today)
    kind = event_kind_name(event.kind)
    text = event.text.strip().partition("\n")[0]
    words = text or kind
    return CourseRow(
        event.id,
        True,
        event.moment.day,
        day,
        words,
        _("{kind}, {day}, {text}").format(kind=kind, day=day, text=text) if text else f"{kind}, {day}",
    )


def course_title(course: Course | None, today: date) -> str:
    """The phase, or the person's own name for the course."""
    phase = course.phase_on(today) if course is not None else None
    if phase is not None:
        return phase_name(phase)
    return course.label if course is not None and course.label else _("Your course")


def course_line(course: Course | None, sessions: Iterable[KapSession], today: date) -> str:
    """'Since 8 September. 4 of 6 sessions.'; only what is known."""
    of_course = [s for s in sessions if course is None or s.course_id == course.id]
    dosing = [s for s in of_course if s.kind is SessionKind.DOSING]
    held = sum(s.took_place for s in dosing)
    parts = []
    if course is not None and course.started is not None:
        since = (
            day_in_year(course.started)
            if course.started.year == today.year
            else day_short(course.started, today)
        )
        words = _("Since {day}.") if course.started <= today else _("From {day}.")
        parts.append(words.format(day=since))
    if course is not None and course.sessions_planned:
        parts.append(
            ngettext("{held} of {all} session.", "{held} of {all} sessions.", course.sessions_planned).format(
                held=held, all=course.sessions_planned
            )
        )
    elif held:
        parts.append(ngettext("{held} dosing session.", "{held} dosing sessions.", held).format(held=held))
    if course is not None and course.status is not CourseStatus.ACTIVE:
        state = course_status_name(course.status)
        parts.append(_("{state}.").format(state=state[:1].upper() + state[1:]))
    return " ".join(parts)
