"""How the content of each card comes about: read from the journal, computed, shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kapjournal.ui.trends.shown import ChartShown


@dataclass(frozen=True, slots=True)
class Work:
    """What a card that comes in sight for the first time needs; nothing in it holds a widget."""

    read: Callable[[], Any]
    """Reads from the journal, quickly; None where there is nothing to show after all."""
    finish: Callable[..., ChartShown]
    """Makes the chart from what was read; with `compute`, from what was read and what was computed."""
    compute: Callable[[Any], Any] | None = None
    """What would hold up the interface: numbers from what was read, without the journal."""


def at_once(shown: ChartShown) -> ChartShown:
    """Return a chart that was finished by reading."""
    return shown
