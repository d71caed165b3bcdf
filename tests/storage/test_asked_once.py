"""What is asked at every chart and every page is put together once: that costs more than the asking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Select

from kapjournal.journal import Journal

DAY = date(2026, 10, 23)


@pytest.mark.parametrize(
    "ask",
    [
        lambda journal: journal.kap_sessions.all(),
        lambda journal: journal.kap_sessions.all(1),
        lambda journal: journal.kap_sessions.between(DAY, DAY),
        lambda journal: journal.events.between(DAY, DAY),
        lambda journal: journal.scales.forms("phq9"),
        lambda journal: journal.scales.left_open(),
        lambda journal: journal.fragments.of_session(1),
        lambda journal: journal.fragments.looks_of_session(1),
    ],
)
def test_nothing_is_put_together_to_be_asked(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Journal], object]
) -> None:
    made: list[str] = []

    def watch(name: str) -> None:
        real: Any = getattr(Select, name)

        def watched(self: Select[Any], *conditions: Any) -> Any:
            made.append(name)
            return real(self, *conditions)

        monkeypatch.setattr(Select, name, watched)

    watch("where")
    watch("order_by")
    ask(journal)
    assert made == []
