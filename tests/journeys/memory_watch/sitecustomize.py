"""Looks through the memory of the process that it is loaded into, whenever a file asks for it.

Python imports a module of this name at its start. Memory is opened then, before the program closes it to others, so
that this works for anybody and tells of exactly the process image that imported it.
"""

import json
import os
import re
import threading
import time
from io import FileIO
from pathlib import Path
from typing import BinaryIO

_MARKERS = re.compile(rb"lantern[-]q(\d{4})"), re.compile(rb"q\0(\d\0\d\0\d\0\d)\0")
_CHUNK = 1 << 22


def _count(maps: BinaryIO, memory: FileIO) -> list[int]:
    """The different markers in memory, as UTF-8 and as UTF-16 (whose first letters are left out)."""
    maps.seek(0)
    found: tuple[set[bytes], set[bytes]] = set(), set()
    for line in maps.read().decode().splitlines():
        region, rights = line.split()[:2]
        if "r" not in rights or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
            continue
        start, end = (int(part, 16) for part in region.split("-"))
        for place in range(start, end, _CHUNK):
            try:
                memory.seek(place)
                data = memory.read(min(_CHUNK, end - place))
            except (OSError, OverflowError, ValueError):
                break
            for known, pattern in zip(found, _MARKERS, strict=True):
                known.update(match.group(1) for match in pattern.finditer(data))
    return [len(known) for known in found]


def _watch(folder: Path, maps: BinaryIO, memory: FileIO) -> None:
    image = time.time_ns()
    while True:
        time.sleep(0.05)
        ask = folder / "ask"
        if ask.exists():
            ask.unlink()
            narrow, wide = _count(maps, memory)
            answer = {"pid": os.getpid(), "image": image, "utf8": narrow, "utf16": wide}
            fresh = folder / "answer.new"
            fresh.write_text(json.dumps(answer))
            fresh.rename(folder / "answer")


if os.environ.get("WATCHED_IN"):
    threading.Thread(
        target=_watch,
        args=(
            Path(os.environ["WATCHED_IN"]),
            Path("/proc/self/maps").open("rb"),  # noqa: SIM115 - as long as the process
            FileIO("/proc/self/mem"),
        ),
        daemon=True,
    ).start()
