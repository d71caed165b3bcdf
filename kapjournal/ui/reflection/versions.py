"""Earlier versions of a reflection: read them, and bring one back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.domain.reflection import Reflection
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import Choice, field
from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.text import Body, Section
from kapjournal.ui.shared.theme import theme
from kapjournal.words.dates import when
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


class VersionsDialog(Dialog):
    """The versions to choose from, the chosen one under them; `restore_requested` carries the one to bring back."""

    restore_requested = Signal(Reflection)

    def __init__(self, versions: tuple[Reflection, ...], now: datetime, parent: QWidget) -> None:
        super().__init__(_("Earlier versions"), parent, width=700)
        self._versions = versions
        self.choice = Choice([(place, version_words(version, now)) for place, version in enumerate(versions)])
        self._heading = Section("")
        self._text = MarkdownView(_("The version"))
        self.restore_button = Button(_("Bring this one back"), "primary", "restore")
        self.restore_button.clicked.connect(self._restore)
        if versions:
            self._lay_out()
        else:
            nothing = _("There is no earlier version yet. One is kept for each time you write.")
            self.body.addWidget(Body(nothing, "ink2"))

    def open(self, focus: QWidget | None = None) -> None:
        """Show the dialog at the height of the version."""
        super().open(focus)
        self._fit_soon()

    def _lay_out(self) -> None:
        self.body.addWidget(
            field(_("Version"), self.choice, _("What is on the page now stays among the versions."))
        )
        words = QVBoxLayout()
        words.setSpacing(theme().px(8))
        words.addWidget(self._heading)
        words.addWidget(self._text)
        self.body.addLayout(words)
        self.foot.addStretch(1)
        self.foot.addWidget(self.restore_button)
        self.choice.changed.connect(lambda _place: self._show_version())
        self._show_version()

    def _show_version(self) -> None:
        version = self._chosen()
        self._heading.setText(version.title)
        self._heading.setVisible(bool(version.title))
        self._text.show_text(version.text or _("Nothing was written."))
        self._fit_soon()

    def _chosen(self) -> Reflection:
        place = self.choice.value
        return self._versions[place if isinstance(place, int) else 0]

    def _fit_soon(self) -> None:
        # The height of a text is known once it was laid out at the panel's width.
        QTimer.singleShot(0, self, self.fit)

    def _restore(self) -> None:
        self.close_dialog()
        self.restore_requested.emit(self._chosen())


def version_words(version: Reflection, now: datetime) -> str:
    """'yesterday, 21:12 · 84 words'."""
    count = len(version.text.split())
    words = ngettext("{count} word", "{count} words", count).format(count=number(count))
    edited = version.edited.astimezone(now.tzinfo)
    return _("{when} · {words}").format(when=when(edited, now), words=words)
