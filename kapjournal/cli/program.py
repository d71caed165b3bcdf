"""The command line as a whole: its commands, and how each way of ending becomes an exit code."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from kapjournal.cli import (
    backup,
    demo,
    export,
    import_file,
    new_journal,
    restore,
    stopping,
    streams,
    summary,
    verify,
)
from kapjournal.cli.options import FolderType
from kapjournal.cli.windows import Windows
from kapjournal.errors import KapjournalError, OutputNotWrittenError
from kapjournal.words import language
from kapjournal.words.errors import no_zone_words, sentence, unexpected
from kapjournal.words.language import _
from kapjournal.zone_guard import without_a_zone_that_is_none

DONE, MENDABLE = 0, 1
"""A fault of usage ends with click's own 2."""


def main(argv: Sequence[str], windows: Windows | None = None) -> int:
    """Run one command line: 0 done, 1 something that the person can mend, 2 not a command."""
    streams.make_sound()
    try:
        return _run(argv, windows)
    except (click.Abort, KeyboardInterrupt):
        return _mendable(_("It was cancelled. Nothing of it was kept."))
    except BrokenPipeError:
        # Whoever read the output has left; nothing more can be said to them.
        streams.let_go()
        return MENDABLE
    except Exception as error:
        # The last hook: a fault of the program, told without a word of the journal.
        return _mendable(f"{unexpected()}\n{_where(error)}")


def _run(argv: Sequence[str], windows: Windows | None) -> int:
    try:
        no_zone = without_a_zone_that_is_none()
        language.use(_chosen_language())
        if no_zone:
            with suppress(OSError):
                click.echo(no_zone_words(no_zone), err=True)
        result = program(windows).main(list(argv), prog_name="kapjournal", standalone_mode=False)
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return error.exit_code
    except KapjournalError as error:
        return _mendable(sentence(error))
    except OSError as error:
        if isinstance(error, BrokenPipeError) or error.filename is not None:
            raise
        # Every file of the journal has its own errors; without a name it is the output that took nothing.
        streams.let_go()
        return _mendable(sentence(OutputNotWrittenError()))
    return result if isinstance(result, int) else DONE


def _mendable(text: str) -> int:
    with suppress(OSError):  # where nothing can be said, the exit code still tells
        click.echo(text, err=True)
    return MENDABLE


def program(windows: Windows | None = None) -> click.Group:
    """All commands; built when called, so that their texts are in the person's language."""

    def no_command(journal: Path | None) -> int:
        context = click.get_current_context()
        if context.invoked_subcommand is not None:
            if context.invoked_subcommand != "demo":  # which may open the window, and a window ends by itself
                stopping.hear_the_end()
            if journal is not None:
                raise click.UsageError(_("--journal is written after the command."), context)
            return DONE
        if windows is None:
            click.echo(context.get_help())
            return DONE
        return windows.journal(journal)

    group = click.Group(
        name="kapjournal",
        callback=no_command,
        invoke_without_command=True,
        result_callback=lambda result, journal: result,  # noqa: ARG005  # click passes the group's options by name
        help=_(
            "A calm, encrypted journal for people in ketamine-assisted psychotherapy. "
            "Without a command the window opens."
        ),
        params=[
            click.Option(["--journal"], type=FolderType(), metavar="DIR", help=_("The journal's folder.")),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=_("Show the version and stop."),
            ),
        ],
        context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    )
    for command in (
        demo.command(windows),
        new_journal.command(),
        import_file.command(),
        summary.command(),
        verify.command(),
        backup.command(),
        restore.command(),
        export.command(),
    ):
        group.add_command(command)
    return group


def _show_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import PackageNotFoundError, version

        try:
            click.echo(f"Kap Journal {version('kapjournal')}")
        except PackageNotFoundError:
            click.echo("Kap Journal")
        context.exit(DONE)


def _chosen_language() -> str | None:
    from kapjournal.paths import settings_path
    from kapjournal.settings import SettingsStore

    return SettingsStore(settings_path()).current.language or None


def _where(error: BaseException) -> str:
    """The kind of fault and its place in the program; never its message, which could hold journal text."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__} {place}"
