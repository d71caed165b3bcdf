"""Filling in a scale: one item at a time or all on a page, by number keys, and always with a way to leave it open."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.scale import ScaleDefinition, ScaleForm, ScaleItem
from kapjournal.ui.scales.item_card import ItemCard
from kapjournal.ui.scales.item_dots import Dot, DotState, ItemDots
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.mirroring import along
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Body, Caption
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number
from kapjournal.words.scales import item_text, stem_text

_DOTS_BESIDE = 12
"""More dots than these need the whole width."""


class EntryPart(Restyled, QWidget):
    """The items of a form; it holds the answers as they are now, and tells of each change."""

    changed = Signal(object)
    """The form with the new answers."""
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form: ScaleForm | None = None
        self._definition: ScaleDefinition | None = None
        self._at = 0
        self._all = False
        self._note = ""
        self.cards: list[ItemCard] = []
        self.next_button: Button | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self.restyle()

    def show_form(
        self, definition: ScaleDefinition, form: ScaleForm, *, all_items: bool, note: str = ""
    ) -> None:
        """Show a form at its first item that was not reached; `note` stands under the buttons."""
        self._definition, self.form, self._all, self._note = definition, form, all_items, note
        self._at = self._first_ahead()
        self._fill()

    @property
    def all_items(self) -> bool:
        """Whether all items stand on the page."""
        return self._all

    def show_item(self, item_id: str) -> None:
        """Show one item."""
        ids = [item.id for item in self._items()]
        if item_id in ids:
            self._at = ids.index(item_id)
            self._fill()

    def set_all(self, all_items: bool) -> None:
        """Show all items on a page, or one at a time, and go on where the answers end."""
        self._all = all_items
        self._at = self._first_ahead()
        self._fill()

    def focus_answers(self) -> None:
        """Put the keys on the answers: of a page of all items, on the first that was not reached."""
        if self.cards:
            self.cards[self._first_ahead() if self._all else 0].focus_first()

    def restyle(self) -> None:
        """Build it again in the sizes of the theme."""
        if self.form is not None:
            self._fill()

    def go_on(self) -> None:
        """Go to the next item, or be done."""
        if self._at + 1 < len(self._items()) and not self._all:
            self._at += 1
            self._fill()
            self._say_item()
        else:
            self.done.emit()

    def go_back(self) -> None:
        """Go to the item before."""
        if self._at > 0 and not self._all:
            self._at -= 1
            self._fill()
            self._say_item()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys of the items: numbers and '-' answer, arrows go back and on, Enter goes on."""
        if not self._all and self.cards and self.cards[0].press_key(event.text()):
            return
        key = along(event.key())
        if not self._all and key == Qt.Key.Key_Left:
            self.go_back()
        elif not self._all and key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    # --- parts

    def _first_ahead(self) -> int:
        """The place of the first item that was not reached; the first one where all were."""
        assert self.form is not None
        reached = [self.form.was_reached(item.id) for item in self._items()]
        return 0 if all(reached) else reached.index(False)

    def _items(self) -> tuple[ScaleItem, ...]:
        assert self._definition is not None
        assert self.form is not None
        return self._definition.items_for(self.form)

    def _fill(self) -> None:
        look = theme()
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        self.cards = []
        self._dots = ItemDots()
        self._counter = Caption("")
        if self._all:
            self._fill_all(column)
        else:
            self._fill_one(column)
        column.addSpacing(look.px(14))
        column.addLayout(self._buttons())
        if self._note:
            column.addWidget(Caption(self._note, "ink2"))
        column.addSpacing(look.px(40))
        assert self._definition is not None
        column.addWidget(Caption(self._definition.credit, "ink3"))
        self._column.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh
        fresh.show()
        self._show_progress()
        if self.isVisible() and not self._all:
            self.focus_answers()

    def _fill_one(self, column: QVBoxLayout) -> None:
        assert self._definition is not None
        assert self.form is not None
        items = self._items()
        self._at = min(self._at, len(items) - 1)
        head = QHBoxLayout()
        if len(items) > _DOTS_BESIDE:
            column.addWidget(self._dots)
            column.addWidget(self._counter)
        else:
            self._counter.setWordWrap(False)
            head.addWidget(self._dots, 1)
            head.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(head)
        column.addSpacing(theme().px(12))
        instructions = self._definition.instructions.get(self.form.language, "")
        if instructions and self._at == 0:
            column.addWidget(Body(instructions, "ink2"))
        card = ItemCard(self._definition, items[self._at], self.form, number=self._at + 1)
        card.answered.connect(self._take)
        self.cards.append(card)
        column.addWidget(card)

    def _fill_all(self, column: QVBoxLayout) -> None:
        assert self._definition is not None
        assert self.form is not None
        for words in (
            self._definition.instructions.get(self.form.language, ""),
            stem_text(self._definition, self.form.language),
        ):
            if words:
                column.addWidget(Body(words, "ink2"))
        column.addWidget(self._counter)
        for index, item in enumerate(self._items(), 1):
            card = ItemCard(self._definition, item, self.form, number=index, small=True)
            card.answered.connect(self._take)
            self.cards.append(card)
            column.addSpacing(theme().px(8))
            column.addWidget(card)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        most = max(option.value for option in self._items()[self._at if not self._all else 0].options)
        keys = _("Keys 0 to {most} answer, – leaves it open, ← goes back.")
        if self._all:
            keys = _("Keys 0 to {most} answer, – leaves it open, Tab goes on.")
        row.addWidget(Caption(keys.format(most=number(most))), 1)
        last = self._all or self._at + 1 >= len(self._items())
        if not self._all:
            back = Button(_("Back"), icon="back")
            # Another way back stands over the page: by ear too it is plain which is which.
            back.setAccessibleName(_("Back to the question before"))
            back.setEnabled(self._at > 0)
            back.clicked.connect(self.go_back)
            row.addWidget(back)
        self.next_button = Button(
            _("Done") if last else _("Next"),
            kind="primary",
            icon="kept_small" if last else "forward",
            icon_after=not last,
        )
        self.next_button.clicked.connect(self.go_on)
        row.addWidget(self.next_button)
        return row

    def _take(self, item_id: str, value: object) -> None:
        assert self.form is not None
        before = self._items()
        given = value if isinstance(value, int) else None
        self.form = replace(self.form, answers=self.form.answered(item_id, given))
        self.changed.emit(self.form)
        if self._items() != before:
            self._items_changed(item_id)
        self._show_progress()

    def _items_changed(self, item_id: str) -> None:
        """An answer brought the item that is not counted, or took it away."""
        if self._all:
            self._fill()
            card = next((card for card in self.cards if card.item.id == item_id), None)
            if card is not None:
                card.focus_first()
            return
        if self.next_button is not None:
            last = self._at + 1 >= len(self._items())
            self.next_button.set_icon_after(not last)
            self.next_button.set_text(_("Done") if last else _("Next"))
            self.next_button.set_icon("kept_small" if last else "forward")

    def _show_progress(self) -> None:
        assert self._definition is not None
        assert self.form is not None
        items = self._items()
        counted = [item for item in items if item.scored]
        self._dots.show_dots([self._dot(index, item) for index, item in enumerate(items)], self._at)
        if self._all:
            reached = sum(self.form.was_reached(item.id) for item in items)
            text = _("{reached} of {count} looked at").format(
                reached=number(reached), count=number(len(items))
            )
        elif items[self._at].scored:
            text = _("{place} of {count}").format(place=number(self._at + 1), count=number(len(counted)))
            if len(items) > len(counted):
                others = len(items) - len(counted)
                text = ngettext(
                    "{place}, then one that is not counted",
                    "{place}, then {others} that are not counted",
                    others,
                ).format(place=text, others=number(others))
        else:
            text = _("this one is not counted")
        self._counter.setText(text)

    def _dot(self, index: int, item: ScaleItem) -> Dot:
        assert self.form is not None
        state = DotState.AHEAD
        if self.form.was_reached(item.id):
            state = DotState.ANSWERED if self.form.answer(item.id) is not None else DotState.OPEN
        return Dot(number(index + 1) if item.scored else "+1", state, item.scored)

    def _say_item(self) -> None:
        assert self.form is not None
        announce(self, f"{self._counter.text()}. {item_text(self._items()[self._at], self.form.language)}")
