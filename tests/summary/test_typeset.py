from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from kapjournal.domain.course import CurrentMedicine
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import Severity, SideEffect
from kapjournal.domain.measure import BUILT_IN, MOOD, Measure
from kapjournal.domain.person import Person
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.scale import Baseline
from kapjournal.domain.share import USUAL_PARTS, PageSize, Part, SummaryChoice
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.summary import preview as preview_module
from kapjournal.summary import typeset
from kapjournal.summary.contents import Material, gather
from kapjournal.summary.document import Line
from kapjournal.summary.plain_text import Care
from kapjournal.summary.preview import Preview, preview
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.template_data import Run, runs_of
from kapjournal.summary.typeset import pages, pdf
from tests.summary.samples import (
    DOSES,
    FIRST,
    FRAGMENT,
    LAST,
    NOW,
    REFLECTION,
    SECRET,
    at,
    choice,
    column,
    dose,
    material,
)
from tests.summary.whole import phq9, scored

EVENT = 504
FOOT = "Self-reported; not a clinical measurement."


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def fonts_of(reader: PdfReader) -> set[str]:
    """The names of the fonts of every page, and of the pictures in it, without their subset marks."""
    names: set[str] = set()

    def look(resources: Any) -> None:
        for font in (resources.get("/Font") or {}).values():
            names.add(str(font.get_object()["/BaseFont"]).partition("+")[2])
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        for drawn in (resources.get("/XObject") or {}).values():
            if "/Resources" in drawn.get_object():
                look(drawn.get_object()["/Resources"].get_object())

    for page in reader.pages:
        look(page["/Resources"].get_object())
    return names


def unpacked(data: bytes) -> bytes:
    """Every object of a file, its streams unpacked, and its text as a reader extracts it."""
    reader = read(data)
    parts: list[bytes] = [data]
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        try:
            found = reader.get_object(IndirectObject(number, 0, reader))
        except Exception:
            continue
        parts.append(repr(found).encode())
        if hasattr(found, "get_data"):
            parts.append(found.get_data())
    parts += [page.extract_text().encode() for page in reader.pages]
    return b"\n".join(parts)


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(gather(choice(), material(), NOW))


def test_the_fonts_are_these_and_all_are_inside(made: bytes) -> None:
    assert fonts_of(read(made)) == {"Inter-Regular", "SourceSerif4Roman-Regular", "SourceSerif4Italic-Italic"}


def test_it_is_tagged_and_says_its_title_and_language(made: bytes) -> None:
    reader = read(made)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Summary for my therapist, from R., 8 September to 23 October 2026"
    xmp = unpacked(made)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_headings_tables_and_the_picture_have_their_tags(made: bytes) -> None:
    tags = re.findall(rb"'/S': '/(\w+)'", unpacked(made))
    assert {b"H1", b"H2", b"H3", b"Table", b"TH", b"TD", b"Figure", b"L", b"LI"} <= set(tags)
    assert b"'/Alt': 'Mood. Median 3 in the two weeks before the first session" in unpacked(made)


def test_text_is_in_reading_order(made: bytes) -> None:
    text = "\n".join(page.extract_text() for page in read(made).pages)
    order = [
        "Summary for my therapist, from R.",
        "8 September to 23 October 2026",
        "Initial phase, 4 of 6 dosing sessions",
        "Worth asking about.",
        "2 points higher",
        "Dosing sessions",
        "Mood around sessions",
        "What I would like to talk about",
        "Telling my sister.",
        "40 check-ins on 40 of 46 days",
        "What I chose to share",
        "Forgiven",
        "darkwater",
        "Openceilings above",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("size", [PageSize.A4, PageSize.LETTER])
def test_each_page_has_its_size_and_its_foot(size: PageSize) -> None:
    reader = read(pdf(gather(choice(page_size=size), material(), NOW)))
    points = {PageSize.A4: (595, 842), PageSize.LETTER: (612, 792)}[size]
    assert len(reader.pages) == 2
    for number, page in enumerate(reader.pages, start=1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == points
        text = page.extract_text()
        assert FOOT in text
        assert f"Kap Journal, 23 October 2026, page {number} of 2" in text


def test_eight_sessions_fit_on_one_page() -> None:
    sessions = tuple(
        dose(
            n,
            FIRST + timedelta(days=5 * n),
            side_effects=(SideEffect("nausea", Severity.MILD),),
        )
        for n in range(1, 9)
    )
    summary = gather(choice(entry_ids=()), replace(material(), kap_sessions=sessions), NOW)
    assert len(summary.sessions) == 8
    assert len(pages(summary)) == 1


@pytest.mark.parametrize("size", [PageSize.A4, PageSize.LETTER])
@pytest.mark.parametrize("count", [0, 1, 4, 8])
def test_up_to_eight_sessions_with_all_that_a_journal_holds_fit_on_one_page(
    count: int, size: PageSize
) -> None:
    assert len(pages(full_front(count, size), 24.0)) == 1


@pytest.mark.parametrize("count", [12, 30])
def test_more_sessions_go_on_at_ease(count: int) -> None:
    summary = full_front(count, PageSize.A4)
    text = " ".join(" ".join(page.extract_text() for page in read(pdf(summary)).pages).split())
    assert all(f"told {number}," in text for number in range(1, count + 1))
    assert text.index("Telling my sister") > text.index(f"told {count},")


def full_front(count: int, size: PageSize, wanted: SummaryChoice | None = None) -> Any:
    """Nine measures, medicines, three things to talk about, and sessions with two side effects each."""
    sample = material()
    effects = (
        SideEffect("nausea", Severity.MILD, True, 120),
        SideEffect("dizziness", Severity.MODERATE, None, 300),
    )
    sessions = tuple(
        dose(n, FIRST + timedelta(days=44 * n // count), side_effects=effects, dose_text=f"told {n}, 40 mg")
        for n in range(1, count + 1)
    )
    values = dict.fromkeys(list(BUILT_IN)[:9], sample.values[MOOD])
    assert sample.course is not None
    course = replace(sample.course, medicines=(CurrentMedicine("Sertraline", "100 mg in the morning"),))
    points = (
        "Before the next session I would like to know what I can do if that comes back. " * 2,
        "The grief.",
    )
    return gather(
        replace(
            wanted or choice(entry_ids=()), page_size=size, talking_points=(*points, "Telling my sister.")
        ),
        replace(
            sample,
            course=course,
            kap_sessions=sessions,
            measures=tuple(BUILT_IN[key] for key in values),
            values=values,
        ),
        NOW,
    )


def test_long_words_leave_room_for_each_other() -> None:
    long = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
    effects = tuple(SideEffect("other", Severity.STRONG, True, None, f"{long}{n}") for n in range(6))
    sessions = tuple(dose(n, day, dose_text=long, side_effects=effects) for n, day in enumerate(DOSES, 1))
    summary = gather(
        choice(entry_ids=(), talking_points=(long * 2,)), replace(material(), kap_sessions=sessions), NOW
    )
    assert len(pages(summary, 24.0)) == 2


def test_the_words_of_an_open_form_leave_room_for_the_scale_beside_it() -> None:
    forms = (
        phq9(1, FIRST, (2, 2, 2, 2, 1, 1, 2, 1, 1)),
        phq9(2, FIRST, (2, None, 2, 2, None, 2, 2, 2, 3)),
        phq9(3, FIRST, (1,) * 9),
    )
    scales = (
        ScaleRecord(built_in_one("phq9"), forms, Baseline(forms[0], before_first_dose=True)),
        ScaleRecord(built_in_one("gad7"), (scored("gad7", 4, FIRST, (2,) * 7),)),
    )
    summary = gather(choice(entry_ids=()), replace(material(), scales=scales), NOW)
    text = read(pdf(summary)).pages[0].extract_text()
    assert "moderately severe" in text
    assert "nearly every day" in text
    assert re.search(r"−5 *possible", text)  # on one line


def test_a_name_that_is_wider_than_its_card_is_broken() -> None:
    own = Measure(key="own_1", name="Schlafunterbrechungshäufigkeiten", in_use=True)
    sample = material()
    values = sample.values | {"own_1": sample.values[MOOD]}
    summary = gather(
        choice(entry_ids=()), replace(sample, measures=(BUILT_IN[MOOD], own), values=values), NOW
    )
    text = read(pdf(summary)).pages[0].extract_text()
    assert (
        "Schlafunterbrechungshäufigkeiten" not in text[: text.index("Before:")]
    )  # the note has all of its line
    assert "Schlafunterbrechungshäufigkeiten" in text.replace("\u200b", "").replace("\n", "")


def test_what_is_far_too_long_for_a_page_is_laid_out_once_and_a_title_like_a_text_is_no_heading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    layouts: list[bytes] = []
    laid_out = typeset._laid_out
    monkeypatch.setattr(typeset, "_laid_out", lambda made: layouts.append(made) or laid_out(made))  # type: ignore[func-returns-value]
    told = Reflection(id=REFLECTION, moment=at(LAST), title="Longtitle " * 101, text="Text")
    sessions = (dose(1, DOSES[0], dose_text="Longdose " * 1400),)
    made = replace(material(), kap_sessions=sessions, entries=(told,))
    reader = read(pdf(gather(choice(), made, NOW)))
    assert len(layouts) == 1
    text = "".join(page.extract_text() for page in reader.pages)
    assert (text.count("Longtitle"), text.count("Longdose")) == (101, 1400)
    assert "Longtitle" not in repr(reader.outline)


def test_what_was_written_opens_the_pages_where_no_numbers_stand_before_it() -> None:
    words = choice(parts=(Part.ENTRIES,), entry_ids=(REFLECTION,), talking_points=())
    summary = gather(words, material(), NOW)
    (page,) = read(pdf(summary)).pages
    text = page.extract_text()
    assert summary.title in text
    assert " ".join(summary.note)[:40] in " ".join(text.split())
    assert runs_of(replace(summary, talking_points=(Line("talk:1", "Sleep"),))) == (Run.FRONT, Run.WRITINGS)
    assert runs_of(replace(summary, writings=())) == (Run.FRONT,)


def test_eight_measures_fit_on_one_page() -> None:
    sample = material()
    values = dict.fromkeys(list(BUILT_IN)[:8], sample.values[MOOD])
    many = replace(sample, measures=tuple(BUILT_IN[key] for key in values), values=values)
    summary = gather(choice(entry_ids=(), talking_points=("one", "two", "three")), many, NOW)
    assert len(summary.glances) == 8
    assert len(pages(summary)) == 1


def test_unticked_words_are_nowhere_in_the_file_and_ticked_ones_are(made: bytes) -> None:
    inside = unpacked(made)
    for words in (b"Unsharedtitle", b"Unsharedwords"):
        assert words not in inside
    for words in (b"Forgiven", b"darkwater", b"Openceilings"):
        assert words in inside
    assert b"Unsharedwords" in unpacked(pdf(gather(choice(entry_ids=(SECRET,)), material(), NOW)))


def test_the_same_summary_gives_the_same_bytes(made: bytes) -> None:
    assert pdf(gather(choice(), material(), NOW)) == made


def test_what_is_loaded_beforehand_is_laid_out_without_a_word(
    made: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    typeset.make_ready().join()
    assert not caplog.records
    assert pdf(gather(choice(), material(), NOW)) == made


def test_the_preview_has_the_pages_of_the_file(made: bytes) -> None:
    summary = gather(choice(), material(), NOW)
    shown = preview(summary)
    assert shown.count == len(read(made).pages) == 2
    assert shown.starts(Run.WRITINGS) == 2
    assert all(image.startswith(b"\x89PNG") for image in images(shown))
    assert preview(gather(choice(entry_ids=()), material(), NOW)).starts(Run.WRITINGS) is None


def test_markup_in_what_was_written_stays_text() -> None:
    typed = '#panic("no") $x$ = heading @label <label> \\ `code` https://example.org [link]'
    data = pdf(with_words(typed))
    text = read(data).pages[1].extract_text()
    assert '#panic("no") $x$ = heading @label' in text
    assert "/URI" not in unpacked(data).decode("latin-1")


@pytest.mark.parametrize("typed", ['")))#panic("no")', '\\")))#panic("no")', "\\u{41} \\n \\", "${d.title}"])
def test_no_sign_in_what_was_written_ends_the_text_that_it_is_handed_on_in(typed: str) -> None:
    assert typed in read(pdf(with_words(typed))).pages[1].extract_text()


@pytest.mark.parametrize(
    "typed",
    [
        "😴 👩‍🌾 🇫🇷 🧿 ☂ ❤️",
        "湖与天空",
        "שלום עולם",
        "مرحبا يا عالم",
        "nul\x00 \ud83d \ufffe",
        "한국어 ไทย हिन्दी",
        "தமிழ் 𓀀 \ue000",
    ],
)
def test_scripts_emoji_and_broken_characters_print(typed: str) -> None:
    assert read(pdf(with_words(typed))).pages


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_text_anywhere_yields_a_file(typed: str) -> None:
    assert pdf(with_words(typed)).startswith(b"%PDF")


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(
        alphabet=st.sampled_from(
            list("aÄß—‘’“”…≈éñ湖天שלוםمرحباहिन्दี한국ไทย🧿😴☂\n\t #$*_<>@`\\[]{}\"'=/-+~^&%\x00\ud83d")
        )
    )
)
def test_what_people_type_is_laid_out_without_more_care(caplog: pytest.LogCaptureFixture, typed: str) -> None:
    """A template that fails with some words must not hide behind the plainer layouts that are tried after it."""
    caplog.clear()
    pdf(with_words(typed))
    assert not caplog.records


def test_a_layout_that_needed_more_care_says_so_and_nothing_of_the_words(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    heap = "Secretword a" + "\u0301\u0327\u0489" * 3
    usual = typeset.template_data

    def failing(summary: Any, runs: Any, care: Care) -> dict[str, Any]:
        return usual(summary, runs, care) | ({"opening": None} if care is Care.USUAL else {})

    monkeypatch.setattr(typeset, "template_data", failing)
    assert pdf(with_words(heap)).startswith(b"%PDF")
    assert [record.getMessage() for record in caplog.records] == [
        "a summary could not be laid out with care USUAL"
    ]
    caplog.clear()


def test_the_preview_is_the_file_however_close_the_first_page_stands() -> None:
    eight = full_front(8, PageSize.A4, choice(parts=USUAL_PARTS))
    assert images(preview(eight)) == pages(eight, 30.0)


def test_the_preview_lays_out_only_the_pages_that_a_change_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = choice(parts=USUAL_PARTS)
    preview(gather(whole, material(), NOW))
    laid_out: list[Any] = []
    usual = preview_module.with_care

    def noted(summary: Any, runs: Any, *rest: Any) -> Any:
        laid_out.extend(runs)
        return usual(summary, runs, *rest)

    monkeypatch.setattr(preview_module, "with_care", noted)
    fewer = preview(gather(replace(whole, entry_ids=(REFLECTION,)), material(), NOW))
    assert laid_out == [Run.WRITINGS]
    assert fewer.count == 3
    laid_out.clear()
    # Without a page of writings the others have other numbers: right once they are looked at, on no page before.
    none = preview(gather(replace(whole, entry_ids=()), material(), NOW))
    assert (none.count, none.starts(Run.FURTHER)) == (2, 2)
    assert laid_out == []
    assert images(none) == pages(gather(replace(whole, entry_ids=()), material(), NOW), 30.0)
    assert set(laid_out) == {Run.FRONT, Run.FURTHER}


def test_a_page_is_drawn_once_it_is_looked_at_with_its_number_among_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[float] = []
    usual = typeset.Layout.images
    monkeypatch.setattr(typeset.Layout, "images", lambda layout, ppi: drawn.append(ppi) or usual(layout, ppi))
    summary = gather(choice(parts=USUAL_PARTS, talking_points=("Not said before.",)), material(), NOW)
    shown = preview(summary)
    assert drawn == []
    first = shown.image(0, 30.0)
    assert drawn == [30.0]
    assert shown.image(0, 30.0) == first
    assert drawn == [30.0]
    assert images(shown) == pages(summary, 30.0)


def test_each_layout_of_the_preview_has_typst_let_go_of_what_it_no_longer_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It does so only as it draws: with layouts alone it would keep the words of every one of them."""
    let_go: list[str] = []
    monkeypatch.setattr(preview_module, "let_go", lambda: let_go.append("of it"))
    preview(gather(choice(talking_points=("Never said before.",)), material(), NOW))
    assert let_go == ["of it"]
    monkeypatch.undo()
    typeset.let_go()


def test_an_older_preview_draws_what_it_laid_out_though_another_came() -> None:
    one = gather(choice(), material(), NOW)
    older = preview(one)
    preview(gather(choice(entry_ids=()), material(), NOW))
    assert images(older) == pages(one, 30.0)


def test_a_long_writing_numbers_the_pages_of_the_preview_as_those_of_the_file() -> None:
    sample = material()
    long = replace(sample.entries[0], text="A line of many words, again and again.\n\n" * 200)
    summary = gather(choice(parts=tuple(Part)), replace(sample, entries=(long, *sample.entries[1:])), NOW)
    shown = preview(summary)
    assert shown.count == len(read(pdf(summary)).pages) > 4
    assert images(shown) == pages(summary, 30.0)


def images(shown: Preview) -> list[bytes]:
    return [shown.image(page, 30.0) for page in range(shown.count)]


def with_words(typed: str) -> Any:
    """A summary with a text in every place where a person can write."""
    sample = material()
    event = Event(id=EVENT, moment=at(LAST), kind=EventKind.LIFE_EVENT, text=typed)
    effect = SideEffect("other", Severity.MILD, None, None, typed)
    return gather(
        choice(entry_ids=(REFLECTION, FRAGMENT, EVENT), talking_points=(typed, "x"), for_whom=typed),
        Material(
            person=Person(name=typed),
            course=sample.course,
            kap_sessions=(dose(1, LAST, dose_text=typed, side_effects=(effect,)),),
            measures=(replace(BUILT_IN[MOOD], name=typed),),
            values={MOOD: column({LAST: 5.0})},
            entries=(
                Reflection(
                    id=REFLECTION, moment=at(LAST), title=typed, text=f"{typed}\n\n- {typed}\n> {typed}"
                ),
                sample.entries[1],
                event,
            ),
        ),
        NOW,
    )
