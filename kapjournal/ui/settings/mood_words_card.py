"""Words for a mood that the journal does not know: each becomes a number, a tag, or nothing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.exchange.draft import AS_TAG, WITHOUT
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.fields import Choice
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.level_glyph import paint_level_glyph
from kapjournal.ui.shared.text import Caption, Label, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _, ngettext
from kapjournal.words.mood import mood_words
from kapjournal.words.numbers import number

_CHOICE_PX = 212
_GLYPH_PX = 18


class MoodChoice(Choice):
    """A mood with its glyph, or what else may become of a word."""

    def __init__(self, word: str, value: float | str | None) -> None:
        options: list[tuple[object, str]] = [(None, _("choose a number"))]
        options += [(float(level), f"{number(level)}  {said}") for level, said in enumerate(mood_words())]
        options += [(AS_TAG, _("keep as a tag")), (WITHOUT, _("leave the mood open"))]
        super().__init__(options, accessible_name=_("“{word}” becomes").format(word=word), value=value)
        self.setProperty("extent", "row")
        self.restyle()

    def restyle(self) -> None:
        """Paint the glyphs in the colours of the theme."""
        super().restyle()
        side = theme().px(_GLYPH_PX)
        self.setIconSize(QSize(side, side))
        for index, value in enumerate(self._values):
            if isinstance(value, float):
                picture = QPixmap(QSize(2 * side, 2 * side))
                picture.fill(Qt.GlobalColor.transparent)
                painter = QPainter(picture)
                paint_level_glyph(painter, QRectF(0, 0, 2 * side, 2 * side), value)
                painter.end()
                self.setItemIcon(index, QIcon(picture))
        # The longest name of a mood stands whole, in any language.
        self.setFixedWidth(max(theme().px(_CHOICE_PX), self.words_width + side + theme().px(12)))


class MoodWordsCard(Card):
    """A row for each word, the most frequent first."""

    changed = Signal(str, object)
    """The word, and a mood from 0 to 10, AS_TAG, WITHOUT or None."""

    def __init__(self) -> None:
        super().__init__(padding=(24, 14), spacing=0)
        head = QHBoxLayout()
        head.addWidget(Label(_("Words for mood that are not numbers")), 1)
        head.addWidget(Caption(_("0 very low, 10 very good"), wrap=False))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._words: tuple[str, ...] = ()
        self.choices: dict[str, MoodChoice] = {}
        self.body.addLayout(head)
        self.body.addSpacing(theme().px(8))
        self.body.addLayout(self._rows)

    def show_words(self, words: Mapping[str, int], meanings: Mapping[str, float | str]) -> None:
        """Show these words with what they mean now; the same words stay as they stand."""
        self.setVisible(bool(words))
        if tuple(words) == self._words:
            for word, choice in self.choices.items():
                choice.value = meanings.get(word)
            return
        self._words = tuple(words)
        self.choices = {}
        clear(self._rows)
        for word, count in words.items():
            self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(word, count, meanings.get(word)))

    def _row(self, word: str, count: int, value: float | str | None) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, theme().px(6), 0, theme().px(6))
        line.setSpacing(theme().px(8))
        line.addWidget(Strong(_("“{word}”").format(word=word), wrap=False))
        rows = ngettext("{n} row", "{n} rows", count).format(n=number(count))
        line.addWidget(Caption(rows, wrap=False), 1)
        arrow = QLabel()
        arrow.setPixmap(icon_pixmap("forward", theme().color("ink2"), theme().px(18), 2))
        line.addWidget(arrow)
        choice = MoodChoice(word, value)
        choice.changed.connect(lambda chosen: self.changed.emit(word, chosen))
        self.choices[word] = choice
        line.addWidget(choice)
        return row
