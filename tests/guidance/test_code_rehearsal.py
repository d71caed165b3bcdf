"""The recovery code is asked for after a month, and whoever says *not now* is left alone for a while."""

from __future__ import annotations

from datetime import date

import pytest

from kapjournal.guidance.code_rehearsal import asks_now, rehearsal_due

TODAY = date(2026, 10, 23)


@pytest.mark.parametrize(
    ("at_hand", "due"), [("", False), ("2026-09-24", False), ("2026-09-23", True), ("2027-01-01", False)]
)
def test_due_after_a_month(at_hand: str, due: bool) -> None:
    assert rehearsal_due(at_hand, TODAY) is due


@pytest.mark.parametrize(
    ("set_aside", "asks"),
    [("", True), ("2026-10-23", False), ("2026-10-10", False), ("2026-10-09", True), ("2026-10-24", True)],
)
def test_not_now_holds_for_two_weeks(set_aside: str, asks: bool) -> None:
    assert asks_now("2026-09-01", set_aside, TODAY) is asks
    assert not asks_now("2026-10-01", set_aside, TODAY)
