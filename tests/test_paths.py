"""Resources are found from a checkout, from a wheel and from a frozen program."""

import sys
from pathlib import Path

import pytest

from kapjournal import paths


def test_from_a_checkout() -> None:
    assert paths.resource("design/tokens.toml").is_file()


def test_from_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "kapjournal"
    (package / "resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resource("icons") == package / "resources" / "icons"


def test_from_a_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kapjournal" / "resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("icons") == tmp_path / "kapjournal" / "resources" / "icons"


def test_missing() -> None:
    with pytest.raises(FileNotFoundError):
        paths.resource("no/such/thing")
