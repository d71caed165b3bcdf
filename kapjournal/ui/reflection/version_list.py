"""The versions of a reflection by when they were left, two of them chosen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Reflection
from kapjournal.ui.shared.buttons import show_checked
from kapjournal.ui.shared.text import Caption
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import day_and_time
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


class VersionList(Restyled, QWidget):
    """Tells which two are chosen, by their places in the list: left (the older) and right."""

    chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Versions"))
        self._lead = Caption(_("Choose two to lay side by side."))
        self._foot = Caption(_("What is written in one sitting is one version."))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._lead)
        self.buttons: list[VersionButton] = []
        self._column.addWidget(self._foot)
        self._column.addStretch(1)
        self._recent: list[int] = []
        self.restyle()

    def show_versions(self, versions: Sequence[Reflection], now: datetime) -> None:
        """Show versions, the newest first, and choose the first two."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, version in enumerate(versions):
            older = versions[place + 1] if place + 1 < len(versions) else None
            button = VersionButton(day_and_time(version.edited, now), change_words(version, older))
            button.toggled.connect(lambda _on=False, place=place: self.choose(place))
            self.buttons.append(button)
            self._column.insertWidget(place + 1, button)
        self._recent = [0, 1] if len(versions) > 1 else [0, 0]
        self._show_chosen()

    def choose(self, place: int) -> None:
        """Choose a version: it stays beside the one that was chosen before it."""
        if place not in self._recent:
            self._recent = [self._recent[-1], place]
        self._show_chosen()
        self.chosen.emit(*self.pair)

    @property
    def pair(self) -> tuple[int, int]:
        """The places of left and right."""
        return max(self._recent), min(self._recent)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(14), look.px(14), look.px(14), look.px(14))
        self._column.setSpacing(look.px(4))
        for words in (self._lead, self._foot):
            words.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(8))

    def _show_chosen(self) -> None:
        left, right = self.pair
        for place, button in enumerate(self.buttons):
            side = _("right") if place == right else _("left") if place == left else ""
            button.show_side(side)


class VersionButton(Restyled, QAbstractButton):
    """One version: when, how much was written, and on which side it lies."""

    def __init__(self, when: str, change: str) -> None:
        super().__init__()
        self._when = when
        self._change = change
        self._side = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()

    def show_side(self, side: str) -> None:
        """Show that the version lies on a side, or on none."""
        self._side = side
        show_checked(self, bool(side))
        self.setAccessibleName(", ".join(part for part in (self._when, self._change, side) if part))
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(58))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint ground, words and side."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, edge = look.pxf(8), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(look.color("accent"), 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(edge, radius, radius)
        inner = edge.adjusted(look.pxf(12), look.pxf(9), -look.pxf(12), -look.pxf(9))
        painter.setPen(look.color("ink"))
        painter.setFont(look.font("body_strong"))
        when = _cut(painter, self._when, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), when)
        side = look.font("caption")
        side.setWeight(QFont.Weight.Medium)
        painter.setFont(side)
        beside = painter.fontMetrics().horizontalAdvance(self._side) + look.pxf(8)
        both = beside + QFontMetricsF(look.font("body_strong")).horizontalAdvance(self._when)
        # Beside a long day there is no room for it; below it is.
        above = both <= inner.width()
        line = Qt.AlignmentFlag.AlignTop if above else Qt.AlignmentFlag.AlignBottom
        painter.drawText(inner, int(line | Qt.AlignmentFlag.AlignRight), self._side)
        painter.setPen(look.color("ink2"))
        painter.setFont(look.font("caption"))
        change = _cut(painter, self._change, inner.width() - (0 if above else beside))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), change)
        painter.end()


def _cut(painter: QPainter, words: str, width: float) -> str:
    """As much of the words as a width holds; the name of the button has them whole."""
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, math.floor(width))


def word_count(version: Reflection) -> int:
    """How many words a version has."""
    return len(version.title.split()) + len(version.text.split())


def count_words(version: Reflection) -> str:
    """'43 words'."""
    count = word_count(version)
    return ngettext("{count} word", "{count} words", count).format(count=number(count))


def change_words(version: Reflection, older: Reflection | None) -> str:
    """'26 words more', 'begun, 20 words'."""
    if older is None:
        return _("begun, {words}").format(words=count_words(version))
    more = word_count(version) - word_count(older)
    if more == 0:
        return _("as many words")
    words = (
        ngettext("{count} word more", "{count} words more", more)
        if more > 0
        else ngettext("{count} word fewer", "{count} words fewer", -more)
    )
    return words.format(count=number(abs(more)))
