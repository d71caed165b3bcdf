"""The reflection that grows from slips: stored with its links and the question as it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kapjournal.domain.entry import NEW
from kapjournal.domain.moment import moment_at
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.guidance.library import PromptDomain, library
from kapjournal.guidance.windows import place, window_of
from kapjournal.journal.journal import Journal

BY = "lay_out"
ASKED = "laying-out"


class GrownDraft:
    """At most one reflection, begun with the first word."""

    def __init__(self, journal: Journal, kap_session_id: int, now: datetime) -> None:
        self._journal = journal
        begun = [r for r in journal.reflections.of_session(kap_session_id) if _is_begun_here(r)]
        self.reflection = (
            begun[-1] if begun else Reflection(moment=moment_at(now), kap_session_id=kap_session_id)
        )
        self._stored = self.reflection

    @property
    def is_stored(self) -> bool:
        """Whether the journal has it."""
        return self.reflection.id != NEW

    def change(self, text: str, taken: Sequence[Fragment], question_id: str, question: str) -> None:
        """Put the words, the slips and the question together."""
        asked = AskedPrompt(f"{ASKED}-{question_id}", question, PromptDomain.MIND.value, self._window())
        self.reflection = replace(
            self.reflection,
            text=text,
            fragment_ids=tuple(f.id for f in taken),
            prompt=asked,
            left_open=True,
        )

    def keep(self) -> bool:
        """Store it, if there is anything to store; True if there was."""
        if self.reflection == self._stored or (not self.is_stored and self.reflection.is_empty):
            return False
        self.reflection = self._stored = self._journal.reflections.keep(self.reflection, BY)
        return True

    def _window(self) -> str:
        where = place(self._journal.kap_sessions.all(), self.reflection.moment.aware)
        window = window_of(where, library())
        return window.id if window is not None else ""


def _is_begun_here(reflection: Reflection) -> bool:
    asked = reflection.prompt
    return reflection.left_open and asked is not None and asked.prompt_id.startswith(ASKED)
