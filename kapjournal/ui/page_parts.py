"""What can be found by name on a page that is not shown: what it always offers, without making the page."""

from __future__ import annotations

from collections.abc import Callable

from kapjournal.words.language import _

Named = tuple[str, Callable[[], str]]
"""An icon, and the name of one of the page's own actions."""

PAGE_PARTS: dict[str, tuple[Named, ...]] = {
    "today": (("add", lambda: _("Add a session")),),
    "journal": (("calendar", lambda: _("Go to a day")), ("add", lambda: _("Note an event"))),
    "sessions": (("settings", lambda: _("About the course")),),
    "integrate": (
        ("another", lambda: _("Another three questions")),
        ("search", lambda: _("Find a prompt")),
        ("practice", lambda: _("Add a practice")),
        ("write", lambda: _("Add a question of your own")),
        ("therapist", lambda: _("Questions from my therapist")),
    ),
    "share": (
        ("pdf", lambda: _("Save the summary as PDF")),
        ("web_page", lambda: _("Save the summary as a web page")),
        ("print", lambda: _("Print the summary")),
        ("data", lambda: _("Save the summary as tables")),
    ),
    "support": (
        ("print", lambda: _("Print the support plan")),
        ("pdf", lambda: _("Save the support plan as PDF")),
        ("phone", lambda: _("Change the crisis lines")),
    ),
    "settings": (
        ("look", lambda: _("Look")),
        ("measures", lambda: _("Measures")),
        ("scale", lambda: _("Scales")),
        ("integrate", lambda: _("Questions")),
        ("reminders", lambda: _("Reminders")),
        ("language", lambda: _("Language")),
        ("security", lambda: _("Security")),
        ("backups", lambda: _("Backups")),
        ("import_export", lambda: _("Import and export")),
        ("erase", lambda: _("Erase")),
        ("info", lambda: _("About")),
    ),
}
