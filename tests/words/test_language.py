"""The language of the person and of the system."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import babel.core
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from kapjournal.words import language
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _, ngettext, pgettext
from tests.words.speaking import speaking


def test_english_speaks_the_texts_as_they_are_written() -> None:
    with speaking("en_US"):
        assert _("Mood") == "Mood"
        assert ngettext("one", "many", 2) == "many"
        assert pgettext("feeling", "light") == "light"
        assert _("") == ""


def test_a_language_without_catalogue_is_english_as_that_country_writes_it() -> None:
    with speaking("de-AT"):
        assert _("Mood") == "Mood"
        assert str(language.current()) == "en_AT"


def test_what_babel_knows_of_all_other_languages_is_not_kept() -> None:
    for name in ("fr_CA", "en_NZ"):
        with speaking(name):
            language.current()
        assert babel.core._global_data is None
    assert ("en_GB", "English (United Kingdom)") in language.language_names()
    assert babel.core._global_data is None
    with speaking("en_US"):
        assert day_medium(dt.date(2026, 10, 23)) == "October 23, 2026"
    assert babel.core._global_data is None


@pytest.mark.parametrize("name", ["xx_XX", "not a locale", "ja_JP"])
def test_an_unknown_locale_still_speaks(name: str) -> None:
    with speaking(name):
        assert language.current().language == "en"


def test_a_catalogue_is_spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalog(locale="es")
    catalogue.add("Mood", "Ánimo")
    catalogue.add("light", "ligera", context="feeling")
    catalogue.add(("{n} day", "{n} days"), ("{n} día", "{n} días"))
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "kapjournal.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr("kapjournal.paths.resource", lambda _name: tmp_path)
    with speaking("es_MX"):
        assert _("Mood") == "Ánimo"
        assert pgettext("feeling", "light") == "ligera"
        assert ngettext("{n} day", "{n} days", 3) == "{n} días"
        assert str(language.current()) == "es_MX"
        assert not language.runs_from_right()


@pytest.mark.parametrize(("name", "from_right"), [("he", True), ("en_GB", False)])
def test_where_lines_begin_is_the_languages_matter(
    name: str, from_right: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / name / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "kapjournal.mo").open("wb") as file:
        write_mo(file, Catalog(locale=name))
    monkeypatch.setattr("kapjournal.paths.resource", lambda _name: tmp_path)
    with speaking(name):
        assert language.runs_from_right() is from_right
    with speaking("he_IL" if name == "en_GB" else "ar"):
        assert not language.runs_from_right(), "without a catalogue it is English"


@pytest.mark.parametrize(
    ("variables", "texts", "formats", "territory"),
    [
        ({"LANG": "en_GB.UTF-8"}, "en_GB", "en_GB", "GB"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "en_DK.UTF-8"}, "en_US", "en_DK", "DK"),
        ({"LANG": "de_DE", "LC_ALL": "fr_FR@euro"}, "fr_FR", "fr_FR", "FR"),
        ({"LANG": "C.UTF-8"}, "en_GB", "en_GB", ""),
        ({"LANG": "POSIX"}, "en_GB", "en_GB", ""),
        ({}, "en_GB", "en_GB", ""),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows names its locale itself")
def test_the_system_says_what_it_speaks(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], texts: str, formats: str, territory: str
) -> None:
    for name in ("LANG", "LC_ALL", "LC_TIME", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language.system_texts() == texts
    assert language.system_formats() == formats
    assert language.system_territory() == territory


def test_a_text_needs_neither_babel_nor_qt() -> None:
    code = (
        "import sys; from kapjournal.words.language import _; _('Mood');"
        "sys.exit(any(m.split('.')[0] in ('babel', 'PySide6') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
