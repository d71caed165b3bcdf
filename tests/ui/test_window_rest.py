"""What is loaded behind Unlock is what opening a journal and showing Today need, so that nobody waits for it."""

from __future__ import annotations

import json
import subprocess
import sys

from kapjournal.journal import Journal

_OPENS = """
import json, sys
from pathlib import Path
from kapjournal.clock import SystemClock
from kapjournal.ui.window_rest import load_rest
load_rest()
from PySide6.QtWidgets import QApplication
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.worker import Worker
from kapjournal.ui.window_inside import Inside
app = QApplication([])
loaded = set(sys.modules)
folder, passphrase = sys.argv[1:]
journal = Journal.unlock(Path(folder), passphrase, SystemClock())
inside = Inside(Place(journal, SystemClock(), SettingsStore(Path(folder + ".toml")), Worker()))
inside.show_page("today")
inside.grab()
print(json.dumps(sorted(set(sys.modules) - loaded)))
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
    late = [name for name in json.loads(told.stdout) if not name.startswith(("kapjournal.ui.", "importlib."))]
    assert set(late) <= {"kapjournal.storage.steps"}
