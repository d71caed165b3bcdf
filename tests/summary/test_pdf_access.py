"""The rules of PDF/UA that can be checked without a reader: tags, title, language, alternative texts, order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError
from pypdf.generic import ContentStream

from kapjournal.domain.share import PageSize, Part
from kapjournal.summary.contents import gather
from kapjournal.summary.password import under_password
from kapjournal.summary.typeset import pdf
from tests.summary.samples import NOW, choice, material

PASSWORD = "blue bowl 7"


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(gather(choice(parts=tuple(Part)), material(), NOW))


@pytest.fixture(params=["open", "locked"])
def reader(made: bytes, request: pytest.FixtureRequest) -> PdfReader:
    """The file as it is, and as it is under a password: nothing may get lost by that."""
    if request.param == "open":
        return PdfReader(io.BytesIO(made))
    return PdfReader(io.BytesIO(under_password(made, PASSWORD)), password=PASSWORD)


def elements(node: Any) -> Iterator[Any]:
    """Every element of the tree of tags, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for kid in node:
            yield from elements(kid)
    elif hasattr(node, "get"):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def tagged(reader: PdfReader) -> list[Any]:
    root: Any = reader.trailer["/Root"]
    return list(elements(root["/StructTreeRoot"]["/K"]))


def test_it_says_what_it_is(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    xmp = root["/Metadata"].get_object().get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert b"Summary for my therapist, from R., 8 September to 23 October 2026" in xmp
    assert all(page["/Tabs"] == "/S" for page in reader.pages)


def test_headings_leave_no_level_out_and_stand_in_the_bookmarks(reader: PdfReader) -> None:
    levels = [
        int(tag["/S"][2:]) for tag in tagged(reader) if tag["/S"][1:2] == "H" and tag["/S"][2:].isdigit()
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))

    def titles(outline: Any) -> Iterator[str]:
        for item in outline:
            if isinstance(item, list):
                yield from titles(item)
            else:
                yield item.title

    found = list(titles(reader.outline))
    assert len(found) == len(levels)
    assert {"Mood", "Dosing sessions", "What I chose to share", "How this was worked out"} <= set(found)


def test_each_picture_is_told_and_each_head_of_a_table_has_its_scope(reader: PdfReader) -> None:
    figures = [tag for tag in tagged(reader) if tag["/S"] == "/Figure"]
    assert len(figures) == 4
    assert all(len(tag["/Alt"]) > 20 for tag in figures)
    heads = [tag for tag in tagged(reader) if tag["/S"] == "/TH"]
    assert heads
    assert all("'/Scope': '/Column'" in repr(tag["/A"]) for tag in heads)


def test_all_that_is_drawn_is_tagged_or_told_to_be_decoration(reader: PdfReader) -> None:
    shows = {b"Tj", b"TJ", b"'", b'"', b"f", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"Do", b"sh"}
    for page in reader.pages:
        depth, loose = 0, []
        for _operands, operator in ContentStream(page["/Contents"], reader).operations:
            depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
            if operator in shows and not depth:
                loose.append(operator)
        assert not loose


def test_every_tagged_stretch_of_a_page_belongs_to_an_element(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    numbers = root["/StructTreeRoot"]["/ParentTree"].get_object()
    known: dict[int, Any] = {}

    def gathered(node: Any) -> None:
        for kid in node.get("/Kids", ()):
            gathered(kid.get_object())
        pairs = list(node.get("/Nums", ()))
        known.update(
            {int(key): value.get_object() for key, value in zip(pairs[::2], pairs[1::2], strict=True)}
        )

    gathered(numbers)
    for page in reader.pages:
        owners = known[int(page["/StructParents"])]
        marked = {
            int(operands[1]["/MCID"])
            for operands, operator in ContentStream(page["/Contents"], reader).operations
            if operator == b"BDC" and isinstance(operands[1], dict) and "/MCID" in operands[1]
        }
        assert marked
        assert all(owners[place].get_object()["/S"] for place in marked)


def test_without_the_password_nothing_is_read(made: bytes) -> None:
    locked = under_password(made, PASSWORD)
    assert not [words for words in (b"Summary for", b"darkwater", b"Forgiven") if words in locked]
    closed = PdfReader(io.BytesIO(locked))
    assert closed.is_encrypted
    with pytest.raises(FileNotDecryptedError):
        closed.pages[0].extract_text()
    assert not closed.decrypt("Blue bowl 7")
    assert closed.decrypt(PASSWORD)
    assert "Summary for my therapist" in closed.pages[0].extract_text()


def test_letter_is_tagged_alike(made: bytes) -> None:
    letter = PdfReader(
        io.BytesIO(pdf(gather(choice(parts=tuple(Part), page_size=PageSize.LETTER), material(), NOW)))
    )
    kinds = [tag["/S"] for tag in tagged(letter)]
    assert kinds == [tag["/S"] for tag in tagged(PdfReader(io.BytesIO(made)))]
