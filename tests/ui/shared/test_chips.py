"""A chip gives way where a line has no room for its words; nothing beside it does."""

import pytest
import shiboken6
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kapjournal.ui.shared.chips import Chip, ChipFlow, FlowLayout

LONG = "one long word after another"


def test_a_chip_without_room_ends_in_dots_and_says_all_to_a_reader(app: QApplication) -> None:
    flow = ChipFlow("tags")
    flow.add(Chip("home"))
    flow.add(Chip(LONG))
    flow.resize(140, 100)
    flow.show()
    short, long = flow.chips()
    assert short.text() == "home"
    assert long.geometry().right() < 140
    assert long.text().endswith("…")
    assert (long.accessibleName(), long.toolTip()) == (LONG, LONG)
    flow.resize(400, 100)
    app.processEvents()
    assert long.text() == LONG


def test_what_was_chosen_before_it_had_a_place_is_heavier(app: QApplication) -> None:
    flow, chip = ChipFlow("tags"), Chip("home")
    chip.setChecked(True)
    flow.add(chip)
    flow.resize(200, 60)
    flow.show()
    assert chip.font().weight() == QFont.Weight.DemiBold


def test_what_a_flow_holds_goes_with_it(app: QApplication) -> None:
    """Places that are not its own would stay in memory, some dozens for each check-in that is opened."""
    flow = ChipFlow("feelings")
    layout = flow.layout()
    assert isinstance(layout, FlowLayout)
    chips = [Chip(name) for name in ("calm", "tender", "tired")]
    for chip in chips:
        flow.add(chip)
    places = [layout.itemAt(index) for index in range(3)]
    assert all(shiboken6.ownedByPython(place) for place in places)
    # Qt takes the place of a widget that goes first, and then it is Qt's.
    shiboken6.delete(chips.pop())
    assert [shiboken6.isValid(place) for place in places] == [True, True, False]
    assert flow.chips() == chips


@pytest.mark.parametrize("words", ["Session 4, 20 Oct", "possible change"])
def test_a_chip_that_was_too_narrow_asks_for_no_less_than_before(app: QApplication, words: str) -> None:
    chip = Chip(words, checkable=False, size="small", icon="add")
    chip.show()
    wanted = chip.sizeHint()
    for width in range(60, 150, 7):
        chip.resize(width, wanted.height())
        assert chip.sizeHint() == wanted, width
    chip.resize(wanted)
    assert chip.text().strip() == words
