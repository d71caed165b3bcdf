"""The picking rule of the clinical reference, section 4.3."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import pairwise

import pytest

from kapjournal.domain.kap_session import KapSession, SessionStatus
from kapjournal.domain.person import Person
from kapjournal.domain.prompt import PromptMark
from kapjournal.guidance.circumstances import Circumstances
from kapjournal.guidance.library import OF_THE_LIBRARY, Depth, Prompt, PromptDomain, Skip, library
from kapjournal.guidance.prompts import before_session, leave, one_more, pick
from kapjournal.guidance.today import todays_prompt
from tests.guidance.situations import answered, at, check_in, dosing, inside, now, offered, prompt

NOW = at(10, 20, 10)


def everything_offered(circumstances: Circumstances, slots: int = 40) -> set[str]:
    """Whatever any slot would offer."""
    offers = [pick(circumstances, slot, asked=True) for slot in range(slots)]
    return {p.id for offer in offers if offer for p in (offer.prompt, *offer.alternatives)}


def with_code(code: Skip, window: str) -> Circumstances:
    """A moment inside a window with one skip code active."""
    sessions = inside(window, NOW)
    if code is Skip.ACUTE:
        return now(NOW, dosing(NOW - timedelta(hours=5)))
    if code is Skip.TRAUMA:
        return now(NOW, *sessions, person=Person(trauma_care=True))
    if code is Skip.UNSAFE_HOME:
        return now(NOW, *sessions, person=Person(home_not_safe=True))
    if code is Skip.DISTRESS:
        return now(NOW, *sessions, check_ins=(check_in(NOW - timedelta(hours=3), distress=7),))
    nights = (check_in(NOW, energy=9, sleep_h=5), check_in(NOW - timedelta(days=1), energy=10, sleep_h=3))
    return now(NOW, *sessions, check_ins=nights)


SKIPPED = [(p, code) for p in library().prompts for code in sorted(p.skip_when)]


@pytest.mark.parametrize(("skipped", "code"), SKIPPED, ids=[f"{p.id}-{code}" for p, code in SKIPPED])
def test_a_skip_code_keeps_its_prompts_away(skipped: Prompt, code: Skip) -> None:
    circumstances = with_code(code, skipped.window)
    may = leave(circumstances)
    assert may is not None
    assert code in may.skip
    assert skipped.id not in everything_offered(circumstances)


def test_every_prompt_is_offered_at_some_time() -> None:
    found: set[str] = set()
    for window in (w.id for w in library().windows):
        for day in range(40):
            moment = NOW + timedelta(days=day)
            hard = {"check_ins": (check_in(moment, distress=9),)} if window == "steady" else {}
            found |= everything_offered(now(moment, *inside(window, moment), **hard), 6)
    assert found == {p.id for p in library().prompts}


@pytest.mark.parametrize(
    ("hours_ago", "distress", "hard"),
    [(1, 7, True), (24, 7, True), (25, 10, False), (1, 6, False), (1, 10, True)],
)
def test_a_hard_day_is_the_latest_distress_of_a_day(hours_ago: int, distress: float, hard: bool) -> None:
    given = check_in(NOW - timedelta(hours=hours_ago), distress=distress)
    offer = pick(now(NOW, *inside("d3_14", NOW), check_ins=(given,)))
    assert offer is not None
    assert (offer.window == "steady") == hard


def test_the_latest_distress_counts_and_not_the_highest() -> None:
    given = (check_in(NOW - timedelta(hours=5), distress=9), check_in(NOW - timedelta(hours=1), distress=3))
    offer = pick(now(NOW, *inside("d3_14", NOW), check_ins=given))
    assert offer is not None
    assert offer.window == "d3_14"


def test_a_check_in_without_distress_says_nothing_of_it() -> None:
    given = (check_in(NOW - timedelta(hours=5), distress=9), check_in(NOW - timedelta(hours=1), mood=6))
    offer = pick(now(NOW, *inside("d3_14", NOW), check_ins=given))
    assert offer is not None
    assert offer.window == "steady"


@pytest.mark.parametrize(("days_ago", "hard"), [(0, True), (14, True), (15, False)])
def test_item_9_above_zero_makes_two_weeks_of_hard_days(days_ago: int, hard: bool) -> None:
    offer = pick(now(NOW, *inside("d3_14", NOW), item9_days=(NOW.date() - timedelta(days=days_ago),)))
    assert offer is not None
    assert (offer.window == "steady") == hard


@pytest.mark.parametrize(
    ("days", "active"),
    [((0, 1), True), ((0, 2), True), ((1, 2), True), ((0,), False), ((0, 3), False), ((2, 3), False)],
)
def test_sped_up_on_two_of_three_days(days: tuple[int, ...], active: bool) -> None:
    given = tuple(check_in(NOW - timedelta(days=day), energy=9, sleep_h=4.5) for day in days)
    may = leave(now(NOW, *inside("d3_14", NOW), check_ins=given))
    assert may is not None
    assert (Skip.ACTIVATION in may.skip) == active


def test_much_energy_after_enough_sleep_is_no_sign() -> None:
    given = tuple(check_in(NOW - timedelta(days=day), energy=10, sleep_h=7) for day in range(3))
    may = leave(now(NOW, *inside("d3_14", NOW), check_ins=given))
    assert may is not None
    assert Skip.ACTIVATION not in may.skip


def test_the_index_is_the_published_one() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW), course_id=7)
    index = int(sha256(b"72026-10-20d3_140").hexdigest(), 16)
    candidates = [p for p in library().prompts if p.window == "d3_14"]
    domains = sorted({p.domain for p in candidates})
    domain = domains[index % len(domains)]
    within = sorted(p.id for p in candidates if p.domain == domain)
    offer = pick(circumstances)
    assert offer is not None
    assert offer.prompt.id == within[index % len(within)]


def test_without_a_course_the_index_says_none() -> None:
    index = int(sha256(b"none2026-10-20prep0").hexdigest(), 16)
    candidates = [p for p in library().prompts if p.window == "prep"]
    domains = sorted({p.domain for p in candidates})
    within = sorted(p.id for p in candidates if p.domain == domains[index % len(domains)])
    offer = pick(now(NOW))
    assert offer is not None
    assert offer.prompt.id == within[index % len(within)]


def test_the_same_moment_offers_the_same() -> None:
    circumstances = now(NOW, *inside("h24_72", NOW))
    assert pick(circumstances, 2) == pick(circumstances, 2)


def test_the_domain_that_was_answered_least_comes_first() -> None:
    others = [d for d in OF_THE_LIBRARY if d is not PromptDomain.NATURE]
    answers = tuple(answered(NOW, library().of_domain(d)[0]) for d in others)
    offer = pick(now(NOW, *inside("d3_14", NOW), answers=answers))
    assert offer is not None
    assert offer.prompt.domain is PromptDomain.NATURE


def test_answers_of_more_than_two_weeks_ago_do_not_count() -> None:
    others = [d for d in OF_THE_LIBRARY if d is not PromptDomain.NATURE]
    answers = tuple(answered(NOW - timedelta(days=15), library().of_domain(d)[0]) for d in others)
    circumstances = now(NOW, *inside("d3_14", NOW))
    assert pick(replace(circumstances, answers=answers)) == pick(circumstances)


def test_two_alternatives_from_two_other_domains() -> None:
    for slot in range(10):
        offer = pick(now(NOW, *inside("d3_14", NOW)), slot)
        assert offer is not None
        assert len({offer.prompt.domain, *(p.domain for p in offer.alternatives)}) == 3


def test_another_is_another_until_all_were_shown() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW))
    shown: list[str] = []
    for slot in range(26):
        offer = pick(circumstances, slot, asked=True)
        assert offer is not None
        shown.append(offer.prompt.id)
        circumstances = replace(
            circumstances, offers=(*circumstances.offers, offered(circumstances.day, offer.prompt.id, slot))
        )
    assert len(set(shown)) == 26


def test_nothing_comes_again_within_thirty_days_while_others_remain() -> None:
    circumstances = now(NOW)
    first_seen: dict[str, date] = {}
    for day in range(18):  # there are eighteen prompts of preparation
        moment = NOW + timedelta(days=day)
        circumstances = replace(now(moment), offers=circumstances.offers)
        offer = pick(circumstances)
        assert offer is not None
        assert offer.prompt.id not in first_seen
        first_seen[offer.prompt.id] = circumstances.day
        circumstances = replace(
            circumstances, offers=(*circumstances.offers, offered(circumstances.day, offer.prompt.id))
        )
    again = pick(replace(now(NOW + timedelta(days=18)), offers=circumstances.offers))
    assert again is not None, "where nothing else remains the thirty days are dropped"


def test_thirty_days_are_thirty_days() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW))
    offer = pick(circumstances)
    assert offer is not None
    for days, kept_away in ((30, True), (31, False)):
        past = offered(circumstances.day - timedelta(days=days), offer.prompt.id)
        fresh = pick(replace(circumstances, offers=(past,)))
        assert fresh is not None
        assert (fresh.prompt.id != offer.prompt.id) == kept_away


def test_a_favourite_may_come_again() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW))
    offer = pick(circumstances)
    assert offer is not None
    past = offered(circumstances.day - timedelta(days=1), offer.prompt.id)
    marked = (PromptMark(offer.prompt.id, favourite=True),)
    assert pick(replace(circumstances, offers=(past,), marks=marked)) == offer


def test_what_is_not_for_this_person_is_never_offered() -> None:
    hidden = tuple(PromptMark(p.id, hidden=True) for p in library().prompts if p.domain is PromptDomain.MIND)
    circumstances = now(NOW, *inside("d3_14", NOW), marks=hidden)
    assert not everything_offered(circumstances) & {m.prompt_id for m in hidden}


def test_where_a_window_is_empty_the_steady_ones_are_offered() -> None:
    hidden = tuple(PromptMark(p.id, hidden=True) for p in library().prompts if p.window == "d3_14")
    offer = pick(now(NOW, *inside("d3_14", NOW), marks=hidden))
    assert offer is not None
    assert offer.window == "steady"


def test_where_everything_is_hidden_nothing_is_offered() -> None:
    hidden = tuple(PromptMark(p.id, hidden=True) for p in library().prompts)
    assert pick(now(NOW, *inside("d3_14", NOW), marks=hidden), asked=True) is None


def test_nothing_is_offered_inside_a_session() -> None:
    session = dosing(NOW - timedelta(minutes=30), status=SessionStatus.PLANNED)
    assert pick(now(NOW, session), asked=True) is None
    assert one_more(now(NOW, session), 0, ()) is None


def test_one_more_is_of_a_domain_that_is_not_there() -> None:
    circumstances = now(NOW, *inside("d3_14", NOW))
    offer = pick(circumstances)
    assert offer is not None
    shown = (offer.prompt, *offer.alternatives)
    more = one_more(circumstances, 0, shown)
    assert more is not None
    assert more.domain not in {p.domain for p in shown}


def test_between_sessions_one_comes_every_third_day() -> None:
    session = dosing(at(6, 1))
    offers: list[date] = []
    circumstances = now(at(7, 1))
    for day in range(30):
        circumstances = replace(now(at(7, 1) + timedelta(days=day), session), offers=circumstances.offers)
        today = todays_prompt(circumstances)
        if today.offer is not None:
            offers.append(circumstances.day)
            made = offered(circumstances.day, today.offer.prompt.id, window=today.offer.window)
            circumstances = replace(circumstances, offers=(*circumstances.offers, made))
    assert {(b - a).days for a, b in pairwise(offers)} == {3}


def test_asked_for_it_answers_on_a_day_of_rest() -> None:
    circumstances = now(NOW, *inside("maintenance", NOW))
    past = offered(circumstances.day - timedelta(days=1), "keep-mind-01", window="maintenance")
    assert pick(replace(circumstances, offers=(past,))) is None
    assert pick(replace(circumstances, offers=(past,)), asked=True) is not None


def own(number: int) -> Prompt:
    """A prompt of the person's own."""
    return replace(
        prompt("keep-mind-01"),
        id=f"own-mind-{number:02}",
        window="any",
        depth=Depth.LIGHT,
        text="What would you ask?",
    )


def test_own_prompts_come_first_on_alternate_days() -> None:
    firsts = []
    for day in range(6):
        moment: datetime = NOW + timedelta(days=day)
        offer = pick(now(moment, *inside("d3_14", moment), own=(own(1),)))
        assert offer is not None
        firsts.append(offer.prompt.id == "own-mind-01")
    assert firsts in ([True, False] * 3, [False, True] * 3)


def coming(hours: float) -> KapSession:
    """A session that begins so many hours after now."""
    return dosing(NOW + timedelta(hours=hours), status=SessionStatus.PLANNED, id=9)


@pytest.mark.parametrize(("hours", "window"), [(96, "prep"), (13, "prep"), (12, "day_of"), (1, "day_of")])
def test_a_session_to_come_has_a_question_of_its_own(hours: float, window: str) -> None:
    session = coming(hours)
    circumstances = now(NOW, *inside("d3_14", NOW), session, own=(own(1),))
    asked = before_session(circumstances, session)
    assert asked is not None
    assert asked.window == asked.prompt.window == window
    assert before_session(circumstances, session, 1) != asked


def test_the_question_of_a_session_stays_the_same_from_day_to_day() -> None:
    session = coming(120)
    days = [replace(now(NOW + timedelta(days=day), session), course_id=4) for day in range(4)]
    assert len({before_session(day, session) for day in days}) == 1


def test_the_question_of_a_session_holds_to_hard_days_and_first_hours() -> None:
    session = coming(60)
    hard = now(NOW, session, check_ins=(check_in(NOW, distress=8),))
    asked = before_session(hard, session)
    assert asked is not None
    assert asked.window == "steady"
    fresh = now(NOW, dosing(NOW - timedelta(hours=4)), session)
    for slot in range(12):
        gentle = before_session(fresh, session, slot)
        assert gentle is not None
        assert gentle.prompt.depth is Depth.LIGHT
    during = now(NOW, dosing(NOW - timedelta(minutes=30)), session)
    assert before_session(during, session) is None
    hidden = tuple(PromptMark(p.id, hidden=True) for p in library().prompts)
    assert before_session(now(NOW, session, marks=hidden), session) is None
