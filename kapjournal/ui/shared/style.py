"""The one style sheet of the program, built from a theme."""

from __future__ import annotations

import re

from kapjournal.tokens import tokens
from kapjournal.ui.shared.mirroring import from_right
from kapjournal.ui.shared.theme import Theme

_SHEET = """
* { outline: 0; }
QToolTip { background: %(ink)s; color: %(bg)s; border: 0; padding: %(p5)spx %(p10)spx; font-size: %(f_caption)spx; }
QScrollArea, QScrollArea > QWidget > QWidget#page_content { background: transparent; border: 0; }
QWidget#entry_pane, QWidget#reflection_sheet { background: %(surface)s; }
QWidget#version_list { background: %(bg)s; }
QLabel#struck_words { background: %(sunken)s; }
QLabel#lined_words { background: %(mark)s; }
QAbstractScrollArea { border: 0; }
QScrollBar:vertical { background: transparent; width: %(p12)spx; margin: 0; }
QScrollBar:horizontal { background: transparent; height: %(p12)spx; margin: 0; }
QScrollBar::handle { background: %(strong)s; border-radius: %(p3)spx; }
QScrollBar::handle:vertical { min-height: %(p32)spx; margin: %(p3)spx; width: %(p6)spx; }
QScrollBar::handle:horizontal { min-width: %(p32)spx; margin: %(p3)spx; height: %(p6)spx; }
QScrollBar::handle:hover { background: %(ink3)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }

QFrame[role="card"] { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(p12)spx; }
QFrame[role="card"][tone="note"] { background: %(note_soft)s; border-color: %(note_line)s; }
QFrame[role="card"][tone="sunken"] { background: %(sunken)s; }
QFrame[role="card"][tone="selected"] { background: %(accent_soft)s; border: 2px solid %(accent)s; }
QFrame[role="card"][tone="strong"] { border-color: %(strong)s; }
QFrame[role="card"][tone="urgent"] { border: 2px solid %(ink2)s; }
QLabel[role="code"] { background: %(sunken)s; color: %(ink)s; border-radius: %(p6)spx; }
QFrame[role="dialog"] { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(p16)spx; }
QFrame[role="popup"] { background: %(surface)s; border: 1px solid %(strong)s; border-radius: %(p8)spx; }
QWidget[role="names"] { background: %(bg)s; border: 0; border-right: 1px solid %(line)s; }
QFrame[role="hairline"] { background: %(line)s; border: 0; }
QWidget[role="toast"] { background: %(ink)s; border-radius: %(p10)spx; }

QPushButton { border-radius: %(p8)spx; border: 1px solid %(strong)s; background: %(surface)s; color: %(ink)s;
  padding: 0 %(p14)spx; min-height: %(p34)spx; max-height: %(p34)spx; }
QPushButton:hover { background: %(hover)s; }
QPushButton:disabled { background: %(sunken)s; color: %(ink3)s; border-color: %(line)s; }
QPushButton[extent="small"] { min-height: %(p28)spx; max-height: %(p28)spx; padding: 0 %(p10)spx;
  border-radius: %(p7)spx; }
QPushButton[extent="line"] { min-height: %(p22)spx; max-height: %(p22)spx; border-radius: %(p6)spx; }
QPushButton[extent="large"] { min-height: %(p42)spx; max-height: %(p42)spx; padding: 0 %(p19)spx;
  border-radius: %(p10)spx; }
QPushButton[extent="gentle"] { min-height: %(p48)spx; max-height: %(p48)spx; padding: 0 %(p14)spx;
  border-radius: %(p12)spx; }
QPushButton[kind="primary"][extent="gentle"] { padding: 0 %(p28)spx; }
QPushButton[kind="gentle_kind"] { background: transparent; color: %(ink2)s; border-color: transparent;
  border-radius: %(gentle_radius)spx; min-height: %(p42)spx; max-height: %(p42)spx; padding: 0 %(p16)spx 0 0; }
QPushButton[kind="gentle_kind"]:hover { background: %(hover)s; }
QPushButton[kind="gentle_kind"]:checked { background: %(accent_soft)s; border-color: %(strong)s; color: %(ink)s;
  padding: 0 %(p16)spx; }
QPushButton[kind="primary"] { background: %(accent_fill)s; color: %(on_accent)s; border-color: %(primary_border)s; }
QPushButton[kind="primary"]:hover { background: %(accent_hover)s; }
QPushButton[kind="primary"]:disabled { background: %(sunken)s; color: %(ink3)s; border-color: %(line)s; }
QPushButton[kind="soft"] { background: %(accent_soft)s; color: %(accent)s; border-color: %(accent_soft)s; }
QPushButton[kind="soft"]:hover { background: %(hover)s; border-color: %(hover)s; }
QPushButton[kind="quiet"] { background: transparent; color: %(ink2)s; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: %(hover)s; }
QPushButton[kind="quiet"]:disabled { color: %(ink3)s; }
QPushButton[kind="text"] { background: transparent; color: %(accent)s; border-color: transparent;
  padding: 0 %(p6)spx; }
QPushButton[kind="text"]:hover { background: %(hover)s; }
QPushButton[kind="text"]:disabled { color: %(ink3)s; }
QPushButton[flush="begin"] { padding: 0 %(p10)spx 0 0; border-left-width: 0; }
QPushButton[flush="end"] { padding: 0 0 0 %(p10)spx; border-right-width: 0; }
QPushButton[flush="begin"]:hover, QPushButton[flush="end"]:hover { background: transparent; color: %(accent)s; }
QPushButton[kind="destructive"] { color: %(danger)s; border-color: %(danger)s; }
QPushButton[kind="destructive"]:hover { background: %(danger_soft)s; }
QPushButton[kind="destructive"]:disabled { color: %(ink3)s; border-color: %(line)s; }
QPushButton[kind="icon"] { padding: 0; min-width: %(p34)spx; max-width: %(p34)spx; border-color: %(line)s; }
QPushButton[kind="icon"][extent="small"] { min-width: %(p28)spx; max-width: %(p28)spx; }
QPushButton[kind="icon"][round="true"] { border-radius: %(chip_radius)spx; }
QPushButton[kind="icon"][extent="step"] { min-width: %(p30)spx; max-width: %(p30)spx; min-height: %(p32)spx;
  max-height: %(p32)spx; }
QPushButton[kind="bare"] { padding: 0; min-width: %(p34)spx; max-width: %(p34)spx;
  background: transparent; border-color: transparent; }
QPushButton[kind="bare"]:hover { background: %(hover)s; }
QPushButton[kind="bare"][extent="small"] { min-width: %(p28)spx; max-width: %(p28)spx; }
QPushButton[kind="bare"][extent="edge"] { min-width: %(p22)spx; max-width: %(p22)spx; min-height: %(p28)spx;
  max-height: %(p28)spx; }
QPushButton[kind="bare"][extent="within"] { min-width: %(p22)spx; max-width: %(p22)spx; min-height: %(p22)spx;
  max-height: %(p22)spx; }
QPushButton[kind="icon"]:checked, QPushButton[kind="bare"]:checked { background: %(accent_soft)s;
  border-color: %(accent)s; }

QPushButton[kind="segment"] { border-radius: 0; border-right-width: 0; padding: 0 %(p12)spx; }
QPushButton[kind="segment"][extent="small"] { padding: 0 %(p8)spx; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: %(p8)spx;
  border-bottom-left-radius: %(p8)spx; }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: %(p8)spx;
  border-bottom-right-radius: %(p8)spx; border-right-width: 1px; }
QPushButton[kind="segment"][place="only"] { border-radius: %(p8)spx; border-right-width: 1px; }
QPushButton[kind="segment"]:checked { background: %(accent_fill)s; color: %(on_accent)s;
  border-color: %(accent_fill)s; }
QPushButton[kind="segment"]:checked:hover { background: %(accent_hover)s; }

QPushButton[kind="chip"] { border-radius: %(chip_radius)spx; border-color: %(line)s; min-height: %(p28)spx;
  max-height: %(p28)spx; padding: 0 %(p12)spx; color: %(ink2)s; }
QPushButton[kind="chip"]:checked { background: %(accent_soft)s; border-color: %(accent)s; color: %(accent)s; }
QPushButton[kind="chip"][tone="session"] { background: %(session_soft)s; border-color: %(session_soft)s;
  color: %(session)s; }
QPushButton[kind="chip"][tone="quiet"] { background: %(sunken)s; border-color: %(sunken)s; }
QPushButton[kind="chip"][tone="quiet"]:hover { background: %(hover)s; border-color: %(hover)s; }
QPushButton[kind="chip"][extent="small"] { border-radius: %(chip_small_radius)spx; min-height: %(p22)spx;
  max-height: %(p22)spx; padding: 0 %(p10)spx; }

QPushButton[kind="nav"] { text-align: left; border: 1px solid transparent; background: transparent;
  color: %(ink2)s; padding: 0 %(p10)spx 0 %(p12)spx; min-height: %(p22)spx; max-height: %(p36)spx; }
QPushButton[kind="nav"]:hover { background: %(hover)s; }
QPushButton[kind="nav"]:checked { background: %(surface)s; border-color: %(line)s; color: %(ink)s; }
QPushButton[kind="nav"][narrow="true"] { text-align: center; padding: 0; }

QPushButton[kind="tab"] { border: 0; border-radius: 0; background: transparent; color: %(ink2)s;
  border-bottom: %(p25)spx solid transparent; padding: 0 %(p4)spx; }
QPushButton[kind="tab"]:hover { color: %(ink)s; background: transparent; }
QPushButton[kind="tab"]:checked { color: %(ink)s; border-bottom-color: %(accent)s; }

QPushButton[kind="chip"]:checked:hover { background: %(hover)s; }
QPushButton[kind="outlined"]:pressed, QPushButton[kind="soft"]:pressed, QPushButton[kind="quiet"]:pressed,
  QPushButton[kind="text"]:pressed, QPushButton[kind="icon"]:pressed, QPushButton[kind="bare"]:pressed,
  QPushButton[kind="chip"]:pressed, QPushButton[kind="nav"]:pressed { background: %(line)s; }
QPushButton[kind="primary"]:pressed { border-color: %(ink2)s; }

QLineEdit, QAbstractSpinBox, QComboBox { background: %(surface)s; color: %(ink)s; border: 1px solid %(strong)s;
  border-radius: %(p8)spx; padding: 0 %(p12)spx; min-height: %(p36)spx;
  selection-background-color: %(accent_fill)s; selection-color: %(on_accent)s; }
QLineEdit { padding: 0 %(p10)spx; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QTextEdit[role="area"]:focus,
  QPlainTextEdit[role="area"]:focus { border-color: %(accent)s; }
QLineEdit, QTextEdit, QPlainTextEdit { placeholder-text-color: %(ink3)s; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { background: %(sunken)s; color: %(ink3)s;
  border-color: %(line)s; }
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"] { border: 2px solid %(note)s; }
QLineEdit[extent="large"] { min-height: %(p42)spx; }
QLineEdit[role="bare"] { border: 0; background: transparent; padding: 0; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; background: transparent;
  min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; height: 0; border: 0; }
QComboBox { padding-left: %(beside_words)spx; padding-right: 0; }
QComboBox[extent="small"] { padding: 0 0 0 %(p8)spx; min-height: %(p28)spx; }
QComboBox[extent="row"] { min-height: %(p32)spx; }
QComboBox::drop-down { border: 0; width: %(p32)spx; }
QComboBox::down-arrow { image: none; }
QTextEdit[role="area"], QPlainTextEdit[role="area"] { background: %(surface)s; color: %(ink)s;
  border: 1px solid %(strong)s; border-radius: %(p8)spx; padding: %(p6)spx %(beside_lines)spx;
  selection-background-color: %(accent_fill)s; selection-color: %(on_accent)s; }
QPlainTextEdit[role="gentle"] { background: %(surface)s; color: %(ink)s; border: 1px solid %(strong)s;
  border-radius: %(p14)spx; padding: %(p22)spx %(p24)spx; selection-background-color: %(accent_fill)s;
  selection-color: %(on_accent)s; }
QComboBox QAbstractItemView { background: %(surface)s; border: 1px solid %(strong)s; padding: %(p4)spx; }
QComboBox QAbstractItemView::item { min-height: %(p32)spx; padding: 0 %(p8)spx; border-radius: %(p6)spx;
  color: %(ink)s; }
QComboBox QAbstractItemView::item:selected { background: %(accent_soft)s; color: %(ink)s; }
QMenu { background: %(surface)s; border: 1px solid %(strong)s; border-radius: %(p8)spx; padding: %(p5)spx;
  icon-size: %(p16)spx; }
QMenu::item { padding: %(p7)spx %(p24)spx %(p7)spx %(p12)spx; border-radius: %(p6)spx; color: %(ink)s; }
QMenu::item:selected { background: %(accent_soft)s; }
QMenu::item:disabled { color: %(ink3)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: %(p4)spx %(p8)spx; }
QMenu::icon { padding-left: %(p8)spx; }
QCalendarWidget QAbstractItemView { background: %(surface)s; color: %(ink)s; alternate-background-color: %(surface)s;
  selection-background-color: %(accent_fill)s; selection-color: %(on_accent)s; border: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: %(surface)s; }
QCalendarWidget QToolButton { background: transparent; color: %(ink)s; border: 0; border-radius: %(p6)spx;
  padding: %(p6)spx; }
QCalendarWidget QToolButton:hover { background: %(hover)s; }
QListView, QTreeView, QTableView { background: transparent; border: 0; color: %(ink)s; }
QTableView { gridline-color: %(line)s; selection-background-color: %(accent_soft)s; selection-color: %(ink)s; }
QHeaderView::section { background: %(sunken)s; color: %(ink2)s; border: 0; border-bottom: 1px solid %(line)s;
  padding: %(p6)spx %(p10)spx; }
QProgressBar { background: %(line)s; border: 0; border-radius: %(p3)spx; min-height: %(p6)spx; max-height: %(p6)spx; }
QProgressBar::chunk { background: %(accent_fill)s; border-radius: %(p3)spx; }
QSplitter::handle { background: %(line)s; }
"""


def qss(look: Theme) -> str:
    """Return the style sheet of a theme; every length follows its text size."""
    values: dict[str, str] = {role: look.hex(role) for role in tokens().colors[look.name]}
    # Nothing bright is filled in the gentle theme, so its primary button needs a border that can be seen.
    values["primary_border"] = look.hex("accent" if look.name == "gentle" else "accent_fill")
    lengths = (3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 16, 19, 22, 24, 28, 30, 32, 34, 36, 42, 48)
    values.update({f"p{length}": str(max(1, look.px(length))) for length in lengths})
    # Half the height with its border, rounded down: Qt draws square corners where a radius is any larger.
    values["chip_radius"] = str((look.px(28) + 2) // 2)
    values["chip_small_radius"] = str((look.px(22) + 2) // 2)
    values["gentle_radius"] = str((look.px(42) + 2) // 2)
    # Qt keeps 2 px free before the words of a field and 4 before lines, at every size: all begin at the same place.
    values["beside_words"] = str(look.px(10) + 2)
    values["beside_lines"] = str(look.px(10) - 2)
    values["p25"] = str(max(2, look.px(2.5)))
    values["f_caption"] = str(look.px(tokens().type["caption"].px))
    sheet = _SHEET % values
    return _turned(sheet) if from_right() else sheet


def _turned(sheet: str) -> str:
    """Return the sheet with left and right of borders, corners and gaps exchanged, which Qt leaves as they are."""
    return re.sub(r"([^{}]*){([^{}]*)}", _turned_rule, sheet)


def _turned_rule(rule: re.Match[str]) -> str:
    whose, words = rule.groups()
    sided = "border|border-top|border-bottom"
    # Around the words of a button Qt turns the gaps round, and nothing else.
    if "QPushButton" not in whose:
        sided += "|padding|margin"
        words = re.sub(
            r"\bpadding: ([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+);", r"padding: \1 \4 \3 \2;", words
        )
    other = {"left": "right", "right": "left"}
    words = re.sub(rf"\b({sided})-(left|right)\b", lambda found: f"{found[1]}-{other[found[2]]}", words)
    return f"{whose}{{{words}}}"
