"""The waves of the horizon: where their ground is, and how they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from kapjournal.ui.shared.horizon import _wave_paths

RECT = QRectF(10, 20, 400, 300)


def test_the_ground_is_below_the_edge() -> None:
    area, edge = _wave_paths(RECT, 3, 0.6, 0.4)
    middle = edge.pointAtPercent(0.5)
    assert area.contains(middle + QPointF(0, 3))
    assert not area.contains(middle - QPointF(0, 3))
    assert (area.boundingRect().left(), area.boundingRect().right()) == (RECT.left(), RECT.right())


def test_waves_run_from_right_to_left() -> None:
    # The other way round they look the same and take Qt twice the time.
    for wave in range(11):
        _area, edge = _wave_paths(RECT, wave, 0.6, 0.4)
        across = [edge.elementAt(index).x for index in range(edge.elementCount())]
        assert across == sorted(across, reverse=True)
