"""Which three questions the page shows, and what the journal is told of them; no widgets here."""

from __future__ import annotations

from dataclasses import replace

from kapjournal.domain.prompt import PromptOffer
from kapjournal.guidance.circumstances import Circumstances
from kapjournal.guidance.library import Prompt
from kapjournal.guidance.prompts import Offer, leave, one_more
from kapjournal.guidance.today import TodaysPrompt, another, todays_prompt
from kapjournal.journal.journal import Journal

BY = "integrate"


class QuestionsNow:
    """The prompt for today with its alternatives; a question that was put aside gives its place to another."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._circumstances: Circumstances | None = None
        self._offer: Offer | None = None
        self._shown: list[Prompt] = []
        self._aside: list[Prompt] = []

    @property
    def shown(self) -> tuple[Prompt, ...]:
        """The questions in their order; none inside a dosing session."""
        return tuple(self._shown)

    @property
    def window(self) -> str:
        """The window that they are from; '' where there are none."""
        return self._offer.window if self._offer else ""

    def look(self, circumstances: Circumstances) -> None:
        """See what is to be asked now; what is there stays while it still may be asked."""
        same_day = self._circumstances is not None and self._circumstances.day == circumstances.day
        if not same_day:
            self._aside = []
        self._circumstances = circumstances
        today = todays_prompt(circumstances)
        if today.new:
            self._note(today)
        offer = today.offer or another(self._circumstances).offer
        if offer is None:
            self._offer, self._shown = None, []
        elif not same_day or not self._still_stand(offer, self._circumstances) or self._moved_on(today):
            self._take(offer)

    def another_three(self) -> None:
        """Go on to the next three, because the person asked for them."""
        if self._circumstances is None or self._offer is None:
            return
        if not any(o.slot == self._offer.slot for o in self._circumstances.offered_today()):
            self._note(TodaysPrompt(self._offer))
        following = another(self._circumstances)
        if following.offer is not None:
            self._note(following)
            self._take(following.offer)

    def put_aside(self, prompt: Prompt) -> None:
        """Take a question away for today ('not now') and put another in its place."""
        self._replace(prompt)
        noted = self._circumstances.offered_today() if self._circumstances else ()
        for offered in noted:
            if offered.prompt_id == prompt.id and not offered.set_aside:
                self._journal.prompts.offered(replace(offered, set_aside=True), by=BY)

    def drop(self, prompt: Prompt) -> None:
        """Put another in the place of a question that was hidden for good."""
        self._replace(prompt)

    def _replace(self, prompt: Prompt) -> None:
        if self._circumstances is None or self._offer is None or prompt not in self._shown:
            return
        self._aside.append(prompt)
        fresh = one_more(self._circumstances, self._offer.slot, [*self._kept(prompt), *self._aside])
        place = self._shown.index(prompt)
        self._shown[place : place + 1] = [fresh] if fresh else []

    def _kept(self, gone: Prompt) -> list[Prompt]:
        return [p for p in self._shown if p != gone]

    def _take(self, offer: Offer) -> None:
        self._offer = offer
        self._shown = [p for p in (offer.prompt, *offer.alternatives) if p not in self._aside]

    def _still_stand(self, offer: Offer, circumstances: Circumstances) -> bool:
        """Whether the questions that are shown may still be asked, and the day's window is the same."""
        may = leave(circumstances)
        if may is None or self._offer is None or self._offer.window != offer.window:
            return False
        return bool(self._shown) and all(
            may.allows(p) and p.id not in circumstances.hidden for p in self._shown
        )

    def _moved_on(self, today: TodaysPrompt) -> bool:
        """Whether another prompt became today's elsewhere."""
        return today.offer is not None and today.offer.prompt not in (*self._shown, *self._aside)

    def _note(self, today: TodaysPrompt) -> None:
        offer = today.offer
        if offer is None or self._circumstances is None:
            return
        noted = PromptOffer(self._circumstances.day, offer.slot, offer.prompt.id, offer.window)
        self._journal.prompts.offered(noted, by=BY)
        self._circumstances = replace(self._circumstances, offers=(*self._circumstances.offers, noted))
