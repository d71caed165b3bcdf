"""The settings file: written whole, read back, forgiving."""

import errno
import os
from pathlib import Path

import pytest

from kapjournal.settings import Settings, SettingsStore


def test_defaults_without_a_file(tmp_path: Path) -> None:
    assert SettingsStore(tmp_path / "settings.toml").current == Settings()


def test_changes_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    SettingsStore(path).change(look="dark", text_scale=1.4, less_motion=True, country="NZ")
    assert SettingsStore(path).current == Settings(
        look="dark", text_scale=1.4, less_motion=True, country="NZ"
    )
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


def test_unreadable_file_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("look = ", "utf-8")
    store = SettingsStore(path)
    assert store.current == Settings()
    store.change(look="light")
    assert (tmp_path / "settings.toml.unreadable").read_text("utf-8") == "look = "
    assert SettingsStore(path).current.look == "light"


def test_a_full_disk_costs_the_memory_of_a_setting_and_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SettingsStore(tmp_path / "settings.toml")
    store.change(look="dark")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert store.change(look="light").look == "light"
    assert [one.name for one in tmp_path.iterdir()] == ["settings.toml"]
    assert SettingsStore(tmp_path / "settings.toml").current.look == "dark"


def test_every_unreadable_file_is_kept_up_to_a_number(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for number in range(12):
        path.write_text(f"look = {number} {number}", "utf-8")
        assert SettingsStore(path).current == Settings()
    kept = {one.name: one.read_text("utf-8") for one in tmp_path.iterdir()}
    assert len(kept) == 9
    assert kept["settings.toml.unreadable"] == "look = 0 0"
    assert kept["settings.toml.unreadable-2"] == "look = 1 1"
    assert kept["settings.toml.unreadable-9"] == "look = 11 11", "the last of all"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ('look = "pink"', Settings()),
        ("text_scale = 9.0", Settings(text_scale=2.0)),
        ("text_scale = nan", Settings()),
        ('text_scale = "big"', Settings()),
        ("auto_lock_min = -3", Settings()),
        ("less_motion = 3", Settings()),
        ("unknown = true", Settings()),
        ("text_scale = 1" + "0" * 400, Settings()),
        ("window_width = 100000000000", Settings()),
        ("auto_lock_min = 99999999999", Settings()),
        ('journal_folder = "a\\u0000b"', Settings()),
        ("look = " + "[" * 10_000, Settings()),
        ("window_width = " + "9" * 5_000, Settings()),
    ],
)
def test_wrong_values_become_defaults(tmp_path: Path, line: str, wanted: Settings) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(line, "utf-8")
    assert SettingsStore(path).current == wanted


def test_listeners_hear_only_of_changes(tmp_path: Path) -> None:
    store, heard = SettingsStore(tmp_path / "settings.toml"), []
    store.listen(heard.append)
    store.change(look="system")
    store.change(look="dark")
    store.change(look="dark")
    assert [settings.look for settings in heard] == ["dark"]


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    store = SettingsStore(blocked / "settings.toml")
    assert store.change(look="dark").look == "dark"
