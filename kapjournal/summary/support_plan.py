"""The plan for hard times on one page of paper: one Typst template, fed with data and never with markup."""

from __future__ import annotations

import json
from functools import cache
from threading import Lock
from typing import Any

from kapjournal.domain.support_plan import PlanContact, SupportPlan
from kapjournal.paths import resource
from kapjournal.summary.fonts import FALLBACKS, SANS, SERIF, fonts
from kapjournal.summary.plain_text import printable
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _
from kapjournal.words.support_plan import PARTS, part_title

SIZES_PT = (10.5, 9.5, 8.5, 7.5, 6.5)
"""Tried in their order until everything stands on one page; the last is used even where it does not."""
_LOCK = Lock()


def pdf(plan: SupportPlan, lines: tuple[PlanContact, ...], *, letter: bool = False) -> bytes:
    """Return the plan as a PDF of one page, with emergency number and lines; may run behind the interface."""
    with _LOCK:
        fitting = _fitting(plan, lines, letter=letter)
        made: bytes = _compiler().compile(format="pdf", sys_inputs={"data": fitting})
    return made


def pages(
    plan: SupportPlan, lines: tuple[PlanContact, ...], ppi: float, *, letter: bool = False
) -> tuple[bytes, ...]:
    """Return the same as PNG, a picture for each page, for a printer; may run behind the interface."""
    with _LOCK:
        fitting = _fitting(plan, lines, letter=letter)
        drawn = _compiler().compile(format="png", ppi=ppi, sys_inputs={"data": fitting})
    return tuple(drawn) if isinstance(drawn, list) else (drawn,)


def _fitting(plan: SupportPlan, lines: tuple[PlanContact, ...], *, letter: bool) -> str:
    """The data at the largest size at which everything stands on one page, else at the smallest."""
    for size in SIZES_PT:
        data = _data(plan, lines, size, letter=letter)
        drawn = _compiler().compile(format="png", ppi=18.0, sys_inputs={"data": data})
        if not isinstance(drawn, list) or len(drawn) == 1:
            break
    return data


def _data(plan: SupportPlan, lines: tuple[PlanContact, ...], size: float, *, letter: bool) -> str:
    parts = [_part(plan, part) for part in PARTS]
    return json.dumps(
        {
            "size": size,
            "paper": "us-letter" if letter else "a4",
            "sans": [SANS, *FALLBACKS],
            "serif": [SERIF, *FALLBACKS],
            "title": _("My plan for hard times"),
            "under": _under(plan),
            "lines_title": _("Numbers"),
            "lines": [_contact(one) for one in lines],
            "parts": [part for part in parts if part["text"] or part["contacts"]],
        },
        ensure_ascii=False,
    )


def _under(plan: SupportPlan) -> str:
    words = _("Best filled in with your clinician.")
    if plan.reviewed is None:
        return words
    return _("{words} Looked over on {day}.").format(words=words, day=day_medium(plan.reviewed))


def _part(plan: SupportPlan, part: str) -> dict[str, Any]:
    value = getattr(plan, part)
    written = printable(value).strip().split("\n") if isinstance(value, str) and value.strip() else []
    contacts = [] if isinstance(value, str) else [_contact(one) for one in value]
    return {"title": part_title(part), "text": written, "contacts": contacts}


def _contact(one: PlanContact) -> list[str]:
    return [printable(text) for text in (one.name, one.when, one.phone)]


@cache
def _compiler() -> Any:
    import typst

    template = resource("support/plan.typ")
    return typst.Compiler(
        input=str(template), root=str(template.parent), font_paths=fonts(), ignore_system_fonts=True
    )
