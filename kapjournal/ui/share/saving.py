"""Saving a summary: where to, the form behind the interface, the file whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from kapjournal.domain.share import ShareForm, SummaryChoice
from kapjournal.journal.summaries import Summaries
from kapjournal.summary.contents import Material, gather, gather_all
from kapjournal.summary.forms import DATA, ENDINGS, Made, make
from kapjournal.summary.preview import preview
from kapjournal.summary.reading_text import front_text, further_text, writings_text
from kapjournal.summary.strikes import lines, without_struck
from kapjournal.summary.telling import Tell, part
from kapjournal.summary.typeset import pages
from kapjournal.summary.writing import write_file
from kapjournal.ui.share.preview import ShownPages
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
    images = tuple(pages(made.summary, PRINT_PPI))
    tell(1.0)
    return Printed(images, made)


def drawn(choice: SummaryChoice, material: Material, now: datetime, ppi: float) -> ShownPages:
    """Lay out the pages for the preview; may run behind the interface."""
    whole = gather_all(choice, material, now)
    summary = without_struck(whole)
    made = preview(summary, ppi)
    front, writings, further = front_text(summary), writings_text(summary), further_text(summary)

    def text(page: int) -> str:
        if made.further_from is not None and page >= made.further_from:
            return further
        return writings if made.writings_from is not None and page >= made.writings_from else front

    there = lines(whole)
    here = {line.key for line in lines(summary)}
    return ShownPages(
        made.images,
        tuple(text(page) for page in range(1, len(made.images) + 1)),
        summary.page_size,
        made.boxes,
        tuple(line for line in there if line.key in here),
        tuple(line for line in there if line.key not in here),
    )


def pages_again(choice: SummaryChoice, material: Material, now: datetime, ppi: float) -> ShownPages:
    """Lay out the pages of a summary that was shared before; nothing can be struck in it any more."""
    summary = gather(choice, material, now)
    made = preview(summary, ppi)
    told = "\n".join((front_text(summary), writings_text(summary), further_text(summary)))
    return ShownPages(made.images, tuple(told for _page in made.images), summary.page_size)
