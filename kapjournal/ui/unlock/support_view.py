"""Support while the journal is locked: the lines of the country, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.crisis_lines import CrisisLines, Shown
from kapjournal.ui.shared.horizon import Horizon
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.logo import NameAndLogo
from kapjournal.ui.shared.text import Aside
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

_WIDTH, _SIDE = 880, 20
_GROUND = 0.89
"""Where the ground begins, as a share of the height."""


class LockedSupport(Restyled, QWidget):
    """The crisis lines over the whole window; nothing of the journal is read."""

    back = Signal()

    def __init__(self, settings: SettingsStore, parent: QWidget | None = None, *, locked: bool) -> None:
        super().__init__(parent)
        self._horizon = Horizon(self, top=_GROUND, depth=0.25, sun=None)
        self._lines = CrisisLines(settings, full=True)
        kept = settings.current
        if kept.locked_phone:
            chosen = _("You chose to see this number here.")
            self._lines.show_contacts(
                (Shown(kept.locked_name, kept.locked_phone, kept.locked_phone, chosen),)
            )
        self.back_button = Button(_("Back to the passphrase") if locked else _("Back"), "outlined", "back")
        self.back_button.clicked.connect(self.back)
        self._lock_mark = QLabel()
        head = QHBoxLayout()
        head.addWidget(NameAndLogo())
        head.addStretch(1)
        if locked:
            head.addWidget(self._lock_mark)
            head.addWidget(Aside(_("The journal is locked"), "ink2"))
            head.addSpacing(theme().px(12))
        head.addWidget(self.back_button)
        self._head = head
        content = QWidget()
        content.setObjectName("page_content")
        self._centre = QHBoxLayout(content)
        self._centre.addStretch(1)
        self._centre.addWidget(self._lines, 100_000)
        self._centre.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(content)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(scroll, 1)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back, as everywhere that something stands over something else."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take the sizes from the theme."""
        look = theme()
        self._column.setContentsMargins(0, look.px(16), 0, 0)
        self._column.setSpacing(look.px(28))
        self._show_side()
        self._head.setSpacing(look.px(8))
        bottom = self._centre.contentsMargins().bottom()
        self._centre.setContentsMargins(look.px(_SIDE), look.px(20), look.px(_SIDE), bottom)
        self._lines.setMaximumWidth(look.px(_WIDTH))
        self._lock_mark.setPixmap(
            icon_pixmap("lock", look.color("ink2"), look.px(16), self.devicePixelRatioF())
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the ground under everything, and let the last words be scrolled above it."""
        super().resizeEvent(event)
        self._show_side()
        margins = self._centre.contentsMargins()
        margins.setBottom(theme().px(12) + round(self.height() * (1 - _GROUND)))
        self._centre.setContentsMargins(margins)
        self._horizon.setGeometry(self.rect())
        self._horizon.lower()

    def _show_side(self) -> None:
        """Begin the line at the top where the cards do, once they fill the width."""
        look = theme()
        side = look.px(_SIDE if self.width() <= look.px(_WIDTH + 2 * _SIDE) else 2 * _SIDE)
        self._head.setContentsMargins(side, 0, side, 0)
