"""What a command writes: lines for people, one JSON object for machines, progress on a terminal only."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

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
def progress(label: str, *, quiet: bool = False) -> Iterator[Callable[[float], bool]]:
    """A bar on standard error while work goes on; nothing where nobody is looking."""
    if quiet or not sys.stderr.isatty():
        yield lambda _share: True
        return
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:

        def tell(share: float) -> bool:
            bar.update(max(0, round(share * _STEPS) - bar.pos))
            return True

        yield tell
        tell(1.0)
