"""What every page is: a column that scrolls, that knows what concerns it and how wide it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.tokens import tokens
from kapjournal.ui.shared.breakpoints import SIDE_MARGINS, TOP_MARGINS, WIDE, breakpoint  # noqa: A004
from kapjournal.ui.shared.column_scroll import ColumnScroll
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.theme import Restyled, theme

_ALL = 1_000_000
"""A share beside which what is left for the sides is less than a pixel, until the column has its greatest width."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be found by name."""

    name: str
    icon: str
    run: Callable[[], None]
    shortcut: str = ""


class Page(Restyled, QWidget):
    """A page; fill `body` (a column that scrolls), or set `scrolls = False` and fill `body` without scrolling."""

    concerns: ClassVar[frozenset[Kind]] = frozenset()
    scrolls: ClassVar[bool] = True
    margins: ClassVar[bool] = True
    foot: ClassVar[str] = "xxl"
    """The space below the last line, by its name in the tokens."""
    content_max: ClassVar[int] = 1120

    requested = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._room: str | None = None
        self.content = QWidget()
        self.content.setObjectName("page_content")
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # In place of Qt's method of that name, which moves children about and has no use here.
        self.scroll: ColumnScroll | None = None  # type: ignore[assignment]
        if self.scrolls:
            self.scroll = ColumnScroll(_centred(self.content), self)
            outer.addWidget(self.scroll)
        else:
            outer.addWidget(self.content)
        self._set_margins(WIDE)

    def reload(self) -> None:
        """Read from the journal and show: when shown first, and after changes that concern this page."""

    def leave(self) -> None:
        """Keep what is not kept yet; called before the page goes out of sight."""

    def arrange(self, breakpoint: str) -> None:  # noqa: A002
        """Lay out for 'wide', 'medium' or 'narrow'; called at the first show and on every change."""

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Return what can be found by name on this page."""
        return []

    @property
    def room(self) -> str:
        """The breakpoint that the page is laid out for."""
        return self._room if self._room is not None else breakpoint(self)

    def restyle(self) -> None:
        """Take the margins from the theme; a page that overrides this calls it too."""
        self._arrange_if_changed(always=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Arrange when the window passes a breakpoint."""
        super().resizeEvent(event)
        self._arrange_if_changed()

    def event(self, event: QEvent) -> bool:
        """Arrange before the first show."""
        if event.type() == QEvent.Type.Show:
            self._arrange_if_changed()
        return super().event(event)

    def _arrange_if_changed(self, *, always: bool = False) -> None:
        if self.window() is self and not self.isVisible():
            return
        room = breakpoint(self)
        if room != self._room or always:
            self._room = room
            self._set_margins(room)
            self.arrange(room)

    def _set_margins(self, room: str) -> None:
        look = theme()
        self.content.setMaximumWidth(look.px(self.content_max + 2 * SIDE_MARGINS[room]))
        if self.margins:
            side = look.px(SIDE_MARGINS[room])
            self.body.setContentsMargins(
                side, look.px(TOP_MARGINS[room]), side, look.px(tokens().space[self.foot])
            )


def _centred(content: QWidget) -> QWidget:
    """Return a widget that keeps a column in the middle of whatever width there is."""
    frame = QWidget()
    frame.setObjectName("page_content")
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addStretch(1)
    row.addWidget(content, _ALL)
    row.addStretch(1)
    return frame
