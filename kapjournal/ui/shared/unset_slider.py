"""What every slider of the journal is: it may be unset, and no value changes by scrolling or by passing over it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kapjournal.ui.shared.mirroring import along
from kapjournal.ui.shared.theme import Restyled, theme


class UnsetSlider(Restyled, QSlider):
    """The first touch or key sets it, Delete takes the value away; a subclass paints and says it.

    `value` is the value or None; `changed(float | None)` tells each change by the person.
    """

    changed = Signal(object)

    def __init__(self, low: float, high: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._set = False
        self._shown_by_us = True
        # A slider counts in whole numbers: its own are steps, `value` is in the measure's.
        self._unit = step
        self.setRange(round(low / step), round(high / step))
        self.setPageStep(2)
        super().setValue(self._middle())
        self._shown_by_us = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._moved)

    @property  # type: ignore[override]
    def value(self) -> float | None:
        """The value, or None if unset; in place of Qt's method, whose number would speak of a value nobody gave."""
        return self._at() * self._unit if self._set else None

    @value.setter
    def value(self, value: float | None) -> None:
        self.set_value(value)

    def set_value(self, value: float | None) -> None:
        """Show a value, or unset, without telling anybody."""
        self._set = value is not None
        self._shown_by_us = True
        super().setValue(round(value / self._unit) if value is not None else self._middle())
        self._shown_by_us = False
        self._say_value()
        self.update()

    def focus_area(self) -> QRect:
        """What the focus ring goes round: a little more than the words of the ends, where there is room."""
        beyond, around = theme().px(4), self.parentWidget()
        end = around.width() - self.geometry().right() - 1 if around is not None else 0
        return self.rect().adjusted(-max(0, min(beyond, self.x())), 0, max(0, min(beyond, end)), 0)

    def unset(self) -> None:
        """Take the value away."""
        if self._set:
            self.set_value(None)
            self.changed.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Set the value under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._set:
            self._set_by_person(self._step_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the value where it is."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by arrows, digits, Home and End; Delete unsets."""
        key = along(event.key())
        moves = {
            Qt.Key.Key_Left: self._at() - 1,
            Qt.Key.Key_Down: self._at() - 1,
            Qt.Key.Key_Right: self._at() + 1,
            Qt.Key.Key_Up: self._at() + 1,
            Qt.Key.Key_PageUp: self._at() + self.pageStep(),
            Qt.Key.Key_PageDown: self._at() - self.pageStep(),
            Qt.Key.Key_Home: self.minimum(),
            Qt.Key.Key_End: self.maximum(),
            Qt.Key.Key_Space: self._at(),
        }
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unset()
        elif key in moves:
            self._set_by_person(moves[Qt.Key(key)])
        elif len(event.text()) == 1 and event.text() in "0123456789":
            self._set_by_person(round(int(event.text()) / self._unit))
        else:
            event.ignore()

    def _middle(self) -> int:
        return (self.minimum() + self.maximum()) // 2

    def _at(self) -> int:
        return QSlider.value(self)

    def _from_begin(self, x: float) -> float:
        """How far a place lies from the side where lines begin, and the other way round."""
        return self.width() - x if self.isRightToLeft() else x

    def _pressed_at(self, x: float) -> None:
        self._set_by_person(self._step_at(x))

    def _step_at(self, x: float) -> int:
        """The step that lies under a place, in pixels from the left."""
        raise NotImplementedError

    def _say_value(self) -> None:
        """Say the value, or that there is none, to who cannot see it."""
        raise NotImplementedError

    def _set_by_person(self, step: int) -> None:
        bounded = min(max(step, self.minimum()), self.maximum())
        if self._set and bounded == self._at():
            return
        self.set_value(bounded * self._unit)
        self.changed.emit(bounded * self._unit)

    def _moved(self) -> None:
        """A screen reader sets Qt's own number: that is an answer like any other."""
        if not self._shown_by_us:
            self._set = True
            self._say_value()
            self.update()
            self.changed.emit(self.value)
