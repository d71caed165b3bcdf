from __future__ import annotations

from dataclasses import replace
from datetime import date

from kapjournal.domain.course import Course, CourseStatus, Phase, PhaseSpan
from kapjournal.ui.sessions.course_pane import phases_with
from kapjournal.ui.sessions.course_rows import course_line

TODAY = date(2026, 10, 23)
COURSE = Course(
    phases=(
        PhaseSpan(Phase.PREPARATION, date(2026, 9, 8), date(2026, 9, 21)),
        PhaseSpan(Phase.INITIAL, date(2026, 9, 22)),
    )
)


def test_what_was_before_ends_the_day_before() -> None:
    phases = phases_with(COURSE, Phase.MAINTENANCE, TODAY)
    assert phases[1] == PhaseSpan(Phase.INITIAL, date(2026, 9, 22), date(2026, 10, 22))
    assert phases[2] == PhaseSpan(Phase.MAINTENANCE, TODAY)


def test_the_same_phase_again_changes_nothing() -> None:
    assert phases_with(COURSE, Phase.INITIAL, TODAY) == COURSE.phases


def test_no_phase_leaves_the_past_as_it_was() -> None:
    assert phases_with(COURSE, None, TODAY)[-1].last == date(2026, 10, 22)


def test_a_course_that_is_paused_says_so_under_its_name() -> None:
    line = course_line(replace(COURSE, status=CourseStatus.PAUSED, sessions_planned=6), (), TODAY)
    assert line == "0 of 6 sessions. Paused."
