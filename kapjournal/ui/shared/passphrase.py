"""The field for a passphrase; light enough for the locked journal."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.first_paint import NO_HELP_WITH_WORDS
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.mirroring import put_at_end, sides
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class PassphraseField(Restyled, QWidget):
    """A passphrase: dots, and an eye that shows the words while it is on."""

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, accessible_name: str = "", large: bool = False
    ) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setProperty("inputMethodHints", NO_HELP_WITH_WORDS)
        if large:
            self.edit.setProperty("extent", "large")
        self._eye = IconButton("show", _("Show the passphrase"), self, bare=True, size="small")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self.show_words)
        self._tick = QLabel(self)
        self._tick.hide()
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(accessible_name)
        self.restyle()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the line itself: it has the focus; of several eyes each says whose it is."""
        self.edit.setAccessibleName(name)
        self._name_eye()

    def setAccessibleDescription(self, description: str) -> None:  # noqa: N802 - Qt's name
        """Describe the line itself."""
        self.edit.setAccessibleDescription(description)

    def show_tick(self, shown: bool) -> None:
        """Show that it is the same as above, in place of the eye."""
        self._eye.setVisible(not shown)
        self._tick.setVisible(shown)
        self._draw_tick()
        self._place_eye()

    def text(self) -> str:
        """Return the passphrase."""
        return self.edit.text()

    def clear(self) -> None:
        """Empty the field and its undo."""
        self.edit.clear()

    def restyle(self) -> None:
        """Take font and margins from the theme."""
        look = theme()
        self.edit.setFont(look.font("body"))
        self.edit.setTextMargins(*sides(0, 0, look.px(28), 0))
        self._draw_tick()

    def _draw_tick(self) -> None:
        if self._tick.isVisibleTo(self):
            look = theme()
            tick = icon_pixmap("kept_small", look.color("accent"), look.px(18), self.devicePixelRatioF())
            self._tick.setPixmap(tick)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Keep the eye where the line ends."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_eye()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the eye in its place when sizes change."""
        super().changeEvent(event)
        self._place_eye()

    def _place_eye(self) -> None:
        if hasattr(self, "_tick"):
            put_at_end(self._tick, self, theme().px(14))
            put_at_end(self._eye, self, theme().px(7))

    def show_words(self, shown: bool) -> None:
        """Show the words themselves, or dots."""
        if shown == (self.edit.echoMode() == QLineEdit.EchoMode.Normal):
            return
        self._eye.setChecked(shown)
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.set_icon("hide" if shown else "show")
        self._name_eye()

    def _name_eye(self) -> None:
        shown = self._eye.isChecked()
        self._eye.set_name(_("Hide the passphrase") if shown else _("Show the passphrase"))
        name = self.edit.accessibleName()
        if name:
            self._eye.setAccessibleName(
                _("Hide: {name}").format(name=name) if shown else _("Show: {name}").format(name=name)
            )
