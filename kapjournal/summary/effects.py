"""The side effects of the latest sessions side by side, strength by strength."""

from __future__ import annotations

from collections.abc import Iterable

from kapjournal.domain.kap_session import KapSession, Severity, SideEffect
from kapjournal.summary.course_facts import Dose
from kapjournal.summary.document import EffectRow, EffectTable
from kapjournal.summary.session_tables import LONGEST_EFFECT
from kapjournal.words.dates import day_short
from kapjournal.words.side_effects import severity_name, side_effect_name

MOST_SESSIONS = 5
_LEVELS = {severity: level for level, severity in enumerate(Severity)}


def effect_table(doses: Iterable[Dose]) -> EffectTable | None:
    """Return the side effects that any of the latest sessions had, or None where there was none."""
    doses = tuple(doses)[-MOST_SESSIONS:]
    names: dict[str, None] = {}
    for dose in doses:
        for effect in dose.session.side_effects_told:
            if effect.severity is not Severity.NONE:
                names[_name(effect)] = None
    if not names:
        return None
    return EffectTable(
        key="table:effects",
        heads=tuple((str(dose.number), day_short(dose.day, doses[-1].day)) for dose in doses),
        rows=tuple(_row(name, doses) for name in names),
    )


def _row(name: str, doses: tuple[Dose, ...]) -> EffectRow:
    found = [_severity(dose.session, name) for dose in doses]
    return EffectRow(
        name=name if len(name) <= LONGEST_EFFECT else name[: LONGEST_EFFECT - 1].rstrip() + "…",
        levels=tuple(None if severity is None else _LEVELS[severity] for severity in found),
        words=tuple("" if severity is None else severity_name(severity) for severity in found),
    )


def _severity(session: KapSession, name: str) -> Severity | None:
    """Return how strong it was; none where others were told of; None where nothing was said at all."""
    effects = session.side_effects_told
    if not effects:
        return None
    return next((effect.severity for effect in effects if _name(effect) == name), Severity.NONE)


def _name(effect: SideEffect) -> str:
    own = effect.note.strip() if effect.code == "other" else ""
    return own or side_effect_name(effect.code)
