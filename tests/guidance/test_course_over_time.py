"""A whole course walked through in steps of an hour and a half: at each step the rule is held against a plain reading.

The reading here knows nothing of the program's windows, depths or codes: it is the table of the clinical reference,
section 4.3, once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.kap_session import KapSession, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.person import Person
from kapjournal.domain.prompt import PromptAnswer, PromptOffer
from kapjournal.guidance.circumstances import Circumstances
from kapjournal.guidance.library import Prompt, library
from kapjournal.guidance.prompts import Offer, one_more, pick
from kapjournal.guidance.today import another, todays_prompt
from tests.guidance.situations import answered, at, check_in, dosing, now

STEP = timedelta(minutes=90)
TOKYO = ZoneInfo("Asia/Tokyo")
HOUR = timedelta(hours=1)
LIGHT, MEDIUM, DEEP = 1, 2, 3

SESSIONS = (
    dosing(at(9, 8, 13, 30), id=1),
    dosing(at(9, 15, 13, 30), id=2),  # a week apart
    dosing(at(9, 22, 13, 30), status=SessionStatus.POSTPONED, id=3),
    dosing(at(9, 29, 13, 30), id=4),
    dosing(at(10, 2, 13, 30), id=5),  # three days apart
    dosing(at(10, 9, 13, 30), status=SessionStatus.CANCELLED, id=6),
    dosing(at(10, 24, 13, 30), minutes=None, id=7),  # its day after has 25 hours
    dosing(at(11, 3, 13, 30), status=SessionStatus.PLANNED, id=8),
)
BEGIN, END = at(9, 1, 0, 40), at(12, 20)
AWAY = (at(9, 17), at(9, 27))
"""Days in Tokyo: the clock of the person is eight hours on."""
HARD = (at(9, 11, 10), at(9, 30, 9), at(10, 15, 20))
"""When a distress of 8 was noted."""
ITEM_9 = date(2026, 12, 1)
NIGHTS = (at(10, 27, 9), at(10, 28, 9))
"""When much energy after little sleep was noted."""


@dataclass(frozen=True)
class Told:
    """What the reference says of a moment."""

    window: str
    depth: int
    codes: frozenset[str]


def told(moment: datetime, day: date) -> Told | None:
    """Read the reference for a moment; None inside a session."""
    instant = moment.astimezone(UTC)
    spans = [
        (s.moment.instant, s.moment.instant + timedelta(minutes=s.duration_min or 120))
        for s in SESSIONS
        if s.status in (SessionStatus.HELD, SessionStatus.PLANNED)
    ]
    if any(start <= instant < end for start, end in spans):
        return None
    since = min(((instant - end) / HOUR for _start, end in spans if end <= instant), default=None)
    until = min(((start - instant) / HOUR for start, _end in spans if start > instant), default=None)
    codes = told_codes(instant, day, since)
    window, depth = told_window(since, until)
    if "distress" in codes:
        window, depth = "steady", LIGHT
    if until is not None and until <= 24:
        depth = min(depth, MEDIUM)
    if since is not None and since < 6:
        depth = LIGHT
    return Told(window, depth, codes)


def told_codes(instant: datetime, day: date, since: float | None) -> frozenset[str]:
    """The skip codes that hold."""
    hard = any(timedelta() <= instant - h.astimezone(UTC) <= timedelta(hours=24) for h in HARD)
    sped_up = sum(0 <= (day - n.date()).days <= 2 for n in NIGHTS if n.astimezone(UTC) <= instant)
    holding = {
        "distress": hard or 0 <= (day - ITEM_9).days <= 14,
        "acute": since is not None and since < 6,
        "activation": sped_up >= 2,
    }
    return frozenset(code for code, holds in holding.items() if holds)


def told_window(since: float | None, until: float | None) -> tuple[str, int]:
    """The window with the highest priority, and how deep it goes."""
    after, before = since if since is not None else 1e9, until if until is not None else 1e9
    table = (
        (before <= 12, "day_of", LIGHT),
        (after < 24, "h0_24", MEDIUM),
        (after < 72, "h24_72", DEEP),
        (before <= 48 or since is None, "prep", MEDIUM),
        (after < 336, "d3_14", DEEP),
        (True, "maintenance", DEEP),
    )
    return next((window, depth) for holds, window, depth in table if holds)


def moments() -> Iterator[datetime]:
    """Every hour and a half, where the person is."""
    instant = BEGIN.astimezone(UTC)
    while instant < END.astimezone(UTC):
        away = AWAY[0] <= instant < AWAY[1]
        yield instant.astimezone(TOKYO if away else BEGIN.tzinfo)
        instant += STEP


@dataclass
class Life:
    """What the journal holds by now."""

    course_id: int
    trauma_care: bool = False
    offers: tuple[PromptOffer, ...] = ()
    answers: tuple[PromptAnswer, ...] = ()

    def at(self, moment: datetime) -> Circumstances:
        """The circumstances of a moment."""
        given: list[CheckIn] = [
            *(check_in(hard, distress=8) for hard in HARD if hard <= moment),
            *(check_in(night, energy=9.5, sleep_h=4) for night in NIGHTS if night <= moment),
        ]
        return replace(
            now(moment, *SESSIONS),
            course_id=self.course_id,
            offers=self.offers,
            answers=self.answers,
            check_ins=tuple(given),
            item9_days=(ITEM_9,) if moment_at(moment).day >= ITEM_9 else (),
            person=Person(trauma_care=self.trauma_care),
        )

    def note(self, circumstances: Circumstances, offer: Offer) -> None:
        """Note a new offer."""
        noted = PromptOffer(circumstances.day, offer.slot, offer.prompt.id, offer.window)
        self.offers = (*self.offers, noted)

    def repeated(self, day: date, prompt: Prompt) -> bool:
        """Whether a prompt was offered on an earlier day of the last thirty."""
        return any(o.prompt_id == prompt.id and 0 < (day - o.day).days <= 30 for o in self.offers)


def allowed(reading: Told, codes: frozenset[str]) -> list[Prompt]:
    """What the library holds for a reading."""
    return [
        p
        for p in library().prompts
        if p.window == reading.window and p.depth <= reading.depth and not {*p.skip_when} & codes
    ]


@pytest.mark.parametrize("course_id", [1, 2, 3])
@pytest.mark.parametrize("trauma_care", [False, True])
def test_every_offer_of_a_course_is_one_that_the_reference_allows(course_id: int, trauma_care: bool) -> None:
    life = Life(course_id, trauma_care)
    seen: dict[str, int] = {}
    for turn, moment in enumerate(moments()):
        circumstances = life.at(moment)
        reading = told(moment, circumstances.day)
        today = todays_prompt(circumstances)
        if turn % 7 == 3:
            today = another(circumstances)
        if reading is None:
            assert today.offer is None, moment
            assert one_more(circumstances, 0, ()) is None
            continue
        offer = today.offer
        if offer is None:
            continue
        codes = reading.codes | ({"trauma"} if trauma_care else set())
        for shown in (offer.prompt, *offer.alternatives):
            assert shown.depth <= reading.depth, (moment, shown.id)
            assert not shown.skip_when & codes, (moment, shown.id)
            assert shown.depth < DEEP or reading.window not in ("prep", "day_of", "h0_24"), (moment, shown.id)
        assert len({offer.prompt.domain, *(p.domain for p in offer.alternatives)}) == 1 + len(
            offer.alternatives
        )
        if not today.new:
            continue
        seen[offer.window] = seen.get(offer.window, 0) + 1
        assert offer.window == reading.window, (moment, offer)
        if life.repeated(circumstances.day, offer.prompt):
            left = [p for p in allowed(reading, codes) if not life.repeated(circumstances.day, p)]
            assert left == [], (moment, offer.prompt.id)
        life.note(circumstances, offer)
        if turn % 5 == 0:
            life.answers = (*life.answers, answered(moment, offer.prompt))
    assert set(seen) == {"prep", "day_of", "h0_24", "h24_72", "d3_14", "maintenance", "steady"}


def test_by_itself_no_prompt_comes_again_within_thirty_days_of_a_course() -> None:
    """One look a day, as someone who opens the journal in the evening: nothing runs out, so nothing is repeated."""
    life = Life(7)
    last: dict[str, date] = {}
    looked = BEGIN.replace(hour=20)
    while looked < END:
        circumstances = life.at(looked)
        today = todays_prompt(circumstances)
        if today.offer is not None and today.new:
            before = last.get(today.offer.prompt.id)
            # The steady ones are ten; two weeks of hard days use them up.
            if before is not None and today.offer.window != "steady":
                assert (circumstances.day - before).days > 30, (looked, today.offer.prompt.id)
            last[today.offer.prompt.id] = circumstances.day
            life.note(circumstances, today.offer)
        looked += timedelta(days=1)
    assert len(last) > 40


@pytest.mark.parametrize("prompt", library().prompts, ids=lambda p: p.id)
def test_a_prompt_with_a_code_waits_while_the_code_holds_and_no_longer(prompt: Prompt) -> None:
    """Asked for in every way there is, on the same day with the code and without it."""
    moment = at(10, 20, 10)
    windows = {"prep": -30, "day_of": -6, "h0_24": 12, "h24_72": 48, "d3_14": 120, "maintenance": 500}
    hours = windows.get(prompt.window)
    start = moment - timedelta(hours=(hours + 2) if hours and hours > 0 else hours or 122)
    status = SessionStatus.PLANNED if hours and hours < 0 else SessionStatus.HELD
    plain = now(moment, dosing(start, status=status))
    held: dict[str, Circumstances] = {
        "trauma": replace(plain, person=Person(trauma_care=True)),
        "unsafe_home": replace(plain, person=Person(home_not_safe=True)),
        "activation": replace(
            plain,
            check_ins=(
                check_in(moment, energy=9, sleep_h=5),
                check_in(moment - timedelta(days=2), energy=9, sleep_h=5),
            ),
        ),
        "distress": replace(plain, check_ins=(check_in(moment, distress=7),)),
        "acute": now(moment, dosing(moment - timedelta(hours=7))),
    }
    own_too = replace(prompt, id="own-mind-01", window="any", depth=library().windows[1].max_depth)
    for code, circumstances in held.items():
        offered: set[str] = set()
        with_own = replace(circumstances, own=(own_too,))
        for slot in range(12):
            offer = pick(with_own, slot, asked=True)
            assert offer is not None
            offered |= {p.id for p in (offer.prompt, *offer.alternatives)}
        more = one_more(with_own, 0, ())
        offered |= {more.id} if more else set()
        if code in prompt.skip_when:
            assert prompt.id not in offered, code
            assert "own-mind-01" not in offered, code
        elif not own_too.skip_when:
            assert "own-mind-01" in offered, code


def test_a_night_before_three_belongs_to_the_evening_before() -> None:
    session: KapSession = dosing(at(10, 1, 13))
    evening, night, morning = (
        now(moment, session) for moment in (at(10, 8, 22), at(10, 9, 2, 59), at(10, 9, 3))
    )
    assert evening.day == night.day == date(2026, 10, 8)
    assert morning.day == date(2026, 10, 9)
    assert pick(evening, 3) == pick(night, 3)
    assert any(pick(evening, slot) != pick(morning, slot) for slot in range(4))
