"""What the history keeps of a record reads back the same, also where an earlier version wrote it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import Course, CurrentMedicine, Phase, PhaseSpan
from kapjournal.domain.measure import MOOD, MeasureValue, SourceValue
from kapjournal.domain.moment import moment_at
from kapjournal.storage.snapshots import cleaned, decode, encode

CHECK_IN = CheckIn(
    id=3,
    moment=moment_at(datetime(2026, 10, 23, 9, 42, tzinfo=UTC)),
    values=(MeasureValue(MOOD, 4.5, SourceValue(3, 1, 5)), MeasureValue("pain", 0.0)),
    note="Grüße",
    trashed=datetime(2026, 10, 24, tzinfo=UTC),
)


def test_a_record_reads_back_the_same() -> None:
    course = Course(
        started=date(2026, 9, 1),
        phases=(PhaseSpan(Phase.INITIAL, date(2026, 9, 1)),),
        medicines=(CurrentMedicine("A", "50 mg"),),
    )
    for record in (CHECK_IN, course):
        assert decode(type(record), encode(record)) == record


def test_a_field_that_was_not_there_yet_takes_its_default_and_one_that_is_needed_is_missed() -> None:
    plain = json.loads(encode(CHECK_IN))
    del plain["tags"], plain["feelings"], plain["values"][0]["source"]
    plain["of a later version"] = 1
    found = decode(CheckIn, json.dumps(plain))
    assert (found.tags, found.feelings, found.values[0]) == ((), (), MeasureValue(MOOD, 4.5))
    del plain["moment"]
    with pytest.raises(ValueError, match="missing"):
        decode(CheckIn, json.dumps(plain))


def test_what_no_history_can_hold_is_an_error_and_not_nothing() -> None:
    with pytest.raises(TypeError):
        encode(MeasureValue(MOOD, {1}))  # type: ignore[arg-type]


def test_texts_are_cleaned_of_what_no_file_can_hold_and_of_nothing_else() -> None:
    assert cleaned(CurrentMedicine("A\0b\udc00", "ü 🌊")) == CurrentMedicine("Ab", "ü 🌊")
    course = Course(medicines=(CurrentMedicine("x\0"),), notes="plain")
    assert cleaned(course).medicines == (CurrentMedicine("x"),)
    assert cleaned(CHECK_IN) is CHECK_IN
