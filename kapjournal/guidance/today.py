"""The prompt for today: what was offered stays, 'another' goes one on, 'not now' is quiet until tomorrow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kapjournal.domain.prompt import PromptOffer
from kapjournal.guidance.circumstances import Circumstances
from kapjournal.guidance.library import FIRST_DAY, STEADY, Prompt, PromptLibrary, library
from kapjournal.guidance.prompts import Offer, alternatives, fits, leave, pick
from kapjournal.guidance.windows import dosing_times


class Silence(StrEnum):
    """Why nothing is offered."""

    IN_SESSION = "in_session"
    SET_ASIDE = "set_aside"
    """The person said 'not now' today."""
    ANSWERED = "answered"
    """As many were answered today as the window offers in a day."""
    RESTING = "resting"
    """In maintenance something was offered in the last two days."""
    NOTHING_LEFT = "nothing_left"
    """Every prompt that would fit is hidden."""


@dataclass(frozen=True, slots=True)
class TodaysPrompt:
    """What the page shows: an offer, or the reason for none."""

    offer: Offer | None
    silence: Silence | None = None
    new: bool = False
    """Not offered before today: the journal has to note it, so that it stays."""


def todays_prompt(circumstances: Circumstances, prompts: PromptLibrary | None = None) -> TodaysPrompt:
    """The prompt for today, however often it is asked for."""
    prompts = prompts or library()
    may = leave(circumstances, prompts)
    if may is None:
        return TodaysPrompt(None, Silence.IN_SESSION)
    shown = circumstances.offered_today()
    last = shown[-1] if shown else None
    if last is not None and last.set_aside:
        return TodaysPrompt(None, Silence.SET_ASIDE)
    answered = {a.asked.prompt_id for a in circumstances.answers if a.moment.day == circumstances.day}
    if last is not None and last.prompt_id not in answered:
        standing = _standing(last, circumstances, prompts)
        if standing is not None:
            others = alternatives(standing, last.slot, circumstances, prompts)
            return TodaysPrompt(Offer(standing, last.window, last.slot, others))
    if len(answered) >= may.window.per_day:
        return TodaysPrompt(None, Silence.ANSWERED)
    if may.rests:
        return TodaysPrompt(None, Silence.RESTING)
    return _new(circumstances, prompts)


def another(circumstances: Circumstances, prompts: PromptLibrary | None = None) -> TodaysPrompt:
    """The next prompt, because the person asked for one: it answers in every silence but a session."""
    prompts = prompts or library()
    if leave(circumstances, prompts) is None:
        return TodaysPrompt(None, Silence.IN_SESSION)
    return _new(circumstances, prompts)


def _new(circumstances: Circumstances, prompts: PromptLibrary) -> TodaysPrompt:
    shown = circumstances.offered_today()
    slot = shown[-1].slot + 1 if shown else 0
    offer = pick(circumstances, slot, asked=True, prompts=prompts)
    return TodaysPrompt(offer, None if offer else Silence.NOTHING_LEFT, new=offer is not None)


def _standing(offered: PromptOffer, circumstances: Circumstances, prompts: PromptLibrary) -> Prompt | None:
    """What was offered earlier today, if it may still stand.

    It goes when a dosing session began since, when the day became a hard one, or when it is deeper than now allowed.
    """
    own = {p.id: p for p in circumstances.own}
    prompt = prompts.prompt(offered.prompt_id) or own.get(offered.prompt_id)
    if prompt is None or not fits(prompt, offered.window, circumstances, prompts):
        return None
    began = any(
        t.session.moment.day == circumstances.day and t.start <= circumstances.instant
        for t in dosing_times(circumstances.sessions)
    )
    return prompt if not began or offered.window in (FIRST_DAY, STEADY) else None
