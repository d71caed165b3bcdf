"""The prompt for today: what was offered stays, another goes on, not now is quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kapjournal.domain.kap_session import SessionStatus
from kapjournal.domain.prompt import PromptMark, PromptOffer
from kapjournal.guidance.circumstances import Circumstances
from kapjournal.guidance.library import library
from kapjournal.guidance.today import Silence, TodaysPrompt, another, todays_prompt
from tests.guidance.situations import answered, at, check_in, dosing, inside, now, offered, prompt

NOW = at(10, 20, 10)


def noted(circumstances: Circumstances, today: TodaysPrompt) -> Circumstances:
    """The circumstances after the journal noted an offer."""
    assert today.offer is not None
    made = PromptOffer(circumstances.day, today.offer.slot, today.offer.prompt.id, today.offer.window)
    return replace(circumstances, offers=(*circumstances.offers, made))


def test_what_was_offered_stays_all_day() -> None:
    session = dosing(at(10, 17, 13))  # its days 2 and 3 end at 15:00
    morning = now(NOW, session)
    first = todays_prompt(morning)
    assert first.new
    assert first.offer is not None
    evening = replace(noted(now(at(10, 20, 20), session), first), answers=())
    again = todays_prompt(evening)
    assert not again.new
    assert again.offer is not None
    assert again.offer.prompt == first.offer.prompt


def test_the_day_ends_at_three_in_the_night() -> None:
    session = dosing(at(10, 12, 13))
    first = todays_prompt(now(at(10, 20, 22), session))
    late = noted(now(at(10, 21, 2, 59), session), first)
    assert late.day == at(10, 20).date()
    kept = todays_prompt(late)
    assert not kept.new
    after = replace(late, now=at(10, 21, 3), day=at(10, 21).date())
    assert todays_prompt(after).new


def test_another_goes_one_on_and_is_today_s_then() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW))
    first = todays_prompt(circumstances)
    circumstances = noted(circumstances, first)
    second = another(circumstances)
    assert first.offer is not None
    assert second.offer is not None
    assert second.offer.slot == 1
    assert second.offer.prompt != first.offer.prompt
    kept = todays_prompt(noted(circumstances, second))
    assert kept.offer is not None
    assert kept.offer.prompt == second.offer.prompt


def test_not_now_is_quiet_until_tomorrow() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW))
    aside = (offered(circumstances.day, "weeks-mind-01", set_aside=True),)
    assert todays_prompt(replace(circumstances, offers=aside)).silence is Silence.SET_ASIDE
    tomorrow = now(NOW + timedelta(days=1), *inside("d3_14", NOW), offers=aside)
    assert todays_prompt(tomorrow).offer is not None


def test_another_answers_after_not_now() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW))
    aside = (offered(circumstances.day, "weeks-mind-01", set_aside=True),)
    asked = another(replace(circumstances, offers=aside))
    assert asked.offer is not None
    assert asked.offer.slot == 1


def test_one_answer_is_enough_where_one_a_day_is_offered() -> None:
    first = prompt("weeks-mind-01")
    circumstances = now(
        NOW, *inside("d3_14", NOW), offers=(offered(NOW.date(), first.id),), answers=(answered(NOW, first),)
    )
    assert todays_prompt(circumstances).silence is Silence.ANSWERED


def test_the_first_days_offer_a_second_one_after_an_answer() -> None:
    first = prompt("win-mind-01")
    circumstances = now(
        NOW,
        *inside("h24_72", NOW),
        offers=(offered(NOW.date(), first.id, window="h24_72"),),
        answers=(answered(NOW, first),),
    )
    today = todays_prompt(circumstances)
    assert today.new
    assert today.offer is not None
    assert today.offer.slot == 1


def test_a_day_that_turns_hard_brings_something_steady() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW))
    circumstances = noted(circumstances, todays_prompt(circumstances))
    hard = replace(circumstances, check_ins=(check_in(NOW, distress=9),))
    today = todays_prompt(hard)
    assert today.new
    assert today.offer is not None
    assert today.offer.window == "steady"


def test_something_steady_stays_when_the_day_gets_easier() -> None:
    hard = now(NOW, *inside("d3_14", NOW), check_ins=(check_in(NOW, distress=9),))
    steady = todays_prompt(hard)
    easier = noted(now(NOW + timedelta(hours=2), *inside("d3_14", NOW)), steady)
    assert todays_prompt(easier).offer is not None
    assert not todays_prompt(easier).new


def test_what_was_asked_before_a_session_is_not_asked_after_it() -> None:
    session = dosing(at(10, 20, 13), status=SessionStatus.PLANNED)
    before = now(at(10, 20, 9), session)
    first = todays_prompt(before)
    assert first.offer is not None
    assert first.offer.window == "day_of"
    assert todays_prompt(noted(now(at(10, 20, 14), session), first)).silence is Silence.IN_SESSION
    after = todays_prompt(noted(now(at(10, 20, 17), session), first))
    assert after.new
    assert after.offer is not None
    assert after.offer.window == "h0_24"


def test_a_prompt_that_was_hidden_meanwhile_gives_way() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW))
    first = todays_prompt(circumstances)
    assert first.offer is not None
    marks = (PromptMark(first.offer.prompt.id, hidden=True),)
    fresh = todays_prompt(replace(noted(circumstances, first), marks=marks))
    assert fresh.new


def test_between_sessions_it_rests() -> None:
    circumstances = now(NOW, *inside("maintenance", NOW))
    past = offered(circumstances.day - timedelta(days=2), "keep-mind-01", window="maintenance")
    assert todays_prompt(replace(circumstances, offers=(past,))).silence is Silence.RESTING


def test_where_everything_is_hidden_it_says_so() -> None:
    marks = tuple(PromptMark(p.id, hidden=True) for p in library().prompts)
    assert todays_prompt(now(NOW, marks=marks)).silence is Silence.NOTHING_LEFT
