"""The pages on paper, through the system's own dialog."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from kapjournal.domain.share import PageSize
from kapjournal.words.language import _

PRINT_PPI = 300.0
_SIZES = {PageSize.A4: QPageSize.PageSizeId.A4, PageSize.LETTER: QPageSize.PageSizeId.Letter}


def can_print() -> bool:
    """Whether the system has a printer that this program can reach."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget, paper: PageSize) -> QPrinter | None:
    """Ask for a printer; None if the person lets it be."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pages(printer: QPrinter, images: tuple[bytes, ...]) -> bool:
    """Print the pages as they are shown; False where the printer took none."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place, png in enumerate(images):
        if place and not printer.newPage():
            painter.end()
            return False
        area = printer.paperRect(QPrinter.Unit.DevicePixel)
        painter.drawImage(QRectF(0, 0, area.width(), area.height()), QImage.fromData(png))
    return bool(painter.end())


def no_printer() -> str:
    """What to do where no printer can be reached."""
    return _("No printer can be reached from here. Save as PDF and print from there.")
