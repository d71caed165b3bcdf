"""The one style sheet of the program, built from a theme."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from kapjournal.tokens import tokens

if TYPE_CHECKING:
    from kapjournal.ui.shared.theme import Theme

_SHEET = Template("""
* { outline: 0; }
QToolTip { background: $ink; color: $bg; border: 0; padding: ${p5}px ${p10}px; font-size: ${f_caption}px; }
QScrollArea, QScrollArea > QWidget > QWidget#page_content { background: transparent; border: 0; }
QAbstractScrollArea { border: 0; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $strong; border-radius: ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; margin: ${p3}px; width: ${p6}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; margin: ${p3}px; height: ${p6}px; }
QScrollBar::handle:hover { background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${p12}px; }
QFrame[role="card"][tone="note"] { background: $note_soft; border-color: $note_line; }
QFrame[role="card"][tone="sunken"] { background: $sunken; }
QFrame[role="card"][tone="selected"] { background: $accent_soft; border: 2px solid $accent; }
QFrame[role="card"][tone="strong"] { border-color: $strong; }
QFrame[role="card"][tone="urgent"] { border: 2px solid $ink2; }
QLabel[role="code"] { background: $sunken; color: $ink; border-radius: ${p6}px; }
QFrame[role="dialog"] { background: $surface; border: 1px solid $line; border-radius: ${p16}px; }
QFrame[role="popup"] { background: $surface; border: 1px solid $strong; border-radius: ${p8}px; }
QWidget[role="names"] { background: $bg; border: 0; border-right: 1px solid $line; }
QFrame[role="hairline"] { background: $line; border: 0; }
QWidget[role="toast"] { background: $ink; border-radius: ${p10}px; }

QPushButton { border-radius: ${p8}px; border: 1px solid $strong; background: $surface; color: $ink;
  padding: 0 ${p14}px; min-height: ${p34}px; max-height: ${p34}px; }
QPushButton:hover { background: $hover; }
QPushButton:disabled { background: $sunken; color: $ink3; border-color: $line; }
QPushButton[extent="small"] { min-height: ${p28}px; max-height: ${p28}px; padding: 0 ${p10}px;
  border-radius: ${p7}px; }
QPushButton[extent="large"] { min-height: ${p42}px; max-height: ${p42}px; padding: 0 ${p20}px;
  border-radius: ${p10}px; }
QPushButton[extent="gentle"] { min-height: ${p48}px; max-height: ${p48}px; padding: 0 ${p14}px;
  border-radius: ${p12}px; }
QPushButton[kind="primary"][extent="gentle"] { padding: 0 ${p28}px; }
QPushButton[kind="gentle_kind"] { background: transparent; color: $ink2; border-color: transparent;
  border-radius: ${gentle_radius}px; min-height: ${p42}px; max-height: ${p42}px; padding: 0 ${p16}px 0 0; }
QPushButton[kind="gentle_kind"]:hover { background: $hover; }
QPushButton[kind="gentle_kind"]:checked { background: $accent_soft; border-color: $strong; color: $ink;
  padding: 0 ${p16}px; }
QPushButton[kind="primary"] { background: $accent_fill; color: $on_accent; border-color: $primary_border; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $ink3; border-color: $line; }
QPushButton[kind="soft"] { background: $accent_soft; color: $accent; border-color: $accent_soft; }
QPushButton[kind="soft"]:hover { background: $hover; border-color: $hover; }
QPushButton[kind="quiet"] { background: transparent; color: $ink2; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:disabled { color: $ink3; }
QPushButton[kind="text"] { background: transparent; color: $accent; border-color: transparent;
  padding: 0 ${p6}px; }
QPushButton[kind="text"]:hover { background: $hover; }
QPushButton[kind="text"]:disabled { color: $ink3; }
QPushButton[kind="destructive"] { color: $danger; border-color: $danger; }
QPushButton[kind="destructive"]:hover { background: $danger_soft; }
QPushButton[kind="destructive"]:disabled { color: $ink3; border-color: $line; }
QPushButton[kind="icon"] { padding: 0; min-width: ${p34}px; max-width: ${p34}px; border-color: $line; }
QPushButton[kind="icon"][extent="small"] { min-width: ${p28}px; max-width: ${p28}px; }
QPushButton[kind="bare"] { padding: 0; min-width: ${p34}px; max-width: ${p34}px;
  background: transparent; border-color: transparent; }
QPushButton[kind="bare"]:hover { background: $hover; }
QPushButton[kind="bare"][extent="small"] { min-width: ${p28}px; max-width: ${p28}px; }
QPushButton[kind="icon"]:checked, QPushButton[kind="bare"]:checked { background: $accent_soft;
  border-color: $accent; }

QPushButton[kind="segment"] { border-radius: 0; border-right-width: 0; padding: 0 ${p12}px; }
QPushButton[kind="segment"][extent="small"] { padding: 0 ${p8}px; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: ${p8}px;
  border-bottom-left-radius: ${p8}px; }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: ${p8}px;
  border-bottom-right-radius: ${p8}px; border-right-width: 1px; }
QPushButton[kind="segment"][place="only"] { border-radius: ${p8}px; border-right-width: 1px; }
QPushButton[kind="segment"]:checked { background: $accent_fill; color: $on_accent; border-color: $accent_fill; }
QPushButton[kind="segment"]:checked:hover { background: $accent_hover; }

QPushButton[kind="chip"] { border-radius: ${chip_radius}px; border-color: $line; min-height: ${p28}px;
  max-height: ${p28}px; padding: 0 ${p12}px; color: $ink2; }
QPushButton[kind="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton[kind="chip"][tone="session"] { background: $session_soft; border-color: $session_soft;
  color: $session; }
QPushButton[kind="chip"][extent="small"] { border-radius: ${chip_small_radius}px; min-height: ${p22}px;
  max-height: ${p22}px; padding: 0 ${p10}px; }

QPushButton[kind="nav"] { text-align: left; border: 1px solid transparent; background: transparent;
  color: $ink2; padding: 0 ${p10}px 0 ${p12}px; min-height: ${p36}px; max-height: ${p36}px; }
QPushButton[kind="nav"]:hover { background: $hover; }
QPushButton[kind="nav"]:checked { background: $surface; border-color: $line; color: $ink; }
QPushButton[kind="nav"][narrow="true"] { text-align: center; padding: 0; }

QPushButton[kind="tab"] { border: 0; border-radius: 0; background: transparent; color: $ink2;
  border-bottom: ${p25}px solid transparent; padding: 0 ${p4}px; }
QPushButton[kind="tab"]:hover { color: $ink; background: transparent; }
QPushButton[kind="tab"]:checked { color: $ink; border-bottom-color: $accent; }

QLineEdit, QAbstractSpinBox, QComboBox { background: $surface; color: $ink; border: 1px solid $strong;
  border-radius: ${p8}px; padding: 0 ${p12}px; min-height: ${p36}px;
  selection-background-color: $accent_fill; selection-color: $on_accent; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QTextEdit[role="area"]:focus,
  QPlainTextEdit[role="area"]:focus { border-color: $accent; }
QLineEdit, QTextEdit, QPlainTextEdit { placeholder-text-color: $ink3; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { background: $sunken; color: $ink3;
  border-color: $line; }
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"] { border: 2px solid $note; }
QLineEdit[extent="large"] { min-height: ${p42}px; }
QLineEdit[role="bare"] { border: 0; background: transparent; padding: 0; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; background: transparent;
  min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; height: 0; border: 0; }
QComboBox { padding-right: ${p32}px; }
QComboBox[extent="small"] { padding: 0 0 0 ${p8}px; min-height: ${p28}px; }
QComboBox::drop-down { border: 0; width: ${p32}px; }
QComboBox::down-arrow { image: none; }
QTextEdit[role="area"], QPlainTextEdit[role="area"] { background: $surface; color: $ink;
  border: 1px solid $strong; border-radius: ${p8}px; padding: ${p6}px ${p8}px;
  selection-background-color: $accent_fill; selection-color: $on_accent; }
QPlainTextEdit[role="gentle"] { background: $surface; color: $ink; border: 1px solid $strong;
  border-radius: ${p14}px; padding: ${p22}px ${p24}px; selection-background-color: $accent_fill;
  selection-color: $on_accent; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $strong; padding: ${p4}px; }
QComboBox QAbstractItemView::item { min-height: ${p32}px; padding: 0 ${p8}px; border-radius: ${p6}px; color: $ink; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $ink; }
QMenu { background: $surface; border: 1px solid $strong; border-radius: ${p8}px; padding: ${p5}px; }
QMenu::item { padding: ${p7}px ${p24}px ${p7}px ${p12}px; border-radius: ${p6}px; color: $ink; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QMenu::icon { padding-left: ${p8}px; }
QCalendarWidget QAbstractItemView { background: $surface; color: $ink; alternate-background-color: $surface;
  selection-background-color: $accent_fill; selection-color: $on_accent; border: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { background: transparent; color: $ink; border: 0; border-radius: ${p6}px;
  padding: ${p6}px; }
QCalendarWidget QToolButton:hover { background: $hover; }
QListView, QTreeView, QTableView { background: transparent; border: 0; color: $ink; }
QTableView { gridline-color: $line; selection-background-color: $accent_soft; selection-color: $ink; }
QHeaderView::section { background: $sunken; color: $ink2; border: 0; border-bottom: 1px solid $line;
  padding: ${p6}px ${p10}px; }
QProgressBar { background: $line; border: 0; border-radius: ${p3}px; min-height: ${p6}px; max-height: ${p6}px; }
QProgressBar::chunk { background: $accent_fill; border-radius: ${p3}px; }
QSplitter::handle { background: $line; }
""")


def qss(look: Theme) -> str:
    """Return the style sheet of a theme; every length follows its text size."""
    values: dict[str, str] = {role: look.hex(role) for role in tokens().colors[look.name]}
    # Nothing bright is filled in the gentle theme, so its primary button needs a border that can be seen.
    values["primary_border"] = look.hex("accent" if look.name == "gentle" else "accent_fill")
    lengths = (3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 16, 20, 22, 24, 28, 32, 34, 36, 42, 48)
    values.update({f"p{length}": str(max(1, look.px(length))) for length in lengths})
    # Half the height with its border, rounded down: Qt draws square corners where a radius is any larger.
    values["chip_radius"] = str((look.px(28) + 2) // 2)
    values["chip_small_radius"] = str((look.px(22) + 2) // 2)
    values["gentle_radius"] = str((look.px(42) + 2) // 2)
    values["p25"] = str(max(2, look.px(2.5)))
    values["f_caption"] = str(look.px(tokens().type["caption"].px))
    return _SHEET.substitute(values)
