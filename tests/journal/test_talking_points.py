"""What was starred while writing stands under what to talk about, and each star has a way back."""

from __future__ import annotations

from dataclasses import replace

from kapjournal.domain.share import SummaryChoice
from kapjournal.journal import Journal


def points(journal: Journal) -> tuple[str, ...]:
    return journal.shares.talking_points().texts


def test_a_star_is_taken_back_by_undo_and_leaves_the_ticks_as_they_are(journal: Journal) -> None:
    assert journal.shares.star("The  door\nwas open")
    journal.shares.keep_choice(replace(journal.shares.choice(), struck=("glance:mood",)))
    assert points(journal) == ("The door was open",)
    journal.undo()
    assert points(journal) == ()
    assert journal.shares.choice().struck == ("glance:mood",)
    journal.redo()
    assert points(journal) == ("The door was open",)


def test_three_have_room_and_no_other(journal: Journal) -> None:
    assert [journal.shares.star(words) for words in ("a", "b", "b", "c", "d")] == [
        True, True, False, True, False,
    ]  # fmt: skip
    assert points(journal) == ("a", "b", "c")
    assert journal.shares.unstar("b")
    assert not journal.shares.unstar("b")
    assert journal.shares.star("d")
    assert points(journal) == ("a", "c", "d")


def test_what_is_typed_in_the_builder_has_a_way_back_too(journal: Journal) -> None:
    journal.shares.keep_choice(SummaryChoice(talking_points=("typed",)), "share")
    journal.shares.keep_choice(SummaryChoice(talking_points=("typed", "more")), "share")
    journal.undo()
    assert points(journal) == ()  # one sitting is one step
    journal.redo()
    step = journal.step()
    journal.shares.keep_choice(replace(journal.shares.choice(), struck=("x",)), "share")
    assert journal.step() == step
