"""A therapist's pack: what is read, and what is refused with line and reason."""

from __future__ import annotations

import json
import tomllib
from collections import Counter

import fastjsonschema
import pytest

from kapjournal.guidance.dose_words import has_dose_words
from kapjournal.guidance.library import library
from kapjournal.guidance.library_checks import LONGEST_TEXT, SKIP_CODES
from kapjournal.guidance.prompt_pack import (
    LARGEST_BYTES,
    MOST_PROMPTS,
    PackFault,
    read_pack,
    read_pack_bytes,
)
from kapjournal.paths import resource
from kapjournal.words.prompt_packs import pack_problem

PACK = """\
name = "Between sessions"

[[prompt]]
text = "What was kind today?"
skip_when = ["distress"]

[[prompt]]
text = "Whom did you see?"
"""


def faults(text: str) -> list[tuple[int, PackFault]]:
    return [(p.line, p.fault) for p in read_pack(text).problems]


def test_one_question_a_line_is_enough() -> None:
    reading = read_pack("# for R.\r\nWhat was kind today?\r\n\r\n- Whom did you see?\r\n")
    assert reading.problems == ()
    assert [(q.text, q.line) for q in reading.questions] == [
        ("What was kind today?", 2),
        ("Whom did you see?", 4),
    ]


def test_a_toml_pack_says_more() -> None:
    reading = read_pack_bytes(b"\xef\xbb\xbf" + PACK.encode())
    assert reading.problems == ()
    assert reading.name == "Between sessions"
    assert [(q.text, q.skip_when) for q in reading.questions] == [
        ("What was kind today?", ("distress",)),
        ("Whom did you see?", ()),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(0, PackFault.EMPTY)]),
        ("# nothing but a remark\n", [(0, PackFault.EMPTY)]),
        ("What?\n" + "a" * (LONGEST_TEXT + 1), [(2, PackFault.TOO_LONG)]),
        ("What?\nwho?\nWHAT?", [(3, PackFault.TWICE)]),
        ("What?\n1234\n", [(2, PackFault.NO_QUESTION)]),
        ("What?\nWould 60 mg be enough?", [(2, PackFault.DOSE_WORDS)]),
        ("What?\nHow\x07?", [(2, PackFault.NOT_TEXT)]),
        ('name = "x"\n[[prompt]]\ntext = "What?\n', [(3, PackFault.NOT_TOML)]),
        (PACK + '\n[[prompt]]\ntext = "Who?"\nskip_when = ["rain"]\n', [(10, PackFault.UNKNOWN_SKIP)]),
        (PACK + "\n[[prompt]]\ntext = 3\n", [(10, PackFault.NO_QUESTION)]),
        (PACK + '\n[[prompt]]\ntext = "Who?"\ncolour = "red"\n', [(10, PackFault.UNKNOWN_KEY)]),
        ('author = "x"\n' + PACK, [(1, PackFault.UNKNOWN_KEY)]),
        ('name = "' + "n" * 81 + '"\n[[prompt]]\ntext = "Who?"\n', [(1, PackFault.NAME_TOO_LONG)]),
        ('name = "x"\nprompt = 3\n', [(2, PackFault.NO_QUESTION)]),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, found: list[tuple[int, PackFault]]) -> None:
    assert faults(text) == found


def test_too_many_and_too_large() -> None:
    lines = "\n".join(f"Question number {'x' * at}?" for at in range(MOST_PROMPTS + 1))
    assert (MOST_PROMPTS + 1, PackFault.TOO_MANY) in faults(lines)
    assert read_pack_bytes(b"a" * (LARGEST_BYTES + 1)).problems[0].fault is PackFault.TOO_LARGE


def test_bytes_that_are_no_text_are_refused_at_their_line() -> None:
    (problem,) = read_pack_bytes(b"What?\nHow?\n\xff\xfe\n").problems
    assert (problem.line, problem.fault) == (3, PackFault.NOT_TEXT)


def test_every_fault_has_its_sentence() -> None:
    for text in ("", "What?\nWould 60 mg be enough?", "a" * 300):
        for problem in read_pack(text).problems:
            said = pack_problem(problem)
            assert said.endswith(".")
            assert str(problem.line or "") in said


def test_no_prompt_of_the_library_has_dose_words() -> None:
    texts = [text for p in library().prompts for text in (p.text, *p.followups, p.caution)]
    assert [text for text in texts if has_dose_words(text)] == []


@pytest.mark.parametrize(
    "text", ["take 0.5 mg/kg", "a higher dose", "Do you want more ketamine?", "skip your medication"]
)
def test_dose_words(text: str) -> None:
    assert has_dose_words(text)


def test_the_published_schema_knows_the_same_codes() -> None:
    schema = json.loads(resource("prompts/pack.schema.json").read_text("utf-8"))
    question = schema["properties"]["prompt"]["items"]["properties"]
    assert question["skip_when"]["items"]["enum"] == list(SKIP_CODES)
    assert question["text"]["maxLength"] == LONGEST_TEXT
    assert schema["properties"]["prompt"]["maxItems"] == MOST_PROMPTS


@pytest.mark.parametrize(
    "wrong",
    ['\n[[prompt]]\ntext = ""\n', '\n[[prompt]]\ntext = "Who?"\nskip_when = ["rain"]\n', "\n[[prompt]]\ntext = 3\n",
     '\n[[prompt]]\ntext = "Who?"\ncolour = "red"\n', '\n[[prompt]]\ntext = "Would 60 mg do?"\n'],
)  # fmt: skip
def test_the_published_schema_refuses_what_the_reader_refuses(wrong: str) -> None:
    by_schema = fastjsonschema.compile(json.loads(resource("prompts/pack.schema.json").read_text("utf-8")))
    by_schema(tomllib.loads(PACK))
    assert not faults(PACK)
    with pytest.raises(fastjsonschema.JsonSchemaException):
        by_schema(tomllib.loads(PACK + wrong))
    assert faults(PACK + wrong)


KEYS = "".join(f"k{n} = 1\n" for n in range(20_000))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" \n" * 120_000, {PackFault.EMPTY: 1}),
        ('name = "x"\n' + KEYS, {PackFault.UNKNOWN_KEY: 20}),
        ('[[prompt]]\ntext = "Who?"\n' + KEYS, {PackFault.UNKNOWN_KEY: 20}),
        ("[[prompt]]\n" * 20_000, {PackFault.NO_QUESTION: MOST_PROMPTS + 1}),
        ("x" * (LARGEST_BYTES + 1), {PackFault.TOO_LARGE: 1}),
        ("name = " + "[" * 100_000, {PackFault.NOT_TOML: 1}),
    ],
)
def test_a_pack_made_to_harm_is_refused_and_not_every_fault_of_it_is_looked_up(
    text: str, found: dict[PackFault, int]
) -> None:
    assert Counter(fault for _line, fault in faults(text)) == found
