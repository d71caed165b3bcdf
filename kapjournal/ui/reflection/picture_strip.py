"""The pictures below the words of a reflection: seen, described if wanted, taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.picture import Picture, ShownPicture
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import TextField, field
from kapjournal.ui.shared.picture_view import PictureView
from kapjournal.ui.shared.text import Caption
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

_LONGEST_DESCRIPTION = 500


class PictureStrip(Restyled, QWidget):
    """Tells the pictures as they are to be after each change."""

    changed = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ShownPicture, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.rows: list[_Row] = []
        self.hide()
        self.restyle()

    def show_pictures(self, shown: tuple[ShownPicture, ...], get: Callable[[int], Picture]) -> None:
        """Show pictures; those that are there already stay."""
        if shown == self._shown and len(self.rows) == len(shown):
            return
        self._shown = shown
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_Row(one, get(one.picture_id)) for one in shown]
        for place, row in enumerate(self.rows):
            self._column.addWidget(row)
            row.describe.clicked.connect(lambda _on=False, place=place: self.ask_description(place))
            row.remove.clicked.connect(lambda _on=False, place=place: self.take_out(place))
        self.setVisible(bool(shown))

    def ask_description(self, place: int) -> None:
        """Ask for the picture in words."""
        dialog = Dialog(_("The picture in words"), self, width=480)
        words = TextField(self._shown[place].alt)
        words.setMaxLength(_LONGEST_DESCRIPTION)
        words.returnPressed.connect(dialog.close_dialog)
        dialog.body.addWidget(
            field(
                _("Description"), words, _("For a screen reader, for the search, and for you in ten years.")
            )
        )
        done = Button(_("Done"), "outlined")
        done.clicked.connect(dialog.close_dialog)
        dialog.foot.addStretch(1)
        dialog.foot.addWidget(done)
        for ended in (dialog.closed, words.paused, words.put_in):
            ended.connect(lambda *_text: self.describe(place, words.text().strip()))
        dialog.closed.connect(dialog.deleteLater)
        dialog.open(words)

    def describe(self, place: int, alt: str) -> None:
        """Take a description over."""
        if place < len(self._shown) and alt != self._shown[place].alt:
            one = replace(self._shown[place], alt=alt)
            self._shown = (*self._shown[:place], one, *self._shown[place + 1 :])
            self.rows[place].show_description(alt)
            self.changed.emit(self._shown)

    def take_out(self, place: int) -> None:
        """Take a picture out; undo brings it back."""
        self._shown = (*self._shown[:place], *self._shown[place + 1 :])
        row = self.rows.pop(place)
        row.hide()
        row.deleteLater()
        for number, left in enumerate(self.rows):
            left.describe.clicked.disconnect()
            left.remove.clicked.disconnect()
            left.describe.clicked.connect(lambda _on=False, place=number: self.ask_description(place))
            left.remove.clicked.connect(lambda _on=False, place=number: self.take_out(place))
        self.setVisible(bool(self._shown))
        self.changed.emit(self._shown)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        self._column.setSpacing(theme().px(20))


class _Row(Restyled, QWidget):
    """A picture, its words, and what can be done with it."""

    def __init__(self, shown: ShownPicture, picture: Picture) -> None:
        super().__init__()
        self.view = PictureView(picture, shown.alt)
        self._words = Caption("", "ink2")
        self.describe = Button("", "quiet", size="small")
        self.remove = Button(_("Take out"), "quiet", size="small")
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self.describe)
        line.addWidget(self.remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.view)
        self._column.addLayout(line)
        self.show_description(shown.alt)
        self.restyle()

    def show_description(self, alt: str) -> None:
        """Show the words below the picture."""
        self.view.describe(alt)
        self._words.setText(alt)
        self.describe.set_text(_("Change the words") if alt else _("Put it into words"))
        for button in (self.describe, self.remove):
            button.setAccessibleDescription(self.view.accessibleName())

    def restyle(self) -> None:
        """Take the gap from the theme."""
        self._column.setSpacing(theme().px(6))
