"""Which prompt is offered now: the picking rule of the clinical reference, section 4.3; no randomness, no clock."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from kapjournal.domain.kap_session import KapSession
from kapjournal.guidance.circumstances import Circumstances, skip_codes
from kapjournal.guidance.library import (
    DAY_OF,
    MAINTENANCE,
    PREP,
    STEADY,
    Depth,
    Prompt,
    PromptLibrary,
    PromptRules,
    PromptWindow,
    Skip,
    library,
)
from kapjournal.guidance.windows import HOUR, Place, place, window_of

__all__ = ["Leave", "Offer", "alternatives", "before_session", "fits", "leave", "library", "one_more", "pick"]


@dataclass(frozen=True, slots=True)
class Offer:
    """One prompt, offered in a window, with others to choose instead."""

    prompt: Prompt
    window: str
    slot: int
    alternatives: tuple[Prompt, ...] = ()


@dataclass(frozen=True, slots=True)
class Leave:
    """What may be offered now: from which window, how deep, and what rules a prompt out."""

    window: PromptWindow
    depth: Depth
    skip: frozenset[Skip]
    rests: bool
    """In maintenance, and something was offered in the last two days: nothing is offered unless asked for."""

    def allows(self, prompt: Prompt) -> bool:
        """Whether a prompt of this window may be offered now, as far as depth and skip codes go."""
        return prompt.depth <= self.depth and not prompt.skip_when & self.skip


def leave(circumstances: Circumstances, prompts: PromptLibrary | None = None) -> Leave | None:
    """What may be offered now; None inside a dosing session, when nothing is."""
    prompts = prompts or library()
    where = place(circumstances.sessions, circumstances.now)
    if where.within is not None:
        return None
    rules = prompts.rules
    skip = skip_codes(circumstances, where.hours_since_end, rules)
    window = window_of(where, prompts) or prompts.window(PREP)
    if Skip.DISTRESS in skip:
        window = prompts.window(STEADY)
    rests = window.id == MAINTENANCE and bool(circumstances.offered_within(rules.maintenance_every_days - 1))
    return Leave(window, _depth(window, where, prompts), skip, rests)


def pick(
    circumstances: Circumstances, slot: int = 0, *, asked: bool = False, prompts: PromptLibrary | None = None
) -> Offer | None:
    """The prompt of a slot (0 for the first offer of the day, one more with each 'another').

    None inside a dosing session, on the days of rest in maintenance unless asked for, and where nothing is left.
    """
    prompts = prompts or library()
    may = leave(circumstances, prompts)
    if may is None or (may.rests and not asked):
        return None
    candidates = _candidates(circumstances, may, prompts)
    if not candidates:
        may = Leave(prompts.window(STEADY), Depth.LIGHT, may.skip, rests=False)
        candidates = _candidates(circumstances, may, prompts)
    if not candidates:
        return None
    # 'Another' means another: what today has shown already comes again only when nothing else is left.
    shown = {o.prompt_id for o in circumstances.offered_today() if o.slot < slot}
    fresh = [p for p in candidates if p.id not in shown] or candidates
    first = _own_first(circumstances, fresh, slot)
    draw = _Draw(circumstances, may.window, slot, prompts.rules)
    chosen = draw.choose(first or fresh)
    return Offer(chosen, may.window.id, slot, draw.others(chosen, fresh))


def fits(
    prompt: Prompt, window: str, circumstances: Circumstances, prompts: PromptLibrary | None = None
) -> bool:
    """Whether a prompt that was offered earlier today may still stand: none of today's reasons rules it out now."""
    prompts = prompts or library()
    may = leave(circumstances, prompts)
    if may is None or prompt.id in circumstances.hidden:
        return False
    if may.window.id == STEADY and window != STEADY:
        return False
    return may.allows(prompt)


def alternatives(
    prompt: Prompt, slot: int, circumstances: Circumstances, prompts: PromptLibrary | None = None
) -> tuple[Prompt, ...]:
    """Others to choose instead of a prompt that was offered earlier today, from other domains."""
    prompts = prompts or library()
    may = leave(circumstances, prompts)
    if may is None:
        return ()
    candidates = _candidates(circumstances, may, prompts)
    draw = _Draw(circumstances, may.window, slot, prompts.rules)
    return draw.others(prompt, candidates)


def one_more(
    circumstances: Circumstances, slot: int, without: Sequence[Prompt], prompts: PromptLibrary | None = None
) -> Prompt | None:
    """One more prompt beside those that are there, of another domain where there is one; None inside a session."""
    prompts = prompts or library()
    may = leave(circumstances, prompts)
    if may is None:
        return None
    there = {p.id for p in without}
    rest = [p for p in _candidates(circumstances, may, prompts) if p.id not in there]
    domains = {p.domain for p in without}
    apart = [p for p in rest if p.domain not in domains]
    draw = _Draw(circumstances, may.window, slot, prompts.rules)
    return draw.choose(apart or rest) if rest else None


def before_session(
    circumstances: Circumstances, session: KapSession, slot: int = 0, prompts: PromptLibrary | None = None
) -> Offer | None:
    """A question for a session that is to come: of the day itself from twelve hours before, else of the preparation.

    It belongs to the session and not to a day, so it stays the same until another is asked for; on a hard day it is a
    steady one. It is the library's: questions of one's own are about days. None inside a session, and where nothing
    is left.
    """
    prompts = prompts or library()
    circumstances = replace(circumstances, own=())
    may = leave(circumstances, prompts)
    if may is None:
        return None
    if may.window.id != STEADY:
        hours = (session.moment.instant - circumstances.instant) / HOUR
        window = prompts.window(DAY_OF if hours <= -prompts.window(DAY_OF).from_h else PREP)
        may = Leave(window, min(window.max_depth, may.depth), may.skip, rests=False)
    candidates = _candidates(circumstances, may, prompts)
    if not candidates:
        return None
    draw = _Draw(replace(circumstances, day=session.moment.day), may.window, slot, prompts.rules)
    return Offer(draw.choose(candidates), may.window.id, slot)


def _depth(window: PromptWindow, where: Place, prompts: PromptLibrary) -> Depth:
    depth = window.max_depth
    if where.hours_to_start is not None and where.hours_to_start <= prompts.rules.no_deep_before_h:
        depth = min(depth, Depth.MEDIUM)
    if where.hours_since_end is not None and where.hours_since_end < prompts.rules.first_hours:
        depth = Depth.LIGHT
    return depth


def _candidates(circumstances: Circumstances, may: Leave, prompts: PromptLibrary) -> list[Prompt]:
    """What may be offered; without the 30-day rule where that leaves nothing."""
    of_window = [*(p for p in prompts.prompts if p.window == may.window.id), *circumstances.own]
    hidden = circumstances.hidden
    allowed = [p for p in of_window if may.allows(p) and p.id not in hidden]
    recent = circumstances.offered_within(prompts.rules.no_repeat_days) - circumstances.favourites
    return [p for p in allowed if p.id not in recent] or allowed


def _own_first(circumstances: Circumstances, candidates: list[Prompt], slot: int) -> list[Prompt]:
    """The person's own prompts, on alternate days and for the first offer."""
    own = {p.id for p in circumstances.own}
    return [p for p in candidates if p.id in own and slot == 0 and circumstances.day.toordinal() % 2]


@dataclass(frozen=True, slots=True)
class _Draw:
    """How one slot of one day chooses: always the same from the same."""

    circumstances: Circumstances
    window: PromptWindow
    slot: int
    rules: PromptRules

    def choose(self, candidates: Sequence[Prompt]) -> Prompt:
        """A domain with the fewest answers in 14 days, by the day's index; then a prompt inside it by the same."""
        domains = self._least_answered({p.domain for p in candidates})
        domain = domains[self._index() % len(domains)]
        inside = sorted((p for p in candidates if p.domain == domain), key=lambda p: p.id)
        return inside[self._index() % len(inside)]

    def others(self, chosen: Prompt, candidates: Sequence[Prompt]) -> tuple[Prompt, ...]:
        """More to choose instead, each from a domain of its own."""
        taken = {chosen.domain}
        others: list[Prompt] = []
        while len(others) < self.rules.offer_alternatives:
            rest = [p for p in candidates if p.domain not in taken and p.id != chosen.id]
            if not rest:
                break
            others.append(self.choose(rest))
            taken.add(others[-1].domain)
        return tuple(others)

    def _least_answered(self, domains: Collection[str]) -> list[str]:
        """The domains with the fewest answers in the last 14 days, in alphabetical order."""
        counts = dict.fromkeys(domains, 0)
        for answer in self.circumstances.answers:
            age = (self.circumstances.day - answer.moment.day).days
            if answer.asked.domain in counts and 0 <= age <= self.rules.domain_balance_days:
                counts[answer.asked.domain] += 1
        fewest = min(counts.values())
        return sorted(domain for domain, count in counts.items() if count == fewest)

    def _index(self) -> int:
        course = str(self.circumstances.course_id) if self.circumstances.course_id else "none"
        key = f"{course}{self.circumstances.day.isoformat()}{self.window.id}{self.slot}"
        return int(sha256(key.encode()).hexdigest(), 16)
