"""TOML from outside, read within bounds: what is wrong with it is one kind of error, found in little time and room."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_MOST_PARTS = 50
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_DOTS = re.compile(r"\.+")


def loads(text: str) -> dict[str, Any]:
    """Read a text as TOML; raises tomllib.TOMLDecodeError, with its line where that is known."""
    for number, line in enumerate(text.split("\n"), 1):
        # The standard reader takes memory by the square of a dotted key's parts: 200 KB of them fill any machine.
        if line.count(".") > _MOST_PARTS and len(_DOTS.findall(_STRING.sub("_", line))) > _MOST_PARTS:
            raise tomllib.TOMLDecodeError(f"A key has too many parts (at line {number}, column 1)")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError("It is nested too deeply") from None
    except ValueError:
        # Python refuses a whole number of more than some thousand figures by an error of its own.
        raise tomllib.TOMLDecodeError("A number is too long") from None
