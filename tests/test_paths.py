"""Resources are found from a checkout, from a wheel and from a frozen program."""

import sys
from pathlib import Path

import platformdirs
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


@pytest.mark.parametrize("chosen", [None, "", "  ", "/somewhere/else", "not/absolute"])
def test_settings_lie_where_the_library_says(chosen: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if chosen is None:
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CONFIG_HOME", chosen)
    assert paths.config_dir() == Path(platformdirs.user_config_dir("kapjournal", appauthor=False))
