"""A frozen record as a row of a table whose columns bear its fields' names, and back."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, TypeVar

from kapjournal.storage import snapshots

T = TypeVar("T")
Writer = Callable[[Any], Any]
Reader = Callable[[Any], Any]


class RowShape(Generic[T]):
    """How the fields of a record stand in columns: words and numbers as they are, days as ISO, the rest as JSON."""

    def __init__(self, type_: type[T], columns: tuple[str, ...]) -> None:
        hints = typing.get_type_hints(type_)
        own = [f.name for f in fields(type_) if f.name in columns]  # type: ignore[arg-type]
        self._type = type_
        self._write: dict[str, Writer] = {name: _writer(hints[name]) for name in own}
        self._read: dict[str, Reader] = {name: _reader(hints[name]) for name in own}

    def to_row(self, record: T) -> dict[str, Any]:
        """Give the columns' values."""
        return {name: write(getattr(record, name)) for name, write in self._write.items()}

    def from_row(self, row: Mapping[Any, Any], **others: Any) -> T:
        """Make the record of a row, with the fields that stand elsewhere."""
        return self._type(**{name: read(row[name]) for name, read in self._read.items()}, **others)


def _core(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        (inner,) = (a for a in typing.get_args(hint) if a is not type(None))
        return inner, True
    return hint, False


def _writer(hint: Any) -> Writer:
    core, optional = _core(hint)
    write: Writer = snapshots.encode
    if core in {str, int, float}:
        return lambda value: value
    if core is bool:
        write = int
    elif isinstance(core, type) and issubclass(core, Enum):
        write = lambda value: value.value  # noqa: E731
    elif core in {date, datetime}:
        write = lambda value: value.isoformat()  # noqa: E731
    if optional:
        return lambda value: None if value is None else write(value)
    return write


def _reader(hint: Any) -> Reader:
    core, optional = _core(hint)
    read: Reader
    if core in {str, int, float}:
        return lambda value: value
    if core is bool or (isinstance(core, type) and issubclass(core, Enum)):
        read = core
    elif core in {date, datetime}:
        read = core.fromisoformat
    else:
        read = lambda text: snapshots.decode_as(core, text)  # noqa: E731
    if optional:
        return lambda value: None if value is None else read(value)
    return read
