"""The choices of a summary as a small TOML file; what it does not name is as it was chosen in the window."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kapjournal.domain.share import MOST_TALKING_POINTS, PageSize, Part, SummaryChoice
from kapjournal.errors import FileMissingError, NotThatKindOfFileError

KEYS = {
    "from", "to", "parts", "entries", "practices", "struck", "talking_points", "for", "paper",
}  # fmt: skip


def read_choice(path: Path, kept: SummaryChoice) -> SummaryChoice:
    """Return the choice of a file over the one that is kept. Raises FileMissingError, NotThatKindOfFileError."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise FileMissingError(path) from error
    except UnicodeDecodeError as error:
        raise NotThatKindOfFileError(path, "toml") from error
    try:
        raw = tomllib.loads(text)
        if set(raw) - KEYS:
            raise NotThatKindOfFileError(path, "toml")
        return _chosen(raw, kept)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, TypeError) as error:
        raise NotThatKindOfFileError(path, "toml") from error


def _chosen(raw: dict[str, Any], kept: SummaryChoice) -> SummaryChoice:
    points = tuple(_texts(raw.get("talking_points", kept.talking_points)))[:MOST_TALKING_POINTS]
    return replace(
        kept,
        first=_day(raw.get("from", kept.first)),
        last=_day(raw.get("to", kept.last)),
        parts=tuple(Part(name) for name in raw.get("parts", kept.parts)),
        entry_ids=tuple(_ids(raw.get("entries", kept.entry_ids))),
        practice_ids=tuple(_ids(raw.get("practices", kept.practice_ids))),
        struck=tuple(_texts(raw.get("struck", kept.struck))),
        talking_points=points,
        for_whom="".join(_texts([raw.get("for", kept.for_whom)])),
        page_size=PageSize(raw.get("paper", kept.page_size)),
    )


def _day(value: object) -> date | None:
    if value is None or (isinstance(value, date) and type(value) is date):
        return value
    return date.fromisoformat(str(value))


def _ids(values: Any) -> list[int]:
    if any(not isinstance(value, int) or isinstance(value, bool) for value in values):
        raise ValueError("not an id")
    return list(values)


def _texts(values: Any) -> list[str]:
    if isinstance(values, str) or any(not isinstance(value, str) for value in values):
        raise ValueError("not a list of texts")
    return list(values)
