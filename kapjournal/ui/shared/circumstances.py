"""What the picking rule of the prompts looks at, gathered from the journal for the present moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from kapjournal.domain.moment import journal_day
from kapjournal.guidance.circumstances import SPED_UP_DAYS, Circumstances
from kapjournal.guidance.library import library
from kapjournal.guidance.own_prompts import as_prompts
from kapjournal.journal.journal import Journal


def circumstances_now(journal: Journal, now: datetime) -> Circumstances:
    """Gather what the rule needs; a handful of small reads."""
    day = journal_day(now.replace(tzinfo=None))
    rules = library().rules
    course = journal.courses.current(day)
    days = [day - timedelta(days=back) for back in range(SPED_UP_DAYS)]
    return Circumstances(
        now=now,
        day=day,
        sessions=journal.kap_sessions.all(),
        course_id=course.id if course else None,
        offers=journal.prompts.offers(day - timedelta(days=rules.no_repeat_days), day),
        answers=journal.prompts.answers(day - timedelta(days=rules.domain_balance_days), day),
        marks=tuple(journal.prompts.marks().values()),
        check_ins=tuple(check_in for each in days for check_in in journal.check_ins.of_day(each)),
        item9_days=journal.scales.item9_days(day - timedelta(days=rules.item9_days), day),
        person=journal.person.get(),
        own=as_prompts(journal.own_prompts.all()),
    )
