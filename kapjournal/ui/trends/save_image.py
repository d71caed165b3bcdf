"""Saving a chart as a picture of its own: SVG or PNG, with title and sentence, on white."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QStandardPaths
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from kapjournal.charts.picture import Picture
from kapjournal.charts.placing import headed
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.svg import svg
from kapjournal.summary.writing import write_file
from kapjournal.ui.shared.chart_view import MakePicture
from kapjournal.ui.shared.picture_inks import WordWidths
from kapjournal.ui.shared.picture_painter import paint_picture
from kapjournal.ui.shared.theme import Theme
from kapjournal.words.language import _

WIDTH = 940.0
PIXELS_A_UNIT = 2
SVG = ".svg"
PNG = ".png"


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Ask for a file of the person's choice; None if they let it be."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation) or str(
        Path.home()
    )
    kinds = {_("Picture (*.png)"): PNG, _("Drawing that scales (*.svg)"): SVG}
    chosen, kind = QFileDialog.getSaveFileName(
        parent, _("Save as an image"), str(Path(folder) / f"{name}{PNG}"), ";;".join(kinds)
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() in (SVG, PNG) else path.with_name(path.name + kinds.get(kind, PNG))


def save(make: MakePicture, path: Path) -> None:
    """Write a chart to a file, whole or not at all. Raises DiskFullError, FileNotWrittenError where it cannot be."""
    write_file(path, _svg_bytes(make) if path.suffix.lower() == SVG else _png_bytes(make))


def _svg_bytes(make: MakePicture) -> bytes:
    sheet = Sheet(WIDTH)
    return svg(headed(make(sheet), sheet), ground="surface").encode("utf-8")


def _png_bytes(make: MakePicture) -> bytes:
    look = Theme("light")
    sheet = Sheet(WIDTH * look.scale, 224.0 * look.scale, look.scale, WordWidths(look))
    image = _painted(headed(make(sheet), sheet), look)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())


def _painted(picture: Picture, look: Theme) -> QImage:
    image = QImage(
        round(picture.width * PIXELS_A_UNIT),
        round(picture.height * PIXELS_A_UNIT),
        QImage.Format.Format_RGB32,
    )
    image.setDevicePixelRatio(PIXELS_A_UNIT)
    image.fill(look.color("surface"))
    painter = QPainter(image)
    paint_picture(painter, picture, look)
    painter.end()
    return image
