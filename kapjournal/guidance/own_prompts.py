"""Questions that are not the library's, as the picking rule sees them (clinical reference 4.3)."""

from __future__ import annotations

from collections.abc import Iterable

from kapjournal.domain.prompt import OwnPrompt
from kapjournal.guidance.library import ANY, Depth, Prompt, PromptDomain, Skip

USUAL_MINUTES = 5


def as_prompts(own: Iterable[OwnPrompt]) -> tuple[Prompt, ...]:
    """Own and therapist's questions: of every window, light."""
    return tuple(
        Prompt(
            id=prompt.prompt_id,
            stage=ANY,
            window=ANY,
            domain=PromptDomain.OWN if prompt.pack_id is None else PromptDomain.THERAPIST,
            modality="",
            depth=Depth.LIGHT,
            minutes=USUAL_MINUTES,
            text=prompt.text,
            skip_when=frozenset(Skip(code) for code in prompt.skip_when if code in tuple(Skip)),
        )
        for prompt in own
    )
