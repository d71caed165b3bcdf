"""Which check-ins belong to a dose rather than to the day (clinical reference 1.6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from kapjournal.domain.check_in import CheckInType
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.moment import Moment
from kapjournal.guidance.windows import dosing_times

BEFORE_WITHIN = timedelta(hours=12)


def check_in_type(moment: Moment, sessions: Iterable[KapSession]) -> CheckInType:
    """Just before (at most 12 hours) or after a dosing session of the same journal day; else an ordinary one."""
    if not moment.has_time:
        return CheckInType.ORDINARY
    for dosing in dosing_times(sessions):
        of_the_day = dosing.session.moment.has_time and dosing.session.moment.day == moment.day
        if of_the_day and dosing.start <= moment.instant:
            return CheckInType.POST_SESSION
        if of_the_day and dosing.start - moment.instant <= BEFORE_WITHIN:
            return CheckInType.PRE_SESSION
    return CheckInType.ORDINARY
