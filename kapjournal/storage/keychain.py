"""The keychain of the operating system: one more place that may hold a secret for a journal, never the only one.

Only real keychains are asked, each by its own name. What the library would choose by itself (a configuration file, an
environment variable, whatever else is installed) may be a plain file, and is never heard.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from kapjournal.errors import KeychainGaveNothingError, KeychainTookNothingError

T = TypeVar("T")

SERVICE = "Kap Journal"
SECRET_BYTES = 32
BACKENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "linux": (
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
    ),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
}
"""The keychains that are asked on each system, first to last: module and class."""
LONGEST_S = 60.0
"""A keychain may ask the person for their login's password; one that never answers must not hold the journal up."""


def is_there() -> bool:
    """Whether this computer has a keychain that may hold a secret; may take a moment."""
    return _within(lambda: _find() is not None) is True


def new_secret() -> bytes:
    """Return a secret that only a keychain ever holds."""
    return os.urandom(SECRET_BYTES)


def keep(journal_id: str, secret: bytes) -> None:
    """Let the keychain hold a secret, and read it back. Raises KeychainTookNothingError."""

    def work() -> bool:
        found = _find()
        if found is None:
            return False
        found.set_password(SERVICE, journal_id, secret.hex())
        return bool(found.get_password(SERVICE, journal_id) == secret.hex())

    if _within(work) is not True:
        raise KeychainTookNothingError


def secret_of(journal_id: str) -> bytes:
    """Return what the keychain holds for a journal. Raises KeychainGaveNothingError."""

    def work() -> bytes:
        found = _find()
        text = None if found is None else found.get_password(SERVICE, journal_id)
        return bytes.fromhex(text or "")

    secret = _within(work)
    if secret is None or len(secret) != SECRET_BYTES:
        raise KeychainGaveNothingError
    return secret


def forget(journal_id: str) -> None:
    """Take the secret out of the keychain; where that fails it opens nothing any more, for its slot is gone."""

    def work() -> None:
        found = _find()
        if found is not None:
            found.delete_password(SERVICE, journal_id)

    _within(work)


def _find() -> Any:
    for module, name in BACKENDS.get(sys.platform, ()):
        # Each library fails in ways of its own; all of them mean: not this one.
        with contextlib.suppress(Exception):
            backend = getattr(importlib.import_module(module), name)
            if backend.viable:
                return backend()
    return None


def _within(work: Callable[[], T]) -> T | None:
    """Return what `work` returns, or None where it fails or does not come to an end."""
    found: list[T] = []

    def attempt() -> None:
        # What a keychain says of its failure may name what it holds, so nobody hears it.
        with contextlib.suppress(Exception):
            found.append(work())

    thread = threading.Thread(target=attempt, name="kapjournal-keychain", daemon=True)
    thread.start()
    thread.join(LONGEST_S)
    return found[0] if found else None
