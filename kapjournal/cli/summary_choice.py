"""The choices of a summary as a small TOML file; what it does not name is as it was chosen in the window."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from kapjournal import bounded_toml
from kapjournal.bounded_file import read_file
from kapjournal.domain.moment import near
from kapjournal.domain.share import MOST_TALKING_POINTS, PageSize, Part, SummaryChoice
from kapjournal.errors import ChoicesNotUnderstoodError, NotThatKindOfFileError
from kapjournal.summary.contents import Material, gather_all
from kapjournal.summary.strikes import lines

MOST_BYTES = 256 * 1024
T = TypeVar("T")


def read_choice(path: Path, kept: SummaryChoice) -> SummaryChoice:
    """Return the choice of a file over the one that is kept.

    Raises FileMissingError, FileTooLargeError, NotThatKindOfFileError, ChoicesNotUnderstoodError.
    """
    try:
        raw = bounded_toml.loads(read_file(path, MOST_BYTES).decode("utf-8-sig").replace("\r\n", "\n"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NotThatKindOfFileError(path, "toml") from error
    chosen: dict[str, Any] = {}
    for name, value in raw.items():
        field, read = READERS.get(name, ("", _none))
        try:
            chosen[field] = read(value)
        except (ValueError, TypeError) as error:
            raise ChoicesNotUnderstoodError(path, name) from error
    return replace(kept, **chosen)


def not_there(
    kept: SummaryChoice, chosen: SummaryChoice, material: Material, now: datetime
) -> tuple[str, ...]:
    """Return what a file names that the summary does not have: a mistyped key strikes nothing, and must not pass."""
    struck = tuple(_new(chosen.struck, kept.struck))
    entries = tuple(_new(chosen.entry_ids, kept.entry_ids))
    practices = tuple(_new(chosen.practice_ids, kept.practice_ids))
    if not (struck or entries or practices):
        return ()
    whole = gather_all(chosen, material, now)
    keys = {line.key for line in lines(whole)}
    places = {key.rpartition(":")[0] for key in keys if key.startswith("entry:")}
    known = {record.practice.id for record in material.practices}
    return (
        *(key for key in struck if key not in keys and key.rpartition(":")[0] not in places),
        *(str(id_) for id_ in entries if id_ not in whole.choice.entry_ids),
        *(str(id_) for id_ in practices if id_ not in known),
    )


def _new(named: tuple[T, ...], known: tuple[T, ...]) -> Iterator[T]:
    """Yield what the file itself names, and not the window."""
    yield from (item for item in named if item not in known)


def _day(value: Any) -> date:
    return near(value if type(value) is date else date.fromisoformat(value))


def _parts(value: Any) -> tuple[Part, ...]:
    return tuple(Part(name) for name in _texts(value))


def _ids(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list) or any(type(item) is not int for item in value):
        raise ValueError("not a list of ids")
    return tuple(value)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("not a list of texts")
    return tuple(_text(item) for item in value)


def _points(value: Any) -> tuple[str, ...]:
    points = _texts(value)
    if len(points) > MOST_TALKING_POINTS:
        raise ValueError("more than there is room for")
    return points


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _none(_value: Any) -> Any:
    raise ValueError("no such name")


READERS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "from": ("first", _day),
    "to": ("last", _day),
    "parts": ("parts", _parts),
    "entries": ("entry_ids", _ids),
    "practices": ("practice_ids", _ids),
    "struck": ("struck", _texts),
    "talking_points": ("talking_points", _points),
    "for": ("for_whom", _text),
    "paper": ("page_size", PageSize),
}
"""What each name of the file sets, and how its value is read."""
