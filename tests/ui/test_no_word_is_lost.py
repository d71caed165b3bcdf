"""No word is lost: every field of every page and dialog, written in and left at once in the hardest ways.

The fields are found on the pages themselves, so that a new one is tried from its first day; one that nobody should
find again, such as a search, is named in PASSING with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from kapjournal.clock import FixedClock
from kapjournal.domain.course import Course, CourseStatus, CurrentMedicine
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.measure import ANXIETY
from kapjournal.domain.moment import moment_at
from kapjournal.domain.practice import Practice, Spell
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
from kapjournal.journal import Journal
from kapjournal.ui.shared.day_and_time import DateField, TimeField
from kapjournal.ui.shared.fields import NumberField
from kapjournal.ui.shared.passphrase import PassphraseField
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.search_field import SearchField
from kapjournal.ui.shared.wishes import (
    CaptureWanted,
    CheckInWanted,
    LaterLooksWanted,
    LayOutWanted,
    PracticeWanted,
    ReflectionWanted,
)
from kapjournal.ui.window_inside import Inside

Way = Callable[[QLineEdit | QTextEdit | QPlainTextEdit, str], None]
Written = dict[tuple[str, str], str]
"""What was written in a field, by its place and name."""

SAME = {"during: Day 0", "during: Began 0"}
"""Fields of what was written in another field already."""

PASSING = {
    "Find a prompt": "a search",
    "To erase, write the word": "the word that erases a journal is asked for each time",
}
"""Fields whose words are for the moment, by the name that a reader says."""


@dataclass(frozen=True)
class Seed:
    """What there is to open."""

    course: int
    dosing: int
    meeting: int
    event: int
    reflection: int
    practice: int


@pytest.fixture
def seed(journal: Journal, clock: FixedClock) -> Seed:
    now = clock.now()
    held = moment_at(now - timedelta(days=2))
    course = journal.courses.keep(
        Course(
            started=date(2026, 9, 1),
            status=CourseStatus.PAUSED,
            medicines=(CurrentMedicine("Lamotrigine", "as I was told"),),
        )
    )
    dosing, meeting = (
        journal.kap_sessions.keep(
            KapSession(moment=held, kind=kind, status=SessionStatus.HELD, course_id=course.id)
        )
        for kind in (SessionKind.DOSING, SessionKind.INTEGRATION)
    )
    event = journal.events.keep(Event(moment=held, kind=EventKind.OTHER, text="moved house"))
    reflection = journal.reflections.keep(Reflection(moment=held, title="", text="the sea"))
    journal.fragments.keep(
        Fragment(moment=held, kind=FragmentKind.IMAGE, text="a gate", kap_session_id=dosing.id)
    )
    practice = journal.practices.keep(Practice(name="Walk", spells=(Spell(date(2026, 10, 1)),)))
    return Seed(course.id, dosing.id, meeting.id, event.id, reflection.id, practice.id)


def top_dialog(inside: Any) -> QWidget:
    from kapjournal.ui.shared.dialog import Dialog

    return [d for d in inside.window().findChildren(Dialog) if not d.isHidden()][-1]


def button(within: QWidget, name: str) -> QAbstractButton:
    return next(b for b in within.findChildren(QAbstractButton) if b.accessibleName().startswith(name))


def rename(page: Any) -> None:
    page._measures._renaming(page.place.journal.measures.get(ANXIETY))()


def _session_tab(tab: str) -> Callable[[Any, Seed], QWidget]:
    def show(inside: Any, seed: Seed) -> QWidget:
        page = inside.show_page("sessions")
        page.show_session(seed.dosing)
        page.session_pane.dosing.tabs.set_value(tab)
        return getattr(page.session_pane.dosing, tab)  # type: ignore[no-any-return]

    return show


def _before(inside: Any, seed: Seed) -> QWidget:
    before: Any = _session_tab("before")(inside, seed)
    if len(before.preparation.rows) == 5:
        before.preparation.add.click()
    return before  # type: ignore[no-any-return]


def _meeting(inside: Any, seed: Seed) -> QWidget:
    page = inside.show_page("sessions")
    page.show_session(seed.meeting)
    return page.session_pane.meeting  # type: ignore[no-any-return]


def _course(inside: Any, seed: Seed) -> QWidget:
    page = inside.show_page("sessions")
    page.show_course(seed.course)
    return page.course_pane  # type: ignore[no-any-return]


def _of_session(act: str) -> Callable[[Any, Seed], QWidget]:
    def show(inside: Any, seed: Seed) -> QWidget:
        page = inside.show_page("sessions")
        page.show_session(seed.dosing)
        getattr(page._doings, act)()
        return top_dialog(inside)

    return show


def _event(inside: Any, seed: Seed) -> QWidget:
    page = inside.show_page("sessions")
    page.show_event(inside.place.journal.events.get(seed.event))
    page._doings._ask_mended()
    return top_dialog(inside)


def _reflection(inside: Any, seed: Seed) -> QWidget:
    inside.follow_wish(ReflectionWanted(seed.reflection))
    page = inside._pages["reflection"]
    page.guide.tags._ask()
    return page  # type: ignore[no-any-return]


def _plan(inside: Any, _seed: Seed) -> QWidget:
    page = inside.show_page("support")
    for part in (*page.texts.values(), page.people, page.professionals):
        if not part.editing:
            part.toggle()
    return page  # type: ignore[no-any-return]


def _check_in(inside: Any, _seed: Seed) -> QWidget:
    stored = inside.place.journal.check_ins.latest()
    inside.follow_wish(CheckInWanted(stored.id if stored is not None else None))
    dialog: Any = top_dialog(inside)
    dialog.what_happened.open_field()
    dialog.other_time.begin(dialog.draft.check_in.moment.local)
    return dialog  # type: ignore[no-any-return]


def _looks(inside: Any, seed: Seed) -> QWidget:
    inside.follow_wish(LaterLooksWanted(seed.dosing))
    page = inside._pages["later_looks"]
    if page._writing is None:
        page._toggle_writing()
    return page  # type: ignore[no-any-return]


def _lay_out(inside: Any, seed: Seed) -> QWidget:
    inside.follow_wish(LayOutWanted(seed.dosing))
    return inside._pages["lay_out"]  # type: ignore[no-any-return]


def _capture(inside: Any, seed: Seed) -> QWidget:
    inside.follow_wish(CaptureWanted(seed.dosing))
    return inside._pages["capture"]  # type: ignore[no-any-return]


def _dialog(page: str, act: Callable[[Any], None]) -> Callable[[Any, Seed], QWidget]:
    def show(inside: Any, _seed: Seed) -> QWidget:
        act(inside.show_page(page))
        return top_dialog(inside)

    return show


def _practice(wish: Callable[[Seed], PracticeWanted]) -> Callable[[Any, Seed], QWidget]:
    def show(inside: Any, seed: Seed) -> QWidget:
        inside.follow_wish(wish(seed))
        return top_dialog(inside)

    return show


PLACES: dict[str, Callable[[Any, Seed], QWidget]] = {
    "before": _before,
    "during": _session_tab("during"),
    "after": _session_tab("after"),
    "meeting": _meeting,
    "course": _course,
    "event": _event,
    "a new event": _dialog("journal", lambda page: page._ask_event(None)),
    "stopped": _of_session("_ask_stopped"),
    "cancelled": _of_session("_ask_cancelled"),
    "postponed": _of_session("_ask_postponed"),
    "side effects": _of_session("_ask_side_effects"),
    "a new session": _dialog("sessions", lambda page: page.ask_new(SessionKind.DOSING)),
    "reflection": _reflection,
    "when it was": lambda inside, seed: (_reflection(inside, seed)._ask_moment(), top_dialog(inside))[1],  # type: ignore[attr-defined]
    "support": _plan,
    "crisis lines": _dialog("support", lambda page: page.ask_lines()),
    "share": lambda inside, _seed: inside.show_page("share"),
    "settings": lambda inside, _seed: inside.show_page("settings"),
    "rename": _dialog("settings", rename),
    "rule": _dialog("settings", lambda page: button(page, "Change “").click()),
    "integrate": lambda inside, _seed: inside.show_page("integrate"),
    "own prompt": _dialog("integrate", lambda page: page._add_own()),
    "pack": _dialog("integrate", lambda page: page.show_packs()),
    "a new practice": _practice(lambda _seed: PracticeWanted()),
    "practice": _practice(lambda seed: PracticeWanted(seed.practice)),
    "check-in": _check_in,
    "later looks": _looks,
    "laying out": _lay_out,
    "journal": lambda inside, _seed: inside.show_page("journal"),
    "today": lambda inside, _seed: inside.show_page("today"),
    "trends": lambda inside, _seed: inside.show_page("trends"),
    "capture": _capture,
}


def fields_in(root: QWidget) -> dict[str, Any]:
    """Every field that can be written in, by its name and its place among those of that name."""
    found: dict[str, Any] = {}
    # What was taken out of the page is gone only once Qt has rested.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for field in root.findChildren(QWidget):
        if not isinstance(field, (QLineEdit, QTextEdit, QPlainTextEdit)) or field.isReadOnly():
            continue
        name = field.accessibleName() or field.parent().accessibleName()
        secret = isinstance(field, SearchField) or isinstance(field.parent(), PassphraseField)
        if not secret and not any(name.startswith(one) for one in PASSING):
            found[f"{name} {sum(known.startswith(name) for known in found)}"] = field
    return found


def words_of(field: Any) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[no-any-return]


def words_for(field: Any, number: int, mark: str) -> str:
    """What to write: something that the field understands and that stands nowhere else."""
    around = field.parent()
    number += ord(mark)
    if isinstance(around, DateField):
        return f"{date(2020, 1, 1) + timedelta(days=number):%-d %b %Y}"
    if isinstance(around, TimeField):
        return f"07:{number % 60:02}"
    if isinstance(field, NumberField):
        return str(number % 23 + 1)
    if isinstance(around, QAbstractSpinBox):
        return "6 h 30 min" if mark == "t" else "8 h 30 min"
    # Qt itself takes what a reader puts into its richest field for markup, where it looks like that.
    rich = isinstance(field, QTextEdit) and mark == "p"
    return f"{mark}{number}x" if rich else f"<b>{mark}{number}</b>"


def typed(field: Any, words: str) -> None:
    """As keys, all in one: each alone would let Qt paint everything anew."""
    field.selectAll()
    keys = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, words)
    QApplication.sendEvent(field, keys)


def put_in(field: Any, words: str) -> None:
    """As a screen reader or a voice does it; of a number with steps it knows the number alone."""
    if isinstance(field.parent(), QAbstractSpinBox):
        stepped = QAccessible.queryAccessibleInterface(field.parent())
        assert stepped is not None
        stepped.valueInterface().setCurrentValue(8.5)
        return
    interface = QAccessible.queryAccessibleInterface(field)
    assert interface is not None
    interface.setText(QAccessible.Text.Value, words)


def pauses_pass(window: QWidget) -> None:
    """Two seconds go by in which nothing is typed."""
    for timer in window.findChildren(QTimer):
        if timer.isActive() and timer.isSingleShot() and timer.interval() <= 2_000:
            timer.timeout.emit()
            timer.stop()


def all_words(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text() or widget.accessibleName()
        elif isinstance(widget, (QLineEdit, QPlainTextEdit)):
            yield words_of(widget)


def opened(place: Place) -> Inside:
    """Open the window anew; one that was killed hears nothing any more."""
    place.journal._book._listeners.clear()
    inside = Inside(place)
    inside.resize(1280, 800)
    inside.show_page("today")
    inside.show()
    return inside


def written_everywhere(inside: Inside, seed: Seed, way: Way, after: Callable[[Inside], None]) -> Written:
    """Write in every field of every place, and let what `after` does happen to each place at once."""
    written: Written = {}
    for where, show in PLACES.items():
        for name, field in fields_in(show(inside, seed)).items():
            if f"{where}: {name}" not in SAME:
                words = words_for(field, len(written), "t" if way is typed else "p")
                way(field, words)
                written[where, name] = words
        after(inside)
    return written


def killed(inside: Inside) -> None:
    """Two seconds after the last key; a program that is killed closes nothing."""
    pauses_pass(inside)
    if (dialog := dialog_or_none(inside)) is not None:
        dialog.hide()
        dialog.setParent(None)
        dialog.deleteLater()


def lost_in(inside: Inside, seed: Seed, written: Written) -> list[str]:
    """What was written and does not stand where it was."""
    lost = []
    for where, show in PLACES.items():
        root = show(inside, seed)
        for widget in root.findChildren(QWidget):
            shown_as_markup = isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText
            assert not (shown_as_markup and "<b>" in widget.text()), where
            assert "<b>" not in widget.toolTip(), where
        there = fields_in(root)
        text = "\n".join(all_words(root))
        for (at, name), words in written.items():
            stands = name in there and words in words_of(there[name])
            if at == where and not stands and words not in text:
                lost.append(f"{where}: {name}: {words}")
        if (dialog := dialog_or_none(inside)) is not None:
            dialog.close_dialog()
    return lost


def test_every_word_is_there_again(app: QApplication, place: Place, seed: Seed) -> None:
    """Typed, and killed two seconds after the last key; then put in by a reader, and locked at once."""
    written = written_everywhere(opened(place), seed, typed, killed)
    again = opened(place)
    assert not (lost := lost_in(again, seed, written)), "\n".join(lost)
    written = written_everywhere(again, seed, put_in, Inside.leave)
    assert not (lost := lost_in(opened(place), seed, written)), "\n".join(lost)


def dialog_or_none(inside: Any) -> Any:
    from kapjournal.ui.shared.dialog import Dialog

    shown = [d for d in inside.window().findChildren(Dialog) if not d.isHidden()]
    return shown[-1] if shown else None
