"""How long someone slept, in half hours, or not set."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QWidget

from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.mirroring import placed, sides
from kapjournal.ui.shared.text_field import PAUSE_MS
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import duration_min
from kapjournal.words.language import _

UNSET = -0.5
USUAL_H = 7.0
LONGEST_H = 24.0
_LONG_NIGHT_MIN = 10 * 60 + 30


class SleepHours(Restyled, QDoubleSpinBox):
    """'6 h 30 min'; arrow keys and the small arrows step by half an hour, Delete in an empty field unsets."""

    hours_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(2)
        self.setRange(UNSET, LONGEST_H)
        self.setSingleStep(0.5)
        self.setSpecialValueText(_("not set"))
        self.setKeyboardTracking(False)
        self.setAccessibleName(_("Hours of sleep"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setValue(UNSET)
        self.valueChanged.connect(self._tell)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell_so_far)
        self.lineEdit().textChanged.connect(self._wait)
        self.restyle()

    @property
    def hours(self) -> float | None:
        """The hours, or None if not set."""
        return None if self.value() < 0 else self.value()

    def set_hours(self, hours: float | None) -> None:
        """Show hours, or not set, without telling anybody."""
        self.blockSignals(True)
        self.setValue(UNSET if hours is None else hours)
        self.blockSignals(False)

    def restyle(self) -> None:
        """Take font and room for the arrows from the theme."""
        look = theme()
        self.setFont(look.font("body"))
        words = self.fontMetrics().horizontalAdvance(duration_min(_LONG_NIGHT_MIN))
        self.setFixedWidth(max(look.px(128), words + look.px(12 + 30 + 6)))
        # As high as the steps beside it, which the sheet of the program does not know.
        self.setStyleSheet(
            f"QAbstractSpinBox {{ min-height: {look.px(32)}px; max-height: {look.px(32)}px; }}"
        )
        self.setFixedHeight(look.px(32) + 2)
        self._place_line()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Stand as high as the steps beside it."""
        return QSize(theme().px(128), theme().px(34))

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Write hours and minutes."""
        return duration_min(value * 60)

    def valueFromText(self, text: str) -> float:  # noqa: N802 - Qt's name
        """Read hours as they may be typed."""
        hours = hours_of(text)
        return UNSET if hours is None else hours

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed that is or may become a number of hours."""
        fine = not text.strip() or text == self.specialValueText() or hours_of(text) is not None
        state = QValidator.State.Acceptable if fine else QValidator.State.Intermediate
        return state, text, position

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Begin at a usual night where nothing is set; never step back into 'not set'."""
        if self.value() < 0:
            self.setValue(USUAL_H)
        else:
            self.setValue(max(0.0, round(self.value() * 2 + steps) / 2))

    def stepEnabled(self) -> QDoubleSpinBox.StepEnabledFlag:  # noqa: N802 - Qt's name
        """Both ways are open, also where nothing is set."""
        return QDoubleSpinBox.StepEnabledFlag.StepUpEnabled | QDoubleSpinBox.StepEnabledFlag.StepDownEnabled

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete where all is chosen or nothing is written takes the hours back."""
        edit = self.lineEdit()
        everything = edit.selectedText() == edit.text()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and everything:
            self.setValue(UNSET)
            edit.selectAll()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the dialog."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the line of text clear of the arrows."""
        super().resizeEvent(event)
        self._place_line()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Place the line of text after the style sheet has."""
        super().showEvent(event)
        self._place_line()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Step by the arrows where the line ends."""
        x = event.position().x()
        if (self.width() - x if self.isRightToLeft() else x) >= self.width() - theme().px(30):
            self.stepBy(1 if event.position().y() < self.height() / 2 else -1)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the field, then the arrows."""
        super().paintEvent(event)
        look = theme()
        side = look.pxf(12)
        painter = QPainter(self)
        middle = self.height() / 2
        up = QRectF(self.width() - side - look.pxf(10), middle - side - look.pxf(1), side, side)
        up = placed(painter, up, self.rect())
        paint_icon(painter, up, "step_up", look.color("ink2"))
        paint_icon(painter, up.translated(0, side + look.pxf(2)), "open", look.color("ink2"))
        painter.end()

    def _place_line(self) -> None:
        left, _top, right, _bottom = sides(theme().px(12), 0, theme().px(30), 0)
        self.lineEdit().setGeometry(left, 1, self.width() - left - right, self.height() - 2)

    def _wait(self) -> None:
        self._pause.start()

    def _tell_so_far(self) -> None:
        """Tell what was typed before a pause; it stays as it was typed, for the person may go on."""
        hours = hours_of(self.lineEdit().text())
        if hours is not None and hours != self.value():
            self.hours_changed.emit(hours)

    def _tell(self) -> None:
        self.hours_changed.emit(self.hours)


def hours_of(text: str) -> float | None:
    """The hours in what was typed: '6', '6.5', '6,5', '6:30', '6 h 30 min', '45 min'; None if they are none."""
    plain = text.strip().lower().replace(",", ".")
    if minutes := re.fullmatch(r"(\d+)\s*min\w*", plain):
        return _bounded(int(minutes[1]) / 60)
    if parts := re.fullmatch(r"(\d+)\s*(?:h\w*|:)\s*(\d{1,2})(?:\s*m\w*)?", plain):
        return _bounded(int(parts[1]) + int(parts[2]) / 60)
    if whole := re.fullmatch(r"(\d+(?:\.\d+)?)\s*(?:h\w*)?", plain):
        return _bounded(float(whole[1]))
    return None


def _bounded(hours: float) -> float | None:
    return hours if 0 <= hours <= LONGEST_H else None
