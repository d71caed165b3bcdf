"""Which backups stay, whatever the clock did."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kapjournal.storage.rotation import FEWEST, LAST, Mark, staying

BEGAN = date(2026, 10, 23)
marks = st.lists(
    st.tuples(st.integers(-400, 27_000), st.integers(1, 10**9), st.booleans()), max_size=120
).map(
    lambda rows: [
        Mark(number + 1, BEGAN + timedelta(days=day), size, proved)
        for number, (day, size, proved) in enumerate(rows)
    ]
)


@given(marks, st.integers(0, 10**10))
def test_the_newest_and_three_verified_stay_and_never_more_than_44(found: list[Mark], limit: int) -> None:
    stays = staying(found, limit)
    proved = {mark.sequence for mark in found if mark.verified}
    assert stays <= {mark.sequence for mark in found}
    assert not found or found[-1].sequence in stays
    assert len(stays & proved) >= min(FEWEST, len(proved))
    assert len(stays) <= 44
    assert staying([mark for mark in found if mark.sequence in stays], limit) == stays


@given(marks)
def test_with_room_the_last_ten_verified_stay(found: list[Mark]) -> None:
    proved = [mark.sequence for mark in found if mark.verified]
    assert set(proved[-LAST:]) <= staying(found, 10**15)


@given(marks, st.integers(0, 10**10))
def test_over_the_limit_only_what_must_stay_stays(found: list[Mark], limit: int) -> None:
    stays = staying(found, limit)
    weight = sum(mark.size for mark in found if mark.sequence in stays)
    assert weight <= limit or len(stays) <= FEWEST + 1


def live(days: int, a_day: int, *, shift_after: int | None = None, shift: int = 0) -> list[Mark]:
    """The backups that are left when each was thinned after."""
    kept: list[Mark] = []
    for number in range(days * a_day):
        day = BEGAN + timedelta(days=number // a_day)
        if shift_after is not None and number >= shift_after:
            day += timedelta(days=shift)
        kept.append(Mark(number + 1, day, 1, verified=True))
        stays = staying(kept)
        kept = [mark for mark in kept if mark.sequence in stays]
        assert kept[-1].sequence == number + 1
    return kept


def test_a_year_of_use_keeps_days_weeks_and_months() -> None:
    kept = live(400, 3)
    assert 25 <= len(kept) <= 41
    assert len({(mark.day.year, mark.day.month) for mark in kept}) >= 12
    assert {mark.day for mark in kept} >= {kept[-1].day - timedelta(days=n) for n in range(14)}


def test_a_clock_that_jumps_never_costs_the_newest() -> None:
    for shift in (-400, 400, 26_000):
        kept = live(60, 2, shift_after=70, shift=shift)
        assert kept[-1].sequence == 120
        assert len(kept) >= 10


def test_bad_ones_never_push_out_good_ones() -> None:
    good = [Mark(n, BEGAN + timedelta(days=n), 1, verified=True) for n in range(1, 61)]
    bad = [Mark(n, BEGAN + timedelta(days=n), 1, verified=False) for n in range(61, 200)]
    assert staying(good) <= staying([*good, *bad])


def test_control_a_rotation_by_the_clock_loses_the_newest() -> None:
    kept = [Mark(n, BEGAN + timedelta(days=400 if n < 50 else 0), 1, verified=True) for n in range(1, 60)]
    by_clock = sorted(kept, key=lambda mark: mark.day)[-LAST:]
    assert 59 not in {mark.sequence for mark in by_clock}
    assert 59 in staying(kept)
