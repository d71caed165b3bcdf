"""Entries as Markdown, one file a month, to be read without any program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from kapjournal.domain.kinds import Kind
from kapjournal.words.measures import measure_key_name
from kapjournal.words.names import kind_name
from kapjournal.words.numbers import number

_ELSEWHERE = {"entry", "id", "moment", "written", "edited", "trashed", "to_share", "title", "text", "values"}
_SHORT = 80


def months(entries: Iterable[Mapping[str, Any]], own_names: Mapping[str, str]) -> dict[str, bytes]:
    """Give the text of each month, by its name like '2026-10'."""
    shown = [entry for entry in entries if entry.get("trashed") is None]
    shown.sort(key=lambda entry: str(entry["moment"]["day"]))
    return {
        month: f"# {month}\n\n{_days(list(those), own_names)}".encode()
        for month, those in groupby(shown, key=lambda entry: str(entry["moment"]["day"])[:7])
    }


def _days(entries: list[Mapping[str, Any]], own_names: Mapping[str, str]) -> str:
    parts = []
    for day, those in groupby(entries, key=lambda entry: str(entry["moment"]["day"])):
        parts.append(f"## {day}\n\n" + "\n".join(_entry(entry, own_names) for entry in those))
    return "\n".join(parts)


def _entry(entry: Mapping[str, Any], own_names: Mapping[str, str]) -> str:
    moment = entry["moment"]
    time = f"{str(moment['local'])[11:16]} " if moment["has_time"] else ""
    name = kind_name(Kind(entry["entry"]))
    heading = f"### {time}{name[:1].upper()}{name[1:]}"
    facts, texts = _told(entry, own_names)
    blocks = [heading]
    if entry.get("title"):
        blocks.append(f"**{entry['title']}**")
    if facts:
        blocks.append("\n".join(facts))
    blocks += texts
    if entry.get("text"):
        blocks.append(str(entry["text"]))
    return "\n\n".join(blocks) + "\n"


def _told(entry: Mapping[str, Any], own_names: Mapping[str, str]) -> tuple[list[str], list[str]]:
    facts = [
        f"- {own_names.get(one['measure']) or measure_key_name(one['measure'])}: {number(one['value'], 2)}"
        for one in entry.get("values", ())
    ]
    texts = []
    for name, value in entry.items():
        if name in _ELSEWHERE or value in (None, "", [], False):
            continue
        words = _plain(value)
        label = name.replace("_", " ")
        if isinstance(value, str) and (len(words) > _SHORT or "\n" in words):
            texts.append(f"*{label}*\n\n{words}")
        else:
            facts.append(f"- {label}: {words}")
    return facts, texts


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(
            f"{k.replace('_', ' ')} {_plain(v)}" for k, v in value.items() if v not in (None, "", [])
        )
    if isinstance(value, list):
        return "; ".join(_plain(one) for one in value)
    return str(value)
