"""Scales in Settings: switched on and off, rules changed, a scale added from a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from kapjournal.domain.scale_choice import AskAt, AskRule
from kapjournal.journal import Journal
from kapjournal.ui.settings.scales_section import RuleDialog, ScalesSection
from kapjournal.ui.shared.checkbox import Switch
from kapjournal.ui.shared.wishes import Said

SCALE = """
schema_version = 1
id = "calm"
name = "Calm"
version = "1"
licence = "own"
credit = "Own words"
languages = ["en"]
recall_days = 7
min_interval_days = 7
direction = "higher_is_better"
score = { method = "sum", min = 0, max = 2 }
option = [{ value = 0, en = "No" }, { value = 2, en = "Yes" }]
item = [{ id = "one", en = "Calm" }]
"""


def section(journal: Journal) -> tuple[ScalesSection, list[str]]:
    made = ScalesSection(journal)
    said: list[str] = []
    made.requested.connect(lambda wish: said.append(wish.text) if isinstance(wish, Said) else None)
    made.reload()
    return made, said


def test_pcl_5_is_there_only_once_it_is_switched_on(app: QApplication, journal: Journal) -> None:
    made, _said = section(journal)
    assert "pcl5" not in [d.id for d in journal.scales.in_use()]
    next(s for s in made.findChildren(Switch) if s.accessibleName() == "PCL-5").setChecked(True)
    assert "pcl5" in [d.id for d in journal.scales.in_use()]


def test_a_rule_is_changed_and_taken_back(app: QApplication, journal: Journal) -> None:
    made, said = section(journal)
    dialog = RuleDialog(journal.scales.choice().rule(AskAt.MAINTENANCE), journal.scales.definitions(), made)
    dialog.changed.connect(made._keep_rule)
    dialog.days.setText("14")
    for key, chip in dialog.chips.items():
        chip.setChecked(key in ("phq2", "gad2"))
    dialog.keep()
    assert journal.scales.choice().rule(AskAt.MAINTENANCE) == AskRule(AskAt.MAINTENANCE, 14, ("phq2", "gad2"))
    assert said == ["Kept."]
    assert any(label.text().startswith("PHQ-2, GAD-2, every 14 days") for label in made.findChildren(QLabel))
    journal.undo()
    assert journal.scales.choice().rule(AskAt.MAINTENANCE).days == 28


def test_a_scale_is_added_from_a_file(app: QApplication, journal: Journal, tmp_path: Path) -> None:
    made, said = section(journal)
    path = tmp_path / "calm.toml"
    path.write_text(SCALE, "utf-8")
    made.add_file(path)
    assert [d.name for d in journal.scales.in_use()][-1] == "Calm"
    path.write_text(SCALE.replace("max = 2", "max = 3"), "utf-8")
    made.add_file(path)
    assert said[-1] == "calm.toml was not added. Line 12, “score.max”: it does not add up with the items."
    journal.undo()
    assert "calm" not in [d.id for d in journal.scales.definitions()]
