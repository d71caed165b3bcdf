"""The crisis lines of a country, for the Support page and for the locked journal: it needs no journal."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kapjournal.guidance.crisis_lines import Country, countries, country, guess_country
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.copying import CopyButton, NumberWords
from kapjournal.ui.shared.fields import Choice
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Body, Caption, Label, Lead, Strong, Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.crisis import (
    country_name,
    emergency_note,
    known_note,
    line_name,
    line_note,
    line_number,
)
from kapjournal.words.language import _, system_territory

COLUMN_PX = 336
CHOICE_PX = 240
FULL_NUMBER_PX = 34
COLUMN_NUMBER_PX = 24
CONTACT_NUMBER_PX = 20
TWO_CARDS_PX = 720
_ACROSS = QBoxLayout.Direction.LeftToRight
_DOWN = QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True, slots=True)
class Shown:
    """One line as it is shown: its name, what stands large, what is copied, and what stands under it."""

    name: str
    number: str
    copied: str
    note: str
    key: str = ""
    """Its name in the settings."""


def chosen_country(settings: SettingsStore) -> Country:
    """The country that the person chose, or the one that the system's locale suggests."""
    return country(settings.current.country or guess_country(system_territory()))


class CrisisLines(Restyled, QWidget):
    """The lines of the chosen country: a column, or `full` over a page of its own, with a heading.

    The country is kept in the settings, outside the journal. `change_wanted`: the person wants to arrange the lines.
    """

    change_wanted = Signal()

    def __init__(
        self,
        settings: SettingsStore,
        parent: QWidget | None = None,
        *,
        full: bool = False,
        heading: str = "",
        changeable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._title = heading
        self._contacts: tuple[Shown, ...] = ()
        self._full = full
        self._change = (
            Button(_("Change these lines"), "quiet", "write", size="small", flush="begin")
            if changeable
            else None
        )
        if self._change is not None:
            self._change.clicked.connect(self.change_wanted)
        self._columns = 2
        self._copies: list[CopyButton] = []
        self._choice = Choice(_options(), accessible_name=_("Country"), value=chosen_country(settings).code)
        self._choice.changed.connect(self._choose)
        if not full:
            self._choice.setProperty("extent", "row")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget(self)
        self._column.addWidget(self._body)
        self.restyle()

    def controls(self) -> tuple[QWidget, ...]:
        """What the keys stop at, in their order."""
        change = () if self._change is None else (self._change,)
        return (self._choice, *(copy.control for copy in self._copies), *change)

    def refresh(self) -> None:
        """Show the lines again: they were arranged."""
        self._show()

    def show_contacts(self, contacts: tuple[Shown, ...]) -> None:
        """Show the person's own contacts after the lines."""
        if contacts != self._contacts:
            self._contacts = contacts
            self._show()

    def restyle(self) -> None:
        """Build it again in the sizes of the theme."""
        if self._full:
            self._choice.setFixedWidth(theme().px(CHOICE_PX))
            self._columns = self._fitting_columns()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take one column of cards where two are too narrow."""
        super().resizeEvent(event)
        if self._full and self._columns != self._fitting_columns():
            self._columns = self._fitting_columns()
            self._show()

    def _fitting_columns(self) -> int:
        return 2 if self.width() >= theme().px(TWO_CARDS_PX) else 1

    def _choose(self, code: object) -> None:
        self._settings.change(country=str(code))
        self._show()

    def _show(self) -> None:
        """Show the chosen country's lines in place of what was there."""
        chosen = chosen_country(self._settings)
        for stays in (self._choice, self._change):
            if stays is not None:
                stays.setParent(self)
        self._copies = []
        fresh = QWidget(self)
        fill = self._fill_full if self._full else self._fill_column
        fill(fresh, chosen)
        self._column.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh
        self._choice.show()
        fresh.show()

    def _fill_full(self, holder: QWidget, chosen: Country) -> None:
        look = theme()
        column = _upright(holder, 0)
        head = QBoxLayout(_ACROSS if self._columns > 1 else _DOWN)
        head.setSpacing(look.px(12))
        words = _upright(None, 6)
        words.addWidget(Title(_("Support")))
        words.addWidget(Lead(_("Numbers to call from your phone. No passphrase is needed here."), "ink2"))
        head.addLayout(words, 1 if self._columns > 1 else 0)
        # Aligned along too: its width would be that of the words above it, where it stands under them.
        side = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        head.addWidget(self._choice, 0, side)
        grid = QGridLayout()
        grid.setSpacing(look.px(16))
        wide = self._columns > 1
        for index, shown in enumerate((*lines_of(self._settings), *(() if wide else self._contacts))):
            grid.addWidget(
                self._card(shown, urgent=index == 0), index // self._columns, index % self._columns
            )
        for place in range(self._columns):
            grid.setColumnStretch(place, 1)
        column.addLayout(head)
        column.addSpacing(look.px(22))
        column.addLayout(grid)
        for contact in self._contacts if wide else ():
            column.addSpacing(look.px(16))
            column.addWidget(self._contact(contact))
        column.addSpacing(look.px(20))
        column.addWidget(
            Body(_("This app cannot alert anyone. If you need help, please contact a person."), "ink2")
        )
        column.addSpacing(look.px(4))
        column.addWidget(Caption(_known_and_locked(chosen), "ink2"))
        column.addStretch(1)

    def _card(self, shown: Shown, *, urgent: bool) -> Card:
        card = Card(tone="urgent" if urgent else "strong", padding=(24, 20), spacing=1)
        card.body.addLayout(self._head(shown, in_words=True))
        if shown.number:
            card.body.addWidget(NumberWords(shown.number, FULL_NUMBER_PX))
        card.body.addWidget(Body(shown.note, "ink2"))
        card.body.addStretch(1)
        return card

    def _contact(self, shown: Shown) -> Card:
        """Somebody of the person's own, in one line under the cards."""
        look = theme()
        card = Card(padding=(24, 14))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(_sign("people"))
        row.addWidget(Strong(shown.name, wrap=False))
        row.addWidget(Caption(shown.note, "ink2"), 1)
        row.addWidget(NumberWords(shown.number, CONTACT_NUMBER_PX))
        row.addWidget(self._copy(shown, in_words=True))
        card.body.addLayout(row)
        return card

    def _fill_column(self, holder: QWidget, chosen: Country) -> None:
        look = theme()
        card = Card(holder, tone="strong", padding=(22, 18), spacing=0)
        outer = _upright(holder, 0)
        outer.addWidget(card)
        outer.addStretch(1)
        card.body.addLayout(_heading(self._title or _("If you need someone now")))
        card.body.addSpacing(look.px(12))
        card.body.addWidget(self._choice)
        card.body.addSpacing(look.px(14))
        for shown in (*lines_of(self._settings), *self._contacts):
            card.body.addWidget(Hairline())
            card.body.addSpacing(look.px(10))
            card.body.addLayout(self._head(shown, in_words=False))
            if shown.number:
                card.body.addWidget(NumberWords(shown.number, COLUMN_NUMBER_PX))
            card.body.addWidget(Caption(shown.note, "ink2"))
            card.body.addSpacing(look.px(12))
        card.body.addWidget(Hairline())
        card.body.addSpacing(look.px(12))
        card.body.addWidget(Caption(known_note(chosen), "ink3"))
        if self._change is not None:
            card.body.addSpacing(look.px(8))
            card.body.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
            self._change.show()

    def _head(self, shown: Shown, *, in_words: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(Label(shown.name), 1)
        if shown.copied:
            head.addWidget(self._copy(shown, in_words=in_words), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _copy(self, shown: Shown, *, in_words: bool) -> CopyButton:
        copy = CopyButton(shown.copied, in_words=in_words)
        self._copies.append(copy)
        return copy


def lines_of(settings: SettingsStore) -> tuple[Shown, ...]:
    """The emergency number, always first, and the lines of the chosen country as the person arranged them."""
    chosen = chosen_country(settings)
    first = chosen.emergency[0] if chosen.emergency else ""
    emergency = Shown(_("Emergency"), first, first, emergency_note(chosen))
    return (emergency, *shown_lines(settings))


def shown_lines(settings: SettingsStore, *, hidden: bool = False) -> tuple[Shown, ...]:
    """The lines of the chosen country in the person's order, with their own; with those that are `hidden` or not."""
    chosen, kept = chosen_country(settings), settings.current
    lines = [
        Shown(line_name(x), line_number(x), x.number, line_note(x), f"{chosen.code}:{x.name}:{x.number}")
        for x in chosen.lines
    ]
    for key in kept.lines_own:
        code, _colon, line = key.partition(":")
        name, _colon, number = line.rpartition(":")
        if code == chosen.code and number:
            lines.append(Shown(name, number, number, _("Added by you."), key))
    places = {key: place for place, key in enumerate(kept.lines_order)}
    lines.sort(key=lambda line: places.get(line.key, len(places)))
    return tuple(line for line in lines if hidden or line.key not in kept.lines_hidden)


def own_line(code: str, name: str, number: str) -> str:
    """A line of one's own as it stands in the settings."""
    return f"{code}:{name}:{number.replace(':', ' ')}"


def _known_and_locked(chosen: Country) -> str:
    return _("{known} What you wrote stays locked.").format(known=known_note(chosen))


def _options() -> list[tuple[object, str]]:
    """The countries by name; the two that stand for all others last."""
    named: list[tuple[object, str]] = [(c.code, country_name(c.code)) for c in countries()]
    lands = [pair for pair in named if len(str(pair[0])) == 2 and pair[0] != "EU"]
    return [*sorted(lands, key=lambda pair: pair[1]), *(pair for pair in named if pair not in lands)]


def _heading(title: str) -> QHBoxLayout:
    look = theme()
    row = QHBoxLayout()
    row.setSpacing(look.px(10))
    row.addWidget(_sign("phone"))
    row.addWidget(Label(title), 1)
    return row


def _sign(icon: str) -> QLabel:
    look = theme()
    sign = QLabel()
    sign.setPixmap(icon_pixmap(icon, look.color("accent"), look.px(20), 2))
    return sign


def _upright(holder: QWidget | None, spacing: float) -> QVBoxLayout:
    column = QVBoxLayout(holder) if holder is not None else QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(spacing))
    return column
