"""Events and fragments: a few words, as they were kept."""

from __future__ import annotations

from datetime import date

from kapjournal.domain.event import Event
from kapjournal.domain.reflection import Fragment
from kapjournal.journal.journal import Journal
from kapjournal.ui.journal.entry_parts import EntryView
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.text import Caption
from kapjournal.words.language import _
from kapjournal.words.names import event_kind_name, fragment_kind_name


class EventView(EntryView):
    """What kind of event, and the words for it."""

    def __init__(self, shown: Event, journal: Journal, today: date, search: str = "") -> None:
        super().__init__(journal, today, search)
        self.add_head(shown)
        self.add_title(event_kind_name(shown.kind))
        text = MarkdownView(_("Text"))
        text.show_text(shown.text, search)
        self.column.addWidget(text)
        self.add_tags(shown.tags)


class FragmentView(EntryView):
    """What came up, on the slip it was kept on; it is never edited."""

    def __init__(self, shown: Fragment, journal: Journal, today: date, search: str = "") -> None:
        super().__init__(journal, today, search)
        self.add_head(shown, shown.kap_session_id)
        self.add_title(_("Fragment: {kind}").format(kind=fragment_kind_name(shown.kind)))
        slip = Card(tone="note", padding=(20, 16))
        text = MarkdownView(_("Text"))
        text.show_text(shown.text, search)
        slip.body.addWidget(text)
        self.column.addWidget(slip)
        self.column.addWidget(
            Caption(_("A fragment stays as it was kept. What it means now belongs into a reflection."))
        )
        self.add_tags(shown.tags)
