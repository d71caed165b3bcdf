"""A session named in a chip, with its mark: 'Session 4, 20 Oct'."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.ui.shared.chips import Chip
from kapjournal.ui.shared.session_mark import paint_session_mark
from kapjournal.ui.shared.theme import theme
from kapjournal.words.dates import day_short
from kapjournal.words.language import _
from kapjournal.words.names import session_kind_name

_MARK_SIDE = {SessionKind.DOSING: 9.0, SessionKind.INTEGRATION: 10.0, SessionKind.PREPARATION: 9.0}


class SessionChip(Chip):
    """Leads to a session, or chooses one; without a session it shows its empty words alone."""

    def __init__(self, empty_words: str = "", parent: QWidget | None = None, *, size: str = "small") -> None:
        self._shown: KapSession | None = None
        self._empty_words = empty_words
        super().__init__(empty_words, parent, checkable=False, size=size)

    def show_session(self, session: KapSession | None, number: int | None, today: date) -> None:
        """Name a session, or none."""
        self._shown = session
        self.setProperty("tone", "session" if session is not None else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.set_words(self._empty_words if session is None else session_words(session, number, today))

    def _show_state(self, checked: bool) -> None:
        super()._show_state(checked)
        if self._shown is not None:
            side = theme().px(14)
            self.setIcon(session_icon(self._shown.kind, 14, planned=not self._shown.took_place))
            self.setIconSize(QSize(side, side))
            self._show_words()


def session_words(session: KapSession, number: int | None, today: date) -> str:
    """'Session 4, 20 Oct' for a dosing session, 'Integration session, 21 Oct' for another."""
    day = day_short(session.moment.day, today)
    if session.kind is SessionKind.DOSING and number is not None:
        return _("Session {number}, {day}").format(number=number, day=day)
    return _("{kind}, {day}").format(kind=session_kind_name(session.kind), day=day)


def session_icon(kind: SessionKind, size: float, *, planned: bool = False) -> QIcon:
    """The mark of a kind of session as an icon; size in logical px at 100 % text."""
    made = QIcon()
    side = theme().px(size)
    for ratio in (1, 2):
        pixmap = QPixmap(side * ratio, side * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_session_mark(
            painter,
            QPointF(side / 2, side / 2),
            kind.value,
            planned=planned,
            side=_MARK_SIDE[kind] * size / 14,
        )
        painter.end()
        made.addPixmap(pixmap)
    return made
