"""Every text that a person reads can be translated: literals only, filled in afterwards."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract

PACKAGE = Path(__file__).resolve().parents[2] / "kapjournal"
TRANSLATES = {"_": 1, "ngettext": 2, "pgettext": 2}
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "language.py")
"""All but the one that defines the functions."""


def translated_calls(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls of the three functions that translate."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATES:
            yield node


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_literals_are_translated(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for call in translated_calls(tree):
        assert isinstance(call.func, ast.Name)
        for argument in call.args[: TRANSLATES[call.func.id]]:
            where = f"{path.name}:{call.lineno}"
            assert isinstance(argument, ast.Constant), f"{where} translates something that is no literal"
            assert isinstance(argument.value, str), f"{where} translates something that is no text"
            assert all(name != "" for _, name, _, _ in Formatter().parse(argument.value)), (
                f"{where}: {{}} has no name"
            )


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_is_translated_while_a_module_is_imported(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    deferred = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
    }
    at_import = [call.lineno for call in translated_calls(tree) if id(call) not in deferred]
    assert not at_import, f"{path.name} translates at import in lines {at_import}"


def test_every_literal_is_extracted() -> None:
    for path in FILES:
        wanted = set()
        for call in translated_calls(ast.parse(path.read_text("utf-8"))):
            text = call.args[1 if isinstance(call.func, ast.Name) and call.func.id == "pgettext" else 0]
            assert isinstance(text, ast.Constant)
            wanted.add(text.value)
        with path.open("rb") as file:
            found = list(extract("python", file, DEFAULT_KEYWORDS))
        texts = {
            text
            for _, message, _, _ in found
            for text in ((message,) if isinstance(message, str) else message)
        }
        assert wanted - {""} <= texts, path
