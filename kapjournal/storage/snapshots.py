"""A record as text and back: what the history keeps, and the lists that stand in a column."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def encode(value: object) -> str:
    """Write a record, or a part of one, as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(type_: type[T], text: str) -> T:
    """Read a record of a type; a field that an older version did not have takes its default."""
    value: T = decode_as(type_, text)
    return value


def decode_as(type_: Any, text: str) -> Any:
    """Read a part of a record, by its annotation (`tuple[Part, ...]`)."""
    return _reader(type_)(json.loads(text))


def cleaned(record: T) -> T:
    """Take out of a record's texts what no file can hold: NUL, and halves of characters."""
    changed: dict[str, Any] = {}
    record_type: Any = type(record)
    for name in _names(record_type):
        value = getattr(record, name)
        clean = _clean(value)
        if clean is not value:
            changed[name] = clean
    return replace(record, **changed) if changed else record  # type: ignore[type-var]


def _clean(value: Any) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        if value.isascii() and "\0" not in value:
            return value
        text = value.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
        return value if text == value else text
    if isinstance(value, tuple):
        items = tuple(_clean(item) for item in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if is_dataclass(value) and not isinstance(value, type):
        return cleaned(value)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    raise TypeError(type(value).__name__)


@cache
def _names(type_: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(type_))


@cache
def _reader(type_: Any) -> Callable[[Any], Any]:
    origin = typing.get_origin(type_)
    if origin in {typing.Union, types.UnionType}:
        (inner,) = (a for a in typing.get_args(type_) if a is not type(None))
        read = _reader(inner)
        return lambda plain: None if plain is None else read(plain)
    if origin is tuple:
        read = _reader(typing.get_args(type_)[0])
        return lambda plain: tuple(read(item) for item in plain)
    if is_dataclass(type_):
        return _record_reader(typing.cast("type", type_))
    if type_ in {datetime, date}:
        return typing.cast("Callable[[Any], Any]", type_.fromisoformat)
    return typing.cast("Callable[[Any], Any]", type_)


def _record_reader(type_: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(type_)
    readers = {f.name: _reader(hints[f.name]) for f in fields(type_)}
    needed = [f.name for f in fields(type_) if f.default is MISSING and f.default_factory is MISSING]

    def read(plain: Any) -> Any:
        if any(name not in plain for name in needed):
            raise ValueError("a field is missing")
        return type_(**{name: reader(plain[name]) for name, reader in readers.items() if name in plain})

    return read
