"""What was shared before: when, in which form, for whom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.share import Share, ShareForm
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.text import Caption, Label, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import day_in_year, day_medium, span
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


class SharedBefore(Restyled, QWidget):
    """The list, newest first, each to be shown again; nothing is shown where nothing was shared."""

    wanted = Signal(object)
    """A Share to be shown again."""

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
        clear(self._list)
        for share in shares:
            self._list.addWidget(Hairline())
            self._list.addWidget(self._row(share))

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        self._column.setSpacing(theme().px(8))

    def _row(self, share: Share) -> QWidget:
        look = theme()
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, look.px(8), 0, look.px(8))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Strong(day_medium(share.moment.day)))
        told = [form_for(share), span(share.first, share.last, within=share.moment.day.year)]
        if share.entry_ids:
            count = len(share.entry_ids)
            told.append(ngettext("{n} entry", "{n} entries", count).format(n=number(count)))
        column.addWidget(Caption(", ".join(told)))
        across.addLayout(column, 1)
        show = Button(_("Show"), "text", size="small", flush="end")
        show.setAccessibleName(show_again_words(share))
        show.setToolTip(_("SHA-256 of the file: {hash}").format(hash=share.sha256))
        show.clicked.connect(lambda _checked=False: self.wanted.emit(share))
        across.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row


def form_for(share: Share) -> str:
    """'PDF for my therapist'."""
    forms: dict[str, str] = {
        ShareForm.PDF: _("PDF"),
        ShareForm.PRINT: _("On paper"),
        ShareForm.HTML: _("Web page"),
        ShareForm.TEXT: _("Plain text"),
        ShareForm.CSV: _("Tables (CSV)"),
        ShareForm.JSON: "JSON",
        ShareForm.FHIR: "FHIR",
        ShareForm.FHIR_PDF: _("PDF in FHIR"),
    }
    form = forms.get(share.form, share.form)
    return _("{form} for {whom}").format(form=form, whom=share.for_whom.strip() or _("my therapist"))


def show_again_words(share: Share) -> str:
    """'Show what was shared on 15 October 2026'."""
    return _("Show what was shared on {day}").format(day=day_medium(share.moment.day))


def last_shared(share: Share, this_year: int) -> str:
    """'Last shared 15 October'."""
    day = share.moment.day
    return _("Last shared {day}").format(day=day_in_year(day) if day.year == this_year else day_medium(day))
