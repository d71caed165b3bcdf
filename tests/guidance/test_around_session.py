from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kapjournal.domain.check_in import CheckInType
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.guidance.around_session import check_in_type

LONDON = ZoneInfo("Europe/London")
DOSE = KapSession(
    kind=SessionKind.DOSING,
    status=SessionStatus.PLANNED,
    moment=moment_at(datetime(2026, 10, 20, 13, 30, tzinfo=LONDON)),
)


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        (19, 22, CheckInType.ORDINARY),
        (20, 8, CheckInType.PRE_SESSION),
        (20, 19, CheckInType.POST_SESSION),
        (21, 8, CheckInType.ORDINARY),
    ],
)
def test_the_type_follows_the_dose_of_the_day(day: int, hour: int, expected: CheckInType) -> None:
    moment = moment_at(datetime(2026, 10, day, hour, 0, tzinfo=LONDON))
    assert check_in_type(moment, [DOSE]) is expected


def test_without_a_dose_every_check_in_is_ordinary() -> None:
    assert check_in_type(DOSE.moment, []) is CheckInType.ORDINARY
