"""Garbage is taken out where Qt lives: in the interface's thread, between two pages.

Python runs its collector in whichever thread allocates; in the worker it would destroy parts of widgets there.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QTimer


def keep_to_this_thread() -> None:
    """Collect nothing by itself any more."""
    gc.disable()


def take_out_soon() -> None:
    """Collect once the events that wait are done."""
    QTimer.singleShot(0, gc.collect)
