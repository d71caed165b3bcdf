"""A folder with everything of a journal in plain files: Markdown to read, JSON whole, CSV for a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kapjournal.exchange.plain_csv import csv_bytes, records_csv
from kapjournal.exchange.plain_markdown import months

FORMAT = "kapjournal-plain"
VERSION = 1
_BEGINNINGS = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"), (b"RIFF", "webp"))


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Rows that belong to no entry: measures, courses, plans."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def plain_files(
    entries: Sequence[Mapping[str, Any]], tables: Sequence[PlainTable], own_names: Mapping[str, str]
) -> dict[str, bytes]:
    """Give the content of each file by its path in the folder; the same journal always gives the same bytes."""
    files: dict[str, bytes] = {}
    kept = [_without_files(table, files) for table in tables]
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "entries": list(entries),
        "tables": {
            table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows] for table in kept
        },
    }
    files["journal.json"] = (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    for kind in sorted({str(entry["entry"]) for entry in entries}):
        files[f"csv/{kind}.csv"] = records_csv([entry for entry in entries if entry["entry"] == kind])
    for table in kept:
        if table.rows:
            files[f"csv/{table.name}.csv"] = csv_bytes(table.columns, table.rows)
    for month, text in months(entries, own_names).items():
        files[f"markdown/{month}.md"] = text
    return files


def _without_files(table: PlainTable, files: dict[str, bytes]) -> PlainTable:
    """Put each file that a row holds beside the rest, and its path in its place."""
    rows = []
    for number, row in enumerate(table.rows, start=1):
        cells = []
        for cell in row:
            if isinstance(cell, bytes):
                ending = next((end for begin, end in _BEGINNINGS if cell.startswith(begin)), "bin")
                path = f"pictures/{table.name}-{number}.{ending}"
                files[path] = cell
                cells.append(path)
            else:
                cells.append(cell)
        rows.append(tuple(cells))
    return PlainTable(table.name, table.columns, tuple(rows))
