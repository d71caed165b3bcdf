"""The window runs without Python's collector, so what is closed must fall apart by itself."""

from __future__ import annotations

import weakref

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kapjournal.ui.check_in.dialog import CheckInDialog
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import CheckInWanted
from kapjournal.ui.window_inside import Inside


def test_a_closed_dialog_leaves_nothing(app: QApplication, place: Place) -> None:
    inside = Inside(place)
    inside.show()
    inside.follow_wish(CheckInWanted())
    dialog = inside.findChild(CheckInDialog)
    gone = weakref.ref(dialog)
    dialog.close_dialog()
    del dialog
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone() is None
