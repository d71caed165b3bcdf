"""What stands in for Qt's names before the first paint is what those names mean."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from kapjournal.ui.shared import first_paint


def test_the_numbers_are_those_of_qt(app: QApplication) -> None:
    label, line = QLabel("<b>bold</b>"), QLineEdit()
    label.setProperty("textFormat", first_paint.PLAIN_TEXT)
    assert label.textFormat() == Qt.TextFormat.PlainText
    label.setProperty("alignment", first_paint.CENTRED)
    assert label.alignment() == Qt.AlignmentFlag.AlignHCenter
    label.setProperty("alignment", first_paint.AT_THE_TOP)
    assert label.alignment() == Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    line.setProperty("inputMethodHints", first_paint.NO_HELP_WITH_WORDS)
    hint = Qt.InputMethodHint
    assert line.inputMethodHints() == (
        hint.ImhSensitiveData | hint.ImhNoAutoUppercase | hint.ImhNoPredictiveText
    )


def test_a_brush_is_of_one_colour(app: QApplication) -> None:
    brush = first_paint.brush_of(QColor("#3a6f8f"))
    assert (brush.color().name(), brush.style()) == ("#3a6f8f", Qt.BrushStyle.SolidPattern)
