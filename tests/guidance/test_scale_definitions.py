"""The definitions of scales: verbatim, checked, and what a file of one's own must hold."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
import tomli_w

from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale import ScaleAnswer, ScaleForm, Scoring
from kapjournal.errors import ScaleFileError
from kapjournal.guidance import scale_definition_checks as checks
from kapjournal.guidance.scale_definition_lines import line_of
from kapjournal.guidance.scale_definitions import built_in, built_in_one, check_id_is_free, read
from kapjournal.paths import resource
from kapjournal.statistics.scale_scoring import score
from kapjournal.words.scales import file_problem

NOON = datetime(2026, 10, 19, 12, tzinfo=UTC)
OPTIONS = [{"value": 0, "en": "No"}, {"value": 1, "en": "A little"}, {"value": 2, "en": "Much"}]


def file(**changes: Any) -> str:
    """A small scale of two items, with some keys changed."""
    raw: dict[str, Any] = {
        "schema_version": 1, "id": "calm", "name": "Calm", "version": "1", "licence": "own", "credit": "Own words",
        "languages": ["en"], "recall_days": 7, "min_interval_days": 7, "direction": "higher_is_better",
        "score": {"method": "sum", "min": 0, "max": 16, "factor": 4, "max_missing": 1},
        "band": [{"low": 0, "high": 8, "name": "low"}, {"low": 9, "high": 16, "name": "high"}],
        "option": OPTIONS, "item": [{"id": "one", "en": "Calm"}, {"id": "two", "en": "Rested"}],
    }  # fmt: skip
    return tomli_w.dumps({key: value for key, value in (raw | changes).items() if value is not None})


def test_the_scales_of_the_program_are_whole() -> None:
    sizes = {d.id: (len(d.scored_items), d.high, d.recall_days, d.min_interval_days) for d in built_in()}
    assert sizes == {
        "phq9": (9, 27, 14, 7), "gad7": (7, 21, 14, 7), "phq2": (2, 6, 14, 7), "gad2": (2, 6, 14, 7),
        "pcl5": (20, 80, 30, 28), "long_term": (9, 0, 28, 28),
    }  # fmt: skip
    assert [d.id for d in built_in() if not d.on_at_first] == ["pcl5"]


def test_the_wording_is_verbatim() -> None:
    phq9, gad7, pcl5 = (built_in_one(key) for key in ("phq9", "gad7", "pcl5"))
    assert phq9.item("phq9_9").text["en"] == (
        "Thoughts that you would be better off dead or of hurting yourself in some way"
    )
    assert [o.text["en"] for o in gad7.options] == [
        "Not at all", "Several days", "More than half the days", "Nearly every day",
    ]  # fmt: skip
    assert gad7.stem["en"].endswith("bothered by the following problems?"), "without 'any of'"
    assert gad7.options[0].text["es"] == "Ningún día"
    assert pcl5.languages == ("en",)
    assert "No permission required" in phq9.credit
    assert [o.loinc for o in phq9.item("difficulty").options] == [
        "LA6572-7",
        "LA6573-5",
        "LA6575-0",
        "LA6574-3",
    ]
    assert [i.loinc for i in phq9.scored_items] == [
        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8",
    ]  # fmt: skip


def test_a_file_of_the_same_format_is_read() -> None:
    definition = read(file(), built_in=False)
    assert (definition.id, definition.high, definition.factor, definition.built_in) == ("calm", 16, 4, False)
    assert not definition.lower_is_better
    check_id_is_free(definition)


@pytest.mark.parametrize(
    ("changes", "place", "problem"),
    [
        ({"schema_version": 2}, "schema_version", "version_unknown"),
        ({"name": " "}, "name", "text_missing"),
        ({"id": "Not an id"}, "id", "id_form"),
        ({"recall_days": -1}, "recall_days", "number_missing"),
        ({"direction": "sideways"}, "direction", "not_one_of"),
        ({"languages": []}, "languages", "text_missing"),
        ({"item": [{"id": "one", "en": "Calm"}, {"id": "one", "en": "Rested"}]}, "item 2", "id_is_taken"),
        ({"item": [{"id": "one"}]}, "item 1", "text_missing"),
        ({"item": [{"id": "one", "en": "Calm", "scored": "no"}]}, "item 1", "not_one_of"),
        ({"item": [{"id": "one", "en": "Calm", "loinc": 4}]}, "item 1", "not_one_of"),
        ({"option": None}, "item 1", "options_missing"),
        ({"option": [{"value": 1, "en": "a"}, {"value": 1, "en": "b"}]}, "option", "values_repeat"),
        ({"score": {"method": "sum", "min": 0, "max": 15}}, "score.max", "does_not_add_up"),
        ({"score": {"method": "sum", "min": 0, "max": 4, "max_missing": 2}}, "score.max_missing", "does_not_add_up"),
        ({"band": [{"low": 0, "high": 8, "name": "low"}]}, "band", "does_not_add_up"),
        ({"change": {"min_important": 6, "reliable": 5}}, "change", "does_not_add_up"),
        ({"safety": {"item": "nine", "trigger_at": 1}}, "safety", "no_such_item"),
        ({"subscale": [{"name": "B", "items": ["three"]}]}, "subscale", "no_such_item"),
        ({"subscale": [{"name": "B", "items": [["one"]]}]}, "subscale", "no_such_item"),
        ({"safety": {"item": ["one"], "trigger_at": 1}}, "safety", "no_such_item"),
        ({"name": "x" * 121}, "name", "too_long"),
        ({"change": {"min_important": 0, "reliable": 5}}, "change", "number_missing"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(changes: dict[str, Any], place: str, problem: str) -> None:
    with pytest.raises(ScaleFileError) as caught:
        read(file(**changes))
    assert (caught.value.place, caught.value.problem) == (place, problem)
    assert file_problem(problem) != problem


def test_what_is_no_file_of_that_kind_is_refused() -> None:
    for text in ("no toml at all [", "x = 1", "a = " + "[" * 5000, "#" * 300_000):
        with pytest.raises(ScaleFileError):
            read(text)


def test_no_file_stands_in_for_a_scale_of_the_program() -> None:
    with pytest.raises(ScaleFileError):
        check_id_is_free(read(file(id="phq9")))


def test_the_published_schema_says_the_same_as_the_checks() -> None:
    schema = json.loads(resource("scales/scale.schema.json").read_text("utf-8"))
    raw = {"schema_version", *checks.TEXTS, *checks.NUMBERS, "languages", "direction", "score", "item"}
    assert set(schema["required"]) == raw
    assert schema["properties"]["direction"]["enum"] == list(checks.DIRECTIONS)
    assert schema["properties"]["score"]["properties"]["method"]["enum"] == list(checks.METHODS)
    change = schema["properties"]["change"]
    assert set(change["properties"]) == {*checks.CHANGE, *checks.CHANGE_MAY}
    assert schema["properties"]["item"]["maxItems"] == checks.MOST_ITEMS


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("name = 1\n\nid = 2\n", "id", 3),
        ("[score]\nmin = 0\nmax = 5\n", "score.max", 3),
        ("[score]\nmin = 0\n[[item]]\nmax = 5\n", "score.max", 1),
        ("[[item]]\nid = 'a'\n\n[[item]]\nid = 'a'\n", "item 2", 4),
        ("score = { max = 3 }\n", "score.max", 1),
        ("a = 1\n", "name", None),
    ],
)
def test_a_fault_has_its_line(text: str, place: str, line: int | None) -> None:
    assert line_of(text, place) == line


def test_a_file_that_is_no_toml_says_from_which_line_on() -> None:
    for text, line in (("schema_version = 1\nid = \n", 2), ("a = 1\nb = [\n", 3)):
        with pytest.raises(ScaleFileError) as caught:
            read(text)
        assert (caught.value.problem, caught.value.line) == ("not_toml", line)


ODD = (5, -1, "", "x", [], [5], {}, {"a": 5}, True, [[]], [{}], 2.5)


@pytest.mark.parametrize("key", [*tomllib.loads(file()), "unofficial", "subscale", "safety", "reference", "change",
                                 "stem", "instructions", "loinc", "accept_on_import", "on_at_first"])  # fmt: skip
def test_whatever_stands_at_a_key_is_read_or_refused(key: str) -> None:
    for odd in ODD:
        with suppress(ScaleFileError):
            read(file(**{key: odd}))


def test_whatever_stands_deeper_in_it_is_read_and_scored_or_refused() -> None:
    whole = tomllib.loads(
        file(
            subscale=[{"name": "B", "items": ["one", "two"]}],
            safety={"item": "one", "trigger_at": 1},
            reference={"low": 3, "high": 4},
            change={"min_important": 2, "reliable": 4, "response_fraction": 0.5, "remission_below": 2},
            loinc={"panel": "1-1", "total": "2-2"},
            stem={"en": "Lately"},
        )
    )
    places = [place for key in whole for place in _places(whole[key], (key,))]
    assert len(places) > 60
    for place in places:
        for odd in ODD:
            raw = deepcopy(whole)
            at: Any = raw
            for step in place[:-1]:
                at = at[step]
            at[place[-1]] = odd
            with suppress(ScaleFileError):
                definition = read(tomli_w.dumps(raw), built_in=False)
                answers = tuple(ScaleAnswer(item.id, item.options[0].value) for item in definition.items)
                form = ScaleForm(moment=moment_at(NOON), instrument="calm", name="", answers=answers)
                assert score(definition, form) is not None or definition.scoring is Scoring.NONE


def _places(value: Any, at: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Where every value stands, however deep; of lists the first two."""
    yield at
    inner = (
        list(value.items())
        if isinstance(value, dict)
        else list(enumerate(value))[:2]
        if isinstance(value, list)
        else []
    )
    for step, one in inner:
        yield from _places(one, (*at, step))


def test_the_two_amber_scales_are_not_in_the_package() -> None:
    names = {path.stem for path in resource("scales").iterdir() if path.suffix == ".toml"}
    assert names == {"phq9", "phq2", "gad7", "gad2", "pcl5", "long_term"}
