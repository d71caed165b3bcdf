"""The error tree. Errors carry data, not prose: `words/errors.py` turns them into sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


class KapjournalError(Exception):
    """Everything that this program raises on purpose."""


class UserError(KapjournalError):
    """Something that the person can mend; shown as one calm sentence and a way on."""


class WrongPassphraseError(UserError):
    """The passphrase did not open the journal; nothing is damaged."""


class WrongRecoveryCodeError(UserError):
    """The recovery code is well formed but belongs to another journal, or was replaced."""


class MistypedRecoveryCodeError(UserError):
    """The recovery code does not add up: a character was mistyped."""


class NoTerminalError(UserError):
    """There is no terminal on which the passphrase could be asked for without showing it."""


@dataclass
class CodeNotShownError(UserError):
    """A journal was made, and its recovery code could not be written to where it was to be shown."""

    folder: Path


class OutputNotWrittenError(UserError):
    """What a command has to say could not be written to where its output goes."""


class EmptyPassphraseError(UserError):
    """No passphrase was given."""


class KeychainGaveNothingError(UserError):
    """The keychain of this computer did not give what opens the journal; passphrase and code do as before."""


class KeychainTookNothingError(UserError):
    """The keychain of this computer did not take the secret, or there is none; nothing was changed."""


@dataclass
class JournalMissingError(UserError):
    """There is no journal in that folder."""

    folder: Path


@dataclass
class NotAJournalFolderError(UserError):
    """The folder holds something else, so no journal is made or opened there."""

    folder: Path


@dataclass
class JournalExistsError(UserError):
    """A journal is there already."""

    folder: Path


@dataclass
class JournalInUseError(UserError):
    """Another window or program holds this journal."""

    host: str
    since: datetime | None = None


@dataclass
class LeftOpenElsewhereError(UserError):
    """Another computer noted that it holds this journal, and did not say that it let go."""

    host: str
    since: datetime


@dataclass
class KeySlotsDamagedError(UserError):
    """Both copies of the key slots are damaged or missing; `backup` is the newest proved one, if there is any."""

    backup: Path | None = None


@dataclass
class JournalDamagedError(UserError):
    """The database itself is damaged; the passphrase was right. `backup` is the newest proved one, if there is any."""

    detail: str = ""
    backup: Path | None = None


@dataclass
class UnusedPagesError(UserError):
    """Some pages of the file that hold nothing are torn, as a power cut leaves them; everything written is whole."""

    pages: int


@dataclass
class NewerJournalError(UserError):
    """The journal was written by a newer version of the program."""

    found: int
    known: int


@dataclass
class FolderNotWritableError(UserError):
    """The folder, or a file in it, cannot be written."""

    path: Path


class OnlyToReadError(UserError):
    """The journal was opened only to read, so nothing in it is changed."""


class DiskFullError(UserError):
    """There is no room left on the disk; what was kept before is unharmed."""


class NotEnoughMemoryError(UserError):
    """Opening needs more free memory than there is."""


@dataclass
class FileMissingError(UserError):
    """A named file does not exist or cannot be read."""

    path: Path


@dataclass
class NotThatKindOfFileError(UserError):
    """A file is not of the kind that was expected; `wanted` names the kind, `line` the place if known."""

    path: Path
    wanted: str
    line: int | None = None


@dataclass
class WrongByteError(NotThatKindOfFileError):
    """A text has bytes that its encoding does not know; the first of them stands in `line`."""

    encoding: str = "utf-8"


class UnclosedQuotationError(NotThatKindOfFileError):
    """A quotation mark of a table opens in the row that begins in `line`, and none closes it."""


class AfterQuotationError(NotThatKindOfFileError):
    """Something stands right behind a closing quotation mark in the row that begins in `line`."""


class TooLongRowError(NotThatKindOfFileError):
    """The row that begins in `line`, or a cell of it, is longer than this program reads."""


class NoKnownColumnsError(NotThatKindOfFileError):
    """No column of a table has a name that is known: to the program where `wanted` is "table", or to the mapping."""


@dataclass
class FileTooLargeError(UserError):
    """A file is larger than this program reads."""

    path: Path
    limit_bytes: int


@dataclass
class TooManyRowsError(UserError):
    """A table has more rows than this program reads."""

    path: Path
    limit: int


class NotAPictureError(UserError):
    """Something offered as a picture is none of the kinds that can be shown, or is damaged."""


@dataclass
class PictureTooLargeError(UserError):
    """A picture has more points than this program reads."""

    megapixels: int


@dataclass
class MappingError(UserError):
    """A mapping file names something that does not fit; `place` is the key, `problem` a code of words/errors.py."""

    path: Path
    place: str
    problem: str


@dataclass
class TableColumnError(UserError):
    """A table that is read without a mapping file lacks a column, or has it twice; `problem` is a code as there."""

    path: Path
    column: str
    problem: str


@dataclass
class ScaleFileError(UserError):
    """The file of a scale does not fit its format; `place` is the key, `problem` a code of words/scales.py.

    `line` is where in the file it stands; None where it is something that is missing.
    """

    place: str
    problem: str
    line: int | None = None


@dataclass
class FileNotWrittenError(UserError):
    """A file could not be written; nothing half-written was left."""

    path: Path


@dataclass
class ChoicesNotUnderstoodError(UserError):
    """A file of choices for a summary has something in it that is none; `name` is its name there."""

    path: Path
    name: str


@dataclass
class NoSuchDayError(UserError):
    """A text is not a day of the calendar."""

    text: str


class CancelledError(UserError):
    """The person cancelled a long job; nothing of it was kept."""


class NoScreenError(UserError):
    """There is no display to open a window on."""


@dataclass
class LibrariesMissingError(UserError):
    """System libraries that the window needs are not installed."""

    packages: tuple[str, ...]
