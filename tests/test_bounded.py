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


def test_dots_over_several_lines_in_comments_and_in_numbers_are_no_parts_of_keys() -> None:
    dots = "a. " * 100
    text = f'''a = """one \\" {dots}
two "" {dots}""""" # {dots}
b = \'\'\'{dots}
"{dots}\'\'\'\'
c = [{", ".join(["0.5"] * 100)}]
'''
    assert bounded_toml.loads(text) == {
        "a": f'one " {dots}\ntwo "" {dots}""', "b": f"{dots}\n\"{dots}'", "c": [0.5] * 100,
    }  # fmt: skip


@pytest.mark.parametrize(
    "before",
    ['a = """x"""', 'a = """x"""""', "a = '''x''''", 'a = "" # """', 'a = "\\""', "a = '\\'", 'a = """\n"""'],
)
def test_a_long_key_is_found_after_every_kind_of_text(before: str) -> None:
    tomllib.loads(before)
    with pytest.raises(tomllib.TOMLDecodeError, match=f"line {before.count(chr(10)) + 2},"):
        bounded_toml.loads(f"{before}\n{'.'.join(['a'] * 60)} = 1")


@pytest.mark.parametrize("sign", ['"', "'", '"""', "\\", '" ', '"""\\', "a.", "#", ". "])
def test_what_is_said_a_million_times_is_read_soon(sign: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        bounded_toml.loads('a = """' + sign * 300_000)


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
