"""What comes from outside is bounded before it is read."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from kapjournal import bounded_toml
from kapjournal.bounded_file import open_file, read_file
from kapjournal.errors import FileMissingError, FileTooLargeError


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a = " + "[" * 100_000, "nested too deeply"),
        ("a = " + "{a = " * 50_000, "nested too deeply"),
        # Not so many that they would do the harm, should the bound ever be gone.
        ("b = 1\n" + ".".join(["a"] * 60) + " = 1", "too many parts .at line 2"),
        ("[" + " . ".join(['"a"'] * 60) + "]", "too many parts"),
        (".".join(['"a"'] * 60) + " = 1", "too many parts"),
        ("a = " + "9" * 5_000, "number is too long"),
        ("a = ", "Invalid value"),
    ],
)
def test_toml_that_is_made_to_harm_is_refused(text: str, reason: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError, match=reason):
        bounded_toml.loads(text)


def test_dots_in_texts_are_no_parts_of_keys() -> None:
    dots = "Go on: " + "." * 300 + " and " + ". " * 100
    assert bounded_toml.loads(f'"a.b".c = "{dots}"\n') == {"a.b": {"c": dots}}
    assert bounded_toml.loads(f'c = "\\"{dots}"\n') == {"c": f'"{dots}'}


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(FileTooLargeError):
        read_file(path, 4)


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "loop", "nothing", "no name"])
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "place"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "device":
            path = Path("/dev/zero")
        case "loop":
            path.symlink_to(path)
        case "no name":
            path = tmp_path / "a\0b"
    with pytest.raises(OSError):  # noqa: PT011  # each says it in its own words
        open_file(path)
    with pytest.raises(FileMissingError):
        read_file(path, 1)
