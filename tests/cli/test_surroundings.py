"""What a command does where its surroundings are not as usual: closed outputs, no terminal, names that are none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from datetime import timedelta
from getpass import GetPassWarning
from pathlib import Path

import babel.localtime
import click
import pytest
import tzlocal

from kapjournal import cli
from kapjournal.cli import new_journal, stopping
from kapjournal.cli.output import progress
from kapjournal.clock import here
from kapjournal.errors import CancelledError
from kapjournal.journal import is_journal
from kapjournal.zone_guard import without_a_zone_that_is_none


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "person"))


def test_a_code_that_could_not_be_shown_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "phrase").write_text("a calm and quiet harbour", "utf-8")
    monkeypatch.setattr(new_journal, "let_go", lambda: None)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stdin", None)
    folder = tmp_path / "journal"
    assert cli.main(["new", str(folder), "--passphrase-file", str(tmp_path / "phrase")]) == 1
    sys.stdin.close()
    assert str(folder) in (said := capsys.readouterr().err)
    assert "could not be shown" in said
    assert is_journal(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="there is no such place")
def test_an_output_that_takes_nothing_is_said() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kapjournal", "--help"],
            stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "What there is to say could not be written where the output goes.\n"


def test_a_passphrase_that_would_be_seen_is_not_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ask(_prompt: str) -> str:
        warnings.warn("it would be seen", GetPassWarning, stacklevel=1)
        return "seen"

    monkeypatch.setattr(click.termui, "hidden_prompt_func", ask)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as it is outside of the tests
        assert cli.main(["new", str(tmp_path / "journal")]) == 1
    assert "no terminal" in capsys.readouterr().err
    assert not is_journal(tmp_path / "journal")


@pytest.mark.parametrize("name", ["", "~nobody-of-that-name/x", "x" * 5_000, "x" * 300, "a\0b"])
def test_what_is_no_name_is_a_fault_of_usage(name: str) -> None:
    assert cli.main(["verify", "--journal", name]) == 2
    assert cli.main(["new", name]) == 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_end_of_all_days_is_a_fault_of_usage(tmp_path: Path, day: str) -> None:
    assert cli.main(["summary", "--journal", str(tmp_path), "--from", day, "-o", "x"]) == 2
    assert cli.main(["demo", "--today", day, "--write", str(tmp_path / "x")]) == 2


@pytest.mark.skipif(os.name == "nt", reason="names are texts there")
def test_a_folder_whose_name_is_no_text_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "phrase").write_text("a calm and quiet harbour", "utf-8")
    folder = tmp_path / os.fsdecode(b"j\xff")
    assert cli.main(["new", str(folder), "--passphrase-file", str(tmp_path / "phrase")]) == 1
    assert "cannot be written to" in capsys.readouterr().err
    assert not folder.exists()


def test_a_wish_to_end_stops_as_the_keys_do() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    stopping.hear_the_end()
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGTERM)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
@pytest.mark.parametrize("wish", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_wish_is_heard_between_two_steps_of_long_work(wish: str) -> None:
    stopping.hear_the_end()
    before, steps = signal.getsignal(signal.SIGINT), []
    with pytest.raises(CancelledError), progress("Reading", quiet=True) as tell:  # noqa: PT012  # as a command does
        os.kill(os.getpid(), signal.Signals[wish])
        steps.append("went on to its end")
        tell(0.5)
        steps.append("and not to the next")
    assert steps == ["went on to its end"]
    assert signal.getsignal(signal.SIGINT) is before
    with pytest.raises(CancelledError), progress("Reading", quiet=True, last=False):
        os.kill(os.getpid(), signal.Signals[wish])


def test_after_the_last_work_a_wish_comes_too_late() -> None:
    with progress("Adding", quiet=True):
        os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.skipif(os.name == "nt", reason="the zone is told in another way there")
@pytest.mark.parametrize("zone", ["Nowhere/Bogus", "CET-1CEST,M3.5.0,M10.5.0/3", "\udcff"])
def test_a_zone_that_does_not_exist_is_no_fault(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setattr(tzlocal.unix, "_cache_tz", None)
    monkeypatch.setenv("TZ", zone)
    assert abs(here().utcoffset(None) or timedelta()) < timedelta(days=1)


@pytest.fixture
def own_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(os.name == "nt", reason="the zone is told in another way there")
@pytest.mark.parametrize("zone", [":/etc/passwd", "/", ":/dev/zero", "../../etc/passwd"])
@pytest.mark.usefixtures("own_zone")
def test_a_zone_that_is_something_else_is_said_and_times_are_told_in_utc(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], zone: str
) -> None:
    monkeypatch.setattr(tzlocal.unix, "_cache_tz", None)
    monkeypatch.setenv("TZ", zone)
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().err == f"TZ names “{zone}”, which is no time zone. Times are told in UTC.\n"
    assert str(here()) == "UTC"
    assert babel.localtime.get_localzone().utcoffset(None) == timedelta()


@pytest.mark.skipif(os.name == "nt", reason="the zone is told in another way there")
@pytest.mark.parametrize("zone", ["Europe/London", ":Europe/London", "CET-1CEST,M3.5.0,M10.5.0/3", ""])
def test_of_any_other_zone_nothing_is_said(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    assert without_a_zone_that_is_none() == ""
    assert os.environ["TZ"] == zone
