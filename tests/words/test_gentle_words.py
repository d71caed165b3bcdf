"""What the program never says, in no string that a person can read: no grade of danger, no promise, praise or blame."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kapjournal.guidance.library import library

ROOT = Path(__file__).resolve().parent.parent.parent
MARKS = ("_", "ngettext", "pgettext", "npgettext")

NEVER = {
    "an exclamation mark": r"!",
    "a grade of danger": r"\brisk|\bat.risk|\bdangerous",
    "that someone is safe": r"\b(?:you|you’re|you are|is|are|all) (?:now )?safe\b|\bsafe now\b|\bno danger\b",
    "a streak or a score of use": r"\bstreak|\bin a row\b|\bdays? running\b|\bbadge|\breward|\bachiev",
    "praise": r"\bwell done\b|\bgreat\b|\bcongrat|\bgood job\b|\bproud\b|\bawesome\b|\bexcellent\b|\bkeep it up\b",
    "success or failure": r"\bsuccess|\bfailure|\bfailed\b(?! is noted)|\binvalid\b|\bwarning\b|\bplease complete\b",
    "blame": r"\byou (?:missed|forgot|broke)\b|\bmust\b|\byou should\b",
    "a verdict on treatment": r"\bcured?\b|\bresponder|\bremission\b|\bsignificant|\bworks for you\b|\bimprovement\b",
    "a diagnosis": r"\bdiagnos(?!is\.|is, and|is;)",
    "a prediction": r"\bpredict|\blikely to\b|\bwill (?:feel|get) (?:better|worse)\b|\bpromise\b",
    "advice on a dose": r"\b(?:increase|lower|reduce|raise|skip|take) (?:your|the) (?:dose|medic)",
    "words of shame about suicide": r"\bcommit\w* suicide|\b(?:failed|successful) attempt|\bcry for help",
}
MEANT = (
    "where you are safe with those around you",  # questions that suppose a home without violence
    "A few words in a row are good.",  # of a passphrase
    "Four unrelated words",
    "two noted days in a row",  # how an end is found, in a method
    "proud",  # a feeling to choose
)
"""Uses of such words that mean something else."""


def strings() -> Iterator[tuple[str, str]]:
    """Every marked literal, with its file."""
    for path in sorted((ROOT / "kapjournal").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield path.name, argument.value


STRINGS = tuple(strings())


@pytest.mark.parametrize("what", NEVER)
def test_it_is_never_said(what: str) -> None:
    pattern = re.compile(NEVER[what], re.IGNORECASE)
    found = [
        (name, text)
        for name, text in STRINGS
        if pattern.search(text) and not any(meant in text for meant in MEANT)
    ]
    assert found == []


def test_there_is_something_to_look_at() -> None:
    assert len(STRINGS) > 2500


def test_no_prompt_shouts_or_shames() -> None:
    patterns = [
        re.compile(NEVER[what], re.IGNORECASE)
        for what in ("an exclamation mark", "words of shame about suicide")
    ]
    for prompt in library().prompts:
        assert not any(pattern.search(f"{prompt.text} {prompt.caution}") for pattern in patterns), prompt.id


def test_nothing_looks_for_words_in_what_a_person_wrote() -> None:
    """What decides about support sees numbers and codes: no module of it imports anything that holds free text."""
    deciding = ("check_in_support", "scale_support", "side_effect_support", "concerns")
    for name in deciding:
        source = (ROOT / "kapjournal" / "guidance" / f"{name}.py").read_text("utf-8")
        assert not re.search(
            r"\.(note|text|notes|intention|dose_text|topics|lower\(\)|casefold)\b", source
        ), name
