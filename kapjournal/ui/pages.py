"""The table of pages: what they are called, how they are reached, where they come from."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kapjournal.tokens import tokens
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.ui.shared.page import Page
    from kapjournal.ui.shared.place import Place


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page; `group` is its place in the sidebar ('main', 'foot' or '' for none)."""

    name: str
    title: Callable[[], str]
    icon: str
    module: str
    class_name: str
    group: str = "main"
    lit: str = ""
    sidebar: bool = True
    """Whether the sidebar stands beside it."""
    gentle: bool = False
    """Dim and warm, on the whole screen."""
    beforehand: tuple[str, ...] = ()
    """What else it loads once it is filled, and not before."""
    in_steps: bool = True
    """Whether its first opening may take a few turns of the loop; else it is there at once, at a key or a click."""

    @property
    def shortcut(self) -> str:
        """The keys that show the page, or ''."""
        return tokens().shortcuts.get(self.name, "")

    def load(self) -> None:
        """Load what it needs; runs beside the window as soon as somebody goes towards its name or chooses it."""
        for module in (self.module, *self.beforehand):
            importlib.import_module(module)

    def make(self, place: Place) -> Page:
        """Import the page's module and make the page."""
        made: Any = getattr(importlib.import_module(self.module), self.class_name)
        page: Page = made(place)
        return page


PAGES = (
    PageEntry("today", lambda: _("Today"), "today", "kapjournal.ui.today.page", "TodayPage"),
    PageEntry("journal", lambda: _("Journal"), "journal", "kapjournal.ui.journal.page", "JournalPage"),
    PageEntry("sessions", lambda: _("Sessions"), "sessions", "kapjournal.ui.sessions.page", "SessionsPage"),
    PageEntry(
        "integrate", lambda: _("Integrate"), "integrate", "kapjournal.ui.integrate.page", "IntegratePage"
    ),
    PageEntry(
        "trends",
        lambda: _("Trends"),
        "trends",
        "kapjournal.ui.trends.page",
        "TrendsPage",
        beforehand=("kapjournal.charts.mood_chart", "kapjournal.charts.measures_chart"),
    ),
    PageEntry(
        "share",
        lambda: _("Share"),
        "share",
        "kapjournal.ui.share.page",
        "SharePage",
        beforehand=("kapjournal.summary.contents", "kapjournal.charts.mood_chart"),
    ),
    PageEntry(
        "support",
        lambda: _("Support"),
        "support",
        "kapjournal.ui.support.page",
        "SupportPage",
        "foot",
        in_steps=False,
    ),
    PageEntry(
        "settings", lambda: _("Settings"), "settings", "kapjournal.ui.settings.page", "SettingsPage", "foot"
    ),
    PageEntry(
        "reflection",
        lambda: _("Reflection"),
        "write",
        "kapjournal.ui.reflection.page",
        "ReflectionPage",
        group="",
        lit="journal",
    ),
    PageEntry(
        "thread",
        lambda: _("The thread"),
        "link",
        "kapjournal.ui.thread.page",
        "ThreadPage",
        group="",
        lit="sessions",
    ),
    PageEntry(
        "versions",
        lambda: _("Earlier versions"),
        "history",
        "kapjournal.ui.reflection.versions_page",
        "VersionsPage",
        group="",
        lit="journal",
    ),
    PageEntry(
        "scale",
        lambda: _("Scales"),
        "scale",
        "kapjournal.ui.scales.page",
        "ScalePage",
        group="",
        lit="today",
    ),
    PageEntry(
        "trash",
        lambda: _("Trash"),
        "trash",
        "kapjournal.ui.journal.trash_page",
        "TrashPage",
        group="",
        lit="journal",
    ),
    PageEntry(
        "capture",
        lambda: _("After a session"),
        "gentle",
        "kapjournal.ui.capture.page",
        "CapturePage",
        group="",
        sidebar=False,
        gentle=True,
    ),
    PageEntry(
        "lay_out",
        lambda: _("Laying out"),
        "sessions",
        "kapjournal.ui.looking_back.lay_out_page",
        "LayOutPage",
        group="",
        sidebar=False,
    ),
    PageEntry(
        "later_looks",
        lambda: _("Later looks"),
        "sessions",
        "kapjournal.ui.looking_back.later_looks_page",
        "LaterLooksPage",
        group="",
        lit="sessions",
    ),
)


def pages() -> tuple[PageEntry, ...]:
    """Return every page."""
    return PAGES
