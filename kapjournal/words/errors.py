"""Errors as sentences: what happened, then what is possible; no blame, no codes, nothing that a person wrote."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from kapjournal import errors as e
from kapjournal.words.dates import clock_time, day_short
from kapjournal.words.imports import file_kind, mapping_problem
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


def sentence(error: e.KapjournalError) -> str:  # noqa: PLR0911 - one case for each sentence with parts
    """One calm sentence and a way on."""
    match error:
        case e.JournalInUseError():
            return _in_use(error)
        case e.LeftOpenElsewhereError():
            return _left_open(error)
        case e.NotThatKindOfFileError():
            return _about_a_line(error) or _not_that_kind(error)
        case e.TableColumnError():
            return _table_column(error)
        case e.FileTooLargeError():
            return _too_large(error)
        case e.TooManyRowsError():
            return _too_many_rows(error)
        case e.MappingError():
            return _mapping(error)
        case e.ScaleFileError():
            return _scale_file(error)
        case e.LibrariesMissingError():
            return _libraries_missing(error)
    text = _about_the_journal() | _about_files()
    return text.get(type(error), unexpected()).format(**_data(error))


def unexpected() -> str:
    """What is said about a fault of the program itself."""
    return _("Something went wrong in the program itself. What was kept before is unharmed.")


def no_zone_words(named: str) -> str:
    """What is said where TZ names no time zone."""
    return _("TZ names “{name}”, which is no time zone. Times are told in UTC.").format(name=named)


def _data(error: e.KapjournalError) -> dict[str, object]:
    return {f.name: getattr(error, f.name) for f in fields(error)} if is_dataclass(error) else {}


def _about_the_journal() -> dict[type[e.KapjournalError], str]:
    return {
        e.WrongPassphraseError: _("That did not open it. Take your time."),
        e.WrongRecoveryCodeError: _(
            "This recovery code does not open this journal. It may belong to another one, or a newer code replaced it."
        ),
        e.MistypedRecoveryCodeError: _(
            "A character of the recovery code is not as it was printed. Compare it group by group."
        ),
        e.KeychainGaveNothingError: _(
            "The system keychain did not open it. The passphrase does, and so does the recovery code."
        ),
        e.KeychainTookNothingError: _(
            "The system keychain did not take the key. Nothing was changed; the passphrase opens the journal as before."
        ),
        e.NoTerminalError: _(
            "There is no terminal here to ask for the passphrase on. --passphrase-file reads it from a file."
        ),
        e.CodeNotShownError: _(
            "The journal is in {folder}, but its recovery code could not be shown. The passphrase opens it, and "
            "Settings make a new code."
        ),
        e.OutputNotWrittenError: _("What there is to say could not be written where the output goes."),
        e.EmptyPassphraseError: _("A passphrase is needed here. A few words in a row are good."),
        e.JournalMissingError: _(
            "There is no journal in {folder}. “kapjournal new” makes one; another folder can be named."
        ),
        e.NotAJournalFolderError: _(
            "{folder} holds something else, so nothing is put there. An empty or a new folder will do."
        ),
        e.JournalExistsError: _("There is a journal in {folder} already. It was left as it is."),
        e.KeySlotsDamagedError: _(
            "The files with the keys of this journal are damaged or missing. A backup of the journal still has them."
        ),
        e.JournalDamagedError: _(
            "The passphrase is right, but the journal’s file is damaged. "
            "Nothing was changed. Keep a copy of its folder, then restore a backup."
        ),
        e.UnusedPagesError: _(
            "All of the journal is whole. Unused parts of its file were torn, as a power cut does. "
            "“kapjournal verify --repair” writes the file anew."
        ),
        e.NewerJournalError: _(
            "This journal was written by a newer version of Kap Journal. Install that version to open it."
        ),
        e.NotEnoughMemoryError: _(
            "Opening the journal needs more free memory than there is. Close other programs, then try again."
        ),
        e.NoSuchDayError: _("“{text}” is not a day of the calendar. A day is written like 2026-10-23."),
        e.CancelledError: _("It was cancelled. Nothing of it was kept."),
    }


def _about_files() -> dict[type[e.KapjournalError], str]:
    return {
        e.FolderNotWritableError: _(
            "{path} cannot be written to. Choose another place, or change its permissions."
        ),
        e.OnlyToReadError: _("The journal is open only to read, so nothing new is kept in it now."),
        e.DiskFullError: _(
            "There is no room left on the disk. What was kept before is unharmed. Make some room, then try again."
        ),
        e.FileMissingError: _("{path} is not there, or cannot be read. Check its name and its place."),
        e.ChoicesNotUnderstoodError: _(
            "“{name}” in {path} is not understood, so no summary was made. docs/summary.md names what may stand there."
        ),
        e.FileNotWrittenError: _(
            "{path} could not be written. Nothing half-written was left. Choose another place."
        ),
        e.NotAPictureError: _("That is no picture that can be kept here. PNG, JPEG and WebP can."),
        e.PictureTooLargeError: _(
            "That picture is larger than {megapixels} million points. A smaller copy of it can be kept."
        ),
        e.NoScreenError: _(
            "There is no screen to open a window on. “kapjournal --help” shows what works from a terminal."
        ),
    }


def _in_use(error: e.JournalInUseError) -> str:
    if error.since is None:
        text = _("The journal is open in another window on {host}. Close it there, then try again.")
        return text.format(host=error.host)
    text = _(
        "The journal is open in another window on {host}, since {day}, {time}. Close it there, then try again."
    )
    since = error.since.astimezone()
    return text.format(host=error.host, day=day_short(since.date()), time=clock_time(since))


def _left_open(error: e.LeftOpenElsewhereError) -> str:
    text = _(
        "The journal was opened on {host}, on {day} at {time}, and not closed there since. "
        "Close it there first. If it is not open there any more, it can be opened here."
    )
    since = error.since.astimezone()
    return text.format(host=error.host, day=day_short(since.date()), time=clock_time(since))


def _not_that_kind(error: e.NotThatKindOfFileError) -> str:
    if error.line is None:
        text = _("{file} could not be read as {wanted}. It was left as it is.")
        return text.format(file=error.path.name, wanted=file_kind(error.wanted))
    text = _("{file} could not be read as {wanted} from line {line} on. It was left as it is.")
    return text.format(file=error.path.name, wanted=file_kind(error.wanted), line=error.line)


def _about_a_line(error: e.NotThatKindOfFileError) -> str:
    """What is wrong in one line of a file, and what can be done; '' where no more is known than its kind."""
    match error:
        case e.WrongByteError():
            text = (
                _(
                    "A sign in line {line} of {file} is not written as {encoding}. Saved as UTF-8 it can be read."
                )
                if error.wanted == "mapping"
                else _(
                    "A sign in line {line} of {file} is not written as {encoding}. Saved as UTF-8 it can be read, or "
                    "with a mapping that names its encoding."
                )
            )
        case e.UnclosedQuotationError():
            text = _(
                "A quotation mark opens in line {line} of {file} and is not closed. Closed there, or written twice if "
                "it belongs to the text, it can be read."
            )
        case e.AfterQuotationError():
            text = _(
                "In line {line} of {file} something stands right behind a closing quotation mark. One that belongs to "
                "the text is written twice."
            )
        case e.TooLongRowError():
            text = _(
                "Line {line} of {file} is longer than this program reads. Without it the rest can be read."
            )
        case e.NoKnownColumnsError(wanted="table"):
            text = _(
                "No column of {file} has a name that is known here, like “date” and “mood”. A mapping says what its "
                "columns become."
            )
        case e.NoKnownColumnsError():
            text = _("None of the columns that become something by the mapping stands in {file}.")
        case _:
            return ""
    encoding = error.encoding.upper() if isinstance(error, e.WrongByteError) else ""
    return text.format(file=error.path.name, line=error.line, encoding=encoding)


def _table_column(error: e.TableColumnError) -> str:
    text = _("{file} cannot be read by its column “{column}”: {problem}.")
    return text.format(file=error.path.name, column=error.column, problem=mapping_problem(error.problem))


def _too_large(error: e.FileTooLargeError) -> str:
    text = _("{file} is larger than this program reads ({limit} MB). In smaller parts it can be read.")
    return text.format(file=error.path.name, limit=number(error.limit_bytes / 1_000_000, 1))


def _too_many_rows(error: e.TooManyRowsError) -> str:
    text = _("{file} has more than {limit} rows. In smaller parts it can be read.")
    return text.format(file=error.path.name, limit=number(error.limit))


def _mapping(error: e.MappingError) -> str:
    text = _("The mapping {file} does not fit at “{place}”: {problem}.")
    return text.format(file=error.path.name, place=error.place, problem=mapping_problem(error.problem))


def _scale_file(error: e.ScaleFileError) -> str:
    from kapjournal.words.scales import file_fault

    return _("The file of the scale does not fit. {fault}").format(fault=file_fault(error))


def _libraries_missing(error: e.LibrariesMissingError) -> str:
    text = ngettext(
        "A library that windows need is not installed. This line installs it: {command}",
        "Some libraries that windows need are not installed. This line installs them: {command}",
        len(error.packages),
    )
    return text.format(command="sudo apt-get install " + " ".join(error.packages))
