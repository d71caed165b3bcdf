"""What was shared before: when, in which form, for whom."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.domain.share import Share
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.text import Caption, Label, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import day_in_year, day_medium, span
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


class SharedBefore(Restyled, QWidget):
    """The list, newest first; nothing is shown where nothing was shared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("What was shared")))
        self._column.addLayout(self._list)
        self.restyle()

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """Show all of them."""
        self.setVisible(bool(shares))
        while (old := self._list.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for share in shares:
            self._list.addWidget(Hairline())
            self._list.addWidget(_row(share))

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        self._column.setSpacing(theme().px(8))


def form_for(share: Share) -> str:
    """'PDF for my therapist'."""
    form = {"pdf": _("PDF")}.get(share.form, share.form)
    return _("{form} for {whom}").format(form=form, whom=share.for_whom.strip() or _("my therapist"))


def last_shared(share: Share, this_year: int) -> str:
    """'Last shared 15 October'."""
    day = share.moment.day
    return _("Last shared {day}").format(day=day_in_year(day) if day.year == this_year else day_medium(day))


def _row(share: Share) -> QWidget:
    look = theme()
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, look.px(8), 0, look.px(8))
    column.setSpacing(0)
    column.addWidget(Strong(day_medium(share.moment.day)))
    told = [form_for(share), span(share.first, share.last)]
    if share.entry_ids:
        count = len(share.entry_ids)
        told.append(ngettext("{n} entry", "{n} entries", count).format(n=number(count)))
    column.addWidget(Caption(", ".join(told)))
    return row
