"""The column of the page: session, time and question on top, then the title and the text."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.moment import Moment
from kapjournal.domain.reflection import Reflection
from kapjournal.ui.reflection.growing_text import GrowingText
from kapjournal.ui.reflection.picture_strip import PictureStrip
from kapjournal.ui.reflection.title_field import TitleField
from kapjournal.ui.reflection.writing_area import WritingArea
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.chips import ChipFlow
from kapjournal.ui.shared.session_chip import SessionChip
from kapjournal.ui.shared.text import Caption, Prompt
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import clock_time, day_long, weekday_day
from kapjournal.words.language import _


class WritingColumn(Restyled, QScrollArea):
    """Everything that scrolls: the page of 68 characters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.session = SessionChip(_("No session"))
        self.moment = _When("", "quiet", size="small")
        self.about = ChipFlow(_("About this reflection"), gap=0)
        self.about.add(self.session)
        self.about.add(self.moment)
        self.asked = Caption(_("You are answering"), "ink2")
        self.question = Prompt("")
        self.title = TitleField()
        self.text = WritingArea()
        self.sheet = _Sheet(self.text)
        self._column = QVBoxLayout(self.sheet.column)
        for widget in (self.about, self.asked, self.question, self.title):
            self._column.addWidget(widget)
        self._below_title = QSpacerItem(0, 0)
        self._column.addItem(self._below_title)
        self._column.addWidget(self.text, 1)
        self.pictures = PictureStrip()
        self._column.addWidget(self.pictures)
        self.below = QVBoxLayout()
        self._column.addLayout(self.below)
        self.setWidget(self.sheet)
        self._ran_ahead: GrowingText | None = None
        self.verticalScrollBar().rangeChanged.connect(self._catch_up)
        self.title.entered.connect(self._to_text)
        for field in (self.title, self.text):
            field.caret_moved.connect(self._follow_caret)
        self.restyle()

    def show_reflection(self, shown: Reflection, today: date) -> None:
        """Put a reflection on the page; words that are there already stay untouched, with their caret."""
        self.show_moment(shown.moment, today)
        self.show_question(shown)
        if self.title.words() != shown.title:
            self.title.show_words(shown.title)
        if self.text.words() != shown.text:
            self.text.show_words(shown.text)

    def show_moment(self, moment: Moment, today: date) -> None:
        """Show when it was begun."""
        day = weekday_day(moment.day) if moment.day.year == today.year else day_long(moment.day, today)
        words = (
            day
            if not moment.has_time
            else _("{day}, begun {time}").format(day=day, time=clock_time(moment.local))
        )
        self.moment.set_text(words)
        self.moment.setToolTip(_("Change day and time"))
        self.moment.setAccessibleDescription(_("Change day and time"))

    def show_question(self, shown: Reflection) -> None:
        """Show the question that is being answered, if there is one."""
        self.question.setText(shown.prompt.question if shown.prompt else "")
        for widget in (self.asked, self.question):
            widget.setVisible(shown.prompt is not None)

    def show_session(self, session: KapSession | None, number: int | None, today: date) -> None:
        """Show which session it belongs to."""
        self.session.show_session(session, number, today)
        name = _("Session: {session}").format(session=self.session.words)
        self.session.setAccessibleName(name)
        self.session.setToolTip(_("Choose the session"))

    def to_end(self) -> None:
        """Put the keyboard at the end of the text."""
        self.text.move_to(len(self.text.words()))

    def restyle(self) -> None:
        """Take margins and ground from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(20), look.px(33), look.px(20), look.px(56))
        self._column.setSpacing(look.px(10))
        self._below_title.changeSize(0, look.px(12))
        self._column.invalidate()
        self.sheet.column.setMaximumWidth(look.size("reading_column") + 2 * look.px(20))

    def _to_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.TabFocusReason)
        self.text.move_to(0)

    def _follow_caret(self, caret: QRect) -> None:
        field = self.sender()
        if isinstance(field, GrowingText) and field.hasFocus():
            spot = field.viewport().mapTo(self.sheet, caret.center())
            self.ensureVisible(spot.x(), spot.y(), 0, theme().px(64))
            self._ran_ahead = field if spot.y() > self.sheet.height() - theme().px(64) else None

    def _catch_up(self) -> None:
        """Follow a caret that ran ahead of the page, as after pasting a long text, once the page has grown."""
        field = self._ran_ahead
        if field is not None and field.hasFocus():
            spot = field.viewport().mapTo(self.sheet, field.cursorRect().center())
            self.ensureVisible(spot.x(), spot.y(), 0, theme().px(64))
            self._ran_ahead = field if spot.y() > self.sheet.height() else None


class _When(Button):
    """Day and time as a caption that can be pressed."""

    def restyle(self) -> None:
        """Take the font of captions."""
        super().restyle()
        self.setFont(theme().font("caption"))


class _Sheet(QWidget):
    """The ground of the page; a click beside or below the words goes to their end."""

    def __init__(self, text: WritingArea) -> None:
        super().__init__()
        self.setObjectName("reflection_sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = text
        self.column = QWidget()
        self.column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self.column, 1000)
        row.addStretch(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the end of the text."""
        below = event.position().toPoint().y() > self._text.mapTo(self, QPoint(0, 0)).y()
        if below:
            self._text.move_to(len(self._text.words()))
        super().mousePressEvent(event)
