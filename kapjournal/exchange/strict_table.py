"""A table of a TOML file, read strictly: every key known, every value of its kind, every fault named by its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from kapjournal.errors import MappingError

Word = TypeVar("Word", bound=StrEnum)
MOST_LETTERS = 2_000
"""A text of a mapping is this long at most: it may stand in each of many thousand entries."""
MOST_TABLES = 200
"""So many of a kind stand in a mapping at most: each may make something of each row."""


class StrictTable:
    """One table of a file; `place` is its dotted name as a person finds it, `value[2]` for the second of a list."""

    def __init__(self, path: Path, place: str, raw: Mapping[str, Any], known: Iterable[str]) -> None:
        self.path = path
        self.place = place
        self._raw = raw
        for key in raw:
            if key not in frozenset(known):
                raise self.fault(key, "unknown_key")

    def __contains__(self, key: str) -> bool:
        return key in self._raw

    def fault(self, key: str, problem: str) -> MappingError:
        """The error for one key of this table."""
        place = f"{self.place}.{key}" if self.place and key else self.place or key
        return MappingError(self.path, place, problem)

    def text(self, key: str, default: str | None = None, *, may_be_empty: bool = False) -> str:
        """A text; without a default it has to be there, and to hold something."""
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self.fault(key, "not_a_text")
        if not value and not may_be_empty and key in self._raw:
            raise self.fault(key, "empty")
        if len(value) > MOST_LETTERS:
            raise self.fault(key, "text_too_long")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """A finite number."""
        value = self._value(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < 1e12:
            raise self.fault(key, "not_a_number")
        return float(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self.fault(key, "not_true_or_false")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value(key, default)
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
            raise self.fault(key, "not_a_list_of_texts")
        return tuple(value)

    def word(self, key: str, kind: type[Word], default: Word | None = None) -> Word:
        """One of a few known words."""
        text = self.text(key, default)
        try:
            return kind(text)
        except ValueError:
            raise self.fault(key, "unknown_word") from None

    def words(self, key: str) -> Mapping[str, str]:
        """A small table from text to text."""
        return {str(name): self._as_text(key, value) for name, value in self._table(key).items()}

    def numbers(self, key: str) -> Mapping[str, float]:
        """A small table from text to number."""
        table = self._table(key)
        inner = StrictTable(self.path, self.fault(key, "").place, table, table)
        return {str(name): inner.number(name) for name in table}

    def table(self, key: str, known: Iterable[str]) -> StrictTable:
        """A table inside this one; absent is empty."""
        return StrictTable(self.path, self.fault(key, "").place, self._table(key), known)

    def tables(self, key: str, known: Iterable[str]) -> tuple[StrictTable, ...]:
        """A list of tables inside this one; absent is none."""
        value = self._raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fault(key, "not_a_list_of_tables")
        if len(value) > MOST_TABLES:
            raise self.fault(key, "too_many_tables")
        place = self.fault(key, "").place
        wanted = tuple(known)
        return tuple(
            StrictTable(self.path, f"{place}[{number}]", item, wanted) for number, item in enumerate(value, 1)
        )

    def _value(self, key: str, default: Any) -> Any:
        value = self._raw.get(key, default)
        if value is None:
            raise self.fault(key, "missing_key")
        return value

    def _table(self, key: str) -> Mapping[str, Any]:
        value = self._raw.get(key, {})
        if not isinstance(value, dict):
            raise self.fault(key, "not_a_table")
        return value

    def _as_text(self, key: str, value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.fault(key, "not_a_text")
        if len(value) > MOST_LETTERS:
            raise self.fault(key, "text_too_long")
        return value
