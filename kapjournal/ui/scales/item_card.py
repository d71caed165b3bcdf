"""One item with its answers: large and alone, or small among the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kapjournal.domain.scale import ScaleDefinition, ScaleForm, ScaleItem
from kapjournal.ui.scales.answer_button import AnswerButton
from kapjournal.ui.shared.chips import FlowLayout
from kapjournal.ui.shared.text import Label, Lead, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.scales import item_text, option_text, stem_text

OPEN_KEY = "–"
_ITEM_PX, _ITEM_LEADING = 26, 36


class ItemWords(Words):
    """The item, verbatim, as large as the page's question."""

    style_name = "prompt"

    def restyle(self) -> None:
        """Take the font of a question, a little larger."""
        super().restyle()
        font = theme().font("prompt")
        font.setPixelSize(theme().px(_ITEM_PX))
        self.setFont(font)


class ItemCard(Restyled, QWidget):
    """The item, its answers by key, and 'prefer not to answer', equal in size."""

    answered = Signal(str, object)
    """The item's id, and the value or None."""

    def __init__(
        self,
        definition: ScaleDefinition,
        item: ScaleItem,
        form: ScaleForm,
        *,
        number: int,
        small: bool = False,
    ) -> None:
        super().__init__()
        self.item = item
        self._small = small
        language = form.language
        words = item_text(item, language)
        self.setAccessibleName(words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if small:
            self._column.addWidget(Label(_("{number}. {item}").format(number=number, item=words)))
        else:
            stem = stem_text(definition, language) if item.scored else ""
            if stem:
                self._stem = Lead(stem, "ink2")
                self._column.addWidget(self._stem)
            self._column.addWidget(ItemWords(words))
        self._column.addSpacing(theme().px(4 if small else 17))
        self._group = QButtonGroup(self)
        self.buttons: list[AnswerButton] = []
        self._values: list[int | None] = []
        holder = QWidget()
        self._answers: QVBoxLayout | FlowLayout = FlowLayout(holder) if small else QVBoxLayout(holder)
        self._answers.setContentsMargins(0, 0, 0, 0)
        for option in item.options:
            self._add(str(option.value), option_text(option, language), option.value)
        if not small and isinstance(self._answers, QVBoxLayout):
            self._answers.addSpacing(theme().px(6))
        self._add(OPEN_KEY, _("Prefer not to answer"), None)
        self._column.addWidget(holder)
        if form.was_reached(item.id):
            value = form.answer(item.id)
            if value in self._values:
                self.buttons[self._values.index(value)].setChecked(True)
        self._group.idToggled.connect(self._toggled)
        self.restyle()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(8 if self._small else 10))
        if isinstance(self._answers, QVBoxLayout):
            self._answers.setSpacing(look.px(10))

    def press_key(self, key: str) -> bool:
        """Give the answer of a key; False where there is none of that key."""
        key = OPEN_KEY if key in ("-", "−", "–") else key
        for button in self.buttons:
            if button.key == key:
                button.setChecked(True)
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take number keys, and '-'."""
        if not self.press_key(event.text()):
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Put the keys on the chosen answer, or the first."""
        chosen = self._group.checkedButton() or self.buttons[0]
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, key: str, words: str, value: int | None) -> None:
        button = AnswerButton(key, words, open_answer=value is None, small=self._small)
        button.setAccessibleDescription(_("key {key}").format(key=key))
        self._group.addButton(button, len(self.buttons))
        self.buttons.append(button)
        self._values.append(value)
        self._answers.addWidget(button)

    def _toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.answered.emit(self.item.id, self._values[index])
