"""The application that everything is drawn in, made before the rest of the program is loaded."""

from __future__ import annotations

import sys
import threading

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication


def make_application(name: str) -> QApplication:
    """Return the application in the style that the sheet builds on.

    Set on an application that is there already, the style is handed to Python, and its hundreds of names with it.
    """
    app = QApplication([name, "-style", "Fusion"])
    app.setProperty("has_style", True)
    if sys.platform == "linux":
        # Reading the system's list of fonts takes as long as loading the locked window's modules, needs nothing
        # of Python, and is done once for all threads: the two go side by side.
        threading.Thread(target=_meet_fonts, name="kapjournal-fonts", daemon=True).start()
    return app


def _meet_fonts() -> None:
    QFontInfo(QFont()).pixelSize()
