"""No way out: on Linux the kernel refuses this process, and all that it starts, every socket but local ones."""

from __future__ import annotations

import ctypes
import os
import struct
import sys

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2

_ARCHITECTURES = {"x86_64": (0xC000003E, 41, 53), "aarch64": (0xC00000B7, 198, 199)}
"""What the kernel calls a processor, and its numbers of the calls `socket` and `socketpair`."""

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_AT_CALL, _AT_ARCHITECTURE, _AT_FIRST_ARGUMENT = 0, 4, 16
_OTHER_NUMBERING = 0x40000000
_RING = 425
"""io_uring_setup, on every processor: a queue of calls that no filter sees."""
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13
"""Let the call through, or answer it with EACCES."""
_LOCAL = 1
"""AF_UNIX: the screen and the desktop's own messages."""
_KERNEL_NEWS = 16
"""AF_NETLINK: the kernel's own news of devices; nothing leaves the computer by it."""


def guard_network() -> bool:
    """Refuse sockets to anywhere but this computer, for good; say whether the kernel does so.

    Where the system has no such filter nothing changes: the program opens no connection anyway.
    """
    if sys.platform != "linux":
        return False
    known = _ARCHITECTURES.get(os.uname().machine)
    if known is None or struct.calcsize("P") != 8:
        return False
    instructions = _filter(*known)
    code = ctypes.create_string_buffer(instructions, len(instructions))
    # struct sock_fprog: how many instructions, and where they are.
    program = ctypes.create_string_buffer(
        struct.pack("HxxxxxxP", len(instructions) // 8, ctypes.addressof(code))
    )
    try:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return False
    prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(program), 0, 0) == 0)


def _filter(architecture: int, socket: int, pair: int) -> bytes:
    """The filter in the kernel's own small language; a jump counts the instructions to pass over."""
    lines = (
        (_LOAD, 0, 0, _AT_ARCHITECTURE),
        # Calls by the numbers of another processor, or of a second numbering of this one, cannot be told apart.
        (_EQUAL, 0, 9, architecture),
        (_LOAD, 0, 0, _AT_CALL),
        (_AT_LEAST, 7, 0, _OTHER_NUMBERING),
        (_EQUAL, 2, 0, socket),
        (_EQUAL, 1, 0, pair),
        (_EQUAL, 4, 3, _RING),
        (_LOAD, 0, 0, _AT_FIRST_ARGUMENT),
        (_EQUAL, 1, 0, _LOCAL),
        (_EQUAL, 0, 1, _KERNEL_NEWS),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    )
    return b"".join(struct.pack("HBBI", *line) for line in lines)
