"""The passphrase: asked for without showing it, or read from a file; never an argument, never the environment."""

from __future__ import annotations

import sys
import warnings
from getpass import GetPassWarning
from pathlib import Path

import click

from kapjournal.errors import EmptyPassphraseError, FileMissingError, NoTerminalError, NotThatKindOfFileError
from kapjournal.words.language import _

STANDARD_INPUT = "-"
MOST_BYTES = 4096


def passphrase(file: str | None, *, new: bool = False) -> str:
    """The passphrase; a new one is asked for twice.

    Raises FileMissingError, NotThatKindOfFileError, NoTerminalError or EmptyPassphraseError.
    """
    text = _read(file) if file is not None else _asked(new=new)
    if not text:
        raise EmptyPassphraseError
    return text


def _asked(*, new: bool) -> str:
    with warnings.catch_warnings():
        # Where it cannot be hidden it is not asked for: it would stand on the screen, or be waited for in vain.
        warnings.simplefilter("error", GetPassWarning)
        try:
            return click.prompt(
                _("Passphrase"),
                hide_input=True,
                confirmation_prompt=_("The same again") if new else False,
                default="",
                show_default=False,
                err=True,
            )
        except GetPassWarning:
            raise NoTerminalError from None


def _read(file: str) -> str:
    """The text of the file without one trailing newline."""
    path = Path(file)
    try:
        if file == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            # A pipe is welcome here: password managers give what they hold by one.
            with path.expanduser().open("rb") as source:
                data = source.read(MOST_BYTES + 1)
    except (OSError, RuntimeError, ValueError):
        raise FileMissingError(path) from None
    if len(data) > MOST_BYTES:
        raise NotThatKindOfFileError(path, "passphrase")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotThatKindOfFileError(path, "passphrase") from None
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text
