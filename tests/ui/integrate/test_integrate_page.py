"""The Integrate page on a real journal."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.measure import DISTRESS, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.person import Person
from kapjournal.domain.practice import Practice, Spell
from kapjournal.domain.prompt import OwnPrompt, PromptMark
from kapjournal.guidance.library import Skip, library
from kapjournal.journal import Journal
from kapjournal.ui.integrate.own_prompt_dialog import OwnPromptDialog
from kapjournal.ui.integrate.pack_dialog import PackDialog
from kapjournal.ui.integrate.page import IntegratePage
from kapjournal.ui.integrate.prompt_row import PromptRow
from kapjournal.ui.integrate.question_card import QuestionCard
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.tab_order import stops
from kapjournal.ui.shared.wishes import PracticeWanted, ReflectionWanted, Said

TODAY = date(2026, 10, 23)


@pytest.fixture
def page(place: Place, journal: Journal, clock: FixedClock) -> IntegratePage:
    session = KapSession(
        moment=moment_at(clock.now() - timedelta(days=3)),
        kind=SessionKind.DOSING,
        status=SessionStatus.HELD,
        duration_min=60,
    )
    journal.kap_sessions.keep(session)
    made = IntegratePage(place)
    made.resize(1072, 800)
    made.reload()
    return made


def press(widget: QWidget, name: str) -> None:
    """Press the first button of that accessible name."""
    found = [b for b in widget.findChildren(QAbstractButton) if b.accessibleName().startswith(name)]
    assert found, f"no button {name}"
    found[0].click()


def shown_words(widget: QWidget) -> str:
    """Everything that is written on a widget."""
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def cards(page: IntegratePage) -> list[QuestionCard]:
    """The cards that are shown, in their order."""
    return page._cards


def rows(page: IntegratePage) -> list[str]:
    """The ids of the prompts that the library shows."""
    return [row.prompt.id for row in page.findChildren(PromptRow) if not row.isHidden()]


def test_three_questions_of_the_window_from_three_domains(page: IntegratePage) -> None:
    shown = [card.prompt for card in cards(page)]
    assert {p.window for p in shown} == {"h24_72"}
    assert len({p.domain for p in shown}) == 3


def test_what_is_shown_is_noted_as_offered_and_stays(
    page: IntegratePage, journal: Journal, clock: FixedClock
) -> None:
    day = clock.now().date()
    (offer,) = journal.prompts.offers(day, day)
    before = [card.prompt.id for card in cards(page)]
    assert offer.prompt_id == before[0]
    page.reload()
    assert [card.prompt.id for card in cards(page)] == before
    assert len(journal.prompts.offers(day, day)) == 1


def test_another_three_goes_one_on(page: IntegratePage, journal: Journal, clock: FixedClock) -> None:
    before = cards(page)[0].prompt.id
    press(page, "Another three")
    after = cards(page)[0].prompt.id
    assert after != before
    day = clock.now().date()
    assert [o.prompt_id for o in journal.prompts.offers(day, day)] == [before, after]
    page.reload()
    assert cards(page)[0].prompt.id == after


def test_not_now_puts_another_in_its_place_and_leaves_the_rest(page: IntegratePage, journal: Journal) -> None:
    before = [card.prompt.id for card in cards(page)]
    press(cards(page)[0], "Not now")
    after = [card.prompt.id for card in cards(page)]
    assert after[1:] == before[1:]
    assert after[0] not in before
    offers = journal.prompts.offers(datetime(2026, 1, 1).date(), datetime(2026, 12, 31).date())
    assert offers[0].set_aside
    page.reload()
    assert [card.prompt.id for card in cards(page)] == after


def test_not_for_me_hides_it_and_can_be_taken_back(page: IntegratePage, journal: Journal) -> None:
    said: list[object] = []
    page.requested.connect(said.append)
    gone = cards(page)[1].prompt.id
    press(cards(page)[1], "Not for me")
    assert journal.prompts.marks()[gone].hidden
    assert gone not in [card.prompt.id for card in cards(page)]
    (wish,) = said
    assert isinstance(wish, Said)
    assert wish.undo is not None
    wish.undo()
    assert not journal.prompts.marks()[gone].hidden


def test_what_is_hidden_is_shown_again_from_the_library(page: IntegratePage, journal: Journal) -> None:
    journal.prompts.mark(PromptMark("prep-mind-01", hidden=True))
    page.reload()
    press(page, "Not for me, 1 prompt")
    assert rows(page) == ["prep-mind-01"]
    press(next(r for r in page.findChildren(PromptRow) if not r.isHidden()), "Show it again")
    assert not journal.prompts.marks()["prep-mind-01"].hidden


def test_a_star_makes_a_favourite(page: IntegratePage, journal: Journal) -> None:
    starred = cards(page)[2].prompt.id
    press(cards(page)[2], "Make it a favourite")
    assert journal.prompts.marks()[starred].favourite
    press(page, "Favourites, 1 prompt")
    assert rows(page) == [starred]
    press(cards(page)[2], "A favourite: take the star away")
    assert not journal.prompts.marks()[starred].favourite


def test_writing_asks_for_a_reflection_of_the_session(page: IntegratePage, journal: Journal) -> None:
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    prompt = cards(page)[0].prompt
    press(cards(page)[0], "Write")
    (wish,) = wishes
    assert isinstance(wish, ReflectionWanted)
    assert wish.prompt is not None
    assert (wish.prompt.prompt_id, wish.prompt.question) == (prompt.id, prompt.text)
    assert wish.kap_session_id == journal.kap_sessions.all()[0].id


def test_a_prompt_of_the_library_is_written_about_as_it_stands(page: IntegratePage) -> None:
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    press(page, "Nature, 13 prompts")
    press(next(r for r in page.findChildren(PromptRow) if not r.isHidden()), "Write about this")
    (wish,) = wishes
    assert isinstance(wish, ReflectionWanted)
    assert wish.prompt is not None
    assert wish.prompt.domain == "nature"
    assert wish.kap_session_id is None


def test_a_domain_lists_its_prompts_with_those_of_now_first(page: IntegratePage) -> None:
    press(page, "Body, 23 prompts")
    assert len(rows(page)) == 8
    found = {p.id: p.window for p in library().prompts}
    assert {found[prompt_id] for prompt_id in rows(page)[:4]} == {"h24_72"}
    press(page, "Show 15 more")
    assert len(rows(page)) == 23


def test_search_finds_as_you_type(page: IntegratePage) -> None:
    page._library.search.setText("wide riv")
    assert rows(page) == ["win-mind-04"]
    page._library.search.setText("")
    assert page._library.paper.isHidden()


def test_a_hard_day_brings_something_steady(page: IntegratePage, journal: Journal, clock: FixedClock) -> None:
    journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), values=(MeasureValue(DISTRESS, 9),)))
    page.reload()
    assert {card.prompt.window for card in cards(page)} == {"steady"}


def test_inside_a_session_nothing_is_asked(page: IntegratePage, journal: Journal, clock: FixedClock) -> None:
    begun = moment_at(clock.now() - timedelta(minutes=10))
    journal.kap_sessions.keep(KapSession(moment=begun, kind=SessionKind.DOSING))
    page.reload()
    assert cards(page) == []


def test_a_question_of_ones_own_is_added_changed_and_removed(page: IntegratePage, journal: Journal) -> None:
    said: list[object] = []
    page.requested.connect(said.append)
    page._keep_own(OwnPrompt(text="What do I want to keep?"))
    (own,) = journal.own_prompts.all()
    assert rows(page) == [own.prompt_id]
    dialog = OwnPromptDialog(own, page)
    dialog.kept.connect(page._keep_own)
    dialog.removed.connect(page._remove_own)
    dialog.words.setPlainText("What may go?")
    dialog.hard_days.setChecked(True)
    press(dialog, "Keep")
    assert [(p.text, p.skip_when) for p in journal.own_prompts.all()] == [("What may go?", ("distress",))]
    assert [r.prompt.text for r in page.findChildren(PromptRow) if not r.isHidden()] == ["What may go?"]
    page._remove_own(own.id)
    assert journal.own_prompts.all() == ()
    wish = said[-1]
    assert isinstance(wish, Said)
    assert wish.undo is not None
    wish.undo()
    assert [p.text for p in journal.own_prompts.all()] == ["What may go?"]


def test_a_question_without_words_is_not_kept(page: IntegratePage, journal: Journal) -> None:
    dialog = OwnPromptDialog(OwnPrompt(text=""), page)
    dialog.kept.connect(page._keep_own)
    for words in ("  ", "a" * 241):
        dialog.words.setPlainText(words)
        press(dialog, "Add")
    assert journal.own_prompts.all() == ()


def test_a_broken_pack_is_refused_and_nothing_of_it_stays(
    page: IntegratePage, journal: Journal, tmp_path: Path
) -> None:
    broken = tmp_path / "pack.txt"
    broken.write_text("What was kind today?\nWould 60 mg be enough?\n")
    dialog = PackDialog(journal, TODAY, page)
    dialog.read_file(broken)
    press(dialog, "Add the pack")
    assert "Line 2" in shown_words(dialog)
    assert journal.own_prompts.all() == ()
    assert journal.own_prompts.packs() == ()


def test_a_pack_is_opened_named_offered_and_removed(
    page: IntegratePage, journal: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "pack.toml"
    file.write_text('name = "Between"\n[[prompt]]\ntext = "What was kind today?"\n')
    dialog = PackDialog(journal, TODAY, page)
    dialog.requested.connect(page._packs_changed)
    dialog.read_file(file)
    dialog.name.setText("From Dr. O.")
    press(dialog, "Add the pack")
    (pack,) = journal.own_prompts.packs()
    assert pack.name == "From Dr. O."
    assert [r.prompt.text for r in page.findChildren(PromptRow) if not r.isHidden()] == [
        "What was kind today?"
    ]
    again = PackDialog(journal, TODAY, page)
    press(again, "Remove the pack From Dr. O.")
    assert journal.own_prompts.all() == ()


def test_questions_are_pasted(page: IntegratePage, journal: Journal) -> None:
    dialog = PackDialog(journal, TODAY, page)
    dialog.pasted.setPlainText("What was kind today?\n\nWhom did you see?\n")
    press(dialog, "Add the pack")
    assert [p.text for p in journal.own_prompts.all()] == ["What was kind today?", "Whom did you see?"]
    assert journal.own_prompts.packs()[0].name == "From my therapist"


def test_the_library_keeps_what_is_not_for_now_from_being_written(
    page: IntegratePage, journal: Journal
) -> None:
    journal.person.keep(Person(trauma_care=True))
    page.reload()
    ruled_out = {p.id for p in library().prompts if Skip.TRAUMA in p.skip_when}
    assert ruled_out
    page._library.search.setText(next(p for p in library().prompts if p.id in ruled_out).text[:30])
    row = next(r for r in page.findChildren(PromptRow) if not r.isHidden() and r.prompt.id in ruled_out)
    names = [b.accessibleName() for b in row.findChildren(QAbstractButton) if not b.isHidden()]
    assert "Write about this" not in names


def test_practices_are_shown_with_their_weeks(page: IntegratePage, journal: Journal) -> None:
    practice = journal.practices.keep(Practice(name="Ten minutes outside", spells=(Spell(TODAY),)))
    journal.practices.tick(practice.id, TODAY, kept=True)
    page.reload()
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    press(page.practices, "Ten minutes outside, 1 of 1 day, since")
    assert wishes == [PracticeWanted(practice.id)]
    press(page.practices, "Add a practice")
    assert wishes[-1] == PracticeWanted()
    journal.practices.end(practice.id, TODAY)
    page.reload()
    press(page.practices, "Show what is over (1)")
    press(page.practices, "Ten minutes outside, 1 of 1 day, ended")


def test_every_control_has_a_name(page: IntegratePage) -> None:
    unnamed = [b for b in page.findChildren(QAbstractButton) if not b.accessibleName() and not b.isHidden()]
    assert not unnamed


def test_the_keys_go_through_the_page_as_it_is_read(page: IntegratePage) -> None:
    page.show()
    press(page, "Another three")
    names = [widget.accessibleName() for widget in stops(page)]
    names = names[names.index("Another three") :]
    of_a_card = ["Not for me", "Make it a favourite", "Write", "Not now"]
    assert names[:14] == ["Another three", *of_a_card, *of_a_card, *of_a_card, "Find a prompt"]
    assert names[14] == "Add a question of your own"
    assert names[15].startswith("Mind, ")


def test_the_keys_stay_where_a_question_was_put_aside(page: IntegratePage) -> None:
    page.show()
    later = cards(page)[1].controls()[-1]
    later.setFocus()
    press(cards(page)[1], "Not now")
    assert page.focusWidget() is cards(page)[1].controls()[-1]
