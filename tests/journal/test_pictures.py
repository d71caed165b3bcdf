"""Pictures of a reflection: kept inside the journal, undone, found by their words, gone when erased."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kapjournal.clock import FixedClock
from kapjournal.domain.moment import moment_at
from kapjournal.domain.picture import ShownPicture
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal


def _picture_file(colour: str = "teal") -> bytes:
    out = BytesIO()
    Image.new("RGB", (80, 50), colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def pictured(journal: Journal, clock: FixedClock) -> Reflection:
    picture_id = journal.pictures.add(journal.pictures.read(_picture_file()))
    shown = (ShownPicture(picture_id, "a corridor in pencil"),)
    return journal.reflections.keep(Reflection(moment=moment_at(clock.now()), pictures=shown))


def test_it_is_kept_and_read_back(journal: Journal, pictured: Reflection) -> None:
    (shown,) = journal.reflections.get(pictured.id).pictures
    picture = journal.pictures.get(shown.picture_id)
    assert (picture.format, picture.width, picture.height) == ("jpeg", 80, 50)
    assert not pictured.is_empty


def test_its_words_are_found(journal: Journal, pictured: Reflection) -> None:
    assert journal.timeline.page(TimelineFilter(text="corridor")).total == 1


def test_taking_it_out_can_be_undone(journal: Journal, pictured: Reflection) -> None:
    journal.reflections.keep(replace(pictured, text="words", pictures=()), by="another sitting")
    assert journal.reflections.get(pictured.id).pictures == ()
    journal.undo()
    (shown,) = journal.reflections.get(pictured.id).pictures
    assert journal.pictures.get(shown.picture_id).width == 80


def test_erasing_takes_the_picture_with_it_and_leaves_others(
    journal: Journal, pictured: Reflection, clock: FixedClock
) -> None:
    other_id = journal.pictures.add(journal.pictures.read(_picture_file("red")))
    other = journal.reflections.keep(
        Reflection(moment=moment_at(clock.now()), pictures=(ShownPicture(other_id),)), by="other"
    )
    journal.reflections.keep(replace(other, text="without", pictures=()), by="later")
    journal.timeline.erase([pictured.id])
    with pytest.raises(KeyError):
        journal.pictures.get(pictured.pictures[0].picture_id)
    assert journal.pictures.get(other_id).width == 80, "a version still shows it"
    journal.timeline.erase([other.id])
    with pytest.raises(KeyError):
        journal.pictures.get(other_id)


def test_nothing_of_it_lies_in_the_file_as_it_is(journal: Journal, pictured: Reflection) -> None:
    data = journal.pictures.get(pictured.pictures[0].picture_id).data
    files = [path for path in Path(journal.folder).rglob("*") if path.is_file()]
    assert files
    # Everything but the database itself, which is never opened beside SQLite.
    assert not any(data[20:60] in path.read_bytes() for path in files if path.name != "journal.db")


def test_it_comes_back_from_a_backup(
    journal: Journal, pictured: Reflection, passphrase: str, clock: FixedClock
) -> None:
    backup = journal.backups.make()
    journal.timeline.erase([pictured.id])
    journal.backups.restore(backup.path)
    restored = Journal.unlock(journal.folder, passphrase, clock)
    try:
        assert restored.pictures.get(pictured.pictures[0].picture_id).width == 80
        assert restored.verify().healthy
    finally:
        restored.close()
