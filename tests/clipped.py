"""Looks for words that do not fit where they stand, on every page, in small windows and at large text.

python -m tests.clipped              every page; says what is cut, and exits 1 if anything is
python -m tests.clipped today share  only these pages
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from kapjournal.words import language
from tests import gallery
from tests.gallery import Look

LOOKS = (
    Look("80 %", scale=0.8),
    Look("1024x700", width=1024, height=700),
    Look("1024x700, 125 %", scale=1.25, width=1024, height=700),
    Look("1024x700, 150 %", scale=1.5, width=1024, height=700),
    Look("200 %", scale=2.0),
)
FEW = 3
"""Shorter words are a number on a button that keeps room for heavier type than it shows."""


def cut(widget: QWidget, root: QWidget) -> str:
    """Say how a widget's words do not fit, or ''; list rows, which end in dots by design, are no widgets."""
    if not isinstance(widget, (QLabel, QPushButton, QCheckBox, QRadioButton)) or not widget.isVisible():
        return ""
    if len(widget.text().strip()) < FEW:
        return ""
    # By way of the screen: a month that is open is a window of its own.
    left = root.mapFromGlobal(widget.mapToGlobal(widget.rect().topLeft())).x()
    if left < -1 or left + widget.width() > root.width() + 1:
        return "beyond the edge of the window"
    if isinstance(widget, QLabel) and widget.wordWrap():
        return cut_lines(widget)
    need, has = widget.sizeHint(), widget.size()
    if need.width() > has.width() + 1:
        return f"needs a width of {need.width()}, has {has.width()}"
    return (
        f"needs a height of {need.height()}, has {has.height()}" if need.height() > has.height() + 2 else ""
    )


def cut_lines(label: QLabel) -> str:
    """Say how words that wrap do not fit."""
    has, measure = label.size(), label.fontMetrics()
    longest = max(measure.horizontalAdvance(word) for word in label.text().split())
    if longest > has.width() + 1:
        return f"a word needs {longest}, has {has.width()}"
    lines = label.heightForWidth(has.width())
    return f"needs a height of {lines}, has {has.height()}" if lines > has.height() + 1 else ""


def main(wanted: list[str]) -> int:
    """Draw each page and look at its words instead of keeping the picture."""
    language.use("en_GB")
    app = QApplication(["clipped"])
    found: list[str] = []
    for look in LOOKS:

        def examine(root: QWidget, path: Path, look: Look = look) -> None:
            for widget in root.findChildren(QWidget):
                fault = cut(widget, root)
                if fault:
                    found.append(f"{look.name}, {path.stem}: {type(widget).__name__} {fault}")

        gallery.grab = examine
        gallery.draw_outside(app, Path(), wanted, look)
        gallery.draw_inside(app, Path(), wanted, look)
    print("\n".join(found) or "nothing is cut")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
