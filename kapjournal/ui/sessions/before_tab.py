"""Before: the intention, when and where it is planned, and the check-in before."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.domain.kap_session import KapSession, SessionStatus, Setting
from kapjournal.guidance.around_session import BEFORE_WITHIN
from kapjournal.ui.sessions.clinic_card import ClinicCard
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.sessions.field_grid import FieldGrid
from kapjournal.ui.sessions.intention_field import IntentionField
from kapjournal.ui.sessions.preparation_card import PreparationCard
from kapjournal.ui.sessions.question_row import QuestionRow
from kapjournal.ui.sessions.track import Track
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.fields import Choice, DateField, NumberField, TextField, TimeField, field
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.level_glyph import LevelGlyph
from kapjournal.ui.shared.moment_dialog import moment_from
from kapjournal.ui.shared.text import Body, Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unread import Unread
from kapjournal.words.dates import clock_time, weekday_day
from kapjournal.words.language import _
from kapjournal.words.mood import mood_value_text
from kapjournal.words.names import setting_name

WIDE_COLUMNS = 3


class BeforeTab(Restyled, QWidget):
    """What is known and wished before a dosing session."""

    check_in_wanted = Signal(object)

    def __init__(self, draft: SessionDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._now: datetime | None = None
        self._check_in: CheckIn | None = None
        self._shared = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._intention_card())
        self.preparation = PreparationCard(draft)
        self.clinic = ClinicCard()
        side = QVBoxLayout()
        side.addWidget(self.clinic)
        side.addWidget(self._check_in_card())
        side.addStretch(1)
        self._side = side
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self.preparation, 402, Qt.AlignmentFlag.AlignTop)
        self._middle.addLayout(side, 282)
        self._column.addLayout(self._middle)
        self._column.addWidget(self._to_say_card())
        self._column.addWidget(self._plan_card())
        self._column.addWidget(self._body_card())
        self.unread = Unread({"day": self.day, "time": self.time, "food": self.food}, self)
        self.restyle()

    def show_session(self, session: KapSession, now: datetime) -> None:
        """Show the fields of a session."""
        self._now = now
        self.intention.blockSignals(True)
        self.intention.setPlainText(session.intention)
        self.intention.blockSignals(False)
        self.preparation.show_session(session)
        if self.to_say.text() != session.to_say:
            self.to_say.setText(session.to_say)
        self.food.set_value(session.hours_since_food)
        self.prepared.set_value(session.prepared)
        self.day.set_value(session.moment.local.date())
        self.time.set_value(session.moment.local.time() if session.moment.has_time else None)
        self.setting.value = session.setting
        if session.setting is None:
            self.setting.setCurrentIndex(0)
        self._say_private(session)
        self._say_unsupervised(session.setting)

    def show_check_in(self, session: KapSession, check_in: CheckIn | None, now: datetime) -> None:
        """Show the check-in before, a way to it, or when it will be there."""
        self._check_in = check_in
        waits = session.status is SessionStatus.PLANNED
        self._before_card.setVisible(check_in is not None or waits)
        self._glyph.setVisible(check_in is not None and check_in.mood is not None)
        open_now = waits and session.moment.has_time and timedelta_before(session, now)
        self.check_in.setVisible(check_in is not None or open_now)
        if check_in is not None:
            mood = check_in.mood
            self._glyph.set_value(mood)
            words = mood_value_text(mood) if mood is not None else _("without a mood")
            said = _("At {time}: {mood}.").format(time=clock_time(check_in.moment.local), mood=words)
            self.check_in.set_text(_("Open it"))
        elif open_now:
            said = _("How you are now, before it begins.")
            self.check_in.set_text(_("Check in"))
        else:
            said = _("It waits here on {day}.").format(day=weekday_day(session.moment.day))
        self._before_words.setText(said)

    def arrange(self, columns: int) -> None:
        """Use this many columns."""
        self._plan.set_columns(columns)
        self._body_fields.set_columns(min(columns, 2))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(across if columns == WIDE_COLUMNS else down)
        self._say_row.setDirection(down if columns == 1 else across)
        self.question.arrange(narrow=columns == 1)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(18))
        self._middle.setSpacing(look.px(20))
        self._side.setSpacing(look.px(18))
        self._say_row.setSpacing(look.px(16))
        self._show_sign()

    def _intention_card(self) -> Card:
        card = Card(spacing=8)
        head = QHBoxLayout()
        head.setSpacing(theme().px(6))
        head.addWidget(Label(_("Intention"), wrap=False))
        head.addStretch(1)
        self._sign = QLabel()
        self._private = Caption(wrap=False)
        head.addWidget(self._sign)
        head.addWidget(self._private)
        self.intention = IntentionField()
        self.intention.changed.connect(self._set_intention)
        self.question = QuestionRow()
        card.body.addLayout(head)
        card.body.addWidget(self.intention)
        card.body.addWidget(self.question)
        return card

    def _plan_card(self) -> Card:
        card = Card()
        self.day = DateField()
        self.time = TimeField()
        self.setting = Choice([(None, _("not said")), *((s, setting_name(s)) for s in Setting)])
        self.day.changed.connect(self._set_moment)
        self.time.changed.connect(self._set_moment)
        self.setting.changed.connect(self._set_setting)
        self._plan = FieldGrid(
            [field(_("Day"), self.day), field(_("Time"), self.time), field(_("Place"), self.setting)]
        )
        self.unsupervised = Body(role="ink2")
        self.unsupervised.setText(unsupervised_line())
        self.unsupervised.hide()
        card.body.addWidget(Label(_("When and where")))
        card.body.addWidget(self._plan)
        card.body.addWidget(self.unsupervised)
        return card

    def _to_say_card(self) -> Card:
        card = Card(padding=(24, 14))
        self.to_say = TextField()
        self.to_say.setAccessibleName(_("To say when I arrive"))
        self.to_say.setAccessibleDescription(_("what the clinic should hear first"))
        self.to_say.edited.connect(self._set_to_say)
        self.to_say.editingFinished.connect(self._draft.flush)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(_("To say when I arrive")))
        words.addWidget(Caption(_("what the clinic should hear first")))
        self._say_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._say_row.addLayout(words, 4)
        self._say_row.addWidget(self.to_say, 7)
        card.body.addLayout(self._say_row)
        return card

    def _body_card(self) -> Card:
        card = Card()
        self.food = NumberField(low=0, high=72, digits=1)
        self.prepared = Track(_("How prepared I feel"), _("not at all"), _("fully"))
        self._body_fields = FieldGrid(
            [field(_("Since I last ate"), self.food, unit=_("hours")), self.prepared], 2
        )
        self.food.changed.connect(self._set_food)
        self.food.editingFinished.connect(self._draft.flush)
        self.prepared.changed.connect(self._set_prepared)
        card.body.addWidget(Label(_("Just before")))
        card.body.addWidget(self._body_fields)
        return card

    def _check_in_card(self) -> Card:
        self._before_card = Card(padding=(20, 16), spacing=8)
        self._glyph = LevelGlyph(None, size=20)
        self._before_words = Body(role="ink2")
        self.check_in = Button(_("Check in"), size="small")
        self.check_in.clicked.connect(self._want_check_in)
        row = QHBoxLayout()
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._before_words, 1)
        row.addWidget(self.check_in)
        self._before_card.body.addWidget(Label(_("Check-in before")))
        self._before_card.body.addLayout(row)
        return self._before_card

    def _set_intention(self) -> None:
        self._draft.change_soon(intention=self.intention.text)

    def _set_to_say(self, text: str) -> None:
        self._draft.change_soon(to_say=text)

    def _set_food(self, hours: object) -> None:
        if self.food.understood:
            self._draft.change_soon(hours_since_food=None if hours is None else float(str(hours)))

    def _set_prepared(self, value: int | None) -> None:
        self._draft.change(prepared=value)

    def _set_moment(self) -> None:
        if self._now is not None and self.day.value is not None and self.time.understood:
            before = self._draft.session.moment
            self._draft.change(moment=moment_from(self.day.value, self.time.value, before, self._now))

    def _set_setting(self, setting: object) -> None:
        self._draft.change(setting=setting)
        self._say_unsupervised(setting)

    def _say_unsupervised(self, setting: object) -> None:
        self.unsupervised.setVisible(setting is Setting.HOME_UNSUPERVISED)

    def _say_private(self, session: KapSession) -> None:
        self._private.setText(_("Marked to share") if session.to_share else _("Private"))
        self._shared = session.to_share
        self._show_sign()

    def _show_sign(self) -> None:
        look = theme()
        name, role = ("share", "accent") if self._shared else ("lock", "ink3")
        self._sign.setPixmap(icon_pixmap(name, look.color(role), look.px(16), 2))

    def _want_check_in(self) -> None:
        self.check_in_wanted.emit(self._check_in.id if self._check_in is not None else None)


def timedelta_before(session: KapSession, now: datetime) -> bool:
    """Whether the check-in before belongs to this moment: on its day, at most twelve hours ahead."""
    ahead = session.moment.aware - now
    return (
        session.moment.local.date() == now.date()
        and 0 <= ahead.total_seconds() <= BEFORE_WITHIN.total_seconds()
    )


def check_in_before(session: KapSession, check_ins: tuple[CheckIn, ...]) -> CheckIn | None:
    """The last check-in of the day that was given just before the session."""
    before = [
        c
        for c in check_ins
        if c.type is CheckInType.PRE_SESSION and c.moment.instant <= session.moment.instant
    ]
    return before[-1] if before else None


def unsupervised_line() -> str:
    """The one calm line about use without monitoring (clinical reference 3.2)."""
    return _(
        "The FDA, the medicines agency of the United States, warns about using ketamine without anyone to monitor it."
    )
