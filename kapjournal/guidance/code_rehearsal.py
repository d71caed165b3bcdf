"""When somebody is asked whether the recovery code is still at hand: before the day on which it is needed."""

from __future__ import annotations

from datetime import date, timedelta

EVERY = timedelta(days=30)
AGAIN_AFTER = timedelta(days=14)
"""Whoever says *not now* is left alone for this long."""


def rehearsal_due(at_hand: str, today: date) -> bool:
    """Whether a month has passed since the code was last made or tried; `at_hand` as 2026-10-23, or '' for never."""
    return bool(at_hand) and today - date.fromisoformat(at_hand) >= EVERY


def asks_now(at_hand: str, set_aside: str, today: date) -> bool:
    """Whether to ask on Today: it is due, and it was not set aside lately."""
    if not rehearsal_due(at_hand, today):
        return False
    return not set_aside or not timedelta(0) <= today - date.fromisoformat(set_aside) < AGAIN_AFTER
