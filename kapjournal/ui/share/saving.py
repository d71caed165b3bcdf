"""Saving the summary: where to, the pages behind the interface, the file whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from kapjournal.domain.share import SummaryChoice
from kapjournal.summary.contents import Material, gather
from kapjournal.summary.document import Summary
from kapjournal.summary.reading_text import front_text, writings_text
from kapjournal.summary.typeset import pdf, preview
from kapjournal.summary.writing import write_file
from kapjournal.ui.share.preview import ShownPages
from kapjournal.words.language import _

ENDING = ".pdf"


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was written."""

    path: Path
    summary: Summary
    data: bytes


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Ask for a file of the person's choice; None if they let it be."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Save PDF"), str(folder / name), _("PDF document (*.pdf)")
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)


def saved(choice: SummaryChoice, material: Material, now: datetime, path: Path) -> Saved:
    """Lay out and write the PDF; may run behind the interface. Raises DiskFullError, FileNotWrittenError."""
    summary = gather(choice, material, now)
    data = pdf(summary)
    write_file(path, data)
    return Saved(path, summary, data)


def drawn(choice: SummaryChoice, material: Material, now: datetime, ppi: float) -> ShownPages:
    """Lay out the pages for the preview; may run behind the interface."""
    summary = gather(choice, material, now)
    made = preview(summary, ppi)
    front, writings = front_text(summary), writings_text(summary)
    texts = tuple(
        front if made.writings_from is None or page < made.writings_from else writings
        for page in range(1, len(made.images) + 1)
    )
    return ShownPages(made.images, texts, summary.page_size)
