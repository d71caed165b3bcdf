"""Loading PySide without the three things that it does at every start and that a program need not wait for.

It carries a part of itself as source inside a library and compiles it anew: that is done once and kept beside this
module, as Python keeps its own; a seventh of the time to the first paint. With it comes what writes its type files:
that is left out; another tenth. And it puts its own import statement in the place of Python's; see `_import_plainly`.
"""

from __future__ import annotations

import builtins
import linecache
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

_Kept = dict[tuple[str, bytes], CodeType]

_LEFT_OUT = "shibokensupport/signature/lib/pyi_generator.py"
"""It writes PySide's `.pyi` files; a program that runs never calls it."""


def load_pyside() -> None:
    """Load Qt's widgets; raises ImportError where that cannot be."""
    with compiled_once():
        import PySide6.QtWidgets  # noqa: F401  # what it brings is imported where it is used
    _import_plainly()


@contextmanager
def compiled_once() -> Iterator[None]:
    """While this is entered, what was compiled at an earlier start is taken as it was kept."""
    kept = _read()
    before = len(kept)
    compiles: Any = builtins.compile

    def recall(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        if type(source) is not bytes or type(filename) is not str or mode != "exec" or rest or named:
            return compiles(source, filename, mode, *rest, **named)
        # The whole source is the key: another PySide never meets the code of this one.
        key = (filename, b"" if filename == _LEFT_OUT else source)
        if key not in kept:
            kept[key] = compiles(key[1], filename, mode)
        return kept[key]

    # WORKAROUND: PySide compiles its `signature` package from within a library, and no other place reaches it.
    builtins.compile = recall
    try:
        yield
    finally:
        builtins.compile = compiles
    if len(kept) > before and not sys.dont_write_bytecode:
        _write(kept)


def _import_plainly() -> None:
    """Give the import statement back to Python.

    PySide's offers spellings (`from __feature__ import snake_case`) that nothing here uses. To know who might, it reads
    the source of each module that is imported and keeps it: loading takes twice as long, and 20 MB more for good.
    """
    # WORKAROUND: https://code.qt.io/cgit/pyside/pyside-setup.git/tree/sources/shiboken6/shibokenmodule/files.dir/
    # shibokensupport/signature/loader.py?h=6.11 replaces it whether or not any feature is wanted.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()  # what it has read so far


def _file() -> Path:
    return Path(cache_from_source(f"{__file__.removesuffix('.py')}_kept.py"))


def _read() -> _Kept:
    try:
        kept = marshal.loads(_file().read_bytes())  # noqa: S302 - as much to be trusted as the compiled modules beside it
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(kept: _Kept) -> None:
    path = _file()
    written = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        written.write_bytes(marshal.dumps(kept))
        written.replace(path)
