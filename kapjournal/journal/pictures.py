"""The pictures of a journal's reflections."""

from __future__ import annotations

from kapjournal.domain.picture import Picture
from kapjournal.exchange.picture_file import read_picture
from kapjournal.journal.book import Book
from kapjournal.storage import pictures


class Pictures:
    """A picture is added once; reflections then name it."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @staticmethod
    def read(data: bytes) -> Picture:
        """Make a picture of a file's content; may run in a worker. Raises NotAPictureError, PictureTooLargeError."""
        return read_picture(data)

    def add(self, picture: Picture) -> int:
        """Store a picture and return its id; no undo step, for nothing shows it yet."""
        return self._book.database.change(lambda tx: pictures.add(tx, picture))

    def get(self, id: int) -> Picture:  # noqa: A002
        """Read one. Raises KeyError."""
        with self._book.reading() as tx:
            found = pictures.read(tx, id)
        if found is None:
            raise KeyError(id)
        return found
