"""Saving a summary: where to, the form behind the interface, the file whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from kapjournal.domain.share import ShareForm, SummaryChoice
from kapjournal.journal.shared_again import SharedAgain
from kapjournal.journal.summaries import Summaries
from kapjournal.journal.summary_draft import SummaryDraft
from kapjournal.summary.contents import gather
from kapjournal.summary.forms import DATA, ENDINGS, Made, make
from kapjournal.summary.shown_pages import ShownPages, shown_again, shown_pages
from kapjournal.summary.telling import Tell, beside, part
from kapjournal.summary.typeset import pages
from kapjournal.summary.writing import write_file
from kapjournal.ui.shared.printing import PRINT_PPI
from kapjournal.words.language import _


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was written."""

    path: Path
    made: Made


@dataclass(frozen=True, slots=True)
class Printed:
    """Pages that are ready for a printer."""

    images: tuple[bytes, ...]
    made: Made


def ask_where(parent: QWidget, name: str, form: ShareForm = ShareForm.PDF) -> Path | None:
    """Ask for a file of the person's choice; None if they let it be."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
    titles = {
        ShareForm.PDF: (_("Save PDF"), _("PDF document (*.pdf)")),
        ShareForm.HTML: (_("Save as web page"), _("Web page (*.html)")),
        ShareForm.TEXT: (_("Save as plain text"), _("Plain text (*.txt)")),
        ShareForm.CSV: (_("Save tables"), _("Archive of tables (*.zip)")),
        ShareForm.JSON: (_("Save as JSON"), _("JSON (*.json)")),
        ShareForm.FHIR: (_("Save as FHIR"), _("FHIR document (*.json)")),
        ShareForm.FHIR_PDF: (_("Save the PDF for a health record"), _("FHIR collection (*.json)")),
    }
    title, kind = titles[form]
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(folder / name), kind)
    if not chosen:
        return None
    path, ending = Path(chosen), ENDINGS[form]
    return path if path.name.lower().endswith(ending) else path.with_name(path.name + ending)


def saved(
    form: ShareForm,
    choice: SummaryChoice,
    summaries: Summaries,
    now: datetime,
    path: Path,
    password: str,
    tell: Tell,
) -> Saved:
    """Read, make a form and write it; may run behind the interface.

    Raises DiskFullError, FileNotWrittenError, and what `tell` raises: then no file was written.
    """
    is_data = form in DATA
    material = summaries.read(choice, now, whole=is_data, tell=part(tell, 0.0, 0.4 if is_data else 0.1))
    made = make(form, choice, material, now, password, part(tell, 0.4 if is_data else 0.1, 0.95))
    write_file(path, made.data)
    return Saved(path, made)


def printed(choice: SummaryChoice, summaries: Summaries, now: datetime, tell: Tell) -> Printed:
    """Lay out the pages for a printer; may run behind the interface. Raises what `tell` raises."""
    made = make(ShareForm.PRINT, choice, summaries.read(choice, now), now, tell=part(tell, 0.1, 0.6))
    images = tuple(beside(lambda: pages(made.summary, PRINT_PPI), tell, 0.6))
    tell(1.0)
    return Printed(images, made)


def drawn(choice: SummaryChoice, draft: SummaryDraft, now: datetime, page: int, ppi: float) -> ShownPages:
    """Lay out the pages for the preview and draw the one in view; may run behind the interface."""
    return shown_pages(draft.gather_all(choice, now), page, ppi)


def pages_again(again: SharedAgain, page: int, ppi: float) -> ShownPages:
    """Lay out the pages of a summary that was shared before, likewise."""
    return shown_again(gather(again.choice, again.material, again.made), page, ppi)
