from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from kapjournal.errors import DiskFullError, FileNotWrittenError
from kapjournal.summary.writing import file_name, safe_name, write_file


def test_a_file_is_there_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"older")
    write_file(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "summary.pdf"
    with pytest.raises(FileNotWrittenError) as caught:
        write_file(path, b"x")
    assert caught.value.path == path


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_stays_one_and_what_is_no_file_stays_as_it_is(tmp_path: Path) -> None:
    real, link, pipe = tmp_path / "real.pdf", tmp_path / "link.pdf", tmp_path / "pipe"
    link.symlink_to(real)
    write_file(link, b"newer")
    assert link.is_symlink()
    assert real.read_bytes() == b"newer"
    os.mkfifo(pipe)
    for place in (pipe, tmp_path, Path("/dev/null")):
        with pytest.raises(FileNotWrittenError):
            write_file(place, b"newer")
    assert pipe.is_fifo()


def test_nothing_is_written_over_or_beside_a_journal(tmp_path: Path) -> None:
    database = tmp_path / "journal.db"
    database.write_bytes(b"all there is")
    for place in (database, tmp_path / "summary.pdf"):
        with pytest.raises(FileNotWrittenError):
            write_file(place, b"newer")
    assert [p.name for p in tmp_path.iterdir()] == ["journal.db"]
    assert database.read_bytes() == b"all there is"


def test_a_long_name_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / ("🙂" * 62 + ".pdf")
    write_file(path, b"newer")
    assert path.read_bytes() == b"newer"


def test_a_full_disk_leaves_the_older_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"older")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        write_file(path, b"newer")
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_the_name_says_the_days_and_nobody() -> None:
    assert file_name(date(2026, 9, 8), date(2026, 10, 23)) == "Summary 2026-09-08 to 2026-10-23.pdf"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a/b\\c:d", "a-b-c-d"),
        ("..", "summary"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("end. ", "end"),
        ("x\u202ey\x00", "xy"),
        ("é" * 100, "é" * 60),
    ],
)
def test_names_are_safe_on_every_system(text: str, name: str) -> None:
    assert safe_name(text) == name
