"""Records as a CSV table that a spreadsheet opens without taking a text for a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def safe_cell(value: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would compute."""
    return f"'{value}" if value.lstrip(" \n").startswith(_FORMULA) else value


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """One table as UTF-8 with a line for its columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode("utf-8")


def records_csv(records: Sequence[Mapping[str, Any]]) -> bytes:
    """Records of one kind, a line each; what a record holds in parts becomes columns of its own."""
    flat = [_flat(record) for record in records]
    columns = list(dict.fromkeys(name for one in flat for name in one))
    return csv_bytes(columns, ([one.get(name) for name in columns] for one in flat))


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in record.items():
        if name == "values":
            found |= {f"value.{one['measure']}": one["value"] for one in value}
        elif isinstance(value, Mapping):
            found |= {f"{name}.{part}": inner for part, inner in _flat(value).items()}
        else:
            found[name] = value
    return found


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return "" if value is None else int(value)
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return safe_cell("; ".join(value))
    return safe_cell(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
