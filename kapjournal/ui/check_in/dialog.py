"""The check-in dialog: everything in it is optional, and everything is kept at once."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MOOD, SLEEP_H, SLEEP_QUALITY
from kapjournal.guidance.check_in_support import check_in_offers_support, offers_support
from kapjournal.journal.drafts import entry_key
from kapjournal.tokens import tokens
from kapjournal.ui.check_in.draft import BY, CheckInDraft
from kapjournal.ui.check_in.feelings import Feelings
from kapjournal.ui.check_in.measures import LastNight, MeasureSliders
from kapjournal.ui.check_in.time_choice import OtherTime, TimeButton
from kapjournal.ui.check_in.what_happened import WhatHappened
from kapjournal.ui.shared.breakpoints import NARROW
from kapjournal.ui.shared.breakpoints import breakpoint as room_of
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import RING_ROOM_PX, Dialog
from kapjournal.ui.shared.fields import TextArea
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.mood_row import MoodRow
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.starring import StarButton, Starring
from kapjournal.ui.shared.support_note import SupportNote
from kapjournal.ui.shared.text import Caption
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import Said, ShowPage
from kapjournal.words.dates import clock_time
from kapjournal.words.language import _
from kapjournal.words.starred import sentence_at, shortened

_COLUMN_SHARES = (338, 322)


class CheckInDialog(Dialog):
    """One check-in, new or from before; Esc and Done close it, and keep what was given.

    Made, then opened by `open_for`; `requested` carries a wish to the window.
    """

    requested = Signal(object)

    def __init__(self, place: Place, parent: QWidget) -> None:
        self._place = place
        self._now = place.clock.now()
        self._offered = False
        self.draft = CheckInDraft(place.journal, place.clock)
        self._make_parts()
        super().__init__(_("Check-in"), parent, width=int(tokens().size["dialog_checkin"]))
        self.draft.setParent(self)
        self._lay_out()
        self._connect()
        self._arrange()

    def open_for(self, check_in_id: int | None = None, mood: int | None = None) -> None:
        """Open on a check-in from before, or on a new one that may begin with a mood."""
        if check_in_id is not None:
            before = self._place.journal.check_ins.get(check_in_id)
            self.draft.take(before)
            # Support is offered once: not again for what was already there when the dialog opened.
            self._offered = check_in_offers_support(before)
        self._fill()
        if mood is not None:
            self.mood_row.set_mood(mood)
            self._set_mood(mood)
        self.open(self.mood_row)

    def close_dialog(self) -> None:
        """Keep what waits, then close."""
        self.last_night.hours.interpretText()
        self.draft.flush()
        self._name_what_waits()
        self.other_time.finish()
        super().close_dialog()

    def restyle(self) -> None:
        """Take sizes and the tick from the theme; lay out anew for the text size."""
        super().restyle()
        look = theme()
        self.foot.setSpacing(look.px(8))
        self.body.setSpacing(look.px(12))
        # The mood row brings the room for its rings along; the others have theirs beside them.
        ring = look.px(RING_ROOM_PX)
        self.body.setContentsMargins(0, look.px(9), 0, ring)
        for part in (self.other_time, self.support_note):
            part.setContentsMargins(ring, 0, ring, 0)
        self.feelings.setContentsMargins(ring, look.px(4), ring, 0)
        self._columns.setContentsMargins(ring, look.px(6), ring, 0)
        self._note_row.setContentsMargins(ring, 0, ring, 0)
        side = look.px(16)
        self._tick.setPixmap(icon_pixmap("kept", look.color("accent"), side, 2))
        self._tick.setFixedSize(QSize(side, side))
        self._columns.setHorizontalSpacing(look.px(42))
        self._columns.setVerticalSpacing(look.px(16))
        self._right.setSpacing(look.px(16))
        self._arrange()

    def _make_parts(self) -> None:
        self.mood_row = MoodRow(step=int(tokens().size["mood_step_dialog"]), keeps_on_move=True)
        self.support_note = SupportNote()
        self.feelings = Feelings()
        self.measures = MeasureSliders()
        self.last_night = LastNight()
        self.what_happened = WhatHappened()
        self.note = TextArea(placeholder=_("A note, if you like"), least_lines=1, most_lines=6)
        self.note.setAccessibleName(_("A note, if you like"))
        self.star = StarButton()
        self._note_row = QHBoxLayout()
        self._note_row.addWidget(self.note, 1)
        beside = QVBoxLayout()  # in the middle of the first line of the note
        beside.setContentsMargins(0, theme().px(4), 0, 0)
        beside.addWidget(self.star)
        beside.addStretch(1)
        self._note_row.addLayout(beside)
        self.time_button = TimeButton(self._now)
        self.other_time = OtherTime(self._place.clock)
        self.undo_button = Button(_("Undo"), kind="quiet")
        self.done_button = Button(_("Done"), kind="primary")
        self._tick = QLabel()
        self._said = Caption()
        self._columns = QGridLayout()
        self._right = QVBoxLayout()

    def _lay_out(self) -> None:
        self._head.insertWidget(1, self.time_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head.insertSpacing(2, theme().px(6))
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.addWidget(self.last_night)
        self._right.addWidget(self.what_happened)
        self._right.addStretch(1)
        for widget in (self.other_time, self.mood_row, self.support_note, self.feelings):
            self.body.addWidget(widget)
        self.body.addLayout(self._columns)
        self.body.addLayout(self._note_row)
        self.foot.addWidget(self._tick)
        self.foot.addWidget(self._said, 1)
        self.foot.addWidget(self.undo_button)
        self.foot.addWidget(self.done_button)

    def _connect(self) -> None:
        self.mood_row.chosen.connect(self._set_mood)
        self.feelings.changed.connect(self._set_feelings)
        self.measures.changed.connect(self._set_measure)
        self.last_night.changed.connect(self._set_measure)
        self.what_happened.changed.connect(self._set_tags)
        self.note.changed.connect(self._set_note)
        self.starring = Starring(self._place.journal, self.star, self._words_to_star, self._kept_id, self, BY)
        self.starring.said.connect(self._say_starred)
        self.note.cursorPositionChanged.connect(self.starring.refresh)
        self.time_button.chosen.connect(self._choose_time)
        self.time_button.other_wanted.connect(self._open_other_time)
        self.other_time.chosen.connect(self._move_to)
        self.support_note.support_wanted.connect(self._open_support)
        self.undo_button.clicked.connect(self.draft.undo)
        self.done_button.clicked.connect(self.close_dialog)
        self.draft.kept.connect(self._say_kept)
        self.draft.undone.connect(self._say_undone)
        for stored_or_not in (self.draft.kept, self.draft.undone):
            stored_or_not.connect(self._name_what_waits)

    def _fill(self) -> None:
        """Show what the check-in holds."""
        check_in = self.draft.check_in
        measures = self._place.journal.measures.all()
        self.measures.show_measures(measures, check_in)
        held = {value.measure for value in check_in.values}
        sleep = [m for m in measures if m.key in (SLEEP_H, SLEEP_QUALITY)]
        self.last_night.setVisible(any(m.in_use or m.key in held for m in sleep))
        self._show(check_in)
        drafts = self._place.journal.drafts
        self.what_happened.wait_in(drafts)
        self.other_time.wait_in(drafts, self._name_of_draft(), check_in.moment.local)
        self._said.setText(_("Only the mood is needed.") if self.draft.is_new else self._kept_words(check_in))
        self._tick.setVisible(self.draft.is_stored)
        self.undo_button.setVisible(False)

    def _show(self, check_in: CheckIn) -> None:
        self.mood_row.set_mood(None if check_in.mood is None else round(check_in.mood))
        self.feelings.set_chosen(check_in.feelings)
        self.measures.show_values(check_in)
        self.last_night.show_values(check_in)
        self.what_happened.show_tags(check_in.tags, self._place.journal.check_ins.tags_used(6))
        self.note.blockSignals(True)
        self.note.setPlainText(check_in.note)
        self.note.blockSignals(False)
        self.starring.reload()
        self.time_button.show_moment(check_in.moment.local, has_time=check_in.moment.has_time)

    def _arrange(self) -> None:
        """Two columns, or one where there is little room."""
        narrow = room_of(self) == NARROW
        self.feelings.set_narrow(narrow)
        self.measures.set_narrow(narrow)
        self._columns.removeWidget(self.measures)
        self._columns.removeItem(self._right)
        if narrow:
            self._columns.addWidget(self.measures, 0, 0, 1, 2)
            self._columns.addLayout(self._right, 1, 0, 1, 2)
        else:
            self._columns.addWidget(self.measures, 0, 0)
            self._columns.addLayout(self._right, 0, 1)
            self._columns.setColumnStretch(0, _COLUMN_SHARES[0])
            self._columns.setColumnStretch(1, _COLUMN_SHARES[1])

    # --- what the person does

    def _set_mood(self, mood: int) -> None:
        self.draft.set_value(MOOD, float(mood))

    def _set_measure(self, key: str, value: float | None) -> None:
        self.draft.set_value(key, value)

    def _set_feelings(self, feelings: tuple[str, ...]) -> None:
        self.draft.change(feelings=feelings)

    def _set_tags(self, tags: tuple[str, ...]) -> None:
        self.draft.change(tags=tags)

    def _set_note(self) -> None:
        self.draft.change_soon(note=self.note.text)

    def _words_to_star(self) -> str:
        """Return the words of the note that are chosen, else the sentence at its caret."""
        cursor = self.note.textCursor()
        chosen = cursor.selectedText().replace("\u2029", " ")
        return shortened(chosen) if chosen.strip() else sentence_at(self.note.text, cursor.position())

    def _kept_id(self) -> int:
        """Keep the note, and return in which check-in it stands."""
        self.draft.flush()
        return self.draft.check_in.id

    def _move_to(self, moment: datetime) -> None:
        self.draft.move_to(moment)
        self.time_button.show_moment(self.draft.check_in.moment.local)

    def _choose_time(self, moment: datetime) -> None:
        self.other_time.give_way(moment)
        self._move_to(moment)

    def _name_of_draft(self) -> str:
        """What waits unread belongs to this check-in, or to the next new one while nothing of it is stored."""
        return entry_key(self.draft.check_in.id, "time") if self.draft.is_stored else "check_in"

    def _name_what_waits(self) -> None:
        self.other_time.unread.rename(self._name_of_draft())

    def _open_other_time(self) -> None:
        self.other_time.begin(self.draft.check_in.moment.local)

    def _open_support(self) -> None:
        self.close_dialog()
        self.requested.emit(ShowPage("support"))

    def _say_kept(self, check_in: CheckIn) -> None:
        self._tick.show()
        self.undo_button.show()
        self._said.setText(self._kept_words(check_in))
        if check_in_offers_support(check_in) and not self._offered:
            self._offered = True
            self._offer_support(under_mood=offers_support(check_in.mood, None))

    def _offer_support(self, *, under_mood: bool) -> None:
        """Under what was just answered: the mood, or the measures."""
        self.body.removeWidget(self.support_note)
        answered = self.mood_row if under_mood else None
        index = self.body.indexOf(answered) if answered is not None else self.body.indexOf(self._columns)
        self.body.insertWidget(index + 1, self.support_note)
        self.support_note.offer()
        QTimer.singleShot(0, self, self._show_note)

    def _show_note(self) -> None:
        if self._scroll is not None:
            self._scroll.ensureWidgetVisible(self.support_note, 0, theme().px(16))

    def _say_starred(self, said: Said) -> None:
        """Say it here: a toast would stand behind the dialog; pressing the star again is the way back."""
        self._said.setText(said.text)
        announce(self, said.text)

    def _say_undone(self) -> None:
        self._show(self.draft.check_in)
        self.other_time.set_back(self.draft.check_in.moment.local)
        self._tick.setVisible(self.draft.is_stored)
        self.undo_button.hide()
        self.support_note.hide()
        self._said.setText(_("Taken back."))
        announce(self, self._said.text())
        self.mood_row.setFocus()

    def _kept_words(self, check_in: CheckIn) -> str:
        edited = check_in.edited.astimezone(self._now.tzinfo)
        return _("Kept, {time}. Only the mood is needed.").format(time=clock_time(edited))
