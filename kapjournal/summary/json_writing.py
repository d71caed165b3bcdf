"""One JSON object as UTF-8, written item by item: a long one can be stopped on its way, and its bytes are the same."""

from __future__ import annotations

import json
from typing import Any

from kapjournal.summary.telling import EVERY, Tell, quietly

Json = dict[str, Any]


def written(whole: Json, tell: Tell = quietly) -> bytes:
    """Return `json.dumps(whole, indent=2)` and a line end. Raises what `tell` raises."""
    total = sum(len(value) if isinstance(value, list) else 1 for value in whole.values()) or 1
    members, done = [], 0
    for key, value in whole.items():
        if isinstance(value, list) and value:
            items = []
            for item in value:
                if done % EVERY == 0:
                    tell(done / total)
                items.append(_indented(item, 4))
                done += 1
            text = "[\n    " + ",\n    ".join(items) + "\n  ]"
        else:
            text = _indented(value, 2)
            done += 1
        members.append(f"{json.dumps(key, ensure_ascii=False)}: {text}")
    return ("{\n  " + ",\n  ".join(members) + "\n}\n").encode("utf-8", "replace")


def _indented(value: object, by: int) -> str:
    """Return a value as it stands further in; no text in JSON holds a line break of its own."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False).replace("\n", "\n" + " " * by)
