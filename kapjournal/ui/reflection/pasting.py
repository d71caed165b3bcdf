"""What of a clipboard or a drop may stand on a page: words without their looks and links, and pictures."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from kapjournal.bounded_file import open_file

MOST_BYTES = 60_000_000
_BREAKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})
_UNREAD = frozenset({"script", "style", "head", "title"})


def pasted_text(offered: QMimeData) -> str | None:
    """The words in what is offered; None where it is a file or a picture."""
    if any(url.isLocalFile() for url in offered.urls()):
        return None
    if offered.hasFormat("text/plain") or offered.hasUrls():
        return clean(offered.text())
    if offered.hasHtml():
        return clean(_words_of(offered.html()))
    return None


def offered_pictures(offered: QMimeData) -> list[bytes]:
    """The contents of files that were dropped or pasted, or of a picture from the clipboard; none for words.

    What they really hold is found out when they are read; a file that is far too large is not even read.
    """
    files = [Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile()]
    if files:
        return [read_bounded(path) for path in files]
    image = offered.imageData() if offered.hasImage() and not offered.hasText() else None
    if not isinstance(image, QImage) or image.isNull():
        return []
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # as it is called; the stubs ask for bytes
    return [bytes(buffer.data().data())]


def read_bounded(path: Path) -> bytes:
    """The content of a file; of one that is too large or cannot be read only so much that it is refused."""
    try:
        with open_file(path) as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        return b""


def clean(text: str) -> str:
    """The text with one kind of line end and without characters that cannot be seen."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    return "".join(
        letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs")
    )


def _words_of(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.pieces).split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept).strip("\n")


class _Reader(HTMLParser):
    """Collects words; no tag is ever followed or loaded."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNREAD:
            self._unread += 1
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in _BREAKS and tag != "br":
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.pieces.append(data.replace("\n", " "))
