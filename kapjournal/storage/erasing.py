"""Erasing a journal: the keys first, for without them nothing of the rest can be read by anyone."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from kapjournal.storage import backups, key_slots, lock, reserve
from kapjournal.storage import folder as folders
from kapjournal.storage.atomic import TEMPORARY, failure, sync_folder
from kapjournal.storage.vault import Vault


def erase(opened: Vault, *, with_backups: bool) -> tuple[Path, ...]:
    """Close a journal and erase it; with its backups in both places, or without any.

    Returns the places that could not be reached (a stick that is away). Backups that stay open as before with their
    own secrets. Raises FolderNotWritableError where the journal's own files could not be erased.
    """
    folder = opened.folder
    away: tuple[Path, ...] = ()
    listed = backups.listed(opened.source) if with_backups else ()
    if with_backups:
        second = opened.second_folder()
        away = (second.path,) if second is not None and not second.present else ()
    opened.database.close()
    try:
        for name in (key_slots.NAME, key_slots.MIRROR):
            _destroy(folder / name)
        for name in (folders.DATABASE, f"{folders.DATABASE}-journal", reserve.NAME):
            (folder / name).unlink(missing_ok=True)
        for path in folder.glob(f"*{TEMPORARY}*"):
            path.unlink(missing_ok=True)
        if with_backups:
            backups.erase(listed)
            _erase_all(folder / folders.BACKUPS)
        sync_folder(folder)
    except OSError as error:
        raise failure(error, folder) from error
    finally:
        opened.lock.release()
    (folder / lock.NAME).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        folder.rmdir()
    return away


def _destroy(path: Path) -> None:
    """Write over a file of keys before its name goes."""
    with contextlib.suppress(FileNotFoundError), path.open("r+b") as file:
        size = path.stat().st_size
        file.write(os.urandom(size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink(missing_ok=True)


def _erase_all(place: Path) -> None:
    if not place.is_dir():
        return
    for path in sorted(place.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    place.rmdir()
