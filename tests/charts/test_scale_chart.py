"""The chart of a scale: totals joined, estimates hollow and alone, grey bands as words, item 9 on a line of its own."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from kapjournal.charts.frame import BASELINE_DROP
from kapjournal.charts.picture import Area, Line, Mark, Picture, Words
from kapjournal.charts.scale_chart import scale_chart
from kapjournal.charts.scale_words import ScaleShown, scale_sentence, scale_table
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import Beside
from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale import Baseline, ScaleAnswer, ScaleDefinition, ScaleForm, ScoredForm
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.statistics.scale_scoring import score
from tests.charts.made import LAST
from tests.charts.sound import sound

PHQ9, PCL5 = built_in_one("phq9"), built_in_one("pcl5")
SHEET = Sheet(900)
FIRST = LAST - timedelta(days=41)
WORKED = (18, 15, 15, 11, 10)
"""Of the clinical reference 6.5: a week apart, −2.0 points per week."""


def answered(definition: ScaleDefinition, day: date, values: Sequence[int | None]) -> ScoredForm:
    answers = tuple(ScaleAnswer(i.id, v) for i, v in zip(definition.scored_items, values, strict=True))
    moment = moment_at(datetime(day.year, day.month, day.day, 20, tzinfo=UTC))
    form = ScaleForm(
        id=day.toordinal(), moment=moment, instrument=definition.id, name=definition.name, answers=answers
    )
    found = score(definition, form)
    assert found is not None
    return ScoredForm(form, found)


def of_total(total: int, day: date, item_9: int | None = 0) -> ScoredForm:
    """A PHQ-9 of some total; its first answers are the high ones."""
    values: list[int | None] = []
    left = total - (item_9 or 0)
    for _item in range(8):
        values.append(min(left, 3))
        left -= min(left, 3)
    return answered(PHQ9, day, [*values, item_9])


def shown(forms: Sequence[ScoredForm], definition: ScaleDefinition = PHQ9) -> ScaleShown:
    first = next((form for form in forms if form.score.is_complete), None)
    baseline = None if first is None else Baseline(first, before_first_dose=False)
    return ScaleShown(definition, tuple(forms), baseline, FIRST, LAST)


def weekly(totals: Sequence[int] = WORKED) -> list[ScoredForm]:
    return [of_total(total, FIRST + timedelta(days=7 * week + 6)) for week, total in enumerate(totals)]


def drawn(forms: Sequence[ScoredForm], definition: ScaleDefinition = PHQ9) -> Picture:
    return sound(scale_chart(shown(forms, definition), Beside(), SHEET))


def texts(picture: Picture) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Words)]


def test_the_sentence_has_totals_change_in_words_slope_and_n() -> None:
    said = scale_sentence(shown(weekly()))
    assert "the first complete one" in said
    assert "8 points lower: larger than measurement error." in said
    assert "About −2.0 points per week, 5 forms." in said
    assert said.endswith("A score is a measure of 14 days, not a diagnosis.")
    assert "points per week" not in scale_sentence(shown(weekly()[:3]))


def test_an_estimate_is_a_hollow_ring_between_its_bounds_and_joined_to_nothing() -> None:
    # 8 of 9 answered, sum 8: 8 × 9 / 8 = 9, between 8 and 11.
    open_one = answered(PHQ9, LAST - timedelta(days=3), (1, 1, 1, 1, 1, 1, 1, None, 1))
    picture = drawn([*weekly(), open_one])
    (ring,) = [s for s in picture.shapes if isinstance(s, Mark) and s.dash and s.x > SHEET.width / 4]
    assert ring.fill is not None
    assert ring.fill.role == "surface"
    (joined,) = [s for s in picture.shapes if isinstance(s, Line) and len(s.xs) > 2]
    assert len(joined.xs) == len(WORKED)
    assert ring.x not in joined.xs
    whisker = [s for s in picture.shapes if isinstance(s, Line) and s.xs == (ring.x, ring.x)]
    assert len(whisker) == 1
    high, low = sorted(whisker[0].ys)
    unit = (low - high) / 3
    assert round(low - ring.y, 3) == round(unit, 3)
    said = scale_sentence(shown([*weekly(), open_one]))
    assert "6 forms, 5 complete." in said
    assert "8 points lower" in said, "it is compared with nothing"
    assert scale_table(shown([*weekly(), open_one])).cell(0, 4) == ""


def test_the_days_that_a_form_asks_about_are_a_bar_of_fourteen_days() -> None:
    picture = drawn(weekly())
    bars = [s for s in picture.shapes if isinstance(s, Area) and s.paint.role == "ink3"]
    (joined,) = [s for s in picture.shapes if isinstance(s, Line) and len(s.xs) > 2]
    day = (joined.xs[1] - joined.xs[0]) / 7
    lengths = [round((bar.xs[-1] - bar.xs[0]) / day, 1) for bar in bars if len(bar.xs) == 2]
    # From the first day's begin to the last day's noon; the first is cut by the range, the last is the legend's.
    assert lengths[:-1] == [6.5, 13.5, 13.5, 13.5, 13.5]


def test_the_whole_scale_is_there_in_grey_with_the_bands_as_words() -> None:
    picture = drawn(weekly())
    assert {"0", "5", "10", "15", "20", "27"} <= set(texts(picture))
    assert {"minimal", "mild", "moderate", "severe"} <= set(texts(picture))
    roles = {s.paint.role for s in picture.shapes if isinstance(s, Area)}
    assert roles == {"band", "ink3"}


@pytest.mark.parametrize("width", [900.0, 300.0])
def test_each_band_and_its_words_stand_between_the_totals_that_bound_it(width: float) -> None:
    picture = scale_chart(shown(weekly()), Beside(), Sheet(width))
    grey = [s for s in picture.shapes if isinstance(s, Area) and s.paint.role == "band"]
    said = [s for s in picture.shapes if isinstance(s, Words)]
    height = {s.text: s.y - s.size * BASELINE_DROP for s in said if s.anchor == "end"}
    edges = [height[total] for total in ("0", "5", "10", "15", "20", "27")]
    assert [(s.lowers[0], s.uppers[0]) for s in grey] == [
        pytest.approx(edges[1:3]),
        pytest.approx(edges[3:5]),
    ], "every second one is grey"
    beside = [(s.y - s.size * BASELINE_DROP, s.text) for s in said if s.x > grey[0].xs[-1]]
    names = ("minimal", "mild", "moderate", "moderately severe", "severe")
    for name, (low, high) in zip(names, itertools.pairwise(edges), strict=True):
        lines = [(y, text) for y, text in beside if high < y < low]
        assert " ".join(text for _y, text in sorted(lines)) == name
        assert sum(y for y, _text in lines) / len(lines) == pytest.approx((low + high) / 2)
    assert (len(beside) > len(names)) is (width < 900), "a narrow sheet has words on two lines"


def test_item_nine_stands_on_its_own_line_and_open_is_not_zero() -> None:
    forms = [of_total(9, FIRST + timedelta(days=6), 1), of_total(8, FIRST + timedelta(days=20), None)]
    picture = drawn(forms)
    assert "item 9" in texts(picture)
    row = next(s.y for s in picture.shapes if isinstance(s, Words) and s.text == "item 9")
    assert [s.text for s in picture.shapes if isinstance(s, Words) and s.y == row] == ["item 9", "1", "–"]
    assert scale_table(shown(forms)).cell(0, 5) == "not answered"
    assert [point.text.rsplit(" · ", 1)[-1] for point in picture.points] == [
        "item 9: 1",
        "item 9: not answered",
    ]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (
            (1, 1, 2, 1, 1, 1, 1, 1, 3),
            "Apart from item 9, most worse since then: “Trouble falling or staying asleep, or sleeping too much”.",
        ),
        ((1, 1, 1, 1, 1, 1, 1, 1, 1), "Apart from item 9, no question has a worse answer than then."),
        ((0, 1, 1, 1, 1, 1, 1, 1, 0), "Apart from item 9, no question has a worse answer than then."),
    ],
)
def test_the_item_that_moved_most_for_the_worse_is_named_and_nothing_is_said_of_item_nine(
    after: tuple[int, ...], said: str
) -> None:
    day = FIRST + timedelta(days=6)
    before = answered(PHQ9, day, (1, 1, 1, 1, 1, 1, 1, 1, 0))
    then = answered(PHQ9, day + timedelta(days=14), after)
    assert said in scale_sentence(shown([before, then]))


def test_of_a_scale_without_such_an_item_no_other_is_set_apart() -> None:
    day, gad7 = FIRST + timedelta(days=6), built_in_one("gad7")
    before, same, worse = (
        answered(gad7, day + timedelta(days=14 * at), values)
        for at, values in enumerate(((1,) * 7, (1,) * 7, (1, 3, 2, 1, 1, 1, 1)))
    )
    assert "No question has a worse answer than then." in scale_sentence(shown([before, same], gad7))
    said = scale_sentence(shown([before, worse], gad7))
    assert "Most worse since then: “Not being able to stop or control worrying”." in said


def test_a_scale_without_bands_has_one_grey_strip() -> None:
    form = answered(PCL5, LAST - timedelta(days=5), [2] * 20)
    picture = drawn([form], PCL5)
    strips = [s for s in picture.shapes if isinstance(s, Area) and s.paint.role == "band"]
    assert len(strips) == 1
    assert {"0", "80"} <= set(texts(picture))
    assert "suggested cut-off, 31 to 33" in " ".join(texts(picture))


def test_forms_stand_in_order_of_time_in_the_table_newest_first() -> None:
    table = scale_table(shown(weekly()))
    assert table.count == 5
    assert [table.cell(row, 1) for row in (0, 4)] == ["10 of 27, moderate", "18 of 27, moderately severe"]
    assert table.cell(4, 4) == "baseline"
    assert table.cell(0, 4) == "8 points lower, larger than measurement error"
