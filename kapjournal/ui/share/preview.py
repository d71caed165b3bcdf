"""The very pages that will be saved, one at a time, on a desk."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kapjournal.domain.share import PageSize, Share
from kapjournal.summary.shown_pages import ShownPages
from kapjournal.ui.share.sheet import Sheet
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.ground import Ground
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

PAPER_INCHES = {PageSize.A4: (8.268, 11.693), PageSize.LETTER: (8.5, 11.0)}
ZOOMS = (0.6, 0.8, 1.0, 1.25, 1.6, 2.0)
"""1 is the width of the desk."""
FIT = ZOOMS.index(1.0)
WIDEST_PX = 860
SIDE_PX = 40
FINER = 2
"""How much finer pages are drawn than they are shown."""
# WORKAROUND: Typst draws a picture a little higher than its place and leaves out a row of its pixels (seen with typst
# 0.15.2; https://github.com/typst/typst/blob/main/crates/typst-render/src/image.rs). Through the words of a chart
# that cut them in half; twice as fine, it is not seen.
FINEST_PPI = 240.0


class Preview(Restyled, Ground):
    """One page at a time, with its number, the pages beside it, and its size."""

    sharper_wanted = Signal()
    """The page is shown larger or smaller than it was drawn for."""
    page_wanted = Signal()
    """A page is looked at that has not been drawn."""
    back_wanted = Signal()
    now_wanted = Signal()
    """Back from what was shared before to the summary that is being made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("hover", parent)
        self._pages: ShownPages | None = None
        self._page = 0
        self._zoom = FIT
        self.back = Button(_("Back"), "quiet", "back")
        self.previous = IconButton("previous", _("Page before"), bare=True)
        self.following = IconButton("next", _("Next page"), bare=True)
        self.smaller = IconButton("zoom_out", _("Smaller"), bare=True)
        self.larger = IconButton("zoom_in", _("Larger"), bare=True)
        self.told = Words(style="body_strong")
        self.now = Button(_("Back to now"), "outlined", size="small")
        self.number = Words(style="body_strong", wrap=False)
        self.sheet = Sheet(self)
        self._scroll = _desk(self.sheet)
        self._head = QHBoxLayout()
        for widget in (self.back, self.previous, self.number, self.following):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        self._head.addWidget(self.smaller)
        self._head.addWidget(self.larger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        self._again = QHBoxLayout()
        self._again.addWidget(self.told, 1)
        self._again.addWidget(self.now)
        column.addLayout(self._again)
        column.addWidget(self._scroll, 1)
        self.now.clicked.connect(self.now_wanted)
        self.show_told(None, 0)
        self.back.setVisible(False)
        self.back.clicked.connect(self.back_wanted)
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.following.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self._resize_by(-1))
        self.larger.clicked.connect(lambda: self._resize_by(1))
        self.sheet.turned.connect(self.turn)
        self.sheet.line_reached.connect(self._scroll.ensureWidgetVisible)
        self.restyle()
        self._show_page()

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    @property
    def pages(self) -> ShownPages | None:
        """The pages that are shown; None before there are any."""
        return self._pages

    def ppi(self, paper: PageSize) -> float:
        """Return how many pixels to the inch the shown size is drawn with."""
        needed = self._sheet_width() * self.devicePixelRatioF() / PAPER_INCHES[paper][0]
        return min(FINER * needed, FINEST_PPI)

    def show_pages(self, pages: ShownPages) -> None:
        """Show new pages; the number stays where it can."""
        self._pages = pages
        self._page = min(self._page, pages.count - 1)
        self._show_page()

    def show_drawn(self, pages: ShownPages) -> None:
        """Show what was drawn of these pages since, unless others have come meanwhile."""
        if pages is self._pages:
            self._show_page()

    def show_told(self, share: Share | None, erased: int) -> None:
        """Say which summary of the past is shown, and how much of it was erased since; None: the one of now."""
        self.told.setVisible(share is not None)
        self.now.setVisible(share is not None)
        if share is None:
            self._again.setContentsMargins(0, 0, 0, 0)
            return
        look = theme()
        self._again.setContentsMargins(look.px(28), 0, look.px(28), look.px(12))
        text = _("As you shared it on {day}").format(day=day_medium(share.moment.day))
        if erased:
            lines = ngettext("{n} line erased since", "{n} lines erased since", erased)
            text += ". " + lines.format(n=number(erased))
        self.told.setText(text)
        announce(self, text)

    def turn(self, by: int) -> None:
        """Turn to another page, if there is one."""
        wanted = self._page + by
        if 0 <= wanted < self._count:
            self._page = wanted
            self._show_page()
            self._scroll.verticalScrollBar().setValue(0)
            announce(self.sheet, self.number.text())

    def restyle(self) -> None:
        """Take the sizes from the theme."""
        look = theme()
        self._head.setContentsMargins(look.px(28), look.px(14), look.px(28), look.px(14))
        self._head.setSpacing(look.px(2))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the page to the desk."""
        super().resizeEvent(event)
        self._fit()

    def _show_page(self) -> None:
        count = self._count
        self.previous.setEnabled(self._page > 0)
        self.following.setEnabled(self._page + 1 < count)
        self.number.setText(
            _("Page {page} of {pages}").format(page=number(self._page + 1), pages=number(count))
            if count
            else _("The pages are being laid out")
        )
        self.sheet.setAccessibleName(_("Preview: {page}").format(page=self.number.text()))
        if self._pages is not None:
            names = {line.key: line.text for line in self._pages.lines}
            image = self._pages.image(self._page)
            self.sheet.show_image(image or b"", self._pages.boxes(self._page), names)
            self.sheet.setAccessibleDescription(self._pages.text(self._page))
            if image is None:
                self.page_wanted.emit()
        self._fit()

    @property
    def _count(self) -> int:
        return 0 if self._pages is None else self._pages.count

    def _resize_by(self, steps: int) -> None:
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom + 1 < len(ZOOMS))
        self._fit()

    def _sheet_width(self) -> int:
        look = theme()
        room = self._scroll.viewport().width() - 2 * look.px(SIDE_PX if self.width() > look.px(480) else 16)
        return max(look.px(160), round(min(room, look.px(WIDEST_PX)) * ZOOMS[self._zoom]))

    def _fit(self) -> None:
        width = self._sheet_width()
        across, down = PAPER_INCHES[PageSize.A4 if self._pages is None else self._pages.paper]
        size = QSize(width, round(width * down / across))
        if self.sheet.size() != size:
            self.sheet.setFixedSize(size)
            self.sharper_wanted.emit()


def _desk(sheet: Sheet) -> QScrollArea:
    """Return a scrolling desk with the sheet in its middle."""
    inner = QWidget()
    inner.setObjectName("page_content")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, theme().px(6), 0, theme().px(24))
    column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    scroll.setWidget(inner)
    # Its place stays, or the page would change its size with it; the bar itself is there where it scrolls something.
    bar = scroll.verticalScrollBar()
    bar.rangeChanged.connect(lambda least, greatest: bar.setVisible(greatest > least))
    bar.setVisible(bar.maximum() > bar.minimum())
    return scroll
