"""What a card shows: everything made, nothing left to ask the journal but a point's other words."""

from __future__ import annotations

from dataclasses import dataclass

from kapjournal.charts.table import Table
from kapjournal.ui.shared.chart_view import MakePicture, TellMore
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
