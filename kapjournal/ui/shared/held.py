"""What stands in a layout, found without touching its items.

WORKAROUND: Python keeps an object for each item that `itemAt` returned, and is not told when Qt deletes the item. What
Qt makes at the same place later is then known under two objects, and the process dies when it is destroyed: in PySide
6.11 Shiboken::Object::destroy releases an object that has just gone where another still stands for its address. Going
by Tab for some minutes was enough. Widgets and layouts do tell when they go, and `takeAt` keeps nothing.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

Held = QWidget | QLayout


def held(layout: QLayout) -> dict[int, Held]:
    """Return the widgets and layouts that stand in a layout, by their numbers in it."""
    holder = layout.parentWidget()
    around = holder.children() if holder is not None else []
    found: dict[int, Held] = {}
    for one in (*layout.children(), *around):
        if isinstance(one, (QWidget, QLayout)) and (number := layout.indexOf(one)) >= 0:
            found[number] = one
    return found
