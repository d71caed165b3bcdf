from __future__ import annotations

from kapjournal.domain.changes import Doing, StepFacts
from kapjournal.domain.kinds import Kind
from kapjournal.words import language
from kapjournal.words.steps import redo_name, step_words, taken_back, undo_name


def test_a_step_is_named_by_what_it_did() -> None:
    language.use("en_GB")
    trashed = StepFacts(Doing.TRASHED, Kind.REFLECTION, 1)
    assert undo_name(trashed) == "Undo: reflection moved to the trash"
    assert redo_name(trashed) == "Do again: reflection moved to the trash"
    assert taken_back(StepFacts(Doing.ADDED, Kind.CHECK_IN, 1)) == "Taken back: check-in added"


def test_a_step_of_many_is_counted() -> None:
    language.use("en_GB")
    assert step_words(StepFacts(Doing.ADDED, Kind.CHECK_IN, 412)) == "412 records added"
    assert step_words(StepFacts(Doing.CHANGED, Kind.COURSE, 1, mixed=True)) == "1 record changed"
