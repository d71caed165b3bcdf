"""What every page is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kapjournal.clock import Clock
    from kapjournal.journal.journal import Journal
    from kapjournal.settings import SettingsStore
    from kapjournal.ui.shared.worker import Worker


@dataclass(frozen=True, slots=True)
class Place:
    """The open journal, the clock, the settings and the one worker."""

    journal: Journal
    clock: Clock
    settings: SettingsStore
    worker: Worker
