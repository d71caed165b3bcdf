"""Entries as Markdown: each thing once, in words, a month a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kapjournal.exchange.plain_markdown import months
from kapjournal.words import language


def entry(kind: str, local: str, **more: Any) -> Mapping[str, Any]:
    moment = {"local": local, "day": local[:10], "has_time": len(local) > 10}
    return {
        "entry": kind,
        "id": 7,
        "moment": moment,
        "written": local,
        "trashed": None,
        "to_share": False,
        **more,
    }


def test_a_month_has_its_days_and_each_entry_its_parts_once() -> None:
    language.use("en_GB")
    long = "so " * 27 + "long"
    entries = [
        entry("event", "2026-11-01T08:00:00", text="new shoes"),
        entry(
            "reflection",
            "2026-10-23T21:30:00",
            title="Rain",
            text="It rained.",
            question="What fell?",
            tags=["a", "b"],
        ),
        entry(
            "check_in",
            "2026-10-22",
            values=[{"measure": "mood", "value": 6.5}, {"measure": "own-1", "value": 2.0}],
            note=long,
            feelings=[],
        ),
        entry("event", "2026-10-23T22:00:00", text="thrown away") | {"trashed": "2026-10-24T09:00:00"},
        entry("kap_session", "2026-10-23", wishes={"set_down": "a", "left": ""}, intention="two\nlines"),
    ]
    assert {name: text.decode() for name, text in months(entries, {"own-1": "Restless"}).items()} == {
        "2026-10": f"""\
# 2026-10

## 2026-10-22

### Check-in

- Mood: 6.5
- Restless: 2

*note*

{long}

## 2026-10-23

### 21:30 Reflection

**Rain**

- question: What fell?
- tags: a; b

It rained.

### Session

- wishes: set down a

*intention*

two
lines
""",
        "2026-11": "# 2026-11\n\n## 2026-11-01\n\n### 08:00 Event\n\nnew shoes\n",
    }
