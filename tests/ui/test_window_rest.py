"""What is loaded behind Unlock is what opening a journal and showing Today need, so that nobody waits for it."""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kapjournal.journal import Journal
from kapjournal.ui.window_rest import give_back

_OPENS = """
import enum, json, sys
from pathlib import Path
from kapjournal.clock import SystemClock
from kapjournal.ui.window_rest import load_rest, meet_types
load_rest()
from PySide6.QtWidgets import QApplication, QWidget
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.worker import Worker
from kapjournal.ui.window_inside import Inside
app = QApplication([])
window = QWidget()
meet_types(window)
made = []
real = enum.EnumType.__new__
enum.EnumType.__new__ = lambda meta, name, *rest, **named: made.append(name) or real(meta, name, *rest, **named)
loaded = set(sys.modules)
folder, passphrase = sys.argv[1:]
journal = Journal.unlock(Path(folder), passphrase, SystemClock())
inside = Inside(Place(journal, SystemClock(), SettingsStore(Path(folder + ".toml")), Worker()))
inside.show_page("today")
inside.grab()
from sqlalchemy.util import is_exit_exception
assert not is_exit_exception(ValueError()) and is_exit_exception(TimeoutError())
needless = {"asyncio", "email", "importlib.metadata", "sqlite3", "ssl"} & set(sys.modules)
print(json.dumps([sorted(set(sys.modules) - loaded), made, sorted(needless)]))
journal.close()
"""


def test_enter_loads_nothing_heavy(journal: Journal, passphrase: str) -> None:
    journal.close()
    told = subprocess.run(
        [sys.executable, "-c", _OPENS, str(journal.folder), passphrase],
        capture_output=True,
        text=True,
        check=True,
    )
    modules, types, needless = json.loads(told.stdout)
    assert needless == []
    late = [name for name in modules if not name.startswith(("kapjournal.ui.", "importlib."))]
    assert set(late) <= {"kapjournal.storage.steps"}
    assert len(types) < 12, types


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="GNU alone"
)
def test_memory_that_was_needed_for_a_moment_is_given_back() -> None:
    malloc, free = ctypes.CDLL(None).malloc, ctypes.CDLL(None).free
    malloc.restype, free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    blocks = [malloc(60_000) for _block in range(400)]
    for block in blocks:
        ctypes.memset(block, 1, 60_000)
    for block in blocks[:-1]:
        free(block)
    before = _resident_kb()
    give_back()
    after = _resident_kb()
    free(blocks[-1])
    assert before - after > 15_000


def _resident_kb() -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
