"""What the picking rule looks at: the moment, the sessions, the last days and the person's own choices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.measure import ENERGY, SLEEP_H
from kapjournal.domain.person import Person
from kapjournal.domain.prompt import PromptAnswer, PromptMark, PromptOffer
from kapjournal.guidance.library import Prompt, PromptRules, Skip

DISTRESS_LASTS = timedelta(hours=24)
SPED_UP_DAYS = 3
SPED_UP_AT_LEAST = 2
SHORT_SLEEP_H = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Everything the rule needs; lists may hold more than it looks at, in any order."""

    now: datetime
    """Aware, where the person is."""
    day: date
    """The journal day of `now`."""
    sessions: tuple[KapSession, ...] = ()
    course_id: int | None = None
    offers: tuple[PromptOffer, ...] = ()
    """Of today and the 30 days before."""
    answers: tuple[PromptAnswer, ...] = ()
    """Of the last 14 days."""
    marks: tuple[PromptMark, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    """Of the last three days."""
    item9_days: tuple[date, ...] = ()
    """Days on which item 9 of PHQ-9 was above 0."""
    person: Person = field(default_factory=Person)
    own: tuple[Prompt, ...] = ()
    """The person's own and their therapist's prompts: of every window, light, first on alternate days."""

    @property
    def instant(self) -> datetime:
        """Now in UTC, so that hours are hours across time zones and changes of the clock."""
        return self.now.astimezone(UTC)

    @property
    def hidden(self) -> frozenset[str]:
        """The prompts that are not for this person."""
        return frozenset(m.prompt_id for m in self.marks if m.hidden)

    @property
    def favourites(self) -> frozenset[str]:
        """The prompts that the person pinned with a star; they may come again within the 30 days."""
        return frozenset(m.prompt_id for m in self.marks if m.favourite)

    def offered_today(self) -> tuple[PromptOffer, ...]:
        """What was offered on this journal day, by slot."""
        return tuple(sorted((o for o in self.offers if o.day == self.day), key=lambda o: o.slot))

    def offered_within(self, days: int) -> frozenset[str]:
        """The prompts that were offered on an earlier day, at most that many days ago."""
        return frozenset(o.prompt_id for o in self.offers if 0 < (self.day - o.day).days <= days)


def skip_codes(
    circumstances: Circumstances, hours_since_end: float | None, rules: PromptRules
) -> frozenset[Skip]:
    """The active skip codes (clinical reference 4.3)."""
    active = {
        Skip.DISTRESS: is_hard_day(circumstances, rules),
        Skip.ACUTE: hours_since_end is not None and hours_since_end < rules.first_hours,
        Skip.TRAUMA: circumstances.person.trauma_care,
        Skip.UNSAFE_HOME: circumstances.person.home_not_safe,
        Skip.ACTIVATION: _sped_up(circumstances, rules),
    }
    return frozenset(code for code, holds in active.items() if holds)


def is_hard_day(circumstances: Circumstances, rules: PromptRules) -> bool:
    """Whether the latest distress of the last 24 hours is high, or item 9 was above 0 in the last two weeks."""
    item9 = any(0 <= (circumstances.day - day).days <= rules.item9_days for day in circumstances.item9_days)
    return item9 or _latest_distress(circumstances) >= rules.distress_at


def _latest_distress(circumstances: Circumstances) -> float:
    """The latest distress of the last 24 hours; -1 where none was given, which is not zero."""
    now = circumstances.instant
    given = [
        (c.moment.instant, c.id, c.distress)
        for c in circumstances.check_ins
        if c.distress is not None and timedelta() <= now - c.moment.instant <= DISTRESS_LASTS
    ]
    return max(given)[2] if given else -1.0


def _sped_up(circumstances: Circumstances, rules: PromptRules) -> bool:
    """Energy of 9 or more and 5 hours of sleep or less, on 2 of the last 3 journal days."""
    sped_up_days = 0
    for back in range(SPED_UP_DAYS):
        of_day = [c for c in circumstances.check_ins if (circumstances.day - c.moment.day).days == back]
        energies = [e for c in of_day if (e := c.value(ENERGY)) is not None]
        nights = [h for c in of_day if (h := c.value(SLEEP_H)) is not None]
        if (
            energies
            and nights
            and max(energies) >= rules.activation_energy_at
            and min(nights) <= SHORT_SLEEP_H
        ):
            sped_up_days += 1
    return sped_up_days >= SPED_UP_AT_LEAST
