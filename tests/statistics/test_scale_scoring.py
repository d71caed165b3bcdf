"""Every number of the scoring rules, on published or hand-worked cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kapjournal.domain.moment import Moment, moment_at, moment_on
from kapjournal.domain.scale import (
    ChangeTier,
    ScaleAnswer,
    ScaleDefinition,
    ScaleForm,
    ScaleScore,
    ScoredForm,
)
from kapjournal.guidance.scale_definitions import built_in, built_in_one
from kapjournal.statistics import scale_scoring as scoring

PHQ9, GAD7, PHQ2, GAD2, PCL5 = (built_in_one(key) for key in ("phq9", "gad7", "phq2", "gad2", "pcl5"))
DAY = datetime(2026, 10, 19, 20, 41, tzinfo=UTC)


def form(definition: ScaleDefinition, *values: int | None, at: datetime = DAY) -> ScaleForm:
    """A form with the answers of its first items; None is 'prefer not to answer', what is not given was not reached."""
    answers = tuple(
        ScaleAnswer(item.id, value) for item, value in zip(definition.items, values, strict=False)
    )
    return ScaleForm(moment=moment_at(at), instrument=definition.id, name=definition.name, answers=answers)


def score(definition: ScaleDefinition, *values: int | None) -> ScaleScore:
    found = scoring.score(definition, form(definition, *values))
    assert found is not None
    return found


def of_total(definition: ScaleDefinition, total: int) -> ScaleScore:
    """The score of a complete form with that total."""
    values, left = [], total
    for item in definition.scored_items:
        values.append(min(left, item.options[-1].value))
        left -= values[-1]
    return score(definition, *values)


def scored_at(definition: ScaleDefinition, at: datetime, total: int) -> ScoredForm:
    return ScoredForm(form(definition, at=at), of_total(definition, total))


@pytest.mark.parametrize(
    ("value", "rounded"), [(2.5, 3), (4.5, 5), (9.5, 10), (9.49, 9), (14.4999, 14), (0.5, 1)]
)
def test_halves_go_up(value: float, rounded: int) -> None:
    assert scoring.half_up(value) == rounded


def test_a_complete_form_has_a_total() -> None:
    found = score(PHQ9, 1, 2, 2, 2, 1, 2, 2, 1, 1)
    assert (found.total, found.lower, found.upper, found.estimate) == (14, 14, 14, None)
    assert found.band is not None
    assert found.band.name == "moderate"


def test_the_difficulty_item_never_counts() -> None:
    assert score(PHQ9, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3).total == 1


@pytest.mark.parametrize(
    ("definition", "edges"),
    [
        (
            PHQ9,
            {
                "minimal": (0, 4),
                "mild": (5, 9),
                "moderate": (10, 14),
                "moderately_severe": (15, 19),
                "severe": (20, 27),
            },
        ),
        (GAD7, {"minimal": (0, 4), "mild": (5, 9), "moderate": (10, 14), "severe": (15, 21)}),
        (PHQ2, {"below_cut": (0, 2), "at_or_above_cut": (3, 6)}),
        (GAD2, {"below_cut": (0, 2), "at_or_above_cut": (3, 6)}),
    ],
)
def test_bands_begin_and_end_where_published(
    definition: ScaleDefinition, edges: dict[str, tuple[int, int]]
) -> None:
    assert {band.name: (band.low, band.high) for band in definition.bands} == edges
    for name, ends in edges.items():
        for total in ends:
            found = of_total(definition, total).band
            assert found is not None
            assert found.name == name


def test_two_open_items_of_phq_9_give_an_estimate() -> None:
    # 7 answered, sum 10: 10 × 9 / 7 = 12.86 → 13; between 10 and 10 + 2 × 3.
    found = score(PHQ9, 2, 2, 2, 2, 1, 1, 0, None, None)
    assert (found.total, found.estimate, found.lower, found.upper) == (None, 13, 10, 16)
    assert found.band is not None
    assert found.band_upper is not None
    assert (found.band.name, found.band_upper.name) == ("moderate", "moderately_severe")


def test_an_estimate_is_rounded_half_up_into_the_higher_band() -> None:
    # 6 of 7 answered, sum 3: 3.5 → 4; and 12 × 7 / 6 = 14.0 stays 14. 8 of 9, sum 4: 4.5 → 5, mild, not minimal.
    assert score(GAD7, 1, 1, 1, 0, 0, 0, None).estimate == 4
    assert score(GAD7, 2, 2, 2, 2, 2, 2, None).estimate == 14
    found = score(PHQ9, 1, 1, 1, 1, 0, 0, 0, 0, None)
    assert found.estimate == 5
    assert found.band is not None
    assert found.band.name == "mild"


@pytest.mark.parametrize(("definition", "most"), [(PHQ9, 2), (GAD7, 1), (PHQ2, 0), (GAD2, 0), (PCL5, 4)])
def test_more_open_items_than_allowed_give_no_score(definition: ScaleDefinition, most: int) -> None:
    count = len(definition.scored_items)
    assert definition.max_missing == most
    if most:
        assert score(definition, *([1] * (count - most)), *([None] * most)).estimate is not None
    found = score(definition, *([1] * (count - most - 1)), *([None] * (most + 1)))
    assert (found.total, found.estimate, found.band) == (None, None, None)
    assert found.lower == count - most - 1


def test_an_empty_form_is_not_zero() -> None:
    found = score(PHQ9)
    assert (found.answered, found.total, found.estimate, found.lower, found.upper) == (0, None, None, 0, 27)


def test_pcl_5_sums_a_cluster_only_where_it_is_complete() -> None:
    answered = form(PCL5, *([1] * 5), 2, None, *([3] * 7), *([4] * 6))
    assert scoring.subscale_totals(PCL5, answered) == {
        "B_intrusion": 5, "C_avoidance": None, "D_cognition_mood": 21, "E_arousal": 24,
    }  # fmt: skip
    most = form(PCL5, *([4] * 20))
    assert list(scoring.subscale_totals(PCL5, most).values()) == [20, 8, 28, 24]
    assert of_total(PCL5, 80).band is None
    assert PCL5.reference == (31, 33)


@pytest.mark.parametrize(
    ("definition", "delta", "tier"),
    [
        (PHQ9, -4, ChangeTier.WITHIN),
        (PHQ9, -5, ChangeTier.POSSIBLE),
        (PHQ9, 5, ChangeTier.POSSIBLE),
        (PHQ9, -6, ChangeTier.LARGER),
        (GAD7, -3, ChangeTier.WITHIN),
        (GAD7, -4, ChangeTier.POSSIBLE),
        (GAD7, 5, ChangeTier.POSSIBLE),
        (GAD7, 6, ChangeTier.LARGER),
        (PCL5, -9, ChangeTier.WITHIN),
        (PCL5, -10, ChangeTier.POSSIBLE),
        (PCL5, -14, ChangeTier.POSSIBLE),
        (PCL5, 15, ChangeTier.LARGER),
    ],
)
def test_change_has_three_steps(definition: ScaleDefinition, delta: int, tier: ChangeTier) -> None:
    found = scoring.change(definition, of_total(definition, 15), of_total(definition, 15 + delta))
    assert found is not None
    assert (found.delta, found.tier) == (delta, tier)
    assert scoring.is_worsening(definition, found) is (tier is ChangeTier.LARGER and delta > 0)


def test_an_estimate_is_never_used_for_change() -> None:
    estimated = score(GAD7, 2, 1, 1, 1, None, 2, 1)
    assert estimated.estimate == 9
    assert scoring.change(GAD7, of_total(GAD7, 15), estimated) is None
    assert scoring.change(GAD7, estimated, of_total(GAD7, 15)) is None


@pytest.mark.parametrize("definition", [PHQ2, GAD2])
def test_the_short_scales_have_no_thresholds_of_change(definition: ScaleDefinition) -> None:
    assert scoring.change(definition, of_total(definition, 6), of_total(definition, 0)) is None


def test_the_baseline_is_the_last_complete_form_of_the_fortnight_before_the_first_dose() -> None:
    dose = moment_at(datetime(2026, 9, 22, 13, 30, tzinfo=UTC))
    forms = [
        scored_at(PHQ9, dose.aware + timedelta(days=days), total)
        for days, total in ((-14, 21), (-1, 20), (13, 17))
    ]
    found = scoring.baseline(forms, dose)
    assert found is not None
    assert (found.scored.score.total, found.before_first_dose) == (20, True)
    found = scoring.baseline(forms[::-1], dose)
    assert found is not None
    assert found.scored.score.total == 20, "the order of the forms does not matter"


@pytest.mark.parametrize(
    ("hours", "timed", "before"),
    [(-2, True, True), (0, True, False), (2, True, False), (-2, False, False), (-24, False, True)],
)
def test_on_the_dosing_day_itself_the_clock_says_what_was_before(
    hours: int, timed: bool, before: bool
) -> None:
    dose = moment_at(datetime(2026, 9, 22, 13, 30, tzinfo=UTC))
    form = scored_at(PHQ9, dose.aware + timedelta(hours=hours), 20)
    if not timed:
        form = replace(form, form=replace(form.form, moment=moment_on(form.form.moment.day, dose.aware)))
    found = scoring.baseline([form], dose)
    assert found is not None
    assert found.before_first_dose is before


def test_without_one_before_the_first_dose_it_is_the_first_complete_form() -> None:
    dose: Moment = moment_at(datetime(2026, 9, 22, 13, 30, tzinfo=UTC))
    early = scored_at(PHQ9, dose.aware - timedelta(days=15), 22)
    late = scored_at(PHQ9, dose.aware + timedelta(days=3), 18)
    found = scoring.baseline([late, early], dose)
    assert found is not None
    assert (found.scored.score.total, found.before_first_dose) == (22, False)
    incomplete = ScoredForm(form(PHQ9), score(PHQ9, 1, None))
    assert scoring.baseline([incomplete], dose) is None
    found = scoring.baseline([incomplete, late], None)
    assert found is not None
    assert found.scored is late


def test_the_long_term_check_has_no_score() -> None:
    check = built_in_one("long_term")
    assert scoring.score(check, form(check, 3, 3)) is None


@settings(max_examples=150, deadline=None)
@given(data=st.data(), definition=st.sampled_from([d for d in built_in() if d.high]))
def test_a_total_lies_between_its_bounds(data: st.DataObject, definition: ScaleDefinition) -> None:
    values = data.draw(
        st.tuples(
            *(
                st.one_of(st.none(), st.sampled_from([o.value for o in i.options]))
                for i in definition.scored_items
            )
        )
    )
    found = score(definition, *values)
    assert definition.low <= found.lower <= found.upper <= definition.high
    for shown in (found.total, found.estimate):
        assert shown is None or found.lower <= shown <= found.upper
    assert (found.total is None) is (None in values)
    shuffled = form(definition, *values)
    again = ScaleForm(
        moment=shuffled.moment, instrument=definition.id, name="", answers=shuffled.answers[::-1]
    )
    assert scoring.score(definition, again) == found, "the order of the answers does not matter"
