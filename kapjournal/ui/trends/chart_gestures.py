"""How a chart is taken hold of to narrow, widen and move its range: wheel, pinch, drag and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from kapjournal.charts.picture import TimeSpan
from kapjournal.ui.shared.chart_view import ChartView

STEP = 0.7
"""A key makes a range this much shorter, or as much longer."""
NOTCH_ANGLE = 120
NOTCH_STEP = 0.85
MOVE_SHARE = 0.25
"""A key moves a range along by this much of it."""


class ChartGestures(QObject):
    """Watches a chart and tells what is wished: the pointer where a chart is drawn over days, the keys on any."""

    zoom_wished = Signal(float, float, object)
    """How many times as long, about which share of the range, and what is seen (a TimeSpan or None)."""
    move_wished = Signal(float, object)
    """By which share of the range, later is above zero, and what is seen."""
    way_back_wished = Signal()
    let_go = Signal()

    def __init__(self, view: ChartView) -> None:
        super().__init__(view)
        self._pressed: QPointF | None = None
        self._dragged_from: float | None = None
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what is meant for the range; leave the chart the rest."""
        if not isinstance(watched, ChartView):
            return False
        span = watched.picture.span if watched.picture is not None else None
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(event, span)
        return span is not None and watched.can_move and self._pointer(watched, event, span)

    def _pointer(self, view: ChartView, event: QEvent, span: TimeSpan) -> bool:
        if isinstance(event, QWheelEvent):
            return self._wheel(event, span)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event, span)
        return isinstance(event, QMouseEvent) and self._mouse(view, event, span)

    def _key(self, event: QKeyEvent, span: TimeSpan | None) -> bool:
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_wished.emit(STEP, 0.5, span)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_wished.emit(1 / STEP, 0.5, span)
        elif shifted and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_wished.emit(MOVE_SHARE if key == Qt.Key.Key_Right else -MOVE_SHARE, span)
        elif key == Qt.Key.Key_0:
            self.way_back_wished.emit()
        else:
            return False
        return True

    def _wheel(self, event: QWheelEvent, span: TimeSpan) -> bool:
        """With Ctrl about the pointer; sideways along; up and down is left to the page."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                factor = float(NOTCH_STEP ** (turned.y() / NOTCH_ANGLE))
                self.zoom_wished.emit(factor, _share(event.position().x(), span), span)
            return True
        if abs(turned.x()) <= abs(turned.y()):
            return False
        across = event.pixelDelta().x() or turned.x() / NOTCH_ANGLE * (span.right - span.left) * 0.1
        self.move_wished.emit(-across / (span.right - span.left), span)
        return True

    def _pinch(self, event: QNativeGestureEvent, span: TimeSpan) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        factor = 1 / max(0.1, 1 + event.value())
        self.zoom_wished.emit(factor, _share(event.position().x(), span), span)
        return True

    def _mouse(self, view: ChartView, event: QMouseEvent, span: TimeSpan) -> bool:
        kind, place = event.type(), event.position()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = place
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            if self._dragged_from is None:
                if abs(place.x() - self._pressed.x()) < QApplication.startDragDistance():
                    return False
                self._dragged_from = self._pressed.x()
                view.setCursor(Qt.CursorShape.ClosedHandCursor)
            across, self._dragged_from = place.x() - self._dragged_from, place.x()
            self.move_wished.emit(-across / (span.right - span.left), span)
            return True
        elif kind == QEvent.Type.MouseButtonRelease:
            dragged = self._dragged_from is not None
            self._pressed = self._dragged_from = None
            if dragged:
                view.unsetCursor()
                self.let_go.emit()
            return dragged
        return False


def _share(x: float, span: TimeSpan) -> float:
    return min(1.0, max(0.0, (x - span.left) / (span.right - span.left)))
