"""Pictures on the page: pasted, dropped, chosen; described, taken out, and shown in the journal."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal
from kapjournal.ui.journal.reflection_view import ReflectionView
from kapjournal.ui.reflection.page import ReflectionPage
from kapjournal.ui.shared.picture_view import PictureView
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import ReflectionWanted, Said
from tests.ui.settings.test_backups_section import idle


@pytest.fixture
def page(place: Place) -> Iterator[ReflectionPage]:
    made = ReflectionPage(place)
    made.resize(1072, 800)
    made.show()
    made.open_for(ReflectionWanted())
    yield made
    place.worker.close()
    made.deleteLater()


def _file(folder: Path, name: str = "corridor.png") -> Path:
    out = BytesIO()
    Image.new("RGB", (80, 50), "teal").save(out, "PNG")
    path = folder / name
    path.write_bytes(out.getvalue())
    return path


def _stored(journal: Journal) -> Reflection:
    (stored,) = journal.reflections.left_open()
    return stored


def test_a_dropped_file_is_kept_and_shown(page: ReflectionPage, place: Place, tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(_file(tmp_path)))])
    page.column.text.insertFromMimeData(dropped)
    idle(place)
    assert len(_stored(place.journal).pictures) == 1
    assert len(page.column.pictures.findChildren(PictureView)) == 1


def test_a_pasted_picture_is_kept(page: ReflectionPage, place: Place) -> None:
    pasted = QMimeData()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    pasted.setImageData(image)
    page.column.text.insertFromMimeData(pasted)
    idle(place)
    (shown,) = _stored(place.journal).pictures
    assert place.journal.pictures.get(shown.picture_id).width == 30


def test_what_is_none_is_refused_in_words(page: ReflectionPage, place: Place, tmp_path: Path) -> None:
    heard: list[object] = []
    page.requested.connect(heard.append)
    svg = tmp_path / "drawing.png"
    svg.write_text('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')
    page.add_pictures([svg.read_bytes()])
    idle(place)
    assert heard == [Said("That is no picture that can be kept here. PNG, JPEG and WebP can.")]
    assert place.journal.reflections.left_open() == ()


def test_it_is_described_found_and_taken_out(page: ReflectionPage, place: Place, tmp_path: Path) -> None:
    page.add_pictures([_file(tmp_path).read_bytes()])
    idle(place)
    strip = page.column.pictures
    assert strip.rows[0].view.accessibleName() == "Picture without a description"
    strip.describe(0, "a corridor in pencil")
    (shown,) = _stored(place.journal).pictures
    assert shown.alt == "a corridor in pencil"
    view = ReflectionView(_stored(place.journal), place.journal, place.clock.now().date())
    (picture,) = view.findChildren(PictureView)
    assert picture.accessibleName() == "a corridor in pencil"
    strip.rows[0].remove.click()
    assert _stored(place.journal).pictures == () if place.journal.reflections.left_open() else True
    assert not strip.isVisibleTo(page)
    place.journal.undo()
    page.reload()
