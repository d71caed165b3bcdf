"""The recovery code: seven groups of four, to be printed, saved or copied, and asked back once."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QWidget

from kapjournal.errors import DiskFullError, FileNotWrittenError
from kapjournal.summary.writing import write_file
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.clipboard import copy_for_a_minute
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.folding import FoldingRow
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Caption, Label, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

ASKED = 3
COLUMNS = 4


class CodeCard(Card):
    """Shows a code and the ways to keep it."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(24, 18), spacing=10)
        self._code = code
        self._groups = [_Group(group) for group in code.split("-")]
        self._sign = QLabel()
        self._name = QHBoxLayout()
        self._name.addWidget(self._sign)
        self._name.addWidget(Label(_("Recovery code"), wrap=False), 1)
        self._ways = QHBoxLayout()
        self._head = FoldingRow()
        self._head.addLayout(self._name, 1)
        self._head.addLayout(self._ways)
        for text, icon, act in (
            (_("Print"), "print", self._print),
            (_("Save to a file"), "save_file", self._save),
            (_("Copy"), "copy", self._copy),
        ):
            button = Button(text, "outlined", icon, "small")
            button.clicked.connect(act)
            self._ways.addWidget(button)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        for index, group in enumerate(self._groups):
            self._grid.addWidget(group, index // COLUMNS, index % COLUMNS)
        self._says = Caption("", "ink2")
        self.body.addLayout(self._head)
        self.body.addLayout(self._grid)
        self.body.addWidget(
            Caption(
                _(
                    "People forget, on some days more than on others. This code opens the journal then. "
                    "Keep it away from this computer. Without passphrase and code nobody can open it, not even we."
                ),
                "ink2",
            )
        )
        self.body.addWidget(self._says)
        self._says.hide()
        self.setAccessibleName(_("Recovery code"))
        self.restyle()

    def restyle(self) -> None:
        """Take sizes and the key from the theme."""
        super().restyle()
        if not hasattr(self, "_grid"):
            return
        look = theme()
        self._sign.setPixmap(icon_pixmap("key", look.color("accent"), look.px(20), self.devicePixelRatioF()))
        self._grid.setSpacing(look.px(8))
        self._ways.setSpacing(look.px(8))
        self._head.setSpacing(look.px(8))

    def _tell(self, sentence: str) -> None:
        self._says.setText(sentence)
        self._says.show()
        announce(self._says, sentence)

    def _copy(self) -> None:
        copy_for_a_minute(self._code)
        self._tell(_("Copied. It leaves the clipboard after a minute."))

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery code"), str(Path.home() / _("Kap Journal recovery code.txt")), "*.txt"
        )
        if not name:
            return
        try:
            write_file(Path(name), code_sheet(self._code).encode("utf-8"))
        except (DiskFullError, FileNotWrittenError):
            self._tell(_("The file could not be written there. Another folder may do."))
        else:
            self._tell(_("Saved. It is best kept away from this computer."))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != QPrintDialog.DialogCode.Accepted:
            return
        sheet = QTextDocument()
        font = theme().mono_font(14, 400)
        font.setPointSize(14)
        sheet.setDefaultFont(font)
        sheet.setPlainText(code_sheet(self._code))
        painter = QPainter(printer)
        painter.scale(printer.logicalDpiX() / 96, printer.logicalDpiY() / 96)
        sheet.drawContents(painter)
        painter.end()
        self._tell(_("Sent to the printer."))


class AskBack(Restyled, QWidget):
    """Three characters of the code, asked back: whoever can give them has it somewhere."""

    entered = Signal()
    """Enter was pressed in the last of them that was open."""

    def __init__(
        self, code: str, parent: QWidget | None = None, *, asked: Sequence[int] | None = None
    ) -> None:
        super().__init__(parent)
        plain = code.replace("-", "")
        places = sorted(
            asked if asked is not None else secrets.SystemRandom().sample(range(len(plain)), ASKED)
        )
        self._wanted = [plain[place] for place in places]
        self.fields = [TextField() for _place in places]
        self._line = Caption(
            _("To be sure that it is somewhere safe, three of its characters are asked back."), "ink2"
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._line, 0, 0, 1, ASKED + 1)
        for column, (place, edit) in enumerate(zip(places, self.fields, strict=True)):
            group, number = divmod(place, 4)
            words = _("Group {group}, character {number}").format(group=group + 1, number=number + 1)
            label = Words(words, style="body_strong")
            label.setBuddy(edit)
            label.setAccessibleName(f"{words}:")
            edit.setAccessibleName(words)
            edit.setMaxLength(1)
            edit.returnPressed.connect(self._go_on)
            self._grid.addWidget(label, 1, column, Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(edit, 2, column)
        self._grid.setColumnStretch(ASKED, 1)
        self.restyle()

    @property
    def answered(self) -> bool:
        """Whether all three are as in the code; O, I and L are read as the figures they look like."""
        return not self._not_as_in_the_code()

    def tell_wrong(self) -> None:
        """Say which of them are not as in the code, and go to the first."""
        wrong = self._not_as_in_the_code()
        for edit in self.fields:
            edit.setProperty("wrong", edit in wrong)
            edit.style().unpolish(edit)
            edit.style().polish(edit)
        names = "; ".join(edit.accessibleName() for edit in wrong)
        sentence = _("Not as in the code yet: {which}. There is no hurry.").format(which=names)
        self._line.setText(sentence)
        announce(self._line, sentence)
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _not_as_in_the_code(self) -> list[TextField]:
        pairs = zip(self.fields, self._wanted, strict=True)
        return [edit for edit, wanted in pairs if _figure(edit.text()) != wanted]

    def _go_on(self) -> None:
        empty = [edit for edit in self.fields if not edit.text().strip()]
        if empty and empty[0] is not self.sender():
            empty[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        look = theme()
        self._grid.setHorizontalSpacing(look.px(24))
        self._grid.setVerticalSpacing(look.px(6))
        for edit in self.fields:
            edit.setFont(look.mono_font(16))
            edit.setFixedWidth(look.px(72))


class _Group(Restyled, QLabel):
    """Four characters in the system's fixed font."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "code")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A reader would make a word of it; spelled, it can be written down.
        self.setAccessibleName(" ".join(text))
        self.restyle()

    def restyle(self) -> None:
        """Take font and height from the theme."""
        look = theme()
        font = look.mono_font(17)
        self.setFont(font)
        self.setMinimumHeight(look.px(36))


def code_sheet(code: str) -> str:
    """Return what stands on the printed or saved sheet."""
    return "\n".join(
        (
            _("Kap Journal, recovery code"),
            "",
            code,
            "",
            _("It opens the journal when the passphrase is forgotten. Keep it away from the computer."),
            _("Without passphrase and code nobody can open the journal."),
            "",
        )
    )


def _figure(text: str) -> str:
    return text.strip().upper().translate(str.maketrans("OIL", "011"))
