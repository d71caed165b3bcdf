"""Whether a window can be opened here, found out before Qt would end the program without a word."""

from __future__ import annotations

import os
import sys

# What Qt's window on X11 needs besides itself: the library's file and the Debian package that brings it.
_LIBRARIES = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
)


def check_screen() -> None:
    """Raise NoScreenError without a display, LibrariesMissingError without what Qt needs; only Linux is asked."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    display = os.environ.get("DISPLAY", "")
    if not display or not _answers(display):
        from kapjournal.errors import NoScreenError

        raise NoScreenError
    check_libraries()


def check_libraries() -> None:
    """Raise LibrariesMissingError naming the packages of libraries that cannot be loaded."""
    missing = tuple(package for library, package in _LIBRARIES if not _loads(library))
    if missing:
        from kapjournal.errors import LibrariesMissingError

        raise LibrariesMissingError(missing)


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Return whether the X server of a local display takes connections; a remote one is believed."""
    host, _colon, number = display.rpartition(":")
    if host not in ("", "unix") or not number:
        return True
    # The part in C alone: the module around it makes a hundred enumerations, before a window is painted.
    import _socket

    place = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 - X11's own, fixed place
    for address in (place, "\0" + place):
        probe = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        try:
            probe.connect(address)
        except OSError:
            continue
        finally:
            probe.close()
        return True
    return False
