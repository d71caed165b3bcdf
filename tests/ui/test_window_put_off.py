"""A module that is put off is loaded by whoever uses it, and by nobody who only names it."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kapjournal.ui.window_put_off import put_off

_HEAVY = "heavy_for_a_test"


@pytest.fixture(autouse=True)
def heavy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / _HEAVY
    folder.mkdir()
    (folder / "__init__.py").write_text("weight = 7\n")
    (folder / "inner.py").write_text("weight = 8\n")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()


@pytest.fixture(autouse=True)
def forgotten() -> object:
    yield
    for name in (_HEAVY, _HEAVY + ".inner"):
        sys.modules.pop(name, None)


def _is_loaded(module: ModuleType) -> bool:
    return "weight" in vars(module)


def test_it_is_loaded_where_it_is_used_and_not_where_it_is_named() -> None:
    with put_off(_HEAVY):
        named = importlib.import_module(_HEAVY)
    assert _HEAVY not in sys.modules
    assert not _is_loaded(named)
    assert named.weight == 7
    assert _is_loaded(sys.modules[_HEAVY])


def test_it_may_be_used_at_once() -> None:
    found: dict[str, object] = {}
    with put_off(_HEAVY):
        exec(f"from {_HEAVY} import weight", found)
    assert found["weight"] == 7


def test_what_is_known_loads_nothing() -> None:
    with put_off(_HEAVY, weight=1):
        assert importlib.import_module(_HEAVY).weight == 1
    assert _HEAVY not in sys.modules


def test_the_next_who_imports_it_gets_the_real_one() -> None:
    with put_off(_HEAVY, weight=1):
        pass
    assert importlib.import_module(_HEAVY).weight == 7


def test_a_module_in_a_package() -> None:
    found: dict[str, object] = {}
    with put_off(_HEAVY + ".inner"):
        exec(f"import {_HEAVY}.inner\nfrom {_HEAVY} import inner as named", found)
    assert _HEAVY + ".inner" not in sys.modules
    assert found["named"].weight == 8  # type: ignore[attr-defined]
    assert found[_HEAVY].inner.weight == 8  # type: ignore[attr-defined]


def test_what_is_loaded_already_stays() -> None:
    loaded = importlib.import_module(_HEAVY)
    with put_off(_HEAVY):
        assert importlib.import_module(_HEAVY) is loaded
    assert sys.modules[_HEAVY] is loaded
