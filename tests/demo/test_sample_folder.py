from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kapjournal.clock import FixedClock
from kapjournal.demo import sample_folder
from kapjournal.demo.sample_folder import SampleFolder, sweep
from kapjournal.demo.shown_sample import ShownSample

KILLED = """
import os, sys
from pathlib import Path
from kapjournal.demo.sample_folder import SampleFolder
folder = SampleFolder(Path(sys.argv[1]))
folder.journal.mkdir()
(folder.journal / "words").write_text("words")
os.kill(os.getpid(), 9)
"""


def left(root: Path) -> list[Path]:
    return sorted(root.iterdir()) if root.exists() else []


def test_only_this_user_can_look_inside(tmp_path: Path) -> None:
    with SampleFolder(tmp_path / "samples") as folder:
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
        assert stat.S_IMODE(folder.path.parent.stat().st_mode) == 0o700
    assert left(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_what_a_kill_leaves_is_swept_at_the_next_start(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], timeout=60, check=False)
    (killed,) = left(tmp_path)
    with SampleFolder(tmp_path) as folder:
        assert left(tmp_path) == [folder.path]
        assert folder.path != killed


def test_what_somebody_holds_or_nobody_marked_is_left_alone(tmp_path: Path) -> None:
    with SampleFolder(tmp_path) as folder:
        (tmp_path / "sample-mine").mkdir()
        (tmp_path / "sample-mine" / "letter").touch()
        (tmp_path / "sample-link").symlink_to(tmp_path / "sample-mine")
        assert sweep(tmp_path) == 0
        assert folder.path.exists()
    assert (tmp_path / "sample-mine" / "letter").exists()


def test_a_folder_made_on_one_thread_is_removed_on_another(tmp_path: Path) -> None:
    made: list[SampleFolder] = []
    thread = threading.Thread(target=lambda: made.append(SampleFolder(tmp_path / "samples")))
    thread.start()
    thread.join()
    made[0].remove()
    assert left(tmp_path) == []


def test_a_shown_sample_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_folder, "samples_root", lambda: tmp_path / "samples")
    clock = FixedClock(datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London")))
    with ShownSample(clock) as sample, ShownSample(clock) as other:
        assert sample.journal.timeline.count() == other.journal.timeline.count() > 200
        assert sample.passphrase != other.passphrase
    assert left(tmp_path) == []
