"""The toast: what just happened, with a way back, for ten seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kapjournal.ui.shared.breakpoints import SIDE_MARGINS, breakpoint  # noqa: A004
from kapjournal.ui.shared.icons import icon as themed_icon
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class Toast(Restyled, QWidget):
    """One message at the bottom left of its parent; it waits while the pointer or the keys are on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._undo: Callable[[], None] | None = None
        self.setProperty("role", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._undo_button = QPushButton(_("Undo"), self)
        self._undo_button.clicked.connect(self._undo_it)
        self._close_button = QPushButton(self)
        self._close_button.setAccessibleName(_("Close"))
        self._close_button.setToolTip(_("Close"))
        self._close_button.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._undo_button)
        self._row.addWidget(self._close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        for button in (self._undo_button, self._close_button):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()
        self.restyle()

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a message in place of any other, and say it."""
        self._undo = undo
        self._words.setText(text)
        self._undo_button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._show_icon()
        self.show()
        self.raise_()
        self._place(rises=True)
        self._timer.start(theme().motion("toast_stay"))
        announce(self, text)

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._undo = None
        self.hide()

    def restyle(self) -> None:
        """Take fonts, colours and sizes from the theme: light on ink."""
        look = theme()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.color("bg"))
        self._words.setPalette(palette)
        self._words.setFont(look.font("body"))
        font = look.font("body_strong")
        font.setUnderline(True)
        self._undo_button.setFont(font)
        plain = (
            f"QPushButton {{ background: transparent; border: 0; color: {look.hex('bg')}; padding: 0 {look.px(6)}px;"
            f" min-height: {look.px(28)}px; min-width: {look.px(24)}px; border-radius: {look.px(6)}px; }}"
            f"QPushButton:focus {{ border: 2px solid {look.hex('bg')}; }}"
        )
        self._undo_button.setStyleSheet(plain)
        self._close_button.setStyleSheet(plain)
        self._close_button.setIcon(themed_icon("close", "bg", 16))
        self._close_button.setIconSize(QSize(look.px(16), look.px(16)))
        self._row.setContentsMargins(*sides(look.px(16), look.px(8), look.px(10), look.px(8)))
        self._row.setSpacing(look.px(12))
        self._show_icon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the parent's size; wait while the keys are here."""
        kind = event.type()
        if watched is self.parent() and kind == QEvent.Type.Resize and self.isVisible():
            self._place(rises=False)
        elif kind == QEvent.Type.FocusIn:
            self._timer.stop()
        elif kind == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start(theme().motion("toast_stay"))
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Wait while the pointer is here."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Go on counting."""
        if self.isVisible():
            self._timer.start(theme().motion("toast_stay"))
        super().leaveEvent(event)

    def _undo_it(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _show_icon(self) -> None:
        look = theme()
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(icon_pixmap("kept", look.color("bg"), look.px(20), ratio))

    def _place(self, *, rises: bool) -> None:
        look = theme()
        parent = self.parentWidget()
        if parent is None:
            return
        margin = look.px(24)
        left = look.px(SIDE_MARGINS[breakpoint(parent)])
        hint = self._words.fontMetrics().horizontalAdvance(self._words.text())
        wanted = min(look.px(620), max(look.px(500), hint + look.px(190)))
        width = min(wanted, parent.width() - 2 * left)
        height = max(look.px(46), self._row.heightForWidth(width))
        self.resize(width, height)
        if parent.isRightToLeft():
            left = parent.width() - width - left
        end = QPoint(left, parent.height() - height - margin)
        duration = look.motion("toast_in")
        if rises and duration:
            self._rise.stop()
            self._rise.setDuration(duration)
            self._rise.setStartValue(end + QPoint(0, look.px(8)))
            self._rise.setEndValue(end)
            self._rise.start()
        else:
            self._rise.stop()
            self.move(end)
