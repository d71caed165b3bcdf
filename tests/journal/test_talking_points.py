"""What was starred while writing stands under what to talk about, and each star has a way back."""

from __future__ import annotations

from dataclasses import replace

from kapjournal.clock import FixedClock
from kapjournal.domain.changes import Changes
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.share import ShareForm, SummaryChoice
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


def test_what_was_starred_goes_with_its_entry_from_everywhere(journal: Journal, clock: FixedClock) -> None:
    now = clock.now()
    kept = journal.reflections.keep(
        Reflection(moment=moment_at(now), text="The **grief** came back. Then I slept.\nTelling my sister")
    )
    assert journal.shares.star("The grief came back.")
    assert journal.shares.star("sister")
    assert journal.shares.star("came back. Then")
    journal.reflections.keep(replace(kept, text="Written anew"))
    summary = journal.summaries.gather(journal.shares.choice(), now)
    share = journal.summaries.record(summary, ShareForm.TEXT.value, b"")
    heard: list[Changes] = []
    journal.listen(heard.append)
    journal.timeline.erase([kept.id])
    assert points(journal) == ("sister",)  # a word or two of one's own may stand anywhere
    assert (Kind.TALKING_POINTS, 1) in heard[0].touched
    again = journal.summaries.again(journal.shares.all()[0])
    assert again.choice.talking_points == ("", "sister", "")
    assert again.erased == 2
    assert journal.shares.all()[0].sha256 == share.sha256
    for _step in range(6):
        journal.undo()
        assert not any("grief" in point or "came back" in point for point in points(journal))
    with journal._book.reading() as tx:
        rows = tx.exec_driver_sql("SELECT before, after FROM version").all()
        told = tx.exec_driver_sql("SELECT choice FROM share").all()
    assert not any("grief" in str(row) for row in (*rows, *told))


def test_what_was_starred_elsewhere_stays(journal: Journal, clock: FixedClock) -> None:
    gone = journal.reflections.keep(Reflection(moment=moment_at(clock.now()), text="Another thought."))
    assert journal.shares.star("The grief came back.")
    journal.timeline.erase([gone.id])
    assert points(journal) == ("The grief came back.",)
