"""What was starred while writing stands under what to talk about, and each star has a way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.changes import Changes
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
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
    assert journal.shares.star("The grief came back.", entry_id=kept.id)
    assert journal.shares.star("sister", entry_id=kept.id)
    journal.shares.keep_choice(
        SummaryChoice(talking_points=("The grief came back.", "sister", "Then I slept."))
    )
    journal.reflections.keep(replace(kept, text="Written anew"))
    shown = replace(journal.shares.choice(), talking_sources=())  # a page knows the words alone
    summary = journal.summaries.gather(shown, now)
    share = journal.summaries.record(summary, ShareForm.TEXT.value, b"")
    heard: list[Changes] = []
    journal.listen(heard.append)
    journal.timeline.erase([kept.id])
    assert points(journal) == ("Then I slept.",)  # typed by the person, whatever the entry said
    assert (Kind.TALKING_POINTS, 1) in heard[0].touched
    again = journal.summaries.again(journal.shares.all()[0])
    assert again.choice.talking_points == ("", "", "Then I slept.")
    assert again.erased == 2
    assert journal.shares.all()[0].sha256 == share.sha256
    for _step in range(6):
        journal.undo()
        assert not {"The grief came back.", "sister"} & set(points(journal))
    with journal._book.reading() as tx:
        rows = tx.exec_driver_sql("SELECT before, after FROM version").all()
        told = tx.exec_driver_sql("SELECT choice FROM share").all()
    assert not any("grief" in str(row) or "sister" in str(row) for row in (*rows, *told))


def test_a_star_that_was_taken_back_and_done_again_still_goes_with_its_entry(
    journal: Journal, clock: FixedClock
) -> None:
    kept = journal.reflections.keep(Reflection(moment=moment_at(clock.now()), text="Grief"))
    journal.shares.star("Grief", entry_id=kept.id)
    journal.undo()
    journal.redo()
    journal.shares.keep_choice(replace(journal.shares.choice(), struck=("x",)))
    journal.timeline.erase([kept.id])
    assert points(journal) == ()


@pytest.mark.parametrize(
    ("changed", "stays"),
    [
        ("The grief came back, and why", False),
        ("came back.", False),
        ("How to plan the winter", True),
    ],
)
def test_a_starred_line_that_was_changed_goes_while_its_words_are_the_entrys(
    journal: Journal, clock: FixedClock, changed: str, stays: bool
) -> None:
    kept = journal.reflections.keep(Reflection(moment=moment_at(clock.now()), text="The grief came back."))
    journal.shares.star("The grief came back.", entry_id=kept.id)
    journal.shares.keep_choice(SummaryChoice(talking_points=(changed,)))
    journal.timeline.erase([kept.id])
    assert points(journal) == ((changed,) if stays else ())


def test_lines_that_an_earlier_version_kept_are_known_by_their_words(
    journal: Journal, clock: FixedClock
) -> None:
    kept = journal.reflections.keep(
        Reflection(moment=moment_at(clock.now()), text="The grief came back.\nTelling my sister")
    )
    journal.shares.star("The grief came back.")
    journal.shares.star("sister")
    journal.timeline.erase([kept.id])
    assert points(journal) == ("sister",)  # a word or two of one's own may stand anywhere


def test_the_words_of_each_kind_of_entry_are_known(journal: Journal, clock: FixedClock) -> None:
    moment, words = moment_at(clock.now()), "Three words here"
    session = KapSession(moment=moment, kind=SessionKind.INTEGRATION)
    fields = ("topics", "intention", "notes", "what_landed", "agreed_step")
    kept = [
        journal.reflections.keep(Reflection(moment=moment, title=words)),
        journal.check_ins.keep(CheckIn(moment=moment, note=words)),
        journal.fragments.keep(Fragment(moment=moment, kind=FragmentKind.WORD, text=words)),
        journal.events.keep(Event(moment=moment, kind=EventKind.OTHER, text=words)),
        *(journal.kap_sessions.keep(replace(session, **{name: words})) for name in fields),
    ]
    for entry in kept:
        journal.shares.star(words)
        journal.timeline.erase([entry.id])
        assert points(journal) == (), entry


def test_what_was_starred_elsewhere_stays(journal: Journal, clock: FixedClock) -> None:
    gone, other = (
        journal.reflections.keep(Reflection(moment=moment_at(clock.now()), text="The grief came back."))
        for _n in range(2)
    )
    assert journal.shares.star("The grief came back.", entry_id=other.id)
    journal.timeline.erase([gone.id])
    assert points(journal) == ("The grief came back.",)
