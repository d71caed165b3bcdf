"""Which words a star takes along to what the person would like to talk about: a sentence, as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kapjournal.words.markdown import plain, read_line

LONGEST = 240
"""Page one has three lines for it; what is longer is shortened where it was starred and can be written out there."""
FEW_WORDS = 3
_SENTENCE_END = re.compile(r"[.!?…。！？]+[\"'”’)\]]*\s+")


def sentence_at(text: str, place: int) -> str:
    """Return the sentence at a place of a text in Markdown, without its signs; of an empty line, the one before it."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    raw = text[start : len(text) if end < 0 else end]
    line = read_line(raw)
    if not line.words.strip():
        return "" if start == 0 else sentence_at(text, start - 1)
    within = max(0, place - start - len(line.signs))
    return shortened(_unsigned(_around(line.words, within)))


def first_sentence(text: str) -> str:
    """Return the first sentence of a text in Markdown, without its signs."""
    found = next((raw for raw in text.split("\n") if read_line(raw).words.strip()), "")
    return sentence_at(found, 0)


def stands_in(point: str, texts: Iterable[str]) -> bool:
    """Whether words that were starred were taken from one of some texts in Markdown.

    They were where they are one of its sentences or lines, or stand in it and are more than a word or two: a short
    word of one's own may stand anywhere.
    """
    said = point.removesuffix("…").strip()
    is_cut = said != point
    for text in texts:
        lines = [_unsigned(read_line(raw).words).strip() for raw in text.split("\n")]
        lines = [" ".join(line.split()) for line in lines]
        if any(said in (line, *_sentences(line)) for line in lines):
            return True
        if (is_cut or len(said.split()) >= FEW_WORDS) and said in " ".join(" ".join(lines).split()):
            return True
    return False


def is_taken_from(line: str, texts: Iterable[str]) -> bool:
    """Whether a starred line that was changed still has words of those texts: three in a row, or all it has."""
    words = line.removesuffix("…").split()
    few = min(FEW_WORDS, len(words))
    runs = {" ".join(words[at : at + few]) for at in range(len(words) - few + 1)} if words else set()
    flat = [" ".join(plain(text).split()) for text in texts]
    return any(re.search(rf"(?<!\w){re.escape(run)}(?!\w)", text) for run in runs for text in flat)


def _sentences(line: str) -> list[str]:
    """Return the sentences of a line with their ends."""
    found, start = [], 0
    for end in _SENTENCE_END.finditer(line):
        found.append(line[start : end.end()].strip())
        start = end.end()
    return [*found, line[start:].strip()]


def shortened(words: str) -> str:
    """Return words on one line, cut at a space where they are longer than the page has room for."""
    said = " ".join(words.split())
    if len(said) <= LONGEST:
        return said
    cut = said[: LONGEST - 1]
    return cut[: cut.rfind(" ") if " " in cut else len(cut)].rstrip() + "…"


def _around(words: str, place: int) -> str:
    start = 0
    for found in _SENTENCE_END.finditer(words):
        if found.end() > place or not words[found.end() :].strip():
            return words[start : found.end()].strip()
        start = found.end()
    return words[start:].strip()


def _unsigned(words: str) -> str:
    return plain(words).removeprefix("• ")
