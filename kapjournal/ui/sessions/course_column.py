"""The column of the course: its name, the plus, and the line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import SessionKind
from kapjournal.ui.sessions.course_list import CourseList
from kapjournal.ui.sessions.course_rows import CourseRow
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.menu_button import open_under
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.text import Caption, Section
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.names import session_kind_name


class CourseColumn(Restyled, QWidget):
    """Left of the page, or the whole of it where there is little room."""

    session_wanted = Signal(object)
    event_wanted = Signal()
    course_wanted = Signal()
    thread_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_edge = True
        self._title = Section()
        self._line = Caption()
        self.course = IconButton("settings", _("About the course"), bare=True)
        self.course.clicked.connect(self.course_wanted)
        self.open_thread = IconButton("link", _("The thread: from intention to days"), bare=True)
        self.open_thread.clicked.connect(self.thread_wanted)
        self.add = IconButton("add", _("Add a session or an event"))
        self.add.clicked.connect(self._open_menu)
        self.list = CourseList()
        self._foot = Caption(_("Outlined marks are planned."))
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.open_thread)
        self._head.addWidget(self.course)
        self._head.addWidget(self.add)
        self._foot_row = QHBoxLayout()
        self._foot_row.addWidget(self._foot)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._line_row = QHBoxLayout()
        self._line_row.addWidget(self._line)
        self._column.addLayout(self._line_row)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(self._foot_row)
        self.restyle()

    def show_course(self, title: str, line: str, rows: Sequence[CourseRow], today: date) -> None:
        """Show the course."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.list.show_rows(rows, today)
        self._foot.setVisible(any(row.planned for row in rows))

    def set_edge(self, wanted: bool) -> None:
        """Show, or leave out, the line at the edge of the page."""
        self._has_edge = wanted
        self.update()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._head.setContentsMargins(look.px(20), look.px(24), look.px(20), 0)
        self._head.setSpacing(look.px(4))
        self._column.setSpacing(0)
        self._line_row.setContentsMargins(look.px(20), 0, look.px(20), look.px(10))
        self._foot_row.setContentsMargins(look.px(20), look.px(8), look.px(20), look.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Paint the line at the edge of the page."""
        if self._has_edge:
            painter = QPainter(self)
            edge = placed(painter, QRectF(self.width() - 1, 0, 1, self.height()), self.rect())
            painter.fillRect(edge, theme().color("line"))
            painter.end()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for kind in SessionKind:
            action = menu.addAction(session_kind_name(kind))
            action.setData(kind)
        menu.addSeparator()
        menu.addAction(_("An event: medicine, life, illness")).setData(None)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        open_under(self.add, menu)

    def _chosen(self, action: object) -> None:
        kind = action.data()  # type: ignore[attr-defined]
        if kind is None:
            self.event_wanted.emit()
        else:
            self.session_wanted.emit(SessionKind(kind))
