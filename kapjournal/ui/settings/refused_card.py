"""The rows that stay out: line, how the row begins, and why; the list can be saved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from kapjournal.domain.importing import RefusedRow
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.text import Body, Caption, Label
from kapjournal.ui.shared.theme import theme
from kapjournal.words.import_look import refused_groups
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

MOST_GROUPS = 40


class _AsItStands(Body):
    """What a row holds, in letters of one width."""

    def restyle(self) -> None:
        """Take the colour from the theme, and the system's fixed font."""
        super().restyle()
        self.setFont(theme().mono_font(12, 400))


class RefusedCard(Card):
    """Those that follow each other with one reason are one row here."""

    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(24, 14), spacing=8)
        self._title = Label("")
        self.save = Button(_("Save this list"), "outlined", "save_file", size="small")
        self.save.clicked.connect(self.save_wanted)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.save)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 172)
        self._grid.setColumnStretch(2, 382)
        self._more = Caption("", "ink2")
        self.body.addLayout(head)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._more)

    def show_rows(self, rows: Sequence[RefusedRow]) -> None:
        """Show these."""
        self.setVisible(bool(rows))
        clear(self._grid)
        text = ngettext("{n} row that stays out", "{n} rows that stay out", len(rows))
        self._title.setText(text.format(n=number(len(rows))))
        look = theme()
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setColumnMinimumWidth(0, look.px(96))
        self._grid.setVerticalSpacing(look.px(7))
        for column, name in enumerate((_("line"), _("what stands there"), _("why"))):
            self._grid.addWidget(Caption(name, wrap=False), 0, column)
        groups = list(islice(refused_groups(rows), MOST_GROUPS + 1))
        for place, group in enumerate(groups[:MOST_GROUPS]):
            self._grid.addWidget(Hairline(), 2 * place + 1, 0, 1, 3)
            self._grid.addWidget(Body(group.lines, "ink2", wrap=False), 2 * place + 2, 0)
            self._grid.addWidget(_AsItStands(group.text), 2 * place + 2, 1)
            self._grid.addWidget(Body(group.why), 2 * place + 2, 2)
        self._more.setVisible(len(groups) > MOST_GROUPS)
        self._more.setText(_("And more; the saved list has them all."))
