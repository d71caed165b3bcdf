"""Where a line can be struck on the preview: never on the place of another."""

from __future__ import annotations

from kapjournal.summary.contents import gather
from kapjournal.summary.preview import preview
from tests.summary.samples import NOW, choice, material


def test_no_two_lines_stand_in_the_same_place_and_each_is_wide_enough_to_be_met() -> None:
    boxes = preview(gather(choice(), material(), NOW)).boxes
    assert {box.key for box in boxes} >= {
        "standing:phase",
        "glance:mood",
        "chart:mood",
        "session:101",
        "around:101",
    }
    for box in boxes:
        assert box.right - box.left > 0.09, box
        assert box.bottom > box.top
        for other in boxes:
            if other is not box and other.page == box.page:
                beside = other.left >= box.right or box.left >= other.right
                assert beside or other.top >= box.bottom or box.top >= other.bottom, (box, other)
