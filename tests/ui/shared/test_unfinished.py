"""What is half given waits, is said to wait, and is let go only when it is kept or left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kapjournal.journal import Journal
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import TextField, field
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.unfinished import Input
from kapjournal.ui.window_inside import Inside, _fill_again


class _Asks(Dialog):
    given = Signal(str)

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__("A question", parent)
        self.words = TextField("as it was")
        self.body.addWidget(field("Words", self.words))
        keep = Button("Keep", "primary")
        keep.clicked.connect(lambda: self.give(self.given, self.words.text()))
        self.foot.addWidget(keep)
        self.wait_in(place.journal.drafts, "question", place.clock.now())
        self.open()

    def inputs(self) -> dict[str, Input]:
        return {"words": self.words}


@pytest.fixture
def window(place: Place) -> QWidget:
    made = QWidget()
    made.resize(900, 700)
    return made


def _press(dialog: QWidget, name: str) -> None:
    next(b for b in dialog.findChildren(QAbstractButton) if b.accessibleName() == name).click()


def _said(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if not label.isHidden())


def test_words_wait_through_esc_and_are_offered_with_the_way_to_begin_anew(
    window: QWidget, place: Place
) -> None:
    first = _Asks(place, window)
    first.words.insert(" and mo")
    first.close_dialog()
    again = _Asks(place, window)
    assert again.words.text() == "as it was and mo"
    assert "As you left it: today, 09:42" in _said(again)
    _press(again, "Begin anew")
    assert again.words.text() == "as it was"
    again.close_dialog()
    assert "As you left it" not in _said(_Asks(place, window))


def test_what_is_kept_or_left_waits_no_more(window: QWidget, place: Place) -> None:
    for end in (lambda dialog: _press(dialog, "Keep"), _Asks.leave_it):
        dialog = _Asks(place, window)
        dialog.words.insert(" and more")
        end(dialog)
        assert place.journal.drafts.held("question") is None


def test_what_the_journal_refuses_goes_on_waiting(window: QWidget, place: Place, journal: Journal) -> None:
    dialog = _Asks(place, window)
    dialog.words.insert(" and more")

    def refuse(_words: str) -> None:
        journal._book.database.refused += 1

    dialog.given.connect(refuse)
    _press(dialog, "Keep")
    held = journal.drafts.held("question")
    assert held is not None
    assert held.fields == {"words": "as it was and more"}


def test_a_page_that_is_filled_again_takes_first_what_is_being_typed(place: Place) -> None:
    inside = Inside(place)
    page = inside.show_page("share")
    inside.show()
    name = page.builder.name  # type: ignore[union-attr]
    name.setFocus()
    name.insert("Jo")

    _fill_again(page)  # type: ignore[arg-type]
    assert name.text() == place.journal.person.get().name == "Jo"
