"""The bar under the pages: what was shared last, and every form in which a summary leaves the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kapjournal.domain.share import Share, ShareForm
from kapjournal.ui.share.shared_before import form_for, last_shared
from kapjournal.ui.shared.breakpoints import NARROW, SIDE_MARGINS, WIDE
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.ground import Ground
from kapjournal.ui.shared.menu_button import MenuButton, add_entry
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Body, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.numbers import number

BAR_PX = 76
BESIDE_PX = 24
"""What is left free at its sides where it stands beside the choice; else as much as a page leaves."""
SOON_MS = 400
"""What is done by then needs no word of how far it is."""
IN_MENU: tuple[tuple[ShareForm, Callable[[], str]], ...] = (
    (ShareForm.TEXT, lambda: _("Plain text")),
    (ShareForm.CSV, lambda: _("Tables (CSV)")),
    (ShareForm.JSON, lambda: _("JSON")),
    (ShareForm.FHIR, lambda: _("Health record (FHIR)")),
    (ShareForm.FHIR_PDF, lambda: _("The PDF for a health record (FHIR)")),
)


class ShareBar(Restyled, Ground):
    """Print, web page, data, PDF, how far a long one is; the saved file can be shown in its folder."""

    wanted = Signal(object)
    """A ShareForm."""
    locked_wanted = Signal()
    """A PDF with a password."""
    all_wanted = Signal()
    folder_wanted = Signal(object)
    """The Path of a file that is to be shown in its folder."""

    def __init__(self) -> None:
        super().__init__("surface", edge="top")
        self._file: Path | None = None
        self._narrow = False
        self._side = BESIDE_PX
        self._last = Strong(wrap=False)
        self._form = Body("", "ink2", wrap=False)
        self.all_shared = Button("", "text", size="line")
        self.show_file = IconButton("open_folder", _("Show it in its folder"), bare=True, size="small")
        self.show_file.setVisible(False)
        self.see_pages = Button(_("See the pages"), "outlined", "show")
        self.print = IconButton("print", _("Print"))
        self.web_page = Button(_("Web page"), "outlined", "web_page")
        self.data = MenuButton(_("Data"), "data")
        self.save = Button(_("Save PDF"), "primary", "pdf")
        self.entries = {form: add_entry(self.data.menu_shown, words()) for form, words in IN_MENU}
        self.data.menu_shown.addSeparator()
        self.locked = add_entry(self.data.menu_shown, _("PDF with a password"))
        self.stop = Button(_("Stop"), "outlined", size="small")
        self._makers = (self.print, self.web_page, self.data, self.save)
        self._had_keys: QWidget | None = None
        self._doing = ""
        self._progress = Strong()
        self._words, self._work = QWidget(), QWidget()
        self._told = QStackedWidget()
        self._told.addWidget(self._words)
        self._told.addWidget(self._work)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(lambda: self._show_work(True))
        self._buttons, self._second = QHBoxLayout(), QHBoxLayout()
        self._row = self._filled()
        self.print.clicked.connect(lambda: self.wanted.emit(ShareForm.PRINT))
        self.web_page.clicked.connect(lambda: self.wanted.emit(ShareForm.HTML))
        self.save.clicked.connect(lambda: self.wanted.emit(ShareForm.PDF))
        for form, entry in self.entries.items():
            # A moment later: a reader that presses the entry would wait for as long as the system's dialog is open.
            entry.triggered.connect(
                lambda _checked=False, form=form: QTimer.singleShot(0, self, partial(self.wanted.emit, form))
            )
        self.locked.triggered.connect(lambda _checked=False: self.locked_wanted.emit())
        self.all_shared.clicked.connect(self.all_wanted)
        self.show_file.clicked.connect(self._ask_for_folder)
        self.restyle()

    def restyle(self) -> None:
        """Take the sizes from the theme."""
        look = theme()
        self.setMinimumHeight(look.px(BAR_PX))
        side = look.px(self._side)
        self._row.setContentsMargins(side, look.px(12), side, look.px(12))
        self._row.setSpacing(look.px(4))
        self._fit()

    def show_shares(self, shares: tuple[Share, ...], this_year: int) -> None:
        """Say what was shared last."""
        self.all_shared.setVisible(bool(shares))
        if not shares:
            self._last.setText(_("Nothing was shared yet"))
            self._form.setText(_("The file stays where you save it."))
            self._fit()
            return
        self._last.setText(last_shared(shares[0], this_year))
        self._form.setText(form_for(shares[0]))
        self.all_shared.set_text(_("All {n}").format(n=len(shares)))
        self._fit()

    def show_saved(self, path: Path | None) -> None:
        """Offer to show the file that was saved last."""
        self._file = path
        self.show_file.setVisible(path is not None)
        self._fit()

    def begin(self, doing: str) -> None:
        """Let nothing else be begun while a file is being made; what takes longer than a moment says how far it is."""
        self._doing = doing
        # Of the window, for it is not active yet where a dialog for the file has just closed.
        keys = self.window().focusWidget()
        self._had_keys = next((button for button in self._makers if button is keys), None)
        self._set_enabled(False)
        self._soon.start()

    def show_progress(self, share: float) -> None:
        """Say how far it is."""
        percent = number(round(100 * share))
        self._progress.setText(
            _("{doing}, {percent} %").format(doing=self._doing, percent=percent).replace(" %", "\u00a0%")
        )

    def end(self) -> None:
        """Offer everything again."""
        self._soon.stop()
        self._set_enabled(True)
        if self._had_keys is not None:
            self._had_keys.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_work(False)

    def _set_enabled(self, enabled: bool) -> None:
        for button in self._makers:
            button.setEnabled(enabled)

    def _show_work(self, shown: bool) -> None:
        self._told.setCurrentWidget(self._work if shown else self._words)
        if shown:
            announce(self, self._doing)
            if self._had_keys is not None:
                self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, room: str) -> None:
        """Put the words above the buttons, and leave those of two out, where there is little room."""
        self._narrow = room != WIDE
        self._side = SIDE_MARGINS[NARROW] if room == NARROW else BESIDE_PX
        self.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the buttons into the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the words of buttons, one after the other, until no word that is left is cut."""
        for without in range(2 if self._narrow else 0, 3):
            self._arrange(without)
            if self._needed() <= self.width():
                break

    def _needed(self) -> int:
        """Return the width that words and buttons need; the layout learns of other words with the next event only."""

        def width(parts: Sequence[QWidget], gap: int) -> int:
            widths = [part.sizeHint().width() for part in parts if not part.isHidden()]
            return sum(widths) + gap * (len(widths) - 1)

        first = width((self._last, self.show_file), 0)
        words = max(first, width((self._form, self.all_shared), self._second.spacing()))
        buttons = width((self.see_pages, *self._makers), self._buttons.spacing())
        margins = self._row.contentsMargins()
        beside = words + self._row.spacing() + buttons
        across = self._row.direction() == QBoxLayout.Direction.LeftToRight
        return margins.left() + (beside if across else max(words, buttons)) + margins.right()

    def _arrange(self, without: int) -> None:
        """Leave out the words of so many buttons; without those of both, what was shared stands above the buttons."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if without == 2 else directions.LeftToRight)
        for place, (button, words) in enumerate(((self.web_page, _("Web page")), (self.data, _("Data"))), 1):
            button.set_text("" if without >= place else words)
            button.setAccessibleName(words)
            button.setToolTip(words if without >= place else "")
        self._buttons.invalidate()
        self._row.update()
        self.updateGeometry()

    def _ask_for_folder(self) -> None:
        if self._file is not None:
            self.folder_wanted.emit(self._file)

    def _filled(self) -> QBoxLayout:
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        second = self._second
        second.addWidget(self._form)
        second.addWidget(self.all_shared)
        second.addStretch(1)
        words.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(self._last)
        first.addWidget(self.show_file)
        first.addStretch(1)
        words.addLayout(first)
        words.addLayout(second)
        words.addStretch(1)
        self._buttons.addStretch(1)
        for button in (self.see_pages, *self._makers):
            self._buttons.addWidget(button)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.addWidget(self._progress, 1)
        work.addWidget(self.stop)
        row.addWidget(self._told, 1)
        row.addLayout(self._buttons)
        return row
