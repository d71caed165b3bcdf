"""The page on the recorded life of one person, found by KAPJOURNAL_REAL_DATA; skipped where that is unset."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kapjournal.charts.picture import Words
from kapjournal.clock import FixedClock
from kapjournal.domain.share import Part, SummaryChoice
from kapjournal.exchange.csv_reader import read_csv
from kapjournal.exchange.mapping_file import read_mapping
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.summary.contents import gather
from kapjournal.summary.csv_files import csv_archive
from kapjournal.summary.reading_text import whole_text
from kapjournal.summary.records import records
from kapjournal.summary.web_page import web_page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.worker import Worker
from kapjournal.ui.trends.chart_card import ChartCard
from kapjournal.ui.trends.page import TrendsPage
from kapjournal.ui.trends.ranges import Range
from kapjournal.words import language
from tests.ui.waiting import wait_until

MAPPING = Path(__file__).parents[2] / "data" / "kossakowski2017.toml"
REAL_DATA = os.environ.get("KAPJOURNAL_REAL_DATA", "")
WEEKLY = "scl90r_depression"
AMOUNT = re.compile(r"Antidepressant|→|\b\d+(?:\.\d+)? ?(?:mg|ml)\b")
SCORE = re.compile(
    r"\b(?:mood|anxiety|energy|pain|relaxed|feeling down|rested|SCL-90|PHQ|GAD)", re.IGNORECASE
)
pytestmark = pytest.mark.skipif(not REAL_DATA, reason="KAPJOURNAL_REAL_DATA is not set")


@pytest.fixture
def page(app: QApplication, journal: Journal, settings: SettingsStore) -> Iterator[TrendsPage]:
    language.use("en_GB")
    table = Path(REAL_DATA) / "kossakowski2017" / "ESMdata.csv"
    journal.imports.add(read_csv(table, read_mapping(MAPPING), ZoneInfo("UTC")))
    settings.change(trends_measures=("mood", WEEKLY), trends_compared=("anxiety", "energy"))
    clock = FixedClock(datetime(2013, 4, 8, 22, 0, tzinfo=ZoneInfo("Europe/Amsterdam")))
    made = TrendsPage(Place(journal, clock, settings, Worker()))
    made.resize(1280, 2600)
    made.reload()
    made.show()
    made._choose_range(Range.ALL)
    wait_until(lambda: not made._waiting and not made.place.worker.busy)
    yield made
    made.close()
    made.deleteLater()
    app.sendPostedEvents(made, QEvent.Type.DeferredDelete)
    made.place.worker.close()


def test_every_day_stands_there_and_medicine_beside_no_score(page: TrendsPage) -> None:
    mood, measures = page.cards.by_name["mood"], page.cards.by_name["measures"]
    assert "1,473 check-ins on 238 of 239 days." in mood.sentence.text()
    assert measures.chart.picture is not None
    assert "SCL-90-R depression, mean of items 28." in measures.sentence.text()
    assert mood.chart.picture is not None
    events = [point.text for point in mood.chart.picture.points if "Antidepressant" in point.text]
    assert len(events) == 9
    assert all(text.startswith("event: ") for text in events)
    for name, card in page.cards.by_name.items():
        if card._shown is not None:
            said = [card.sentence.text(), card._shown.table.as_text(), card._shown.days]
            if name != "mood" and card.chart.picture is not None:
                said += [point.text for point in card.chart.picture.points]
            assert not any("Antidepressant" in text for text in said), name
    no_text_joins_an_amount_to_a_score(page)


def no_text_joins_an_amount_to_a_score(page: TrendsPage) -> None:
    """On the page and in the forms of a summary with all of it ticked, the changes of medicine too."""
    texts = [
        text for card in page.cards.by_name.values() if card._shown is not None for text in of_card(card)
    ]
    journal, now = page.place.journal, page.place.clock.now()
    changes = journal.events.between(date(2012, 8, 1), now.date())
    choice = SummaryChoice(
        first=date(2012, 8, 13),
        last=now.date(),
        parts=tuple(Part),
        entry_ids=tuple(event.id for event in changes),
    )
    material = journal.summaries.read(choice, now, whole=True)
    summary = gather(choice, material, now)
    texts += whole_text(summary).splitlines()
    texts += re.split(r"</(?:p|li|h\d|td|th|title|desc|text|section)>", web_page(summary).decode())
    with zipfile.ZipFile(io.BytesIO(csv_archive(records(choice, material, now)))) as tables:
        for name in tables.namelist():
            texts += tables.read(name).decode().splitlines()
    amounts = [text for text in texts if AMOUNT.search(text)]
    assert len(amounts) > 9, "the changes of medicine are there at all"
    assert [text for text in amounts if SCORE.search(AMOUNT.sub("", text))] == []


def of_card(card: ChartCard) -> list[str]:
    """Every text of a card: its sentence, the rows of its table, its picture's words, points and description."""
    assert card._shown is not None
    said = [
        card.title.text(),
        card.sentence.text(),
        card._shown.days,
        *card._shown.table.as_text().splitlines(),
    ]
    said += card._shown.method.paragraphs
    if card.chart.picture is not None:
        said += [shape.text for shape in card.chart.picture.shapes if isinstance(shape, Words)]
        said += [f"{point.heading} {point.text}" for point in card.chart.picture.points]
    return said
