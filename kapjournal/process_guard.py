"""What the operating system is asked to keep from others: files of this process, its memory, its core."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def guard_process() -> None:
    """Make new files private; on Linux, let no other program of the same person read this one's memory."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
