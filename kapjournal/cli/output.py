"""What a command writes: lines for people, one JSON object for machines, progress on a terminal only."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from kapjournal.cli.stopping import heeding
from kapjournal.errors import CancelledError

Json = Mapping[str, object]
_STEPS = 1000


def write_json(result: Json) -> None:
    """One object on standard output."""
    # Another encoding than UTF-8 may lack signs that a journal has.
    plain = not sys.stdout.encoding.lower().startswith("utf")
    click.echo(json.dumps(result, ensure_ascii=plain, indent=2, default=_plain))


def _plain(value: object) -> str:
    return str(value) if isinstance(value, Path) else repr(value)


@contextmanager
def progress(label: str, *, quiet: bool = False, last: bool = True) -> Iterator[Callable[[float], bool]]:
    """A bar on standard error while work goes on, and no bar where nobody is looking; a wish to stop is heard in both.

    What is told raises CancelledError then. Once the `last` work of a command is done, a wish comes too late.
    """
    with heeding(last=last) as wanted, _bar(label, quiet=quiet) as show:

        def tell(share: float) -> bool:
            if wanted():
                raise CancelledError
            show(share)
            return True

        yield tell
        if not last:
            tell(1.0)
        show(1.0)


@contextmanager
def _bar(label: str, *, quiet: bool) -> Iterator[Callable[[float], None]]:
    if quiet or not sys.stderr.isatty():
        yield lambda _share: None
        return
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:
        yield lambda share: bar.update(max(0, round(share * _STEPS) - bar.pos))
