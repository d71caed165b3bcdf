"""A file that leaves the journal: written whole or not at all, under a name that every system takes."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

from kapjournal.errors import DiskFullError, FileNotWrittenError
from kapjournal.paths import JOURNAL_FILES
from kapjournal.whole_file import FULL, place_of, write_whole
from kapjournal.words.language import _

LONGEST_NAME_BYTES = 120
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def write_file(path: Path, data: bytes) -> None:
    """Put a whole file in its place; durable when this returns.

    Raises DiskFullError or FileNotWrittenError: then what stood there before is as it was, and nothing is left. The
    folder of a journal is no place for it: a name that is mistyped there would cost the journal.
    """
    try:
        folder = place_of(path).parent
        if any((folder / name).exists() for name in JOURNAL_FILES):
            raise FileNotWrittenError(path)
        write_whole(path, data)
    except OSError as error:
        if error.errno in FULL:
            raise DiskFullError from error
        raise FileNotWrittenError(path) from error


def file_name(first: date, last: date, ending: str = ".pdf") -> str:
    """Return a name for the file: 'Summary 2026-09-08 to 2026-10-23.pdf'; it names nobody."""
    name = _("Summary {first} to {last}").format(first=first.isoformat(), last=last.isoformat())
    return safe_name(name) + ending


def safe_name(text: str) -> str:
    """Return a text as a file's name without ending that Linux, macOS and Windows all take."""
    plain = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] != "C")
    plain = _FORBIDDEN.sub("-", plain).strip(" .")
    if _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    short = plain.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore").strip(" .")
    return short or "summary"
