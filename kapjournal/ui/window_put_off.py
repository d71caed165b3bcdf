"""Loading a library without another one that it imports and that is hardly ever used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def put_off(name: str, **known: object) -> Iterator[None]:
    """While this is entered, whoever imports that module gets a stand-in, which loads the real one at its first use.

    What is `known` of it is answered at once. A module that is loaded already stays as it is.
    """
    if name in sys.modules:
        yield
        return
    stand_in = _StandIn(name, known)
    parent, _dot, last = name.rpartition(".")
    sys.modules[name] = stand_in
    if parent:
        setattr(import_module(parent), last, stand_in)
    try:
        yield
    finally:
        stand_in.step_aside()


class _StandIn(ModuleType):
    """Where a module is named, and not yet used."""

    def __init__(self, name: str, known: dict[str, object]) -> None:
        super().__init__(name)
        self.__dict__.update(known)

    def step_aside(self) -> None:
        """Let the next import find the real one."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def __getattr__(self, wanted: str) -> Any:
        """Answer as the real one."""
        self.step_aside()
        return getattr(import_module(self.__name__), wanted)
