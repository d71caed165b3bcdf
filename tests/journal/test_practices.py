"""Practices and their days, questions of one's own and packs: kept, changed, undone, removed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kapjournal.domain.practice import Practice, PracticeDay, PracticeKind, PracticeState, Rhythm, Spell
from kapjournal.domain.prompt import OwnPrompt, PromptPack
from kapjournal.journal import Journal

TODAY = date(2026, 10, 20)


def outside(journal: Journal) -> Practice:
    return journal.practices.keep(
        Practice(
            name="Ten minutes outside",
            kind=PracticeKind.NATURE,
            rhythm=Rhythm.DAILY,
            spells=(Spell(TODAY),),
            question="What would be small enough?",
        )
    )


def test_a_practice_is_kept_whole(journal: Journal) -> None:
    practice = outside(journal)
    assert journal.practices.get(practice.id) == practice
    assert journal.practices.all() == (practice,)


def test_a_tick_is_one_step_and_goes_away_again(journal: Journal) -> None:
    practice = outside(journal)
    journal.practices.tick(practice.id, TODAY, kept=True)
    assert journal.practices.kept_days() == {practice.id: frozenset({TODAY})}
    assert journal.undo() is not None
    assert journal.practices.kept_days() == {}
    assert journal.redo() is not None
    journal.practices.tick(practice.id, TODAY, kept=False)
    assert journal.practices.kept_days() == {}
    assert journal.undo_step(journal.step())
    assert journal.practices.kept_days(TODAY, TODAY) == {practice.id: frozenset({TODAY})}


def test_what_was_noted_of_a_day_outlives_its_tick(journal: Journal) -> None:
    practice = outside(journal)
    journal.practices.note(PracticeDay(practice_id=practice.id, day=TODAY, minutes=12, helped=3, note="rain"))
    journal.practices.tick(practice.id, TODAY, kept=False)
    noted = journal.practices.day(practice.id, TODAY)
    assert noted is not None
    assert (noted.kept, noted.minutes, noted.helped, noted.note) == (False, 12, 3, "rain")
    assert len(journal.practices.days()) == 1


def test_paused_ended_and_revived(journal: Journal) -> None:
    practice = outside(journal)
    later = TODAY + timedelta(days=5)
    assert journal.practices.pause(practice.id, later).state is PracticeState.PAUSED
    ended = journal.practices.end(practice.id, later + timedelta(days=1))
    assert ended.state is PracticeState.ENDED
    back = journal.practices.revive(practice.id, later + timedelta(days=9))
    assert back.state is PracticeState.IN_PRACTICE
    assert back.spells == (Spell(TODAY, later - timedelta(days=1)), Spell(later + timedelta(days=9)))
    assert journal.undo() is not None
    assert journal.practices.get(practice.id) == ended


def test_adding_a_practice_is_not_undone_under_its_ticks(journal: Journal) -> None:
    practice = outside(journal)
    step = journal.step()
    journal.practices.tick(practice.id, TODAY, kept=True)
    assert not journal.undo_step(step)
    assert journal.practices.all() == (practice,)


def test_a_pack_comes_and_goes_whole(journal: Journal) -> None:
    own = journal.own_prompts.keep(OwnPrompt(text="What do I want to keep?"))
    pack = journal.own_prompts.add_pack(
        PromptPack(name="From Dr. O.", added=TODAY),
        [
            OwnPrompt(text="What was kind today?", skip_when=("distress",)),
            OwnPrompt(text="Whom did you see?"),
        ],
    )
    texts = ["What do I want to keep?", "What was kind today?", "Whom did you see?"]
    assert [p.text for p in journal.own_prompts.all()] == texts
    assert [p.pack_id for p in journal.own_prompts.all()] == [None, pack.id, pack.id]
    journal.own_prompts.remove_pack(pack.id)
    assert journal.own_prompts.all() == (own,)
    assert journal.own_prompts.packs() == ()
    assert journal.undo() is not None
    assert [p.text for p in journal.own_prompts.all()] == texts
    assert journal.own_prompts.packs() == (pack,)
    assert journal.redo() is not None
    assert journal.own_prompts.all() == (own,)


def test_a_question_of_ones_own_is_removed_and_put_back(journal: Journal) -> None:
    own = journal.own_prompts.keep(OwnPrompt(text="What do I want to keep?"))
    journal.own_prompts.remove(own.id)
    assert journal.own_prompts.all() == ()
    assert journal.undo() is not None
    assert journal.own_prompts.all() == (own,)
    with pytest.raises(KeyError):
        journal.own_prompts.remove(own.id + 1)
