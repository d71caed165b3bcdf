"""TOML from outside, read within bounds: what is wrong with it is one kind of error, found in little time and room."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_MOST_PARTS = 50
# Each is as long as the reader takes it for, and what has no end goes on to where the reader gives up.
_TEXT_OR_COMMENT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+",
    re.DOTALL,
)
_LONG_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}", re.ASCII)


def loads(text: str) -> dict[str, Any]:
    """Read a text as TOML; raises tomllib.TOMLDecodeError, with its line where that is known."""
    _check_keys(text)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError("It is nested too deeply") from None
    except ValueError:
        # Python refuses a whole number of more than some thousand figures by an error of its own.
        raise tomllib.TOMLDecodeError("A number is too long") from None


def _check_keys(text: str) -> None:
    """Refuse a key of very many parts: the standard reader takes memory by their square."""
    if text.count(".") < _MOST_PARTS:
        return
    bare = _TEXT_OR_COMMENT.sub(_without_words, text)
    found = _LONG_KEY.search(bare)
    if found is not None:
        line = bare.count("\n", 0, found.start()) + 1
        raise tomllib.TOMLDecodeError(f"A key has too many parts (at line {line}, column 1)")


def _without_words(found: re.Match[str]) -> str:
    return "_" + "\n" * found[0].count("\n")
