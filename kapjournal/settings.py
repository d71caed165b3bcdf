"""What is not journal content: the look, the language, the last journal's folder; one small TOML file."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

LOOKS = ("light", "dark", "system")
READING_FONTS = ("serif", "system")
TEXT_SCALE_MIN = 0.8
TEXT_SCALE_MAX = 2.0
AUTO_LOCK_CHOICES_MIN = (0, 1, 5, 15, 30, 60)
_MOST_BYTES = 1_000_000
_MOST_COPIES = 9
"""So many unreadable files are kept; of those after them, the last."""
_LONGEST_LOCK_MIN = 24 * 60
_HUGE = 1e9
_WIDEST_PX = 32_767
"""Qt draws no window that is wider or higher."""


class Settings(NamedTuple):
    """Everything kept outside the journal; nothing a person wrote is here but whom they chose for the locked screen.

    A tuple, since the first window waits for it: a dataclass takes five times as long to make.
    """

    look: str = "system"
    text_scale: float = 1.0
    reading_font: str = "serif"
    """What reflections and titles are set in: the serif that comes with the program, or the system's own font."""
    less_motion: bool | None = None
    dim_after_session: bool = True
    """Whether the dim page opens by itself in the hours after a session."""
    reminders: bool = False
    reminder_times: tuple[str, ...] = ("09:00", "20:30")
    """Times of day as 20:30; they count only while `reminders` is on."""
    language: str = ""
    auto_lock_min: int = 5
    backups_by_itself: bool = True
    code_at_hand: str = ""
    """The day on which the recovery code was last made or tried, as 2026-10-23."""
    code_set_aside: str = ""
    """The day on which trying it was put off, likewise."""
    journal_folder: str = ""
    country: str = ""
    lines_hidden: tuple[str, ...] = ()
    """Crisis lines that the person does not want to see, as `country:name:number`."""
    lines_order: tuple[str, ...] = ()
    """Crisis lines in the person's own order, likewise."""
    lines_own: tuple[str, ...] = ()
    """Lines that the person added: they stand on the locked screen too."""
    locked_name: str = ""
    """Someone whom the person chose to see on the locked screen: the one thing here that comes from the journal."""
    locked_phone: str = ""
    window_width: int = 1280
    window_height: int = 800
    trends_measures: tuple[str, ...] = ()
    """Keys of the measures that are drawn together; () for the first that have values."""
    trends_compared: tuple[str, ...] = ()
    """Keys of what is compared with mood."""


OF_A_JOURNAL = (
    "code_at_hand", "code_set_aside", "lines_own", "locked_name", "locked_phone", "trends_measures", "trends_compared",
)  # fmt: skip
"""What tells of a journal, or was written by the person: it is erased with the journal."""


class SettingsStore:
    """The settings as they are now, and their file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._listeners: list[Callable[[Settings], None]] = []
        self._current = self._read()

    @property
    def current(self) -> Settings:
        """The settings as they are now."""
        return self._current

    def change(self, **values: Any) -> Settings:
        """Replace the named settings, write them, and tell the listeners if anything changed."""
        changed = _sound(self._current._replace(**values))
        if changed == self._current:
            return changed
        self._current = changed
        # A full or read-only disk costs the memory of a setting, never the work at hand.
        with suppress(OSError):
            self._write(changed)
        for listener in tuple(self._listeners):
            listener(changed)
        return changed

    def forget_journal(self) -> None:
        """Take out what tells of the journal that was erased; looks, language and the like stay."""
        kept = self.current
        own = set(kept.lines_own)
        self.change(
            lines_order=tuple(line for line in kept.lines_order if line not in own),
            lines_hidden=tuple(line for line in kept.lines_hidden if line not in own),
            **{name: Settings._field_defaults[name] for name in OF_A_JOURNAL},
        )

    def listen(self, listener: Callable[[Settings], None]) -> None:
        """Call the listener after each change."""
        self._listeners.append(listener)

    def _read(self) -> Settings:
        if not os.path.lexists(self._path):
            return Settings()
        # Not at the first start: the first window is painted without them.
        import tomllib

        from kapjournal import bounded_toml
        from kapjournal.bounded_file import open_file

        try:
            with open_file(self._path) as file:
                raw = bounded_toml.loads(file.read(_MOST_BYTES).decode("utf-8").replace("\r\n", "\n"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            self._keep_copy()
            return Settings()
        known = {name: raw[name] for name in Settings._fields if name in raw}
        return _sound(Settings(**known))

    def _keep_copy(self) -> None:
        """Keep an unreadable file beside the new one, so that nothing is lost by starting afresh."""
        names = (
            f"{self._path.name}.unreadable{more}"
            for more in ("", *(f"-{n}" for n in range(2, _MOST_COPIES + 1)))
        )
        places = [self._path.with_name(name) for name in names]
        with suppress(OSError):
            self._path.replace(next((place for place in places if not os.path.lexists(place)), places[-1]))

    def _write(self, settings: Settings) -> None:
        import tomli_w  # at the first change: the first window is painted without it

        text = tomli_w.dumps({name: value for name, value in settings._asdict().items() if value is not None})
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._path.with_name(self._path.name + ".new")
        try:
            with fresh.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise


def _sound(settings: Settings) -> Settings:
    """Return the settings with every value of a wrong type or out of range set to its default."""
    default = Settings()
    checks: dict[str, bool] = {
        "look": settings.look in LOOKS,
        "text_scale": _is_number(settings.text_scale),
        "reading_font": settings.reading_font in READING_FONTS,
        "dim_after_session": isinstance(settings.dim_after_session, bool),
        "reminders": isinstance(settings.reminders, bool),
        "reminder_times": _are_times(settings.reminder_times),
        "less_motion": settings.less_motion is None or isinstance(settings.less_motion, bool),
        "language": isinstance(settings.language, str),
        "auto_lock_min": _is_whole(settings.auto_lock_min)
        and 0 <= settings.auto_lock_min <= _LONGEST_LOCK_MIN,
        "backups_by_itself": isinstance(settings.backups_by_itself, bool),
        "code_at_hand": _is_day_or_none(settings.code_at_hand),
        "code_set_aside": _is_day_or_none(settings.code_set_aside),
        "journal_folder": isinstance(settings.journal_folder, str) and "\0" not in settings.journal_folder,
        "country": isinstance(settings.country, str),
        "locked_name": isinstance(settings.locked_name, str),
        "locked_phone": isinstance(settings.locked_phone, str),
        "window_width": _is_whole(settings.window_width) and 0 < settings.window_width <= _WIDEST_PX,
        "window_height": _is_whole(settings.window_height) and 0 < settings.window_height <= _WIDEST_PX,
        "lines_hidden": _are_texts(settings.lines_hidden),
        "lines_order": _are_texts(settings.lines_order),
        "lines_own": _are_texts(settings.lines_own),
        "trends_measures": _are_texts(settings.trends_measures),
        "trends_compared": _are_texts(settings.trends_compared),
    }
    wrong = {name: getattr(default, name) for name, fine in checks.items() if not fine}
    settings = settings._replace(**wrong)
    scale = min(max(float(settings.text_scale), TEXT_SCALE_MIN), TEXT_SCALE_MAX)
    return settings._replace(
        text_scale=scale,
        reminder_times=tuple(settings.reminder_times),
        lines_hidden=tuple(settings.lines_hidden),
        lines_order=tuple(settings.lines_order),
        lines_own=tuple(settings.lines_own),
        trends_measures=tuple(settings.trends_measures),
        trends_compared=tuple(settings.trends_compared),
    )


def _is_day_or_none(value: object) -> bool:
    if not isinstance(value, str):
        return False
    if not value:
        return True
    from datetime import date

    with suppress(ValueError):
        return bool(date.fromisoformat(value))
    return False


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < _HUGE


def _are_texts(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value)


def _are_times(value: object) -> bool:
    if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
        return False
    from datetime import time

    with suppress(ValueError):
        return all(time.fromisoformat(one).tzinfo is None for one in value)
    return False


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
