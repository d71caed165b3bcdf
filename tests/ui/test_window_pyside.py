"""What PySide does at each start is done once or not at all: what it compiles is never taken for something else."""

import builtins
import enum
import linecache
from functools import partial
from pathlib import Path

import pytest

from kapjournal.ui import window_pyside
from kapjournal.ui.window_pyside import compiled_once


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "kept.pyc"
    monkeypatch.setattr(window_pyside, "_file", lambda: file)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return file


def _run(source: bytes) -> object:
    found: dict[str, object] = {}
    with compiled_once():
        exec(compile(source, "inside.py", "exec"), found)
    return found["told"]


def test_it_is_compiled_once(kept: Path) -> None:
    assert _run(b"told = 1") == 1
    written = kept.read_bytes()
    assert _run(b"told = 1") == 1
    assert kept.read_bytes() == written
    assert [name.name for name in kept.parent.iterdir()] == [kept.name]


def test_another_source_is_compiled_anew(kept: Path) -> None:
    assert [_run(b"told = 1"), _run(b"told = 2"), _run(b"told = 1")] == [1, 2, 1]


@pytest.mark.parametrize("damaged", [b"", b"nothing", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_written_again(kept: Path, damaged: bytes) -> None:
    kept.write_bytes(damaged)
    assert _run(b"told = 3") == 3
    assert kept.read_bytes() != damaged


def test_where_nothing_can_be_written_it_is_compiled_each_time(kept: Path) -> None:
    kept.mkdir()
    assert _run(b"told = 4") == 4


def test_what_a_program_never_calls_is_left_out() -> None:
    with compiled_once():
        left_out = compile(b"raise RuntimeError", window_pyside._LEFT_OUT, "exec")
    exec(left_out)


def test_imports_are_pythons_own_and_no_source_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    own = getattr(builtins, "__orig_import__", builtins.__import__)
    monkeypatch.setattr(builtins, "__orig_import__", own, raising=False)
    monkeypatch.setattr(builtins, "__import__", partial(own))
    linecache.getlines(enum.__file__)
    window_pyside._import_plainly()
    assert builtins.__import__ is own
    assert enum.__file__ not in linecache.cache
