"""Reading a therapist's pack of questions: plain text with one question a line, or a small TOML file.

It is taken whole or not at all. What a TOML pack may hold is published for authors as a JSON Schema,
resources/prompts/pack.schema.json.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from kapjournal import bounded_toml
from kapjournal.guidance.dose_words import has_dose_words
from kapjournal.guidance.library_checks import LONGEST_TEXT, SKIP_CODES

LONGEST_NAME = 80
MOST_PROMPTS = 200
LARGEST_BYTES = 256 * 1024
_MOST_UNKNOWN = 20
"""So many unknown keys are told: each has to be looked for in the text."""
_TABLE = re.compile(r"\s*\[\[\s*prompt\s*\]\]")
_PLACE = re.compile(r"\(at line (\d+)")
_TOML_SIGN = re.compile(r"^[ \t]*(?:\[\[[ \t]*prompt[ \t]*\]\]|name[ \t]*=)", re.MULTILINE)


class PackFault(StrEnum):
    """What is wrong with a line of a pack."""

    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    NOT_TOML = "not_toml"
    EMPTY = "empty"
    TOO_MANY = "too_many"
    UNKNOWN_KEY = "unknown_key"
    NO_QUESTION = "no_question"
    TOO_LONG = "too_long"
    TWICE = "twice"
    UNKNOWN_SKIP = "unknown_skip"
    DOSE_WORDS = "dose_words"
    NAME_TOO_LONG = "name_too_long"


@dataclass(frozen=True, slots=True)
class PackProblem:
    """A fault with its line, counted from 1; line 0 is the pack as a whole."""

    line: int
    fault: PackFault
    what: str = ""
    """What was found there, shortened."""


@dataclass(frozen=True, slots=True)
class PackQuestion:
    """One question of a pack."""

    text: str
    skip_when: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class PackReading:
    """A pack as it was read; with any problem nothing of it may be kept."""

    name: str = ""
    questions: tuple[PackQuestion, ...] = ()
    problems: tuple[PackProblem, ...] = ()


def read_pack_bytes(raw: bytes) -> PackReading:
    """Read a pack from a file's bytes."""
    if len(raw) > LARGEST_BYTES:
        return _refused(PackProblem(0, PackFault.TOO_LARGE))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refused(PackProblem(raw[: error.start].count(b"\n") + 1, PackFault.NOT_TEXT))
    return read_pack(text)


def read_pack(text: str) -> PackReading:
    """Read a pack from text: TOML where it looks like it, else one question a line."""
    if len(text) > LARGEST_BYTES:
        return _refused(PackProblem(0, PackFault.TOO_LARGE))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    reading = _from_toml(text) if _TOML_SIGN.search(text) else _from_lines(text)
    found = (*reading.problems, *_problems(reading))
    return PackReading(reading.name, reading.questions, tuple(sorted(found, key=lambda p: p.line)))


def _from_lines(text: str) -> PackReading:
    """One question a line; empty lines are passed over, and so are those that begin with a number sign."""
    questions = [
        PackQuestion(line.strip().removeprefix("- ").strip(), line=at)
        for at, line in enumerate(text.split("\n"), 1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    return PackReading("", tuple(questions))


def _from_toml(text: str) -> PackReading:
    try:
        raw = bounded_toml.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place.group(1)) if place else text.rstrip("\n").count("\n") + 1
        return _refused(PackProblem(line, PackFault.NOT_TOML))
    lines = [at for at, line in enumerate(text.split("\n"), 1) if _TABLE.match(line)]
    tables = raw.get("prompt", [])
    problems = [
        PackProblem(_line_of(text, key), PackFault.UNKNOWN_KEY, key[:40])
        for key in islice((key for key in raw if key not in ("name", "prompt")), _MOST_UNKNOWN)
    ]
    name = raw.get("name", "")
    if not isinstance(name, str):
        problems.append(PackProblem(_line_of(text, "name"), PackFault.UNKNOWN_KEY, "name"))
        name = ""
    if not isinstance(tables, list):
        return _refused(*problems, PackProblem(_line_of(text, "prompt"), PackFault.NO_QUESTION))
    questions = []
    for at, table in enumerate(tables[: MOST_PROMPTS + 1]):
        line = lines[at] if at < len(lines) else _line_of(text, "prompt")
        question, found = _question(table, line)
        problems.extend(found)
        if question is not None:
            questions.append(question)
    return PackReading(name.strip(), tuple(questions), tuple(problems))


def _question(table: Any, line: int) -> tuple[PackQuestion | None, list[PackProblem]]:
    if not isinstance(table, dict) or not isinstance(table.get("text"), str):
        return None, [PackProblem(line, PackFault.NO_QUESTION)]
    found = [
        PackProblem(line, PackFault.UNKNOWN_KEY, key[:40])
        for key in islice((key for key in table if key not in ("text", "skip_when")), _MOST_UNKNOWN)
    ]
    codes = table.get("skip_when", [])
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        return None, [*found, PackProblem(line, PackFault.UNKNOWN_SKIP)]
    found.extend(
        PackProblem(line, PackFault.UNKNOWN_SKIP, code[:40]) for code in codes if code not in SKIP_CODES
    )
    return PackQuestion(" ".join(table["text"].split()), tuple(dict.fromkeys(codes)), line), found


def _problems(reading: PackReading) -> Iterator[PackProblem]:
    if not reading.questions and not reading.problems:
        yield PackProblem(0, PackFault.EMPTY)
    if len(reading.questions) > MOST_PROMPTS:
        yield PackProblem(reading.questions[MOST_PROMPTS].line, PackFault.TOO_MANY)
    if len(reading.name) > LONGEST_NAME:
        yield PackProblem(1, PackFault.NAME_TOO_LONG)
    seen: set[str] = set()
    for question in reading.questions:
        yield from question_problems(question)
        folded = question.text.casefold()
        if folded and folded in seen:
            yield PackProblem(question.line, PackFault.TWICE, _short(question.text))
        seen.add(folded)


def question_problems(question: PackQuestion) -> Iterator[PackProblem]:
    """What is wrong with one question, wherever it comes from."""
    text = question.text
    if not any(c.isalpha() for c in text):
        yield PackProblem(question.line, PackFault.NO_QUESTION, _short(text))
    if any(ord(c) < ord(" ") or ord(c) == 0x7F for c in text):
        yield PackProblem(question.line, PackFault.NOT_TEXT)
    if len(text) > LONGEST_TEXT:
        yield PackProblem(question.line, PackFault.TOO_LONG, _short(text))
    if has_dose_words(text):
        yield PackProblem(question.line, PackFault.DOSE_WORDS, _short(text))


def _refused(*problems: PackProblem) -> PackReading:
    return PackReading(problems=problems)


def _line_of(text: str, key: str) -> int:
    pattern = re.compile(rf"\s*\[*\s*{re.escape(key)}\b")
    return next((at for at, line in enumerate(text.split("\n"), 1) if pattern.match(line)), 1)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
