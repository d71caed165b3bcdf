"""Earlier versions of a reflection: read them, and bring one back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Reflection
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.text import Body, Label
from kapjournal.ui.shared.theme import theme
from kapjournal.words.dates import when
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


class VersionsDialog(Dialog):
    """The versions on a list, the chosen one under it; `restore_requested` carries the one to bring back."""

    restore_requested = Signal(Reflection)

    def __init__(self, versions: tuple[Reflection, ...], now: datetime, parent: QWidget) -> None:
        super().__init__(_("Earlier versions"), parent, width=760)
        self._versions = versions
        self.list = QListWidget()
        self.list.setAccessibleName(_("Earlier versions, newest first"))
        self.list.setFont(theme().font("body"))
        self.list.setFixedHeight(theme().px(34) * min(5, max(2, len(versions))))
        for version in versions:
            item = QListWidgetItem(version_words(version, now))
            item.setSizeHint(QSize(0, theme().px(34)))
            self.list.addItem(item)
        self._heading = Label("")
        self._text = MarkdownView(_("The version"))
        self.restore_button = Button(_("Bring this one back"), "primary", "restore")
        self.restore_button.clicked.connect(self._restore)
        if versions:
            self._show_list()
        else:
            self.body.addWidget(
                Body(_("There is no earlier version yet. One is kept for each time you write."), "ink2")
            )

    def _show_list(self) -> None:
        self.body.addWidget(Body(_("What is on the page now stays among the versions."), "ink2"))
        self.body.addWidget(self.list)
        words = QVBoxLayout()
        words.setSpacing(theme().px(8))
        words.addWidget(self._heading)
        words.addWidget(self._text)
        self.body.addLayout(words)
        self.foot.addStretch(1)
        self.foot.addWidget(self.restore_button)
        self.list.currentRowChanged.connect(self._show_version)
        self.list.setCurrentRow(0)

    def _show_version(self, row: int) -> None:
        if 0 <= row < len(self._versions):
            version = self._versions[row]
            self._heading.setText(version.title)
            self._heading.setVisible(bool(version.title))
            self._text.show_text(version.text or _("Nothing was written."))

    def _restore(self) -> None:
        row = self.list.currentRow()
        self.close_dialog()
        if 0 <= row < len(self._versions):
            self.restore_requested.emit(self._versions[row])


def version_words(version: Reflection, now: datetime) -> str:
    """'yesterday, 21:12 · 84 words'."""
    count = len(version.text.split())
    words = ngettext("{count} word", "{count} words", count).format(count=number(count))
    edited = version.edited.astimezone(now.tzinfo)
    return _("{when} · {words}").format(when=when(edited, now), words=words)
