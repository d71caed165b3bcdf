"""A field that takes no more says so; what is longer than it holds never disappears in silence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from kapjournal.ui.reflection.growing_text import GrowingText
from kapjournal.ui.shared import full_field
from kapjournal.ui.shared.fields import TextArea, TextField
from kapjournal.words import language


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    language.use("en_GB")
    told: list[str] = []
    monkeypatch.setattr(full_field, "_say", lambda _field, words: told.append(words))
    return told


def test_a_name_that_is_too_long_is_said_to_be(app: QApplication, said: list[str]) -> None:
    name = TextField()
    name.setMaxLength(10)
    name.insert("a short on")
    assert said == []
    name.insert("e")
    assert said == ["Only 10 letters fit here. What came after them was not put in."]


def test_a_stored_text_is_shown_whole_however_long(app: QApplication, said: list[str]) -> None:
    assert len(TextField("a" * 40_000).text()) == 40_000
    assert said == []


@pytest.mark.parametrize("make", [lambda: TextArea("before"), lambda: GrowingText("Text", "")])
def test_a_library_that_is_pasted_stays_outside_and_is_said_to(
    app: QApplication, said: list[str], make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(full_field, "MOST_LETTERS", 50)
    field = make()  # type: ignore[operator]
    before = field.toPlainText()
    pasted = QMimeData()
    pasted.setText("the long way round by the canal " * 2)
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == before
    assert said[0].startswith("More than 50 letters do not fit here.")
    pasted.setText("the canal")
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == before + "the canal" or field.toPlainText() == "the canal" + before
