"""Where the program finds its resources and where it keeps its files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP_NAME = "kapjournal"
JOURNAL_FILES = ("journal.db", "keyslots.json", "keyslots.backup.json")
"""Each of them makes a folder the folder of a journal."""
_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of a bundled file or folder, from a checkout, a wheel or a frozen program.

    Raises FileNotFoundError if no place has it.
    """
    for root in resource_roots():
        candidate = root / name
        if candidate.exists():
            return candidate
    raise FileNotFoundError(name)


def resource_roots() -> tuple[Path, ...]:
    """Return the folders that may hold resources, the most specific first."""
    roots = [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        roots = [Path(frozen) / "kapjournal" / "resources", Path(frozen) / "resources", *roots]
    elif getattr(sys, "frozen", False):
        beside = Path(sys.executable).resolve().parent
        roots = [beside / "kapjournal" / "resources", beside / "resources", *roots]
    return tuple(roots)


def data_dir() -> Path:
    """Return the folder for journals, without creating it."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def default_journal() -> Path:
    """Return the folder of the journal that opens when none is named."""
    return data_dir() / "journal"


def config_dir() -> Path:
    """Return the folder for settings, without creating it."""
    if sys.platform != "linux":
        import platformdirs

        return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))
    # The window is painted only after it has read its settings; loading platformdirs for this one variable
    # costs a thirtieth of a start.
    chosen = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (chosen if chosen.is_absolute() else Path.home() / ".config") / APP_NAME


def settings_path() -> Path:
    """Return the file of the settings."""
    return config_dir() / "settings.toml"


def log_dir() -> Path:
    """Return the folder for the log, without creating it."""
    import platformdirs

    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))


def cache_dir() -> Path:
    """Return the folder for what may be swept at any time, without creating it."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))
