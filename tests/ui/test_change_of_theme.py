"""What is shown while the theme changes stands in the new one's colours: no dark words are left on a dark ground."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.ui.pages import pages
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.shared.text import Words
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import ReflectionWanted, VersionsWanted
from kapjournal.ui.window_inside import Inside


def test_every_word_of_every_page_takes_its_new_colour(app: QApplication, place: Place) -> None:
    now = moment_at(place.clock.now())
    written = place.journal.reflections.keep(Reflection(moment=now, title="The lake", text="as it was"))
    place.journal.reflections.keep(Reflection(id=written.id, moment=now, title="The lake", text="as it is"))
    place.journal.kap_sessions.keep(KapSession(moment=now, kind=SessionKind.INTEGRATION))
    inside = Inside(place)
    inside.resize(1280, 800)
    inside.show()
    for entry in pages():
        inside.show_page(entry.name)
    inside.follow_wish(ReflectionWanted(written.id))
    inside.follow_wish(VersionsWanted(written.id))
    inside.show_page("journal")
    app.processEvents()
    try:
        apply_theme(app, "dark", less_motion=True)
        left = [
            (type(words).__name__, words.text())
            for words in inside.findChildren(Words)
            if words.palette().color(QPalette.ColorRole.WindowText) != theme().color(words._role)
        ]
        assert left == []
    finally:
        apply_theme(app, "light")
    inside.leave()
