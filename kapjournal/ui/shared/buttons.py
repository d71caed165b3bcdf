"""Buttons: one form for each weight, icon buttons, and a choice of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QIcon, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kapjournal.ui.shared.icons import icon as themed_icon
from kapjournal.ui.shared.mirroring import turn_round
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.tips import tip

_ICON_ROLES = {
    "primary": "on_accent",
    "soft": "accent",
    "text": "accent",
    "destructive": "danger",
    "outlined": "ink",
    "quiet": "ink2",
}


class _Pressed(Restyled, QPushButton):
    """What may be painted before Qt's names are made, and is pressed."""

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show the hand when the pointer comes: the first paint need not know its name."""
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)


class Button(_Pressed):
    """A button with words; kind: outlined, primary, soft, quiet, text or destructive.

    One without a ground that stands at an edge of what is around it has its words there: flush is 'begin' or 'end'.
    """

    def __init__(
        self,
        text: str,
        kind: str = "outlined",
        icon: str | None = None,
        size: str = "normal",
        parent: QWidget | None = None,
        *,
        icon_after: bool = False,
        flush: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._kind = kind
        self.setProperty("kind", kind)
        self.setProperty("flush", flush)
        self.setProperty("extent", size)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon_after = False
        self.set_icon_after(icon_after)
        self.set_text(text)
        self.restyle()

    def set_text(self, text: str) -> None:
        """Show other words; they are the accessible name too."""
        self.setAccessibleName(text)
        # An ampersand in someone's words is no shortcut; Qt's own four px and a space are the gap beside an icon.
        shown = text.replace("&", "&&")
        if self._icon_name and text:
            shown = f"{shown} " if self._icon_after else f" {shown}"
        self.setText(shown)

    def set_icon_after(self, after: bool) -> None:
        """Put the icon behind the words, or before them; Qt does so where a line runs the other way."""
        if after == self._icon_after:
            return
        self._icon_after = after
        if after:
            turn_round(self)
        else:
            self.unsetLayoutDirection()

    def set_kind(self, kind: str) -> None:
        """Show it as another kind of button."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            if self.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
                self.style().unpolish(self)
                self.style().polish(self)
            self.restyle()

    def set_icon(self, name: str | None) -> None:
        """Show another icon, or none."""
        self._icon_name = name
        self.set_text(self.accessibleName())
        self.restyle()

    def restyle(self) -> None:
        """Take font and icon from the theme."""
        look = theme()
        font = look.font("body")
        font.setWeight(
            QFont.Weight.DemiBold if self._kind in ("primary", "soft", "text") else QFont.Weight.Medium
        )
        if self.property("extent") == "small":
            font.setPixelSize(look.px(13))
        elif self.property("extent") == "large":
            font.setPixelSize(look.px(15))
        elif self.property("extent") == "gentle":
            font.setPixelSize(look.px(16))
            font.setWeight(QFont.Weight.Normal)
        self.setFont(font)
        if self._icon_name:
            px = 16 if self.property("extent") == "small" else 18
            self.setIcon(themed_icon(self._icon_name, _ICON_ROLES.get(self._kind, "ink2"), px))
            self.setIconSize(QSize(look.px(px), look.px(px)))
        else:
            self.setIcon(QIcon())
        self.updateGeometry()


class IconButton(_Pressed):
    """A square button with an icon alone; its name is read out and shown as tooltip.

    `once`: a double click is one press, since the second would meet whatever has taken the place of the first's.
    """

    def __init__(
        self,
        icon_name: str,
        accessible_name: str,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        size: str = "normal",
        role: str = "ink2",
        icon_px: int | None = None,
        once: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._once = once
        self._role = role
        self._icon_px = icon_px if icon_px is not None else 16 if size == "small" else 20
        self.setProperty("kind", "bare" if bare else "icon")
        self.setProperty("extent", size)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(accessible_name)
        self.restyle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Press it once more, where that can be meant."""
        if not self._once:
            super().mouseDoubleClickEvent(event)

    def set_name(self, name: str) -> None:
        """Give the button another accessible name and tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(tip(name))

    def set_icon(self, icon_name: str, role: str | None = None) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._role = role if role is not None else self._role
        self.restyle()

    def restyle(self) -> None:
        """Take the icon from the theme."""
        look = theme()
        px = self._icon_px
        self.setIcon(themed_icon(self._icon_name, self._role, px))
        self.setIconSize(QSize(look.px(px), look.px(px)))


def show_checked(button: QAbstractButton, checked: bool) -> None:
    """Show whether a button is chosen without telling anybody.

    Who acts on `toggled` hears a reader's own way of choosing too, which never clicks.
    """
    before = button.blockSignals(True)
    button.setChecked(checked)
    button.blockSignals(before)


class Segments(QWidget):
    """A choice of one, side by side; arrow keys move, one tab stop."""

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        accessible_name: str = "",
        parent: QWidget | None = None,
        *,
        value: object = None,
        size: str = "normal",
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._values = [option for option, _words in options]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (_value, words) in enumerate(options):
            button = _Segment(words, _place(index, len(options)), size, self)
            self._group.addButton(button, index)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.value = value if value is not None else (self._values[0] if self._values else None)
        # Toggled, not clicked: a reader's own way of choosing never clicks.
        self._group.idToggled.connect(self._toggled)

    @property
    def value(self) -> object:
        """The chosen value."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    @value.setter
    def value(self, value: object) -> None:
        if value in self._values:
            button = self._group.button(self._values.index(value))
            before = self._group.blockSignals(True)
            button.setChecked(True)
            self._group.blockSignals(before)

    def clear(self) -> None:
        """Show none as chosen, until one is: what stands is none of them."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            before = self._group.blockSignals(True)
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)
            self._group.blockSignals(before)

    def _toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.changed.emit(self._values[index])


class _Segment(Restyled, QPushButton):
    """One of the options of a choice."""

    def __init__(self, text: str, place: str, size: str, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setProperty("kind", "segment")
        self.setProperty("place", place)
        self.setProperty("extent", size)
        self.toggled.connect(self._weigh)
        self.restyle()

    def restyle(self) -> None:
        """Take the font from the theme."""
        self._weigh(self.isChecked())

    def _weigh(self, checked: bool) -> None:
        font = theme().font("chip")
        font.setWeight(QFont.Weight.DemiBold if checked else QFont.Weight.Medium)
        self.setFont(font)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Keep the width of the heavier weight, so that nothing moves when the choice does."""
        hint, heavy = super().sizeHint(), QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        own, wide = (
            measure.size(QtCore.Qt.TextFlag.TextShowMnemonic, self.text()).width()
            for measure in (self.fontMetrics(), QFontMetrics(heavy))
        )
        return QSize(hint.width() + wide - own, hint.height())


def _place(index: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if index == 0 else "last" if index == count - 1 else "mid"
