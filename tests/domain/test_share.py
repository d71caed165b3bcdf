"""What is in a summary until the person chooses, and where its lines come from."""

from __future__ import annotations

from kapjournal.domain.share import (
    MOST_TALKING_POINTS,
    ON_REQUEST,
    TYPED,
    UNTOLD,
    USUAL_PARTS,
    Part,
    SummaryChoice,
    TalkingPoints,
)


def test_what_is_there_only_on_request_is_in_no_summary_of_itself() -> None:
    assert ON_REQUEST == (Part.BEFORE_AND_AFTER, Part.SESSION_DETAILS, Part.TAGS)
    assert SummaryChoice().parts == USUAL_PARTS
    assert not set(USUAL_PARTS) & set(ON_REQUEST)
    assert {*USUAL_PARTS, *ON_REQUEST} == set(Part)


def test_a_line_without_a_source_is_untold() -> None:
    points = TalkingPoints(("a", "b", "c"), (7, TYPED))
    assert points.lines() == (("a", 7), ("b", TYPED), ("c", UNTOLD))
    assert TalkingPoints.of(points.lines()) == TalkingPoints(("a", "b", "c"), (7, TYPED, UNTOLD))
    assert points.is_full is (len(points.texts) >= MOST_TALKING_POINTS)
    assert not TalkingPoints(("a",) * (MOST_TALKING_POINTS - 1)).is_full
