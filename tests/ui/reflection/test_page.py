from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.errors import DiskFullError
from kapjournal.journal import Journal
from kapjournal.ui.reflection.guide import guide_parts
from kapjournal.ui.reflection.page import ReflectionPage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import BackWanted, OnlyPageWanted, ReflectionWanted, Said, VersionsWanted
from tests.ui.settings.test_backups_section import idle
from tests.ui.waiting import wait_until

ASKED = AskedPrompt("p-1", "Where do you feel it first?", "body", "days_2_3")


@pytest.fixture
def page(place: Place) -> Iterator[ReflectionPage]:
    made = ReflectionPage(place)
    made.resize(1072, 800)
    made.show()
    made.open_for(ReflectionWanted())
    yield made
    made.draft = None
    made.deleteLater()


def wishes(page: ReflectionPage) -> list[object]:
    heard: list[object] = []
    page.requested.connect(heard.append)
    return heard


def type_text(page: ReflectionPage, words: str) -> None:
    cursor = page.column.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    page.column.text.setTextCursor(cursor)
    page.column.text.insertPlainText(words)


def stored(journal: Journal) -> list[Reflection]:
    found = [journal.timeline.entry(item.id) for item in journal.timeline.page(TimelineFilter()).items]
    return [entry for entry in found if isinstance(entry, Reflection)]


def test_nothing_is_stored_before_the_first_word(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "  \n")
    page.leave()
    assert stored(journal) == []


def test_the_first_word_is_stored_at_once(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "W")
    assert [reflection.text for reflection in stored(journal)] == ["W"]
    assert stored(journal)[0].left_open


def test_a_pause_of_less_than_two_seconds_is_kept(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "Water")
    type_text(page, " came in slowly")
    assert page.autosave.pause.isActive()
    assert page.autosave.pause.interval() <= 2_000
    assert stored(journal)[0].text == "Water"
    page.autosave.pause.timeout.emit()
    assert stored(journal)[0].text == "Water came in slowly"
    assert not page.autosave.is_waiting
    assert page.tools.kept.words.text() == "Kept, 09:42"


def test_someone_who_never_pauses_is_kept_now_and_then(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "Water")
    type_text(page, " came")
    running = page.autosave.longest.timerId()
    type_text(page, " in")
    assert page.autosave.longest.isActive()
    assert page.autosave.longest.timerId() == running
    page.autosave.longest.timeout.emit()
    assert stored(journal)[0].text == "Water came in"


def test_leaving_keeps_and_leaves_open(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "Water")
    type_text(page, " came")
    page.leave()
    assert [(r.text, r.left_open) for r in stored(journal)] == [("Water came", True)]
    assert journal.reflections.left_open() == tuple(stored(journal))


def test_losing_the_keyboard_keeps(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "Water")
    type_text(page, " came")
    page.column.text.left.emit()
    assert stored(journal)[0].text == "Water came"


def test_going_out_of_sight_keeps(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "Water")
    type_text(page, " came")
    page.hide()
    assert stored(journal)[0].text == "Water came"


def test_done_says_that_it_is_no_longer_open(page: ReflectionPage, journal: Journal) -> None:
    heard = wishes(page)
    type_text(page, "Water")
    page.tools.back.click()
    assert not stored(journal)[0].left_open
    assert heard == [BackWanted()]


def test_reading_a_finished_one_changes_nothing(page: ReflectionPage, journal: Journal) -> None:
    kept = journal.reflections.keep(Reflection(moment=moment_at(page.place.clock.now()), text="Water"))
    page.open_for(ReflectionWanted(reflection_id=kept.id))
    page.tools.back.click()
    assert journal.reflections.get(kept.id) == kept
    assert journal.reflections.versions(kept.id) == ()


def test_writing_on_opens_it_again(page: ReflectionPage, journal: Journal) -> None:
    kept = journal.reflections.keep(Reflection(moment=moment_at(page.place.clock.now()), text="Water"))
    page.open_for(ReflectionWanted(reflection_id=kept.id))
    type_text(page, " came")
    page.leave()
    assert journal.reflections.get(kept.id).left_open


def test_emptied_again_it_was_never_there(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "Water")
    page.column.text.selectAll()
    page.column.text.textCursor().removeSelectedText()
    page.tools.back.click()
    assert stored(journal) == []
    assert journal.timeline.page(TimelineFilter(trashed=True)).items == ()


def test_an_older_one_that_is_emptied_stays_with_its_versions(page: ReflectionPage, journal: Journal) -> None:
    kept = journal.reflections.keep(Reflection(moment=moment_at(page.place.clock.now()), text="Water"))
    page.open_for(ReflectionWanted(reflection_id=kept.id))
    page.column.text.selectAll()
    page.column.text.textCursor().removeSelectedText()
    page.leave()
    assert journal.reflections.get(kept.id).text == ""
    assert [version.text for version in journal.reflections.versions(kept.id)] == ["Water"]


def test_a_kill_leaves_what_the_last_pause_kept(
    page: ReflectionPage, journal: Journal, passphrase: str
) -> None:
    type_text(page, "Water")
    type_text(page, " came in slowly")
    page.autosave.pause.timeout.emit()
    type_text(page, ", and nobody minded")
    page.draft = None
    journal.close()  # the page never had a chance to keep
    again = Journal.unlock(journal.folder, passphrase, page.place.clock)
    try:
        assert [r.text for r in again.reflections.left_open()] == ["Water came in slowly"]
    finally:
        again.close()


def test_a_full_disk_is_said_and_tried_again(
    page: ReflectionPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_text(page, "Water")
    real = journal.reflections.keep

    def full(reflection: Reflection, by: str = "") -> Reflection:
        raise DiskFullError

    monkeypatch.setattr(journal.reflections, "keep", full)
    type_text(page, " came")
    page.autosave.pause.timeout.emit()
    assert page.tools.kept.words.text().startswith("Not kept yet.")
    assert page.autosave.is_waiting
    monkeypatch.setattr(journal.reflections, "keep", real)
    page.autosave.pause.timeout.emit()
    assert stored(journal)[0].text == "Water came"
    assert page.tools.kept.words.text() == "Kept, 09:42"


def test_the_title_goes_on_to_the_text(page: ReflectionPage, journal: Journal) -> None:
    page.column.title.setFocus()
    QTest.keyClicks(page.column.title, "The lake")
    QTest.keyClick(page.column.title, Qt.Key.Key_Return)
    assert page.column.title.words() == "The lake"
    page.leave()
    assert stored(journal)[0].title == "The lake"


def test_enter_goes_on_with_a_list(page: ReflectionPage) -> None:
    text = page.column.text
    QTest.keyClicks(text, "- one")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "two")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "after")
    assert text.words() == "- one\n- two\nafter"


def test_only_words_are_pasted(page: ReflectionPage) -> None:
    heard = wishes(page)
    looks = QMimeData()
    looks.setHtml("<h1>Water</h1><img src='file:///etc/hostname'>")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    page.column.text.insertFromMimeData(looks)
    page.column.text.insertFromMimeData(files)
    idle(page.place)
    assert page.column.text.words() == "Water"
    assert heard == [Said("That is no picture that can be kept here. PNG, JPEG and WebP can.")]


def test_the_guide_adds_a_heading_and_moves_there_later(page: ReflectionPage) -> None:
    _, felt, body, _, _ = guide_parts()
    type_text(page, "Rooms.")
    page.choose_part(felt)
    assert page.column.text.words() == "Rooms.\n\n## What I felt\n"
    assert page.guide.entries[1].state.is_here
    type_text(page, "Relief")
    page.choose_part(body)
    page.choose_part(felt)
    assert page.column.text.words().count("## What I felt") == 1
    assert page.column.text.words()[: page.column.text.caret()].endswith("Relief")
    assert [entry.state.opening for entry in page.guide.entries[:3]] == ["Rooms.", "Relief", ""]


def test_an_unfinished_answer_is_gone_on_with(page: ReflectionPage, journal: Journal) -> None:
    page.open_for(ReflectionWanted(prompt=ASKED))
    assert page.column.question.text() == ASKED.question
    type_text(page, "In the chest")
    page.open_for(ReflectionWanted())
    page.open_for(ReflectionWanted(prompt=ASKED))
    assert page.column.text.words() == "In the chest"
    assert [answer.asked for answer in journal.prompts.answers()] == [ASKED]


def test_session_time_tags_and_sharing_are_kept(page: ReflectionPage, journal: Journal) -> None:
    now = page.place.clock.now()
    session = journal.kap_sessions.keep(
        KapSession(moment=moment_at(now), kind=SessionKind.DOSING, status=SessionStatus.HELD)
    )
    page.open_for(ReflectionWanted(kap_session_id=session.id))
    type_text(page, "Water")
    assert page.column.session.words == "Session 1, 23 Oct"
    moment = moment_at(now - timedelta(hours=12))
    page.choose_moment(moment)
    page.guide.tags.add(" #water ")
    page.guide.tags.add("Water")
    page.mark_to_share(True)
    kept = stored(journal)[0]
    assert (kept.kap_session_id, kept.moment, kept.tags, kept.to_share) == (
        session.id,
        moment,
        ("water",),
        True,
    )
    page.guide.tags.remove("water")
    page.choose_session(None)
    assert (stored(journal)[0].tags, stored(journal)[0].kap_session_id) == ((), None)


def test_earlier_versions_are_a_wish(page: ReflectionPage, journal: Journal) -> None:
    heard = wishes(page)
    type_text(page, "Water")
    page.show_versions()
    assert heard == [VersionsWanted(stored(journal)[0].id)]


def test_what_it_grew_from_is_shown(page: ReflectionPage, journal: Journal) -> None:
    now = moment_at(page.place.clock.now())
    fragment = journal.fragments.keep(Fragment(moment=now, kind=FragmentKind.WORD, text="enough"))
    kept = journal.reflections.keep(Reflection(moment=now, text="Water", fragment_ids=(fragment.id,)))
    page.open_for(ReflectionWanted(reflection_id=kept.id))
    assert page.guide._grown.count() == 1


def test_the_trash_has_a_way_back(page: ReflectionPage, journal: Journal) -> None:
    heard = wishes(page)
    type_text(page, "Water")
    page.move_to_trash()
    assert stored(journal) == []
    said = heard[-1]
    assert heard[0] == BackWanted()
    assert isinstance(said, Said)
    assert said.undo is not None
    said.undo()
    assert [reflection.text for reflection in stored(journal)] == ["Water"]


def test_what_another_page_changed_is_taken_over(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "Water")
    journal.timeline.mark_to_share(stored(journal)[0].id, True)
    page.reload()
    type_text(page, " came")
    page.leave()
    assert (stored(journal)[0].text, stored(journal)[0].to_share) == ("Water came", True)


def test_one_that_is_gone_leads_back(page: ReflectionPage, journal: Journal) -> None:
    heard = wishes(page)
    type_text(page, "Water")
    journal.undo()
    page.reload()
    assert heard == [BackWanted()]


def test_only_the_page_until_escape(page: ReflectionPage) -> None:
    heard = wishes(page)
    page.tools.focus_mode.click()
    assert page.guide.isHidden()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert heard == [OnlyPageWanted(True), OnlyPageWanted(False)]
    assert not page.guide.isHidden()


def test_every_control_has_a_name(page: ReflectionPage) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit

    page.guide.tags.add("water")
    for kind in (QAbstractButton, QLineEdit, QTextEdit):
        for widget in page.findChildren(kind):
            assert widget.accessibleName(), widget


def test_the_caret_and_the_undo_of_the_text_survive_a_reload(page: ReflectionPage) -> None:
    type_text(page, "Water came")
    page.column.text.move_to(5)
    page.reload()
    assert page.column.text.caret() == 5
    page.column.text.undo()
    assert page.column.text.words() == ""


def test_text_is_stored_letter_for_letter(page: ReflectionPage, journal: Journal, tmp_path: Path) -> None:
    written = "a\u00a0b 🌊 שלום é e\u0301\n\n\tend  "
    type_text(page, written)
    page.leave()
    assert stored(journal)[0].text == written
    assert page.draft is not None
    assert page.draft.is_kept


def test_a_day_of_long_ago_is_added_later(page: ReflectionPage, journal: Journal) -> None:
    type_text(page, "Water")
    page.choose_moment(moment_at(page.place.clock.now() - timedelta(days=3)))
    assert stored(journal)[0].added_later


def test_undo_step_of_creation_takes_only_this_one(page: ReflectionPage, journal: Journal) -> None:
    other = journal.reflections.keep(Reflection(moment=moment_at(page.place.clock.now()), text="stays"))
    type_text(page, "goes")
    page.column.text.selectAll()
    page.column.text.textCursor().removeSelectedText()
    page.leave()
    assert stored(journal) == [replace(other)]
    assert isinstance(other.edited, datetime)


def test_the_caret_stays_in_sight_after_a_long_paste(page: ReflectionPage, app: QApplication) -> None:
    text = page.column.text
    page.activateWindow()
    text.setFocus()
    app.processEvents()
    pasted = QMimeData()
    pasted.setText("\n".join("a line" for _ in range(120)))
    text.insertFromMimeData(pasted)

    def in_sight() -> bool:
        seen = text.viewport().mapTo(page.column.viewport(), text.cursorRect().center())
        return 0 <= seen.y() <= page.column.viewport().height()

    wait_until(in_sight)


def test_the_sentence_at_the_caret_gets_a_star_by_the_keys_and_loses_it_by_the_toast(
    page: ReflectionPage, journal: Journal
) -> None:
    heard = wishes(page)
    type_text(page, "It was **dark**. I want to ask why.")
    page.activateWindow()
    QApplication.processEvents()
    page.column.text.setFocus()
    QTest.keyClick(page.column.text, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    (written,) = journal.reflections.left_open()
    assert journal.shares.talking_points().lines() == (("I want to ask why.", written.id),)
    assert page.tools.star.isChecked()
    page.column.text.move_to(3)
    assert not page.tools.star.isChecked()
    (said,) = heard
    assert isinstance(said, Said)
    assert said.undo is not None
    said.undo()
    assert journal.shares.talking_points().texts == ()


def test_a_fourth_star_says_where_room_is_made(page: ReflectionPage, journal: Journal) -> None:
    for words in ("a", "b", "c"):
        journal.shares.star(words)
    heard = wishes(page)
    type_text(page, "And this.")
    page.tools.star.click()
    assert not page.tools.star.isChecked()
    assert len(journal.shares.talking_points().texts) == 3
    assert isinstance(heard[0], Said)
    assert "Share" in heard[0].text
