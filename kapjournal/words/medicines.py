"""The words for a change of current medicines, as they stand on the line of the course."""

from __future__ import annotations

from collections.abc import Sequence

from kapjournal.domain.course import CurrentMedicine
from kapjournal.words.language import _


def medicine_changes(before: Sequence[CurrentMedicine], after: Sequence[CurrentMedicine]) -> tuple[str, ...]:
    """'Sertraline: 50 mg, now 100 mg'; one line for each medicine that came, went or changed."""
    was = {m.name: m.as_told for m in before}
    now = {m.name: m.as_told for m in after}
    said = [_("{name}: no longer").format(name=name) for name in was if name not in now]
    for name, as_told in now.items():
        if name not in was:
            said.append(
                _("{name}: begun, {told}").format(name=name, told=as_told)
                if as_told
                else _("{name}: begun").format(name=name)
            )
        elif was[name] != as_told:
            said.append(
                _("{name}: {before}, now {told}").format(
                    name=name, before=was[name] or _("not said"), told=as_told or _("not said")
                )
            )
    return tuple(said)
