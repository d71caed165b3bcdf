"""A reflection as it is read."""

from __future__ import annotations

from datetime import date

from kapjournal.domain.reflection import Reflection
from kapjournal.journal.journal import Journal
from kapjournal.ui.journal.entry_parts import EntryView
from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.picture_view import PictureView
from kapjournal.ui.shared.text import Caption, Prompt
from kapjournal.words.language import _


class ReflectionView(EntryView):
    """Session and time, title or question, the text with its hits marked, tags."""

    def __init__(self, shown: Reflection, journal: Journal, today: date, search: str = "") -> None:
        super().__init__(journal, today, search)
        self.add_head(shown, shown.kap_session_id)
        if shown.title:
            self.add_title(shown.title)
        if shown.prompt is not None:
            self.column.addWidget(Caption(_("Answered"), "ink2"))
            self.column.addWidget(Prompt(shown.prompt.question))
        self.text = MarkdownView(_("Text"))
        self.text.show_text(shown.text or _("Nothing is written yet."), search)
        self.column.addWidget(self.text)
        for one in shown.pictures:
            self.column.addWidget(PictureView(journal.pictures.get(one.picture_id), one.alt))
        self.add_tags(shown.tags, len(shown.fragment_ids))
