from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import date, timedelta

from kapjournal.domain.course import CourseStatus
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import SessionKind, SessionStatus, Severity, SideEffect
from kapjournal.domain.measure import BUILT_IN, MOOD, SLEEP_H
from kapjournal.domain.share import Part
from kapjournal.summary import glances
from kapjournal.summary.contents import Material, days_of, gather
from kapjournal.summary.glances import DASH
from kapjournal.summary.strikes import lines
from kapjournal.summary.writings import writings_count
from tests.summary.samples import (
    DOSES,
    FIRST,
    FRAGMENT,
    LAST,
    NOW,
    REFLECTION,
    SECRET,
    at,
    choice,
    column,
    course,
    dose,
    each_day,
    material,
    said,
)


def test_the_days_follow_the_course_or_the_last_four_weeks() -> None:
    assert days_of(choice(), course(), LAST) == (FIRST, LAST)
    assert days_of(choice(), None, LAST) == (LAST - timedelta(days=27), LAST)
    assert days_of(choice(first=LAST, last=FIRST), None, LAST) == (FIRST, FIRST)


def test_it_opens_with_whom_when_and_where_in_the_course() -> None:
    summary = gather(choice(), material(), NOW)
    assert summary.opening == "Summary for my therapist, from R."
    assert summary.title == "8 September to 23 October 2026"
    assert said(summary.standing) == (
        "Initial phase, 4 of 6 dosing sessions",
        "depression",
        "day 3 after session 4",
    )


def test_a_course_that_rests_is_told_of_today_alone() -> None:
    paused = replace(course(), status=CourseStatus.PAUSED)
    rests = replace(material(), course=paused)
    today = gather(choice(), rests, NOW)
    assert [line.text for line in today.standing if line.key == "standing:status"] == ["the course is paused"]
    before = gather(choice(first=FIRST, last=LAST - timedelta(days=7)), rests, NOW)
    assert not [line for line in before.standing if line.key == "standing:status"]


def test_one_hour_is_no_hours() -> None:
    sleep = BUILT_IN[SLEEP_H]
    assert (glances._unit(sleep, 1.0), glances._unit(sleep, 1.04)) == ("hour", "hour")
    assert (glances._unit(sleep, 0.5), glances._unit(sleep, 6.0)) == ("hours", "hours")


def test_at_a_glance_compares_the_two_weeks_before_the_first_dose_with_the_last_seven_days() -> None:
    mood, sleep = gather(choice(), material(), NOW).glances
    assert (mood.name, mood.now, mood.unit, mood.change, mood.was) == (
        "Mood",
        "5",
        "of 10",
        "2 points higher",
        "was 3",
    )
    assert (mood.before_place, mood.now_place) == (0.3, 0.5)
    assert (sleep.now, sleep.unit, sleep.change, sleep.was) == ("6.5", "hours", "", f"was {DASH}")


def test_a_change_is_that_of_the_figures_that_stand_there() -> None:
    mood = BUILT_IN[MOOD]
    # 0.75 by itself would be written 0.8 between 3.8 and 4.5, and 0.25 as 0.2 between 4.5 and 4.8.
    assert glances._glance(mood, 3.75, 4.5)[:5] == (
        "glance:mood",
        "Mood",
        "4.5",
        "of 10",
        "0.7 points higher",
    )
    assert glances._glance(mood, 4.5, 4.75).change == "0.3 points higher"


def test_the_windows_say_on_how_many_check_ins_their_medians_rest() -> None:
    mood = material().values[MOOD]
    ordinary = mood.ordinary[:-1] + array("b", [0])
    around = replace(material(), values={MOOD: replace(mood, ordinary=ordinary)})
    assert "Last 7 days: 17 to 23 October 2026, 6 check-ins on 6 days." in gather(choice(), around, NOW).note


def test_before_needs_five_days() -> None:
    four = each_day(DOSES[0] - timedelta(days=4), DOSES[0] - timedelta(days=1), 3.0)
    now = each_day(LAST - timedelta(days=2), LAST, 5.0)
    few = replace(material(), values={MOOD: column(four | now)})
    assert gather(choice(), few, NOW).glances[0].was == f"was {DASH}"
    five = each_day(DOSES[0] - timedelta(days=5), DOSES[0] - timedelta(days=1), 3.0)
    enough = replace(material(), values={MOOD: column(five | now)})
    assert gather(choice(), enough, NOW).glances[0].was == "was 3"


def test_without_a_dose_nothing_is_compared() -> None:
    (mood, _sleep) = gather(choice(), replace(material(), kap_sessions=()), NOW).glances
    assert (mood.now, mood.change, mood.was) == ("5", "", "")


def test_a_measure_without_any_value_has_no_card() -> None:
    assert [glance.name for glance in gather(choice(), material(), NOW).glances] == ["Mood", "Sleep"]


def test_a_row_of_sessions_has_what_was_told_and_no_mood() -> None:
    rows = gather(choice(), material(), NOW).sessions
    assert [row.number for row in rows] == ["1", "2", "3", "4"]
    assert rows[0].told == "IM, as told, 40 mg"
    assert (rows[0].depth, rows[0].difficulty) == ("4", "3")
    assert rows[0].side_effects == "Nausea, mild, 2 h"
    assert rows[1].side_effects == DASH
    assert rows[2].side_effects == "Headache, strong, not gone"
    assert rows[3].side_effects == "Nausea, mild, 2 h; Fear, moderate, 40 min"


def test_mood_around_a_dose_leaves_the_dosing_day_out_and_says_its_days() -> None:
    rows = gather(choice(), material(), NOW).around
    assert (rows[0].before, rows[0].before_days) == ("3", "7 days")
    assert (rows[0].after, rows[0].after_days) == ("5", "3 days")
    # The week before the second dose begins with the day of the first, as it does in the charts.
    assert (rows[1].before, rows[1].before_days) == ("5", "7 days")
    assert (rows[2].before, rows[2].before_days) == ("5", "4 days")


def test_mood_after_a_dose_stops_at_the_next_one() -> None:
    sessions = (
        *material().kap_sessions,
        replace(material().kap_sessions[3], id=105, moment=at(DOSES[0] + timedelta(days=2))),
    )
    rows = gather(choice(), replace(material(), kap_sessions=sessions), NOW).around
    assert rows[0].after_days == "1 day"


def test_only_what_took_place_counts() -> None:
    sessions = tuple(
        replace(s, status=SessionStatus.CANCELLED) if s.id == 104 else s for s in material().kap_sessions
    )
    summary = gather(choice(), replace(material(), kap_sessions=sessions), NOW)
    assert len(summary.sessions) == 3
    assert summary.standing[0].text == "Initial phase, 3 of 6 dosing sessions"


def test_worth_asking_holds_facts_only() -> None:
    assert said(gather(choice(), material(), NOW).worth_asking) == (
        "Session 3 was rated 8 of 10 for difficulty.",
        "Not gone after session 3: Headache, strong.",
    )


def test_of_many_facts_the_latest_are_told_and_how_many_more_there_are() -> None:
    lasting = (
        SideEffect("nausea", Severity.MILD, False),
        SideEffect("other", Severity.STRONG, False, None, "w" * 90),
        SideEffect("dizziness", Severity.MODERATE, False),
        SideEffect("headache", Severity.MILD, False),
    )
    hard = tuple(dose(n, day, difficulty=9, side_effects=lasting) for n, day in enumerate(DOSES, 1))
    told = said(gather(choice(), replace(material(), kap_sessions=hard), NOW).worth_asking)
    assert told == (
        "Session 3 was rated 9 of 10 for difficulty.",
        f"Not gone after session 3: {'w' * 59}…, strong; Dizziness, moderate; Nausea, mild; 1 more.",
        "Session 4 was rated 9 of 10 for difficulty.",
        f"Not gone after session 4: {'w' * 59}…, strong; Dizziness, moderate; Nausea, mild; 1 more.",
        "And 4 more like these, in the sessions below.",
    )


def test_a_red_flag_that_is_not_gone_is_told_however_long_ago_it_was() -> None:
    flag = (SideEffect("nausea", Severity.STRONG, False), SideEffect("fainted", Severity.MILD, False))
    sessions = (
        dose(1, DOSES[0], side_effects=flag),
        *(dose(n, day, difficulty=9) for n, day in enumerate((*DOSES[1:], LAST, LAST), 2)),
    )
    told = said(gather(choice(), replace(material(), kap_sessions=sessions), NOW).worth_asking)
    assert told[0] == "Not gone after session 1: Fainted, mild; Nausea, strong."
    assert told[1:] == (
        *(f"Session {n} was rated 9 of 10 for difficulty." for n in (3, 4, 5, 6)),
        "And 1 more like these, in the sessions below.",
    )


def test_a_side_effect_in_many_words_is_whole_in_its_row_and_shortened_by_session() -> None:
    long = tuple(SideEffect("other", Severity.MILD, True, None, "w" * 90 + end) for end in "ab")
    made = replace(material(), kap_sessions=(dose(1, DOSES[0], side_effects=long),))
    summary = gather(choice(parts=tuple(Part)), made, NOW)
    assert summary.further is not None
    assert summary.further.effects is not None
    assert [row.name for row in summary.further.effects.rows] == ["w" * 59 + "…"] * 2
    assert summary.sessions[0].side_effects == "; ".join("w" * 90 + end + ", mild, gone" for end in "ab")


def test_nothing_written_is_in_it_unless_ticked() -> None:
    summary = gather(choice(), material(), NOW)
    assert "Unshared" not in repr(summary)
    assert summary.choice.entry_ids == (REFLECTION, FRAGMENT)
    assert "Unsharedwords" in repr(gather(choice(entry_ids=(SECRET,)), material(), NOW))


def test_what_was_ticked_is_counted_by_its_kind() -> None:
    talk = dose(9, LAST, kind=SessionKind.INTEGRATION, what_landed="Breath")
    ticked = (*material().entries, talk, talk, dose(4, LAST, intention="Less"))
    assert writings_count(ticked) == "2 reflections, 1 fragment, 2 talks, 1 intention"
    assert writings_count(()) == ""


def test_a_ticked_entry_outside_the_days_is_left_out() -> None:
    summary = gather(choice(last=date(2026, 10, 20)), material(), NOW)
    assert summary.choice.entry_ids == (FRAGMENT,)
    assert "darkwater" not in repr(summary)


def test_a_part_that_was_left_out_leaves_no_trace() -> None:
    without = gather(choice(parts=(Part.TALKING_POINTS,)), material(), NOW)
    assert (without.standing, without.glances, without.chart, without.sessions, without.writings) == (
        (),
        (),
        None,
        (),
        (),
    )
    assert said(without.talking_points) == ("Telling my sister.",)
    assert gather(choice(parts=(Part.SESSIONS,)), material(), NOW).around == (), "mood is not in it"
    assert "session" not in " ".join(without.note)


def test_without_the_sessions_no_date_of_one_stands_beside_what_was_written() -> None:
    summary = gather(choice(parts=(Part.ENTRIES, Part.MEASURES)), material(), NOW)
    assert all("session" not in line for writing in summary.writings for line in writing.context)
    assert summary.chart is not None
    assert ">1</text>" not in summary.chart.svg


def test_at_most_three_things_to_talk_about() -> None:
    points = (" one ", "", "two", "three", "four")
    assert said(gather(choice(talking_points=points), material(), NOW).talking_points) == (
        "one",
        "two",
        "three",
    )


def test_the_note_says_what_the_numbers_rest_on() -> None:
    note = " ".join(gather(choice(), material(), NOW).note)
    assert "Mood: 40 check-ins on 40 of 46 days; none from 3 to 8 October 2026; 1 added later." in note
    assert "Before: 8 to 21 September 2026, 14 check-ins on 14 days." in note
    assert "Last 7 days: 17 to 23 October 2026, 7 check-ins on 7 days." in note
    assert "no number is a diagnosis" in note


def test_the_note_says_how_many_days_each_measure_has() -> None:
    others = "Days with the others, before and in the last 7: sleep 0 and 7."
    assert others in gather(choice(), material(), NOW).note
    assert others not in gather(choice(struck=("glance:sleep_h",)), material(), NOW).note
    sleep = {SLEEP_H: material().values[SLEEP_H]}
    alone = gather(choice(), replace(material(), values=sleep, kap_sessions=()), NOW).note
    assert alone[0] == "Mood: 0 check-ins on 0 of 46 days."
    assert "Days with the others, of the last 7: sleep 7." in alone


def test_an_empty_journal_makes_a_summary_too() -> None:
    summary = gather(choice(), Material(), NOW)
    assert (summary.chart, summary.glances, summary.sessions) == (None, (), ())
    assert summary.note[0] == "Mood: 0 check-ins on 0 of 28 days."


def test_an_event_is_a_mark_on_the_chart_where_it_is_ticked_and_not_struck() -> None:
    event = Event(id=900, moment=at(DOSES[1]), kind=EventKind.MEDICINE_CHANGE, text="Less\nof it")
    noted = replace(material(), entries=(event,))
    wanted = choice(entry_ids=(900,), parts=(Part.MEASURES, Part.ENTRIES))
    with_mark, unticked = gather(wanted, noted, NOW), gather(replace(wanted, entry_ids=()), noted, NOW)
    first, second = (line.key for line in lines(with_mark) if line.key.startswith("entry:900:0"))
    half = gather(replace(wanted, struck=(first,)), noted, NOW)
    struck = gather(replace(wanted, struck=(first, second)), noted, NOW)
    drawn = [made.chart.svg for made in (with_mark, half, unticked, struck) if made.chart is not None]
    assert drawn[0] == drawn[1] != drawn[2] == drawn[3]
    assert any("Triangle" in text for text in with_mark.note)
    assert not any("Triangle" in text for text in (*unticked.note, *struck.note))
