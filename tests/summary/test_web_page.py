"""The web page runs nothing and loads nothing, whatever was written."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import CurrentMedicine
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus, Severity, SideEffect
from kapjournal.domain.measure import BUILT_IN, MOOD, Measure
from kapjournal.domain.person import Person
from kapjournal.domain.practice import Practice, PracticeDay, Spell
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
from kapjournal.domain.share import Part, ShareForm
from kapjournal.paths import resource
from kapjournal.summary import web_page
from kapjournal.summary.contents import gather
from kapjournal.summary.document import Glance
from kapjournal.summary.forms import make
from kapjournal.summary.practices import PracticeRecord
from tests.summary.samples import LAST, NOW, at, choice, course, material
from tests.summary.whole import chosen, everything

SCRIPTS = (
    "<script>document.title='ran'</script>", "<img src=x onerror=\"document.title='ran'\">",
    "<svg onload=\"document.title='ran'\">", "<body onload=\"document.title='ran'\">",
    "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\">",
    "<a href=\"javascript:document.title='ran'\">x</a>",
    "</style><script>document.title='ran'</script>", "<details open ontoggle=\"document.title='ran'\">",
    "\"><script>document.title='ran'</script>", "'><script>document.title='ran'</script>",
    "[x](javascript:document.title='ran')",
    "<meta http-equiv=refresh content=\"0;url=javascript:document.title='ran'\">",
    "<object data=\"javascript:document.title='ran'\">", "--><script>document.title='ran'</script>",
    "</title><script>document.title='ran'</script>",
)  # fmt: skip
LOADS = (
    "![](http://remote.invalid/a.png)", "<img src=http://remote.invalid/b.png>",
    "<link rel=stylesheet href=http://remote.invalid/c.css>", "<style>@import url(http://remote.invalid/d.css)</style>",
    "<video src=http://remote.invalid/e.mp4>",
)  # fmt: skip


def hostile() -> bytes:
    """A web page with every text of the reference wherever a person can write."""
    texts = [*SCRIPTS, *LOADS]
    day = at(date(2026, 10, 1))
    entries = [
        made
        for n, text in enumerate(texts)
        for made in (
            Reflection(id=1000 + n, moment=day, title=text, text=text, tags=(text,)),
            Reflection(
                id=1100 + n,
                moment=day,
                text=f"# {text}\n- *{text}*",
                prompt=AskedPrompt("p", text, "body", ""),
            ),
            CheckIn(id=1200 + n, moment=day, note=text, tags=(text,), feelings=(text,)),
            Fragment(id=1300 + n, moment=day, kind=FragmentKind.IMAGE, text=text),
            Event(id=1400 + n, moment=day, kind=EventKind.OTHER, text=text),
            KapSession(
                id=1500 + n,
                moment=day,
                kind=SessionKind.INTEGRATION,
                status=SessionStatus.HELD,
                topics=text,
                what_landed=text,
                agreed_step=text,
            ),
        )
    ]
    made = everything()
    taken = replace(course(), medicines=tuple(CurrentMedicine(text, text) for text in texts))
    effects = tuple(SideEffect("other", Severity.MILD, None, None, text) for text in texts)
    session = replace(made.kap_sessions[0], dose_text=texts[0], intention=texts[6], side_effects=effects)
    practices = tuple(
        PracticeRecord(
            Practice(id=n, name=text, spells=(Spell(date(2026, 9, 29)),)),
            (PracticeDay(practice_id=n, day=LAST, note=text),),
        )
        for n, text in enumerate(texts, 1)
    )
    # The mood carries its own name into the chart of page one, the others into the chart of all measures.
    named = [replace(BUILT_IN[MOOD], name=texts[0], low_word=texts[1], high_word=texts[2])]
    named += [
        Measure(key=f"own{n}", name=text, low_word=text, high_word=text) for n, text in enumerate(texts)
    ]
    values = {measure.key: made.values[MOOD] for measure in named}
    made = replace(
        made,
        person=Person(name=texts[1]),
        measures=tuple(named),
        values=values,
        course=taken,
        kap_sessions=(session, *made.kap_sessions[1:]),
        entries=(*entries, session),
        practices=practices,
    )
    ticked = choice(
        parts=tuple(Part),
        entry_ids=tuple(entry.id for entry in made.entries),
        practice_ids=tuple(range(1, len(texts) + 1)),
        talking_points=tuple(texts[:3]),
        for_whom=texts[14],
    )
    return make(ShareForm.HTML, ticked, made, NOW).data


class Elements(HTMLParser):
    """The elements of a page and what would let one run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.active: list[tuple[str, str | None]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        loads = {"src", "href", "xlink:href", "srcdoc", "data", "action", "poster", "background", "style"}
        self.active += [(name, value) for name, value in attrs if name.startswith("on") or name in loads]
        if tag not in {"br", "hr", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, (tag, self.getpos())


def test_no_text_becomes_an_element_or_an_attribute_of_the_web_page() -> None:
    data = hostile()
    page = Elements()
    page.feed(data.decode())
    plain = Elements()
    plain.feed(make(ShareForm.HTML, chosen(), everything(), NOW).data.decode())
    assert page.found - plain.found <= {"br", "em", "strong", "blockquote"}
    assert not page.found & {
        "script",
        "iframe",
        "object",
        "embed",
        "img",
        "video",
        "link",
        "base",
        "form",
        "a",
    }
    assert page.active == []
    assert page.open == plain.open == []
    assert data.count(b"<style>") == 1
    for text in (*SCRIPTS, *LOADS):
        if "[" not in text:
            assert escape(text) in data.decode(), text
    assert "own words, unchanged. Entries that are not shown here are private." in data.decode()


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
def test_the_web_page_runs_and_loads_nothing_in_chromium(tmp_path: Path) -> None:
    page, log = tmp_path / "page.html", tmp_path / "net.json"
    page.write_bytes(hostile())
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
        "--enable-logging=stderr", "--disable-background-networking", "--disable-component-update", "--no-first-run",
        f"--log-net-log={log}", "--virtual-time-budget=2000", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)
    assert "<title>ran</title>" not in run.stdout
    assert "Self-reported" in run.stdout
    assert "CONSOLE" not in run.stderr, run.stderr[-2000:]
    assert "remote.invalid" not in log.read_text("utf-8")
    assert "<script" not in run.stdout


def test_a_glance_is_drawn_from_before_to_now_and_before_alone_has_no_way() -> None:
    first = gather(choice(), material(), NOW).glances[0]

    def drawn(glance: Glance) -> list[tuple[str | None, ...]]:
        track = ET.fromstring(web_page._track(glance))
        return [(s.get("class"), s.get("x1"), s.get("x2"), s.get("cx")) for s in track]

    rail, before, now = (
        ("rail", "0%", "100%", None),
        ("before", None, None, "30.0%"),
        ("now", None, None, "50.0%"),
    )
    assert drawn(first) == [rail, ("way", "30.0%", "50.0%", None), before, now]
    assert drawn(first._replace(now_place=None)) == [rail, before]
    assert drawn(first._replace(before_place=None)) == [rail, now]


def test_the_fonts_of_the_web_page_are_there() -> None:
    assert len(list(resource("fonts/web").glob("*.woff"))) == 4


def test_a_printed_band_can_be_seen_through() -> None:
    page = make(ShareForm.HTML, chosen(), everything(), NOW).data.decode("utf-8")
    assert re.search(r'fill="url\(#[^"]*\)" opacity="', page)
    assert not re.search(r'fill="url\(#[^"]*\)" fill-opacity="', page)


def test_the_page_runs_as_its_language_does() -> None:
    summary = gather(chosen(), everything(), NOW)
    assert b'<html lang="en">' in web_page.web_page(replace(summary, language="en", region=""))
    assert b'<html lang="he" dir="rtl">' in web_page.web_page(replace(summary, language="he", region=""))
