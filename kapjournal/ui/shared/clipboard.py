"""Copying someone's words: they leave the clipboard again after a minute, unless something else is there by then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QTextCursor

CLEARED_AFTER_MS = 60_000
SECRET = ("x-kde-passwordManagerHint", b"secret")
"""Asks the histories of clipboards that know it to keep nothing of this."""
STAYS = "application/x-kapjournal-number"
"""Marks the number of somebody to call: it may be needed for longer."""
_waiting: dict[str, QTimer] = {}


class CopiedWords(QObject):
    """Hears what is copied by keys or a menu out of any field while the journal is open."""

    copied = Signal()
    """Words were copied; they go in a minute."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QGuiApplication.clipboard().dataChanged.connect(self._look)

    def _look(self) -> None:
        clipboard = QGuiApplication.clipboard()
        data = clipboard.mimeData() if is_ours(clipboard) else None
        if data is None or not data.text() or data.hasFormat(STAYS) or data.hasFormat(SECRET[0]):
            return
        forget_in_a_minute(data.text())
        self.copied.emit()


def is_ours(clipboard: QClipboard) -> bool:
    """Whether what lies there was put there by this program."""
    return clipboard.ownsClipboard()


def copy_for_a_minute(text: str) -> QTimer:
    """Put words on the clipboard; returns the timer that takes them away."""
    data = QMimeData()
    data.setText(text)
    data.setData(*SECRET)
    QGuiApplication.clipboard().setMimeData(data)
    return forget_in_a_minute(text)


def chosen_words(cursor: QTextCursor) -> QMimeData:
    """The words that are chosen in a text, and nothing of how they look.

    Qt writes them as Markdown and as a document too as soon as anybody asks, in a time that grows with the square of
    a paragraph: 80,000 letters held the window for a second.
    """
    data = QMimeData()
    data.setText(cursor.selection().toPlainText())
    return data


def copy_number(number: str) -> None:
    """Put the number of somebody to call on the clipboard, where it stays."""
    data = QMimeData()
    data.setText(number)
    data.setData(STAYS, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def forget_in_a_minute(text: str) -> QTimer:
    """Take words from the clipboard in a minute if they still lie there; returns the timer."""
    clipboard = QGuiApplication.clipboard()
    if (before := _waiting.pop(text, None)) is not None:
        before.stop()
        before.deleteLater()
    timer = QTimer(QCoreApplication.instance())
    timer.setSingleShot(True)
    timer.setInterval(CLEARED_AFTER_MS)

    def forget() -> None:
        if clipboard.text() == text:
            clipboard.clear()
        _waiting.pop(text, None)
        timer.deleteLater()

    timer.timeout.connect(forget)
    timer.start()
    _waiting[text] = timer
    return timer


def forget_copied() -> None:
    """Take what was copied away at once: the process that would do it after a minute is about to end."""
    for timer in tuple(_waiting.values()):
        timer.stop()
        timer.timeout.emit()
