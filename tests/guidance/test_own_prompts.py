"""Own and therapist's questions in the picking rule."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kapjournal.domain.prompt import OwnPrompt
from kapjournal.guidance.library import Depth, PromptDomain
from kapjournal.guidance.own_prompts import as_prompts
from kapjournal.guidance.prompts import pick
from tests.guidance.situations import at, check_in, inside, now

NOW = at(10, 20)
OWN = OwnPrompt(id=3, text="What do I want to keep?")
GIVEN = OwnPrompt(id=4, text="What was kind today?", pack_id=1)


def test_they_are_light_and_of_every_window() -> None:
    own, given = as_prompts([OWN, GIVEN])
    assert (own.domain, given.domain) == (PromptDomain.OWN, PromptDomain.THERAPIST)
    assert own.depth is Depth.LIGHT
    assert own.window == "any"
    assert own.id == "own:3"


@pytest.mark.parametrize("window", ["prep", "day_of", "h0_24", "h24_72", "d3_14", "maintenance"])
def test_they_come_first_on_alternate_days_of_every_window(window: str) -> None:
    firsts: list[bool] = []
    for day in range(4):
        moment = NOW + timedelta(days=day)
        offer = pick(now(moment, *inside(window, moment), own=as_prompts([OWN, GIVEN])), asked=True)
        assert offer is not None
        firsts.append(offer.prompt.id in (OWN.prompt_id, GIVEN.prompt_id))
    assert all(firsts[0::2]) or all(firsts[1::2])
    assert pick(now(NOW, *inside(window, NOW), own=()), asked=True) is not None


def test_a_hard_day_leaves_out_those_that_say_so() -> None:
    hard = OwnPrompt(id=5, text="What hurts?", skip_when=("distress",))
    for day in range(2):
        moment = NOW + timedelta(days=day)
        circumstances = now(
            moment,
            *inside("d3_14", moment),
            own=as_prompts([hard]),
            check_ins=(check_in(moment - timedelta(hours=1), distress=8),),
        )
        for slot in range(4):
            offer = pick(circumstances, slot)
            assert offer is not None
            assert offer.window == "steady"
            assert offer.prompt.id != hard.prompt_id
