"""A chip gives way where a line has no room for its words; nothing beside it does."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kapjournal.ui.shared.chips import Chip, ChipFlow

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
