"""What a card shows: everything made, nothing left to ask the journal but a point's other words."""

from __future__ import annotations

from dataclasses import dataclass

from kapjournal.charts.table import Table
from kapjournal.ui.shared.chart_view import MakeFrame, MakePicture, TellMore
from kapjournal.words.methods import Method


@dataclass(frozen=True, eq=False, slots=True)
class ChartShown:
    """One chart with its words."""

    title: str
    sentence: str
    make: MakePicture
    table: Table
    method: Method
    days: str
    """From which days it is computed, in words."""
    tell_more: TellMore | None = None
    frame: MakeFrame | None = None
    """Draws any stretch of time while the range is on its way; None where it is not drawn over days."""
