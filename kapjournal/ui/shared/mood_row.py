"""The mood row: eleven circles from dusk to dawn; a click keeps at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kapjournal.ui.shared.focus_ring import keys_lead
from kapjournal.ui.shared.level_glyph import level_path
from kapjournal.ui.shared.mirroring import along
from kapjournal.ui.shared.theme import Restyled, tabular, theme
from kapjournal.words.language import _
from kapjournal.words.mood import mood_value_text, mood_word

STEPS = 11
RIM_PX = 5
"""Room round the circles for the ring of the chosen one; whoever lays the row out takes it from the padding."""


class MoodRow(Restyled, QSlider):
    """A mood from 0 to 10, or none yet.

    Arrow keys, digits, Home and End move; Enter or a click keeps (`chosen`). In a dialog, `moved` tells each step.
    """

    chosen = Signal(int)
    moved = Signal(int)
    let_be = Signal()
    """The keys went elsewhere from a step that nobody kept."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        step: int = 54,
        keeps_on_move: bool = False,
        accessible_name: str = "",
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._step = step
        self._keeps_on_move = keeps_on_move
        self._kept: int | None = None
        self._pointed: int | None = None
        self._keyed = False
        self.setRange(0, 10)
        self.setSingleStep(1)
        self.setPageStep(2)
        self.setValue(5)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(accessible_name or _("Mood"))
        self.setProperty("own_focus", True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say_value()
        self.restyle()

    @property
    def mood(self) -> int | None:
        """The mood that was chosen, or None."""
        return self._kept

    def set_mood(self, mood: int | None) -> None:
        """Show a mood as chosen, or none, without telling anybody."""
        self._kept = mood
        self._keyed = False
        if mood is not None:
            self.setValue(mood)
        self._say_value()
        self.update()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.updateGeometry()
        self.update()

    # --- size

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line of circles."""
        look = theme()
        return QSize(
            look.px(self._step) * STEPS + look.px(16) * (STEPS - 1), self.heightForWidth(look.px(4000))
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width at which six smallest circles stand in a line."""
        look = theme()
        return QSize(look.size("mood_step_min") * 6 + look.px(8) * 5, self.heightForWidth(look.px(4000)))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Take a second line when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of one or two lines with their words."""
        lines = self._lines(width)
        look = theme()
        rim = look.px(RIM_PX)
        line = round(self._diameter(width)) + 2 * rim
        return line * lines + look.px(8) * (lines - 1) + look.px(22)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the height that the width needs."""
        super().resizeEvent(event)
        height = self.heightForWidth(self.width())
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def circle(self, step: int) -> QRectF:
        """Return where a step's circle stands."""
        width = self.width()
        diameter = self._diameter(width)
        look = theme()
        rim = look.pxf(RIM_PX)
        lines = self._lines(width)
        per_line = STEPS if lines == 1 else 6
        line, place = divmod(step, per_line)
        pitch = (width - 2 * rim - diameter) / (per_line - 1)
        top = rim + line * (diameter + 2 * rim + look.px(8))
        left = rim + place * pitch
        return QRectF(width - left - diameter if self.isRightToLeft() else left, top, diameter, diameter)

    def _lines(self, width: int) -> int:
        look = theme()
        least = look.size("mood_step_min")
        return 1 if width >= least * STEPS + look.px(4) * (STEPS - 1) + look.px(10) else 2

    def _diameter(self, width: int) -> float:
        look = theme()
        per_line = STEPS if self._lines(width) == 1 else 6
        fits = (width - look.px(10)) / per_line - look.px(8)
        return float(min(look.px(self._step), max(look.size("mood_step_min"), fits)))

    # --- pointer and keys

    def _step_at(self, point: QPointF) -> int | None:
        for step in range(STEPS):
            reach = theme().px(6)
            if self.circle(step).adjusted(-reach, -reach, reach, reach).contains(point):
                return step
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show the word of the circle under the pointer."""
        self._point(self._step_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Forget the pointer."""
        self._point(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Wait for the release, as buttons do."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the circle under the pointer."""
        step = self._step_at(event.position())
        if step is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setValue(step)
            self._keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by arrows, digits, Home and End; keep by Enter or Space."""
        key = along(event.key())
        moves = {
            Qt.Key.Key_Left: self._from() - 1,
            Qt.Key.Key_Down: self._from() - 1,
            Qt.Key.Key_Right: self._from() + 1,
            Qt.Key.Key_Up: self._from() + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: 10,
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._keep()
        elif key in moves:
            self._move(min(max(moves[Qt.Key(key)], 0), 10))
        elif len(event.text()) == 1 and event.text() in "0123456789":
            self._move(int(event.text()))
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Forget a step that keys stood on and nobody kept."""
        super().focusOutEvent(event)
        was_open = self._keyed and self.value() != self._kept
        self._keyed = False
        self.update()
        if was_open:
            self.let_be.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page: a mood never changes by scrolling."""
        event.ignore()

    def _from(self) -> int:
        return self.value()

    def _move(self, step: int) -> None:
        self._keyed = True
        self.setValue(step)
        self._say_value()
        self.update()
        self.moved.emit(step)
        if self._keeps_on_move:
            self._keep()

    def _keep(self) -> None:
        self._kept = self.value()
        self._say_value()
        self.update()
        self.chosen.emit(self._kept)

    def _point(self, step: int | None) -> None:
        if step != self._pointed:
            self._pointed = step
            self.update()

    def _say_value(self) -> None:
        known = self._kept is not None or self._keyed
        text = mood_value_text(self.value()) if known else _("not chosen")
        self.setAccessibleDescription(text)
        self.setProperty("value_text", text)

    # --- paint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the circles and the words under them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in range(STEPS):
            self._paint_step(painter, step)
        self._paint_words(painter)
        painter.end()

    def _paint_step(self, painter: QPainter, step: int) -> None:
        look = theme()
        color = look.mood(step)
        circle = self.circle(step)
        chosen = step == self._kept
        hovered = step == self._pointed and not chosen
        keyed = self._keyed and step == self.value() and self.hasFocus() and not chosen
        font = tabular(look.font("label"))
        font.setPixelSize(max(1, round(circle.width() * 0.36)))
        font.setWeight(QFont.Weight.DemiBold if chosen or hovered else QFont.Weight.Medium)
        painter.setFont(font)
        edge = look.pxf(2.5 if hovered or keyed else 1.5)
        ring = circle.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(color)
            painter.drawEllipse(circle)
            gap = look.pxf(3.5)
            painter.setPen(QPen(color, look.pxf(1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(-gap, -gap, gap, gap))
            painter.setPen(look.on_mood(step))
        else:
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(ring)
            level = "mood_level_hover" if hovered or keyed else "mood_level_rest"
            if self._kept is not None and not (hovered or keyed):
                level = "mood_level_when_another_is_chosen"
            filled = look.mood(step)
            filled.setAlphaF(look.opacity(level))
            painter.fillPath(level_path(ring, step), filled)
            painter.setPen(QPen(color, edge))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)
            painter.setPen(look.color("ink"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(step))
        if step == self.value() and self.hasFocus() and keys_lead():
            reach = look.pxf(3.25)
            painter.setPen(QPen(look.color("accent"), look.pxf(2.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(-reach, -reach, reach, reach))

    def _paint_words(self, painter: QPainter) -> None:
        """Paint the word of the step that is pointed at, keyed or chosen, else the words of the ends."""
        look = theme()
        step = self._pointed
        if step is None and self._keyed and self.hasFocus():
            step = self.value()
        if step is None:
            step = self._kept
        top = self.height() - look.pxf(19)
        if step is None:
            font = look.font("chip")
            font.setWeight(QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(look.color("ink2"))
            if self._lines(self.width()) == 2:
                # Under two lines a word cannot stand below its circle: each is named by its number.
                ends = "   ".join(f"{end} {mood_word(end)}" for end in (0, 5, 10))
                painter.drawText(
                    QRectF(0, top, self.width(), look.pxf(18)), Qt.AlignmentFlag.AlignVCenter, ends
                )
                return
            for end in (0, 5, 10):
                self._paint_word(painter, end, mood_word(end), top)
        else:
            font = look.font("chip")
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(look.color("ink"))
            first_of_two = self._lines(self.width()) == 2 and step < 6
            self._paint_word(
                painter, step, f"{step} {mood_word(step)}" if first_of_two else mood_word(step), top
            )

    def _paint_word(self, painter: QPainter, step: int, word: str, top: float) -> None:
        circle = self.circle(step)
        width = painter.fontMetrics().horizontalAdvance(word) + 2
        left = min(max(circle.center().x() - width / 2, 0), self.width() - width)
        # The words of the ends begin and end with their circles.
        first, last = (10, 0) if self.isRightToLeft() else (0, 10)
        if step == first:
            left = max(left, circle.left())
        if self._pointed is None and self._kept is None and step in (first, last):
            left = circle.left() if step == first else circle.right() - width
        painter.drawText(QRectF(left, top, width, theme().pxf(18)), Qt.AlignmentFlag.AlignCenter, word)
