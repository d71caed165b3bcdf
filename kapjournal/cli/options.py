"""The options and kinds of value that several commands share."""

from __future__ import annotations

import errno
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from kapjournal.clock import Clock, FixedClock
from kapjournal.domain.moment import near
from kapjournal.errors import NoSuchDayError
from kapjournal.words.errors import sentence
from kapjournal.words.language import _

PICTURE_ZONE = "Europe/London"


class FolderType(click.ParamType[Path]):
    """A folder, or a file, by its path; '~' is the person's own folder."""

    name = "path"

    def convert(self, value: object, param: click.Parameter | None, context: click.Context | None) -> Path:
        """The absolute path; what can be no path is a fault of usage."""
        with suppress(RuntimeError, ValueError):  # no such person; a sign that no name has
            path = Path(str(value)).expanduser().absolute()
            if str(value) and not _too_long(path):
                return path
        return self.fail(_("“{name}” is no name of a file or a folder.").format(name=value), param, context)


def _too_long(path: Path) -> bool:
    try:
        path.lstat()
    except OSError as error:
        return error.errno == errno.ENAMETOOLONG
    return False


class DayType(click.ParamType[date]):
    """A day like 2026-10-23."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, context: click.Context | None) -> date:
        """The day; not one of the calendar is a fault of usage."""
        if isinstance(value, date):
            return value
        try:
            return near(date.fromisoformat(str(value)))
        except ValueError:
            self.fail(sentence(NoSuchDayError(str(value))), param, context)


class FixedClockType(click.ParamType[Clock]):
    """A moment like 2026-10-23T09:42 at which the clock stands still."""

    name = "moment"

    def convert(self, value: object, param: click.Parameter | None, context: click.Context | None) -> Clock:
        """The clock; without an offset the moment is in the zone of the pictures."""
        try:
            moment = datetime.fromisoformat(str(value))
            near(moment.date())
        except ValueError:
            self.fail(sentence(NoSuchDayError(str(value))), param, context)
        return FixedClock(
            moment if moment.tzinfo is not None else moment.replace(tzinfo=ZoneInfo(PICTURE_ZONE))
        )


def journal_option() -> click.Option:
    """--journal DIR."""
    return click.Option(
        ["--journal"], type=FolderType(), required=True, metavar="DIR", help=_("The journal's folder.")
    )


def passphrase_option() -> click.Option:
    """--passphrase-file FILE."""
    return click.Option(
        ["--passphrase-file"],
        metavar="FILE",
        help=_("Read the passphrase from this file ('-' is standard input) instead of asking for it."),
    )


def json_option() -> click.Option:
    """--json."""
    return click.Option(["--json", "as_json"], is_flag=True, help=_("Write the result as JSON."))
