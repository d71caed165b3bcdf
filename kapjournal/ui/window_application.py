"""The application that everything is drawn in, made before the rest of the program is loaded."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def make_application(name: str) -> QApplication:
    """Return the application in the style that the sheet builds on.

    Set on an application that is there already, the style is handed to Python, and its hundreds of names with it.
    """
    app = QApplication([name, "-style", "Fusion"])
    app.setProperty("has_style", True)
    return app
