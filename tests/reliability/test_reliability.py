"""The quick sets: a few of each experiment, and each control; the full numbers by `python -m tests.reliability`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kapjournal.storage import migrations
from tests.reliability import __main__ as program
from tests.reliability import damage, full_disk, kills, plaintext, power_loss

forked = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
traced = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not there")


@forked
def test_nothing_saved_is_lost_by_a_kill(tmp_path: Path) -> None:
    assert kills.saving(tmp_path, 16).faults == []


@forked
def test_control_a_program_that_says_kept_too_early_loses(tmp_path: Path) -> None:
    assert kills.saving(tmp_path, 3, control=True).faults


@forked
def test_key_slots_always_open_after_a_kill(tmp_path: Path) -> None:
    assert kills.slot_saves(tmp_path, 12).faults == []


@forked
def test_control_slots_written_in_place_are_torn(tmp_path: Path) -> None:
    assert kills.slot_saves(tmp_path, 10, control=True).faults


@forked
def test_exactly_one_set_of_keys_opens_after_a_kill_of_the_re_encryption(tmp_path: Path) -> None:
    assert program.anew(tmp_path, 4).faults == []


@forked
def test_control_slots_exchanged_after_the_database_open_nothing(tmp_path: Path) -> None:
    assert program.anew(tmp_path, 1, control=True).faults


@forked
@pytest.mark.parametrize("schema", [1, migrations.KNOWN - 1])
def test_a_killed_migration_leaves_old_or_new_and_a_backup(tmp_path: Path, schema: int) -> None:
    assert kills.migrating(tmp_path, program.old(schema), program.OLD_PASSPHRASE, most=2).faults == []


@forked
def test_control_a_migration_in_pieces_ends_in_between(tmp_path: Path) -> None:
    assert kills.migrating(tmp_path, program.old(1), program.OLD_PASSPHRASE, 1, control=True).faults


def test_every_damage_is_found_and_called_damage(tmp_path: Path) -> None:
    assert damage.run(tmp_path, 10, 4).faults == []


def test_control_without_seals_damage_goes_unnoticed(tmp_path: Path) -> None:
    assert damage.control(tmp_path, 20).faults


@traced
def test_nothing_saved_is_lost_by_a_power_cut(tmp_path: Path) -> None:
    assert power_loss.run(tmp_path, 10, saves=12).faults == []


@traced
def test_control_without_flushes_most_power_cuts_lose(tmp_path: Path) -> None:
    found = power_loss.run(tmp_path, 6, control=True, saves=12)
    assert len(found.faults) > found.runs / 2


@traced
def test_no_word_is_written_in_the_open(tmp_path: Path) -> None:
    found = plaintext.run(tmp_path)
    assert found.faults == []
    assert found.facts["writes"] > 100


@traced
def test_control_temporary_files_hold_words_in_the_open(tmp_path: Path) -> None:
    assert plaintext.run(tmp_path, control=True).faults


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[full_disk.SmallDisk]:
    made = full_disk.SmallDisk(tmp_path / "disk")
    if not made.there:
        pytest.skip("a small disk cannot be mounted here")
    yield made
    made.close()


def test_a_full_disk_loses_nothing(disk: full_disk.SmallDisk) -> None:
    assert full_disk.run(disk, step=240_000).faults == []


def test_control_a_file_written_in_place_is_lost_on_a_full_disk(disk: full_disk.SmallDisk) -> None:
    assert full_disk.control(disk).faults
