"""The command line's first fork, faults, and what is checked before a window is opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kapjournal import screen_check
from kapjournal.errors import LibrariesMissingError, NoScreenError
from kapjournal.fault_log import described, write_fault
from kapjournal.main import open_window, window_arguments

LIGHT = """
import linecache, sys
from kapjournal.ui.window_pyside import load_pyside
load_pyside()
from kapjournal.ui.window_application import make_application
app = make_application("test")
import kapjournal.main, kapjournal.ui.window, kapjournal.ui.window_faults, kapjournal.ui.window_flow
from kapjournal.ui.unlock.view import UnlockView
from kapjournal.settings import SettingsStore
window = kapjournal.ui.window.Window(app, SettingsStore(kapjournal.main.Path(sys.argv[1])))
kapjournal.ui.window_faults.hear_faults(window)
window.show_inside(UnlockView(window))
window.grab()
heavy = {"sqlalchemy", "sqlcipher3", "numpy", "qtawesome", "babel", "click", "zxcvbn", "cryptography", "typst"}
heavy |= {"kapjournal.errors", "dataclasses", "argparse", "logging"}
from PySide6 import QtCore
read = [name for name in linecache.cache if "kapjournal" in name]
print(sorted(heavy & set(sys.modules)), "Qt" in vars(QtCore), read)
"""


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], (True, None)),
        (["--journal", "x"], (True, Path("x"))),
        (["--journal=x"], (True, Path("x"))),
        (["demo"], (False, None)),
        (["--journal", "x", "export"], (False, None)),
        (["--help"], (False, None)),
    ],
)
def test_what_opens_the_window(arguments: list[str], wanted: tuple[bool, Path | None]) -> None:
    assert window_arguments(arguments) == wanted


def test_unlock_is_painted_without_anything_heavy(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, str(tmp_path / "none.toml")],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.stdout.strip() == "[] False []", done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_display(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("kapjournal.process_guard.guard_process", lambda: None)
    assert open_window() == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_display_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":64999")
    with pytest.raises(NoScreenError):
        screen_check.check_screen()


def test_missing_libraries_are_named_by_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen_check, "_loads", lambda library: "cursor" not in library)
    with pytest.raises(LibrariesMissingError) as caught:
        screen_check.check_libraries()
    assert caught.value.packages == ("libxcb-cursor0",)


def test_a_fault_is_written_down_without_its_words(tmp_path: Path) -> None:
    try:
        int("what I wrote about the lake")
    except ValueError as error:
        path = write_fault(type(error), error.__traceback__, tmp_path / "log" / "kapjournal.log")
    assert path is not None
    text = path.read_text("utf-8")
    assert "builtins.ValueError" in text
    assert "test_main.py" in text
    assert "lake" not in text


def test_a_fault_names_no_home_folder() -> None:
    assert str(Path.home()) not in described(ValueError, None)
