"""Import and export: a table comes in, and everything goes out in plain files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from kapjournal.clock import Clock
from kapjournal.domain.moment import journal_day
from kapjournal.errors import CancelledError, KapjournalError
from kapjournal.ui.settings.rows import SettingRow, SettingsSection
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.wishes import Said
from kapjournal.ui.shared.worker import Cancel
from kapjournal.words.errors import sentence
from kapjournal.words.language import _
from kapjournal.words.numbers import number


class TransferSection(SettingsSection):
    """Two rows; the export can be stopped, and then nothing of it is left."""

    import_wanted = Signal()
    requested = Signal(object)

    def __init__(self, place: Place) -> None:
        self._place = place
        self._running: Cancel | None = None
        self.choose = Button(_("Choose a file"), "outlined", "open_folder", size="small")
        self.choose.setAccessibleName(_("Import from a table: choose a file"))
        self.export = Button(_("Choose where"), "outlined", "save_file", size="small")
        self.export.setAccessibleName(_("Export everything: choose where"))
        self._exporting = SettingRow(_("Export everything"), _about_export(), self.export)
        super().__init__(
            _("Import and export"),
            SettingRow(
                _("Import from a table"),
                _(
                    "A CSV file of another diary or a spreadsheet. You see what would come in before anything changes."
                ),
                self.choose,
            ),
            self._exporting,
        )
        self.choose.clicked.connect(self.import_wanted)
        self.export.clicked.connect(self._export_or_stop)

    def export_to(self, parent: Path) -> None:
        """Write everything into a new folder in that one, behind the window."""
        folder = _new_folder(parent, self._place.clock)
        journal = self._place.journal

        def work(tell: Callable[[float], bool]) -> Path:
            journal.export(folder, tell)
            return folder

        self._running = self._place.worker.run(work, self._exported, self._failed, self._tell)
        self.export.set_text(_("Stop"))

    def _export_or_stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            return
        chosen = QFileDialog.getExistingDirectory(
            self.window(), _("Where the folder with everything is made"), str(Path.home())
        )
        if chosen:
            self.export_to(Path(chosen))

    def _tell(self, share: float) -> None:
        percent = number(round(100 * share))
        self._exporting.description.setText(_("Writing, {percent} %").format(percent=percent))

    def _exported(self, folder: Path) -> None:
        self._at_rest(
            _("Everything is in {folder}, in plain files that anyone can read.").format(folder=folder)
        )
        self.requested.emit(Said(_("Everything is in “{folder}”.").format(folder=folder.name)))

    def _failed(self, error: BaseException) -> None:
        self._at_rest(_about_export())
        if not isinstance(error, KapjournalError):
            raise error
        if not isinstance(error, CancelledError):
            self._at_rest(sentence(error))

    def _at_rest(self, words: str) -> None:
        self._running = None
        self.export.set_text(_("Choose where"))
        self.export.setAccessibleName(_("Export everything: choose where"))
        self._exporting.description.setText(words)
        announce(self, words)


def _about_export() -> str:
    return _(
        "A folder of plain files: Markdown to read, JSON whole, CSV for a spreadsheet, pictures. "
        "It is not encrypted: whoever gets the folder can read it."
    )


def _new_folder(parent: Path, clock: Clock) -> Path:
    """A name that is free there."""
    day = journal_day(clock.now().replace(tzinfo=None)).isoformat()
    name = _("Kap Journal {day}").format(day=day)
    folder, count = parent / name, 2
    while folder.exists():
        folder, count = parent / f"{name} ({count})", count + 1
    return folder
