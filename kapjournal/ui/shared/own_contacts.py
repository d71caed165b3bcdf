"""The person's own contacts, from the plan and the course, as the lines show them."""

from __future__ import annotations

from kapjournal.domain.course import Course
from kapjournal.domain.moment import journal_day
from kapjournal.domain.support_plan import PlanContact, SupportPlan
from kapjournal.ui.shared.crisis_lines import Shown
from kapjournal.ui.shared.place import Place
from kapjournal.words.language import _


def current_course(place: Place) -> Course | None:
    """The course of today, else the last one."""
    courses = place.journal.courses.all()
    today = journal_day(place.clock.now().replace(tzinfo=None))
    return place.journal.courses.current(today) or (courses[-1] if courses else None)


def professionals(plan: SupportPlan, course: Course | None) -> tuple[PlanContact, ...]:
    """Those of the plan, then therapist and clinic of the course whose numbers the plan does not have."""
    known = {_digits(one.phone) for one in plan.professionals}
    of_course: list[PlanContact] = []
    if course is not None:
        of_course = [
            PlanContact(course.clinic or _("Treating clinic"), phone=course.clinic_phone.strip()),
            PlanContact(course.therapist or _("Therapist"), phone=course.therapist_phone.strip()),
        ]
    added = (one for one in of_course if one.phone and _digits(one.phone) not in known)
    return (*plan.professionals, *added)


def own_contacts(place: Place) -> tuple[Shown, ...]:
    """People first, then professionals; only those with a number."""
    plan = place.journal.support_plan.get()
    found = (*plan.people, *professionals(plan, current_course(place)))
    return tuple(
        Shown(
            one.name,
            one.phone,
            one.phone,
            _("From your plan, {when}").format(when=one.when) if one.when else "",
        )
        for one in found
        if one.phone.strip()
    )


def clinic_contact(place: Place) -> PlanContact | None:
    """The clinic's number, where the course or the plan has one."""
    course = current_course(place)
    if course is not None and course.clinic_phone.strip():
        return PlanContact(course.clinic or _("Treating clinic"), phone=course.clinic_phone.strip())
    plan = place.journal.support_plan.get()
    return next((one for one in plan.professionals if one.phone.strip()), None)


def _digits(phone: str) -> str:
    return "".join(c for c in phone if c.isdigit())
