"""Keys and erasing in Settings: what each does, what it asks first, and what opens the journal afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kapjournal.clock import FixedClock
from kapjournal.errors import WrongPassphraseError
from kapjournal.journal import Journal, KdfCost, is_journal
from kapjournal.storage import keychain
from kapjournal.ui.settings.erase_section import EraseJournalDialog, EraseSection, erase_word
from kapjournal.ui.settings.key_dialogs import RehearseCodeDialog
from kapjournal.ui.settings.keychain_row import UseKeychainDialog
from kapjournal.ui.settings.new_key_dialog import NewKeyDialog
from kapjournal.ui.settings.security_section import SecuritySection, code_words
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.code_card import CodeCard
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import JournalReplaced
from tests.ui.settings.test_backups_section import idle

NEW = "a brighter harbour"


@pytest.fixture
def section(place: Place) -> Iterator[SecuritySection]:
    made = SecuritySection(place)
    made.resize(700, 700)
    yield made
    place.worker.close()
    made.deleteLater()


def test_every_row_says_what_it_does_not_protect(section: SecuritySection) -> None:
    assert "Whoever has it opens it too" in section.code.description.text()


def test_the_code_is_asked_for_again_after_a_month() -> None:
    assert "A month has passed" in code_words("2026-09-23", date(2026, 10, 23))
    assert "At hand on 1 October" in code_words("2026-10-01", date(2026, 10, 23))


def _rehearse(section: SecuritySection, place: Place, code: str) -> RehearseCodeDialog:
    section.rehearse.click()
    dialog = next(d for d in section.window().findChildren(RehearseCodeDialog) if d.isVisibleTo(section))
    dialog._code.edit.setText(code)
    dialog._go_on.click()
    idle(place)
    return dialog


def test_the_code_from_paper_is_tried(section: SecuritySection, place: Place, passphrase: str) -> None:
    code = place.journal.keys.renew_recovery_code(passphrase)
    typo = _rehearse(section, place, code.replace(code[0], "0" if code[0] != "0" else "1", 1))
    assert "A character of the recovery code" in typo._line.text()
    typo.close_dialog()
    assert place.settings.current.code_at_hand == ""
    _rehearse(section, place, code)
    assert place.settings.current.code_at_hand == "2026-10-23"


def test_a_code_of_another_journal_does_not_fit(
    section: SecuritySection, place: Place, passphrase: str
) -> None:
    old = place.journal.keys.renew_recovery_code(passphrase)
    place.journal.keys.renew_recovery_code(passphrase)
    dialog = _rehearse(section, place, old)
    assert "not the one of this journal" in dialog._line.text()


def test_a_new_key_shuts_out_the_old_passphrase(
    section: SecuritySection, place: Place, passphrase: str, clock: FixedClock
) -> None:
    place.journal.backups.make()
    dialog = NewKeyDialog(place, section)
    dialog.made.connect(section._code_at_hand)
    dialog.erase_older_requested.connect(section._erase_older)
    dialog.open()
    for field, words in ((dialog._old, passphrase), (dialog._new, NEW), (dialog._again, NEW)):
        field.edit.setText(words)
    dialog._go_on.click()
    idle(place)
    assert dialog.findChild(CodeCard) is not None, dialog._line.text()
    assert any(backup.other_key for backup in place.journal.backups.all())
    dialog._leave.click()
    idle(place)
    assert not any(backup.other_key for backup in place.journal.backups.all())
    folder = place.journal.folder
    place.journal.close()
    with pytest.raises(WrongPassphraseError):
        Journal.unlock(folder, passphrase, clock)
    Journal.unlock(folder, NEW, clock).close()


def test_a_wrong_passphrase_changes_nothing(section: SecuritySection, place: Place) -> None:
    dialog = NewKeyDialog(place, section)
    eyes = [b for b in dialog.findChildren(IconButton) if b.isCheckable()]
    assert [eye.accessibleName() for eye in eyes] == [
        "Show: Passphrase as it is", "Show: New passphrase", "Show: New passphrase, once more",
    ]  # fmt: skip
    eyes[1].click()
    assert eyes[1].accessibleName() == "Hide: New passphrase"
    eyes[1].click()
    dialog.open()
    for field, words in ((dialog._old, "not this"), (dialog._new, NEW), (dialog._again, NEW)):
        field.edit.setText(words)
    dialog._go_on.click()
    idle(place)
    assert dialog._line.text() == "That did not open it. Take your time."


def _keychain(monkeypatch: pytest.MonkeyPatch, *, there: bool) -> dict[str, bytes]:
    held: dict[str, bytes] = {}
    monkeypatch.setattr(keychain, "is_there", lambda: there)
    monkeypatch.setattr(keychain, "keep", held.__setitem__)
    monkeypatch.setattr(keychain, "forget", lambda journal_id: held.pop(journal_id, None))
    return held


def test_the_keychain_is_off_until_the_passphrase_is_given_and_can_be_taken_back(
    section: SecuritySection, place: Place, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = _keychain(monkeypatch, there=True)
    row = section.keychain
    row.reload()
    idle(place)
    assert row.switch.isEnabled()
    assert not row.switch.isChecked()
    assert "Whoever is logged in here could then open the journal" in row.description.text()
    row.switch.click()
    (dialog,) = section.window().findChildren(UseKeychainDialog)
    dialog.close_dialog()
    idle(place)
    assert not row.switch.isChecked(), "left without the passphrase, nothing is changed"
    row.switch.click()
    dialog = next(d for d in section.window().findChildren(UseKeychainDialog) if d.isVisibleTo(section))
    dialog._secret.edit.setText("not this one")
    dialog._go_on.click()
    idle(place)
    assert dialog._line.text() == "That did not open it. Take your time."
    dialog._secret.edit.setText(passphrase)
    dialog._go_on.click()
    idle(place)
    assert row.switch.isChecked()
    assert place.journal.keys.opens_by_keychain
    assert len(held) == 1
    row.switch.click()
    idle(place)
    assert not place.journal.keys.opens_by_keychain
    assert held == {}


def test_without_a_keychain_the_row_says_so(
    section: SecuritySection, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keychain(monkeypatch, there=False)
    section.reload()
    idle(place)
    assert not section.keychain.switch.isEnabled()
    assert "no keychain on this computer" in section.keychain.description.text()


def test_erasing_asks_twice(app: object, place: Place) -> None:
    section = EraseSection(place)
    heard: list[object] = []
    section.requested.connect(heard.append)
    section.begin.click()
    (dialog,) = section.window().findChildren(EraseJournalDialog)
    dialog._go_on.click()
    assert dialog._field.isVisibleTo(dialog)
    dialog._go_on.click()
    assert "Nothing was erased" in dialog._line.text()
    assert is_journal(place.journal.folder)
    place.settings.change(
        locked_name="My sister",
        locked_phone="07700 900 112",
        lines_own=("GB:Night:1",),
        lines_order=("GB:Night:1", "GB:Samaritans:116123"),
        lines_hidden=("GB:Night:1", "GB:Shout:85258"),
        text_scale=1.2,
    )
    dialog.word.setText(erase_word())
    dialog._go_on.click()
    idle(place)
    assert heard == [JournalReplaced()]
    assert not is_journal(place.journal.folder)
    place.worker.close()
    assert "sister" not in place.settings._path.read_text("utf-8")
    kept = place.settings.current
    assert (kept.locked_phone, kept.lines_own, kept.text_scale) == ("", (), 1.2)
    assert "Night" not in place.settings._path.read_text("utf-8"), (
        "a line of one's own goes from the order too"
    )
    assert (kept.lines_order, kept.lines_hidden) == (("GB:Samaritans:116123",), ("GB:Shout:85258",))


def test_leaving_erases_nothing(app: object, place: Place, cost: KdfCost) -> None:
    section = EraseSection(place)
    section.ask()
    (dialog,) = section.window().findChildren(EraseJournalDialog)
    dialog._go_on.click()
    dialog._leave.click()
    assert is_journal(place.journal.folder)
