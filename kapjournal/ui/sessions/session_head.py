"""The head of a session's page: its name, what is known in one line, whether it is shared, and what can be done."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from kapjournal.domain.kap_session import KapSession, SessionStatus
from kapjournal.ui.shared.buttons import Button, IconButton, show_checked
from kapjournal.ui.shared.menu_button import open_under
from kapjournal.ui.shared.text import Body, Caption, Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import clock_time, duration_min, weekday_day
from kapjournal.words.language import _, ngettext
from kapjournal.words.names import route_name, session_title, status_name


class SessionHead(Restyled, QWidget):
    """Each wish of the head is a signal; the page does it."""

    share_toggled = Signal(bool)
    held_wanted = Signal()
    stopped_early_wanted = Signal()
    postpone_wanted = Signal()
    cancel_wanted = Signal()
    planned_wanted = Signal()
    trash_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: KapSession | None = None
        self._title = Title()
        self._line = Body(role="ink2")
        self._kept = Caption(wrap=False)
        self.share = Button(_("Mark to share"), icon="share", size="small")
        self.share.setCheckable(True)
        self.share.toggled.connect(self.share_toggled)
        self.more = IconButton("more", _("More for this session"), bare=True, size="small", icon_px=20)
        self.more.clicked.connect(self._open_menu)
        self._tools = QWidget()
        self._buttons = QHBoxLayout(self._tools)
        self._buttons.addWidget(self._kept)
        self._buttons.addWidget(self.share)
        self._buttons.addWidget(self.more)
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._kept.hide()
        self.arrange(narrow=False)

    def show_session(self, session: KapSession, number: int | None, today: date) -> None:
        """Show a session's name and what is known of it."""
        if self._session is None or self._session.id != session.id:
            self._kept.hide()
        self._session = session
        self._title.setText(session_title(session.kind, number))
        self._line.setText(session_line(session, today))
        show_checked(self.share, session.to_share)
        self.share.set_text(_("Marked to share") if session.to_share else _("Mark to share"))

    def say_kept(self, session: KapSession, now: datetime) -> None:
        """Say when the words were kept."""
        self._kept.show()
        self._kept.setText(_("Kept, {time}").format(time=clock_time(session.edited.astimezone(now.tzinfo))))

    def arrange(self, *, narrow: bool) -> None:
        """Buttons under the name where there is little room."""
        self._narrow = narrow
        for part in (self._title, self._line, self._tools):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._title, 0, 0, 1, 2 if narrow else 1)
        # The line has the whole width: buttons beside it would break it early.
        self._grid.addWidget(self._line, 1, 0, 1, 2)
        if narrow:
            self._grid.addWidget(self._tools, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._tools, 0, 1, Qt.AlignmentFlag.AlignTop)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._grid.setVerticalSpacing(look.px(3))
        self._grid.setHorizontalSpacing(look.px(8))
        self._buttons.setSpacing(look.px(8))
        # In the middle of the line of the name, or a little under what is known.
        self._buttons.setContentsMargins(0, look.px(9 if self._narrow else 4), 0, 0)

    def _open_menu(self) -> None:
        if self._session is None:
            return
        menu = QMenu(self)
        status = self._session.status
        if status is not SessionStatus.HELD:
            menu.addAction(_("It took place")).triggered.connect(self.held_wanted)
        if status is not SessionStatus.STOPPED_EARLY:
            menu.addAction(_("It was stopped early…")).triggered.connect(self.stopped_early_wanted)
        if status is SessionStatus.PLANNED:
            menu.addAction(_("Postpone…")).triggered.connect(self.postpone_wanted)
            menu.addAction(_("Cancel the session…")).triggered.connect(self.cancel_wanted)
        else:
            menu.addAction(_("It is planned")).triggered.connect(self.planned_wanted)
        menu.addSeparator()
        menu.addAction(_("Move to the trash")).triggered.connect(self.trash_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        open_under(self.more, menu)


def session_line(session: KapSession, today: date) -> str:
    """Say when and how: 'Tuesday 20 October, 13:30. Intramuscular, 60 mg as I was told, 55 min.'."""
    when = weekday_day(session.moment.day)
    if session.moment.day.year != today.year:
        when = f"{when} {session.moment.day.year}"
    if session.moment.has_time:
        when = _("{day}, {time}").format(day=when, time=clock_time(session.moment.local))
    parts = [f"{when}."]
    if session.status is SessionStatus.HELD:
        parts.append(_how(session))
    else:
        parts.append(_state(session, today))
        if session.took_place:
            parts.append(_how(session))
    return " ".join(part for part in parts if part)


def _state(session: KapSession, today: date) -> str:
    state = status_name(session.status)
    state = state[:1].upper() + state[1:]
    if session.status is SessionStatus.PLANNED:
        days = (session.moment.day - today).days
        if days > 1:
            return ngettext("{state}, in {days} day.", "{state}, in {days} days.", days).format(
                state=state, days=days
            )
        near = {0: _("{state} for today."), 1: _("{state} for tomorrow.")}
        return near.get(days, _("{state}.")).format(state=state)
    reason = session.status_reason.strip()
    return _("{state}: {reason}.").format(state=state, reason=reason.rstrip(".")) if reason else f"{state}."


def _how(session: KapSession) -> str:
    said = []
    if session.route is not None:
        said.append(route_name(session.route))
    if session.dose_text.strip():
        said.append(_("{dose} as I was told").format(dose=session.dose_text.strip()))
    if session.duration_min is not None:
        said.append(duration_min(session.duration_min))
    return ", ".join(said) + "." if said else ""
