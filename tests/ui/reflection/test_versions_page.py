"""Earlier versions: two side by side, what changed, and the way back to one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal
from kapjournal.ui.reflection.versions_page import VersionsPage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import BackWanted, Said

TEXTS = ("Water", "Water came in slowly, and I minded.", "Water came in slowly, and nobody minded at all.")


@pytest.fixture
def reflection(journal: Journal, place: Place) -> Reflection:
    made = Reflection(moment=moment_at(place.clock.now()), title="The house")
    for sitting, text in enumerate(TEXTS):
        made = journal.reflections.keep(replace(made, text=text), by=f"sitting {sitting}")
    journal.timeline.mark_to_share(made.id, True)
    return made


@pytest.fixture
def page(place: Place, reflection: Reflection) -> Iterator[VersionsPage]:
    made = VersionsPage(place)
    made.resize(1072, 800)
    made.show()
    made.reload()
    made.open_for(reflection.id)
    yield made
    made.deleteLater()


def _struck(page: VersionsPage) -> list[str]:
    return _formatted(page.left.text, "fontStrikeOut")


def _formatted(view: object, wanted: str) -> list[str]:
    found = []
    block = view.document().begin()  # type: ignore[attr-defined]
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if getattr(piece.charFormat(), wanted)():
                found.append(piece.text())
            pieces += 1
        block = block.next()
    return found


def test_the_newest_two_lie_side_by_side_with_what_changed(page: VersionsPage) -> None:
    assert [button.accessibleName().split(", ", 2)[2] for button in page.list.buttons] == [
        "2 words more, right",
        "6 words more, left",
        "begun, 3 words",
    ]
    assert _struck(page) == ["I"]
    assert _formatted(page.right.text, "fontUnderline") == ["nobody", "at all"]
    assert page.left.bring.isVisibleTo(page)
    assert not page.right.bring.isVisibleTo(page)


def test_another_one_is_chosen(page: VersionsPage) -> None:
    page.list.buttons[2].click()
    assert page.list.pair == (2, 1)
    assert "Water" in page.left.text.toPlainText()
    assert _struck(page) == []
    assert page.right.bring.isVisibleTo(page)


def test_one_click_brings_it_back_and_keeps_what_was(
    page: VersionsPage, reflection: Reflection, journal: Journal
) -> None:
    heard: list[object] = []
    page.requested.connect(heard.append)
    page.left.bring.click()
    kept = journal.reflections.get(reflection.id)
    assert kept.text == TEXTS[1]
    assert kept.to_share, "what else was changed meanwhile stays"
    assert TEXTS[2] in [version.text for version in journal.reflections.versions(reflection.id)]
    assert heard[0] == BackWanted()
    said = heard[1]
    assert isinstance(said, Said)
    assert said.undo is not None
    said.undo()
    assert journal.reflections.get(reflection.id).text == TEXTS[2]


def test_a_page_without_versions(page: VersionsPage, journal: Journal, place: Place) -> None:
    only = journal.reflections.keep(Reflection(moment=moment_at(place.clock.now()), text="Once"))
    page.open_for(only.id)
    assert len(page.list.buttons) == 1
    assert not page.left.isVisibleTo(page)


def test_each_step_says_what_changed_there(page: VersionsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "kapjournal.ui.reflection.versions_page.announce", lambda _page, words: said.append(words)
    )
    page._head.following.click()
    assert said == ["only in the left one: I; only in the right one: nobody; only in the right one: at all"]
    page._head.following.click()
    assert said[1:] == ["No further change that way."], "all of it stands in one line"
    page._head.previous.click()
    assert said[2:] == ["No further change that way."]


def test_a_step_goes_on_from_the_last_one_or_from_where_the_person_scrolled_to(
    page: VersionsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "kapjournal.ui.reflection.versions_page.announce", lambda _page, words: said.append(words)
    )
    monkeypatch.setattr(page.left, "changes", lambda _over: [(60, "first"), (900, "last")])
    monkeypatch.setattr(page.right, "changes", lambda _over: [])
    bar = page._reader.verticalScrollBar()
    bar.setRange(0, 2_000)
    bar.setValue(400)  # as where the keys come to a version far below
    page._head.following.click()
    assert said == ["first"]
    bar.setValue(300)
    page._head.following.click()
    assert said[1:] == ["last"]
    bar.setRange(0, 2_000)
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    page._head.following.click()
    page._head.previous.click()
    assert said[2:] == ["No further change that way.", "last"]
    bar.setRange(0, 2_000)
    bar.setValue(300)
    page.open_for(page._id or 0)
    assert bar.value() == 0


def test_lines_of_reading_stay_short_in_a_wide_window(page: VersionsPage) -> None:
    page.resize(2352, 1440)
    page.list.choose(1)
    assert page.left.width() > 900
    assert page.left.text.width() <= theme().px(612)
