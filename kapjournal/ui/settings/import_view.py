"""A look before importing: how the rows of a table add up, what its words mean, what stays out; then the import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.errors import CancelledError, KapjournalError
from kapjournal.ui.settings.columns_dialog import ColumnsDialog
from kapjournal.ui.settings.import_figures import ImportFigures
from kapjournal.ui.settings.import_look import Look, look_again, look_at
from kapjournal.ui.settings.mood_words_card import MoodWordsCard
from kapjournal.ui.settings.refused_card import RefusedCard
from kapjournal.ui.shared.breakpoints import NARROW, SIDE_MARGINS, TOP_MARGINS, WIDE
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.column_scroll import ColumnScroll
from kapjournal.ui.shared.ground import Ground
from kapjournal.ui.shared.long_work import LongWork
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.stressed import Stressed
from kapjournal.ui.shared.text import Body, Caption, Section
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.wishes import Said
from kapjournal.ui.shared.worker import Cancel
from kapjournal.words.dates import span
from kapjournal.words.errors import sentence
from kapjournal.words.import_look import refused_list
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

BY = "settings"
_COLUMN_PX, _BAR_PX = 732, 72


class ImportView(Restyled, QWidget):
    """Nothing in the journal changes before the last button, and undo takes all of it back."""

    left = Signal()
    requested = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.shown: Look | None = None
        self._path: Path | None = None
        self._room = WIDE
        self._running: Cancel | None = None
        self._brings_in = False
        self._back = IconButton("back", _("Back to the settings"), bare=True, size="edge")
        self._back.clicked.connect(self.leave)
        self._title = Section(_("A look before importing"))
        self._under = Stressed("", "ink2", style="body")
        self.says = Body("", "ink")
        self.figures = ImportFigures()
        self.words = MoodWordsCard()
        self.refused = RefusedCard()
        self.columns = Button(_("Columns"), "outlined", "choose_measures")
        self.another = Button(_("Choose another file"), "outlined", "open_folder")
        self.bring = Button("", "primary")
        self._foot_words = Caption(
            _(
                "What waits can come later. The same file again adds nothing. Undo takes the whole import back."
            )
        )
        self.words.changed.connect(self._take_word)
        self.refused.save_wanted.connect(self._save_refused)
        self.columns.clicked.connect(self._ask_columns)
        self.another.clicked.connect(self.ask_file)
        self.bring.clicked.connect(self._bring_or_stop)
        self._lay_out()
        self.restyle()

    def ask_file(self) -> None:
        """Ask for a table."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a table"), str(Path.home()), _("Table (*.csv *.tsv *.txt);;All files (*)")
        )
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Look a file over, behind the window."""
        self.shown, self._path = None, path
        journal, here = self._place.journal, self._place.clock.now().tzinfo
        assert here is not None
        self._show()
        self._read(lambda tell: look_at(journal, path, here, tell))

    def leave(self) -> None:
        """Go back; what is being read or brought in is stopped, and nothing of it is kept."""
        if self._running is not None:
            self._running.cancel()
        self.left.emit()

    def arrange(self, room: str) -> None:
        """Give the column the width there is."""
        look = theme()
        self._room = room
        side = look.px(48 if room == WIDE else SIDE_MARGINS[room])
        top = look.px(TOP_MARGINS[room] + (0 if room == NARROW else 4))
        spare = max(0, self.width() - 2 * side - look.px(_COLUMN_PX))
        self._column.setContentsMargins(*sides(side, top, side + spare, look.px(24)))
        self._bar_row.setContentsMargins(*sides(side, look.px(12), side + spare, look.px(12)))
        self._bar.setMinimumHeight(look.px(_BAR_PX))
        self.figures.set_narrow(room == NARROW)
        self._foot_words.setVisible(room != NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column at its width: it is shown after the page beside it was arranged."""
        super().resizeEvent(event)
        self.arrange(self._room)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        look = theme()
        self._column.setSpacing(look.px(16))
        self._bar_row.setSpacing(look.px(8))
        self._top.setSpacing(look.px(2))
        self._head.setSpacing(look.px(10))

    # --- parts

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setObjectName("page_content")
        self._column = QVBoxLayout(holder)
        self._head = QHBoxLayout()
        self._head.addWidget(self._back)
        self._head.addWidget(self._title, 1)
        self._top = QVBoxLayout()
        self._top.addLayout(self._head)
        self._top.addWidget(self._under)
        self._column.addLayout(self._top)
        for part in (self.says, self.figures, self.words, self.refused):
            self._column.addWidget(part)
        self._column.addStretch(1)
        scroll = ColumnScroll(holder)
        self._bar = Ground("surface", edge="top")
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(self._foot_words, 1)
        self._bar_row.addStretch(0)
        for button in (self.another, self.columns, self.bring):
            self._bar_row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._bar)

    def _show(self) -> None:
        """Show what is known of the file now."""
        look = self.shown
        read = look is not None and look.report is not None
        name = self._path.name if self._path is not None else ""
        self._under.say(_file_words(look, name), name)
        self.figures.setVisible(read)
        self.refused.setVisible(read and look is not None and bool(look.refused))
        self.columns.setVisible(look is not None)
        self.says.hide()
        self._show_button()
        if look is None:
            self.words.hide()
            return
        self.words.show_words(look.words, look.draft.words)
        if look.report is None:
            self._say(
                _(
                    "Which column holds the day, and what do the others become? Columns is the place to say it."
                )
            )
            return
        self.figures.show_look(look)
        self.refused.show_rows(look.refused)
        announce(self, self.figures.bar.accessibleName())

    def _show_button(self) -> None:
        report = self.shown.report if self.shown is not None else None
        busy = self._running is not None
        self.another.setVisible(not busy and self.shown is None)
        # Read again by other columns it stays: the keys, which are on it then, would go on to what imports.
        self.columns.setEnabled(not (busy and self._brings_in))
        if busy:
            self.bring.set_text(_("Stop"))
        elif report is not None:
            text = ngettext("Import {n} entry", "Import {n} entries", report.entries_made)
            self.bring.set_text(text.format(n=number(report.entries_made)))
        self.bring.setVisible(busy or (report is not None and report.entries_made > 0))

    def _say(self, words: str) -> None:
        self.says.setText(words)
        self.says.setVisible(bool(words))
        announce(self, words)

    # --- what the person does

    def _take_word(self, word: str, meaning: object) -> None:
        assert meaning is None or isinstance(meaning, float | str)
        if self.shown is not None:
            self._again(replace(self.shown, draft=self.shown.draft.with_word(word, meaning)))

    def _ask_columns(self) -> None:
        if self.shown is None:
            return
        measures = self._place.journal.measures.all()
        dialog = ColumnsDialog(self.shown.found, self.shown.draft, measures, self)
        dialog.changed.connect(self._take_draft)
        dialog.mapping_chosen.connect(self.use_mapping)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open(dialog.rows[0].meaning if dialog.rows else None)

    def _take_draft(self, draft: Any) -> None:
        if self.shown is not None:
            self._again(replace(self.shown, draft=draft, mapping_path=None))

    def use_mapping(self, path: Path) -> None:
        """Read the table by a mapping file."""
        if self.shown is not None:
            self._again(replace(self.shown, mapping_path=path))

    def _again(self, look: Look) -> None:
        journal, here = self._place.journal, self._place.clock.now().tzinfo
        assert here is not None
        if self._running is not None:
            self._running.cancel()
        self.shown = look
        self._read(lambda tell: look_again(journal, look, here, tell))

    def _bring_or_stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            return
        look = self.shown
        if look is None or look.batch is None:
            return
        batch, journal = look.batch, self._place.journal

        def work(tell: Callable[[float], bool]) -> tuple[int, int]:
            return journal.imports.add(batch, tell, BY).entries_made, journal.step()

        covering = LongWork(_("Importing"), _("If you stop it, nothing of it comes into the journal."), self)

        def brought(made: tuple[int, int]) -> None:
            covering.end()
            self._brought(made)

        def failed(error: BaseException) -> None:
            covering.end()
            self._failed(error)

        self._running = self._place.worker.run(work, brought, failed, covering.show_share)
        self._brings_in = True
        covering.cover(self._running)
        self._show_button()

    def _save_refused(self) -> None:
        from kapjournal.summary.writing import write_file

        if self.shown is None:
            return
        rows = self.shown.refused
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save this list"), str(folder / _("Rows that stay out.txt")), _("Plain text (*.txt)")
        )
        if chosen:
            self._place.worker.run(
                lambda: write_file(Path(chosen), refused_list(rows).encode("utf-8")),
                lambda _done: self.requested.emit(Said(_("Saved: {name}").format(name=Path(chosen).name))),
                self._failed,
            )

    # --- work behind the window

    def _read(self, work: Callable[[Any], Look]) -> None:
        def show(share: float) -> None:
            percent = number(round(100 * share))
            self.says.setText(_("Reading, {percent} %").format(percent=percent))
            self.says.show()

        def answered(look: Look) -> None:
            if running is self._running:
                self._running = None
                self._show_look(look)

        def failed(error: BaseException) -> None:
            # What was stopped for another reading, as by one key after the other, says nothing of that one.
            if running is self._running or not isinstance(error, KapjournalError):
                self._failed(error)

        running = self._running = self._place.worker.run(work, answered, failed, show)
        self._brings_in = False
        self._show_button()

    def _show_look(self, look: Look) -> None:
        self.shown = look
        self._show()

    def _brought(self, made: tuple[int, int]) -> None:
        count, step = made
        self._running, self.shown = None, None
        self._show()
        self.left.emit()
        text = ngettext("{n} entry was imported", "{n} entries were imported", count)
        self.requested.emit(Said(text.format(n=number(count)), lambda: self._take_back(step)))

    def _take_back(self, step: int) -> None:
        journal, covering = (
            self._place.journal,
            LongWork(_("Taking the import back"), _("If you stop it, all that was imported stays."), self),
        )

        def taken_back(done: bool) -> None:
            covering.end()
            self.requested.emit(
                Said(
                    _("The import is taken back.")
                    if done
                    else _("It was changed since, so it stays as it is.")
                )
            )

        def failed(error: BaseException) -> None:
            covering.end()
            if not isinstance(error, KapjournalError):
                raise error
            stopped = isinstance(error, CancelledError)
            self.requested.emit(
                Said(_("It was stopped. What was imported stays.") if stopped else sentence(error))
            )

        covering.cover(
            self._place.worker.run(
                lambda tell: journal.undo_step(step, tell), taken_back, failed, covering.show_share
            )
        )

    def _failed(self, error: BaseException) -> None:
        self._running = None
        if not isinstance(error, KapjournalError):
            self._show_button()
            raise error
        self._show()
        self._say("" if isinstance(error, CancelledError) and self.shown is None else sentence(error))


def _file_words(look: Look | None, name: str) -> str:
    if look is None or look.days is None:
        return _("{file}. Nothing in your journal has changed.").format(file=name)
    days = span(*look.days)
    text = _("{file}, {days}. Nothing in your journal has changed yet.")
    if look.mapping_path is not None:
        text = _("{file} by {mapping}, {days}. Nothing in your journal has changed yet.")
    mapping = look.mapping_path.name if look.mapping_path is not None else ""
    return text.format(file=name, days=days, mapping=mapping)
