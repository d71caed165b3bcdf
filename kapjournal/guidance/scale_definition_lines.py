"""Where in the file of a scale something stands: a reader of TOML tells keys and values, not their lines."""

from __future__ import annotations

import re

_FAULT_LINE = re.compile(r"at line (\d+)")


def line_of_fault(error: BaseException, text: str) -> int | None:
    """The line at which the file stopped being TOML."""
    found = _FAULT_LINE.search(str(error))
    if found is not None:
        return int(found[1])
    return text.count("\n") + 1 if "end of document" in str(error) else None


def line_of(text: str, place: str) -> int | None:
    """The line of a place like 'name', 'score.max' or 'item 2', from 1; None where it is not in the file."""
    lines = text.splitlines()
    name, _space, number = place.partition(" ")
    table, _dot, key = name.partition(".")
    heads = [
        index for index, line in enumerate(lines) if re.match(rf"\s*\[\[?\s*{re.escape(table)}\s*\]\]?", line)
    ]
    if heads:
        start = heads[min(int(number or 1), len(heads)) - 1]
        return _key_after(lines, start, key) or start + 1
    return _key_after(lines, -1, table)


def _key_after(lines: list[str], start: int, key: str) -> int | None:
    """The line of a key between a table's head and the next one's."""
    if not key:
        return None
    for index in range(start + 1, len(lines)):
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[index]):
            return index + 1
        if lines[index].lstrip().startswith("["):
            return None
    return None
