"""The system's fonts, listed while Qt is loaded."""

from __future__ import annotations

import ctypes
import sys
import threading
from contextlib import suppress


def list_fonts_meanwhile() -> None:
    """Let a second thread read the list that Qt would wait for at the first word.

    It is asked of the library itself, since whatever PySide is asked for holds up every other thread of Python.
    """
    if sys.platform == "linux":
        threading.Thread(target=_list_fonts, name="kapjournal-fonts", daemon=True).start()


def _list_fonts() -> bool:
    with suppress(OSError, AttributeError):
        return bool(ctypes.CDLL("libfontconfig.so.1").FcInit())
    return False
