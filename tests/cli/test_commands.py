"""The commands, run in this process on real journals."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kapjournal import cli
from kapjournal.cli.program import program
from kapjournal.clock import Clock, FixedClock
from kapjournal.domain.moment import moment_at
from kapjournal.domain.practice import Practice
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.share import SummaryChoice
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal, KdfCost

CHEAP = KdfCost(memory_kib=65_536, passes=2, lanes=4)
PASSPHRASE = "a calm and quiet harbour"

TABLE = "date,time,mood,note\n2026-10-22,08:00,4,calm\n2026-10-23,08:00,6,\n2026-10-23,09:00,14,\n"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "person"))


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock) -> Path:
    opened, _ = Journal.create(tmp_path / "journal", PASSPHRASE, clock, cost=CHEAP)
    opened.close()
    return tmp_path / "journal"


@pytest.fixture
def phrase(tmp_path: Path) -> str:
    (tmp_path / "phrase").write_text(PASSPHRASE + "\n", "utf-8")
    return str(tmp_path / "phrase")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "table.csv").write_text(TABLE, "utf-8")
    return tmp_path / "table.csv"


@pytest.fixture
def opened(folder: Path, clock: FixedClock) -> Iterator[Journal]:
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    yield journal
    journal.close()


def count(folder: Path, clock: Clock) -> int:
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    found = journal.timeline.count()
    journal.close()
    return found


def walk(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from walk(inner)


def test_the_commands_are_those_that_are_promised() -> None:
    promised = {"demo", "new", "import", "summary", "verify", "backup", "restore", "export"}
    assert set(program().commands) == promised


def test_every_command_and_option_says_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    for command in walk(program()):
        assert command.help
        assert all(option.help for option in command.params if isinstance(option, click.Option))
    for name in ("", "demo", "new", "import", "summary", "verify"):
        assert cli.main([*([name] if name else []), "--help"]) == 0
    assert "DIR" in capsys.readouterr().out


def test_no_command_takes_the_passphrase_itself() -> None:
    names = {name for command in walk(program()) for param in command.params for name in param.opts}
    assert "--passphrase-file" in names
    assert not names & {"--passphrase", "--password", "-p"}
    assert all(not param.envvar for command in walk(program()) for param in command.params)


@pytest.mark.parametrize(
    "argv",
    [
        ["nothing"],
        ["import"],
        ["verify"],
        ["summary", "--journal", "x"],
        ["verify", "--journal", "x", "--loud"],
    ],
)
def test_a_fault_of_usage_ends_with_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(argv) == 2
    assert "Usage:" in capsys.readouterr().err


def test_new_makes_a_journal_and_shows_the_code_once(
    tmp_path: Path, phrase: str, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "made" / "here"
    assert cli.main(["new", str(made), "--passphrase-file", phrase, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["journal"] == str(made)
    journal = Journal.unlock(made, told["recovery_code"], clock, by_recovery_code=True)
    journal.close()
    assert cli.main(["new", str(made), "--passphrase-file", phrase]) == 1
    assert "already" in capsys.readouterr().err


def test_new_refuses_a_folder_that_holds_something_else(
    tmp_path: Path, phrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.png").touch()
    assert cli.main(["new", str(tmp_path / "photos"), "--passphrase-file", phrase]) == 1
    assert "holds something else" in capsys.readouterr().err
    assert [f.name for f in (tmp_path / "photos").iterdir()] == ["one.png"]


def test_the_passphrase_is_asked_for_and_not_shown(folder: Path) -> None:
    result = CliRunner().invoke(program(), ["verify", "--journal", str(folder)], input=PASSPHRASE + "\n")
    assert result.exit_code == 0
    assert PASSPHRASE not in result.output


@pytest.mark.parametrize(("data", "code"), [("\n", 0), ("", 0), ("\r\n", 0), ("\n\n", 1), (" ", 1)])
def test_one_newline_after_the_passphrase_is_dropped(
    folder: Path, monkeypatch: pytest.MonkeyPatch, data: str, code: int
) -> None:
    standard_input = io.TextIOWrapper(io.BytesIO((PASSPHRASE + data).encode()))
    monkeypatch.setattr("sys.stdin", standard_input)
    assert cli.main(["verify", "--journal", str(folder), "--passphrase-file", "-"]) == code


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe\x00", b"x" * 5000])
def test_what_is_no_passphrase_is_told(
    tmp_path: Path, folder: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd").write_bytes(data)
    assert cli.main(["verify", "--journal", str(folder), "--passphrase-file", str(tmp_path / "odd")]) == 1
    assert capsys.readouterr().err.strip().endswith(".")


def test_a_journal_that_is_not_there_is_told_before_anything_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["verify", "--journal", str(tmp_path / "nowhere")]) == 1
    assert "There is no journal in" in capsys.readouterr().err


def test_import_accounts_for_every_row_and_adds_nothing_twice(
    folder: Path, phrase: str, table: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["import", str(table), "--journal", str(folder), "--passphrase-file", phrase, "--json"]
    assert cli.main([*argv, "--dry-run"]) == 0
    rehearsed = json.loads(capsys.readouterr().out)
    assert count(folder, clock) == 0
    assert cli.main(argv) == 0
    added = json.loads(capsys.readouterr().out)
    assert cli.main(argv) == 0
    again = json.loads(capsys.readouterr().out)
    counts = [(r["rows"], r["added"], r["already_there"], r["refused"]) for r in (rehearsed, added, again)]
    assert counts == [(3, 2, 0, 1), (3, 2, 0, 1), (3, 0, 2, 1)]
    assert added["refused_rows"] == [{"line": 4, "column": "mood", "reason": "outside_scale", "value": "14"}]
    assert count(folder, clock) == 2


def test_import_tells_people_the_same_in_words(
    folder: Path, phrase: str, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["import", str(table), "--journal", str(folder), "--passphrase-file", phrase]
    assert cli.main([*argv, "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 rows in the file",
        "2 would be added",
        "0 already there",
        "1 refused",
        "Line 4: column “mood” holds “14”, which is outside its scale.",
        "Nothing in the journal has changed.",
    ]


def test_a_failed_import_leaves_nothing(
    tmp_path: Path, folder: Path, phrase: str, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text(TABLE + '2026-10-23,10:00,"5\n', "utf-8")
    assert cli.main(["import", str(broken), "--journal", str(folder), "--passphrase-file", phrase]) == 1
    assert "broken.csv" in capsys.readouterr().err
    assert count(folder, clock) == 0


def test_a_mapping_that_does_not_fit_is_told_with_its_place(
    tmp_path: Path, folder: Path, phrase: str, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_text('[file]\nsource = "x"\n[when]\ndate = "date"\nzone = "Moon"\n', "utf-8")
    argv = [
        "import",
        str(table),
        "--journal",
        str(folder),
        "--mapping",
        str(mapping),
        "--passphrase-file",
        phrase,
    ]
    assert cli.main(argv) == 1
    assert "“when.zone”: this time zone is not known." in capsys.readouterr().err


def test_summary_writes_a_pdf_and_notes_that_it_was_shared(
    tmp_path: Path, folder: Path, phrase: str, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "summary.pdf"
    argv = ["summary", "--journal", str(folder), "--from", "2026-09-08", "--to", "2026-10-23", "-o", str(out)]
    assert cli.main([*argv, "--passphrase-file", phrase]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert "8 September to 23 October 2026" in capsys.readouterr().out
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    (share,) = journal.shares.all()
    assert (share.first, share.last) == (date(2026, 9, 8), date(2026, 10, 23))
    assert len(share.sha256) == 64
    assert journal.shares.choice() == SummaryChoice()
    journal.close()


@pytest.mark.parametrize("days", [["--from", "2026-02-31"], ["--from", "2026-10-02", "--to", "2026-10-01"]])
def test_days_that_are_none_are_a_fault_of_usage(folder: Path, days: list[str]) -> None:
    assert cli.main(["summary", "--journal", str(folder), "-o", "x.pdf", *days]) == 2


def test_a_summary_that_cannot_be_written_is_told(
    tmp_path: Path, folder: Path, phrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "no" / "such" / "folder.pdf"
    assert cli.main(["summary", "--journal", str(folder), "-o", str(out), "--passphrase-file", phrase]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_verify_says_that_all_is_sound(folder: Path, phrase: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", "--journal", str(folder), "--passphrase-file", phrase, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"healthy": True, "entries": 0, "problems": []}


def test_a_journal_that_is_open_elsewhere_is_told(
    folder: Path, phrase: str, opened: Journal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened.folder == folder
    assert cli.main(["verify", "--journal", str(folder), "--passphrase-file", phrase]) == 1
    assert "open in another window" in capsys.readouterr().err


def test_demo_writes_the_sample_and_opens_nothing(
    tmp_path: Path, phrase: str, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "sample")
    assert cli.main(["demo", "--today", "2026-10-23T09:42", "--write", out, "--passphrase-file", phrase]) == 0
    assert "Recovery code:" in capsys.readouterr().out
    journal = Journal.unlock(Path(out), PASSPHRASE, clock)
    assert journal.timeline.page(TimelineFilter(text="water")).total == 7
    journal.close()


def test_the_windows_are_opened_by_whoever_gave_them(tmp_path: Path) -> None:
    asked: list[object] = []

    def on_journal(folder: Path | None) -> int:
        asked.append(folder)
        return 0

    def on_sample(clock: Clock) -> int:
        asked.append(clock.now().isoformat())
        return 0

    windows = cli.Windows(journal=on_journal, sample=on_sample)
    assert cli.main([], windows) == 0
    assert cli.main(["--journal", str(tmp_path)], windows) == 0
    assert cli.main(["demo", "--today", "2026-10-23T09:42"], windows) == 0
    assert asked == [None, tmp_path, "2026-10-23T09:42:00+01:00"]
    assert cli.main(["demo", "--json"], windows) == 2
    assert cli.main(["--journal", str(tmp_path), "verify", "--journal", str(tmp_path)], windows) == 2


def test_a_fault_of_the_program_is_told_without_words_of_the_journal(
    folder: Path, phrase: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise RuntimeError("the grandmother in the lake")

    monkeypatch.setattr(Journal, "verify", fail)
    assert cli.main(["verify", "--journal", str(folder), "--passphrase-file", phrase]) == 1
    told = capsys.readouterr().err
    assert "RuntimeError" in told
    assert "lake" not in told


@pytest.mark.parametrize("form", ["html", "text", "csv", "json", "fhir"])
def test_summary_takes_its_form_and_the_choices_of_a_file(
    tmp_path: Path, folder: Path, phrase: str, clock: FixedClock, form: str
) -> None:
    choices = tmp_path / "choices.toml"
    choices.write_text('from = 2026-09-08\nto = 2026-10-23\ntalking_points = ["Pointfromfile"]\n', "utf-8")
    out = tmp_path / "it.any"
    argv = ["summary", "--journal", str(folder), "--format", form, "--choices", str(choices), "-o", str(out)]
    assert cli.main([*argv, "--passphrase-file", phrase]) == 0
    data = out.read_bytes()
    if form == "csv":
        with zipfile.ZipFile(out) as archive:
            data = archive.read("lines.csv")
    assert b"Pointfromfile" in data


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unknown = 1\n", "“unknown”"),
        ('parts = ["nothing"]\n', "“parts”"),
        ("entries = [true]\n", "“entries”"),
        ('entries = "12"\n', "“entries”"),
        ("paper = []\n", "“paper”"),
        ("from = 2026-09-08T10:00:00\n", "“from”"),
        ('talking_points = ["a", "b", "c", "d"]\n', "“talking_points”"),
        ("= broken", "choices.toml could not be read"),
    ],
)
def test_choices_that_are_none_are_told_by_name(
    tmp_path: Path, folder: Path, phrase: str, text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = tmp_path / "choices.toml"
    choices.write_text(text, "utf-8")
    argv = ["summary", "--journal", str(folder), "--choices", str(choices), "-o", str(tmp_path / "x.pdf")]
    assert cli.main([*argv, "--passphrase-file", phrase]) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_a_key_or_an_id_that_the_summary_does_not_have_is_told(
    tmp_path: Path, folder: Path, phrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    choices, out = tmp_path / "choices.toml", tmp_path / "it.txt"
    named = 'struck = ["glance:moodd", "*"]\nentries = [4711]\npractices = [4712]\n'
    choices.write_text(f"{named}to = 2026-10-23\n", "utf-8")
    argv = [
        "summary",
        "--journal",
        str(folder),
        "--format",
        "text",
        "--choices",
        str(choices),
        "-o",
        str(out),
    ]
    assert cli.main([*argv, "--passphrase-file", phrase]) == 0
    assert "Not in this summary: glance:moodd, *, 4711, 4712" in capsys.readouterr().err
    choices.write_text("from = 2026-10-23\nto = 2026-10-01\n", "utf-8")
    assert cli.main([*argv, "--passphrase-file", phrase]) == 2


def test_what_can_be_chosen_is_shown_with_its_names_and_no_file_is_written(
    folder: Path, phrase: str, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    written = journal.reflections.keep(
        Reflection(moment=moment_at(clock.now()), title="The lake", text="Cold.")
    )
    journal.shares.keep_choice(SummaryChoice(talking_points=("Telling her",)))
    practice = journal.practices.keep(Practice(name="Ten minutes"))
    journal.close()
    argv = ["summary", "--journal", str(folder), "--passphrase-file", phrase, "--show", "--to", "2026-10-23"]
    assert cli.main([*argv, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    (entry,) = shown["entries"]
    assert (entry["id"], entry["text"], entry["ticked"]) == (written.id, "The lake", False)
    (line,) = [line for line in shown["lines"] if line["text"] == "Telling her"]
    assert line["key"].startswith("talk:")
    assert shown["practices"] == [{"id": practice.id, "name": "Ten minutes", "ticked": False}]
    assert cli.main(argv) == 0
    told = capsys.readouterr().out
    assert line["key"] in told
    assert "The lake" in told
    assert f"{practice.id}  Ten minutes" in told
    assert cli.main(["summary", "--journal", str(folder), "--passphrase-file", phrase]) == 2
