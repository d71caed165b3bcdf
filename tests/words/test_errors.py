"""Every error has a calm sentence of its own, and a way on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kapjournal import errors
from kapjournal.words.errors import sentence, unexpected

EXAMPLES: dict[type[errors.KapjournalError], tuple[object, ...]] = {
    errors.JournalMissingError: (Path("/home/ada/journal"),),
    errors.NotAJournalFolderError: (Path("/home/ada/journal"),),
    errors.JournalExistsError: (Path("/home/ada/journal"),),
    errors.JournalInUseError: ("desk", datetime(2026, 10, 23, 9, 42, tzinfo=UTC)),
    errors.LeftOpenElsewhereError: ("desk", datetime(2026, 10, 23, 9, 42, tzinfo=UTC)),
    errors.JournalDamagedError: ("page 7",),
    errors.NewerJournalError: (4, 3),
    errors.CodeNotShownError: (Path("/home/ada/journal"),),
    errors.FolderNotWritableError: (Path("/media/stick"),),
    errors.ChoicesNotUnderstoodError: (Path("choices.toml"), "parts"),
    errors.FileMissingError: (Path("moods.csv"),),
    errors.WrongByteError: (Path("moods.csv"), "table", 88, "cp1252"),
    errors.UnclosedQuotationError: (Path("moods.csv"), "table", 88),
    errors.AfterQuotationError: (Path("moods.csv"), "table", 88),
    errors.TooLongRowError: (Path("moods.csv"), "table", 88),
    errors.NoKnownColumnsError: (Path("moods.csv"), "table", 1),
    errors.TableColumnError: (Path("moods.csv"), "date", "column_missing"),
    errors.FileTooLargeError: (Path("moods.csv"), 50_000_000),
    errors.TooManyRowsError: (Path("moods.csv"), 200_000),
    errors.UnusedPagesError: (2,),
    errors.PictureTooLargeError: (40,),
    errors.ScaleFileError: ("items.2", "text_missing"),
    errors.MappingError: (Path("moods.toml"), "columns", "nothing_mapped"),
    errors.FileNotWrittenError: (Path("summary.pdf"),),
    errors.NoSuchDayError: ("2026-02-30",),
    errors.LibrariesMissingError: (("libxcb-cursor0", "libegl1"),),
}


def every_error(of: type[errors.KapjournalError]) -> list[type[errors.KapjournalError]]:
    """The errors at the ends of the tree."""
    below = [found for sub in of.__subclasses__() for found in every_error(sub)]
    return below or [of]


@pytest.mark.parametrize("kind", every_error(errors.KapjournalError), ids=lambda kind: kind.__name__)
def test_each_error_has_its_sentence(kind: type[errors.KapjournalError]) -> None:
    said = sentence(kind(*EXAMPLES.get(kind, ())))
    assert said != unexpected()
    assert said.endswith((".", "libxcb-cursor0 libegl1"))
    assert "!" not in said
    assert "Error" not in said
    assert "{" not in said


def test_sentences_differ() -> None:
    kinds = every_error(errors.KapjournalError)
    said = [sentence(kind(*EXAMPLES.get(kind, ()))) for kind in kinds]
    assert len(set(said)) == len(said)


def test_a_journal_in_use_names_the_place_even_without_a_time() -> None:
    assert "desk" in sentence(errors.JournalInUseError("desk"))


def test_braces_in_a_path_stay_as_they_are() -> None:
    assert "{x}" in sentence(errors.FileMissingError(Path("{x}.csv")))


def test_a_wrong_passphrase_is_no_fault_of_the_person() -> None:
    assert sentence(errors.WrongPassphraseError()) == "That did not open it. Take your time."


def test_a_damaged_page_is_not_read_out() -> None:
    assert "page 7" not in sentence(errors.JournalDamagedError("page 7"))
