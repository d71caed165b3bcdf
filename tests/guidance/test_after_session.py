"""When the words of the first hours open by themselves, and which later look is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at, moment_on
from kapjournal.domain.reflection import Layer
from kapjournal.guidance.after_session import dosed_today, is_next_day, just_had, layer_day, open_layer

LONDON = ZoneInfo("Europe/London")
START = datetime(2026, 10, 20, 13, 30, tzinfo=LONDON)
PLANNED = KapSession(
    id=1, moment=moment_at(START), kind=SessionKind.DOSING, written=datetime(2026, 10, 15, tzinfo=UTC)
)


@pytest.mark.parametrize(
    ("session", "hours", "opens"),
    [
        (PLANNED, -0.1, False),
        (PLANNED, 0.5, True),  # its length is not known: it may be over
        (PLANNED, 7.9, True),  # two hours, then six
        (PLANNED, 8.1, False),
        (replace(PLANNED, duration_min=55), 0.5, False),
        (replace(PLANNED, duration_min=55), 6.9, True),
        (replace(PLANNED, duration_min=55), 7.0, False),
        (replace(PLANNED, status=SessionStatus.HELD, duration_min=55), 3, True),
        (replace(PLANNED, status=SessionStatus.STOPPED_EARLY, duration_min=20), 3, True),
        (replace(PLANNED, status=SessionStatus.CANCELLED), 3, False),
        (replace(PLANNED, status=SessionStatus.POSTPONED), 3, False),
        (replace(PLANNED, kind=SessionKind.INTEGRATION), 3, False),
        (replace(PLANNED, written=START.astimezone(UTC) + timedelta(hours=3)), 4, False),
        (replace(PLANNED, moment=moment_on(START.date(), START)), 3, False),
        (replace(PLANNED, trashed=datetime(2026, 10, 20, tzinfo=UTC)), 3, False),
    ],
)
def test_it_opens_by_itself_within_six_hours_after_what_was_planned(
    session: KapSession, hours: float, opens: bool
) -> None:
    assert (just_had([session], START + timedelta(hours=hours)) is not None) is opens


def test_six_hours_are_hours_also_over_a_change_of_the_clock() -> None:
    start = datetime(2026, 10, 24, 21, 30, tzinfo=LONDON)
    session = replace(PLANNED, moment=moment_at(start), duration_min=60)
    instant = start.astimezone(UTC)
    assert just_had([session], (instant + timedelta(hours=6.9)).astimezone(LONDON)) is not None
    assert just_had([session], (instant + timedelta(hours=7.1)).astimezone(LONDON)) is None


def test_a_day_ends_at_three() -> None:
    assert dosed_today([PLANNED], datetime(2026, 10, 21, 2, 30, tzinfo=LONDON)) == PLANNED
    assert dosed_today([PLANNED], datetime(2026, 10, 21, 3, 30, tzinfo=LONDON)) is None
    assert not is_next_day(PLANNED, datetime(2026, 10, 21, 2, 30, tzinfo=LONDON))
    assert is_next_day(PLANNED, datetime(2026, 10, 21, 8, 0, tzinfo=LONDON))


@pytest.mark.parametrize(
    ("hours", "layer"),
    [
        (23.9, None),
        (24, Layer.DAY),
        (71.9, Layer.DAY),
        (72, Layer.THREE_DAYS),
        (167.9, Layer.THREE_DAYS),
        (168, Layer.WEEK),
        (719.9, Layer.WEEK),
        (720, Layer.MONTH),
        (9000, Layer.MONTH),
    ],
)
def test_a_later_look_opens_so_long_after_the_end(hours: float, layer: Layer | None) -> None:
    session = replace(PLANNED, duration_min=60)
    end = (START + timedelta(hours=1)).astimezone(UTC)
    assert open_layer(session, end + timedelta(hours=hours)) is layer


def test_a_month_is_thirty_days() -> None:
    third = replace(PLANNED, moment=moment_at(datetime(2026, 10, 13, 13, 30, tzinfo=LONDON)))
    assert layer_day(third, Layer.MONTH) == date(2026, 11, 12)
