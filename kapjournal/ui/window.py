"""The one window: locked at first, then with the journal inside; light enough to be painted at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QScreen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kapjournal.settings import Settings, SettingsStore
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.shared.theme import system_less_motion, system_look, theme

if TYPE_CHECKING:
    from kapjournal.ui.shared.focus_ring import FocusRing

_LEAST = QSize(640, 480)
SUPPORT_KEY = "F1"


class Window(QWidget):
    """The frame around what is shown; its title never says more than the name of the program."""

    about_to_close = Signal()
    painted = Signal()
    """For the first time, and what nobody waits for is there too."""

    def __init__(self, app: QApplication, settings: SettingsStore) -> None:
        super().__init__()
        self._app = app
        self.may_close: Callable[[], bool] = lambda: True
        self.to_support: Callable[[], None] | None = None
        """How Support is shown, whatever is open; set by whoever fills the window."""
        self.settings = settings
        self._shown: QWidget | None = None
        self._cover: QWidget | None = None
        self._returns_to: QWidget | None = None
        self._look_now: tuple[str, float, bool, str] | None = None
        self._held_look = ""
        self.setWindowTitle("Kap Journal")
        self.setMinimumSize(_LEAST)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setProperty("holds_ring", True)
        self._take_look(settings.current)
        self._ring: FocusRing | None = None
        self._painted = False
        self.resize(self._first_size())
        settings.listen(self._take_look)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._app.screenAdded.connect(self._screen_added)

    def show_inside(self, widget: QWidget) -> None:
        """Show a widget in place of what was shown; the old one is gone for good."""
        self.uncover()
        old, self._shown = self._shown, widget
        if old is not None:
            # Gone before the new one comes, or both would be laid out for half the room.
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(widget)
        widget.show()

    def cover(self, widget: QWidget) -> None:
        """Show a widget over what is shown, which waits below."""
        keys = self.focusWidget() if self._cover is None else self._returns_to
        self.uncover()
        self._cover, self._returns_to = widget, keys
        if self._shown is not None:
            self._shown.hide()
        self._column.addWidget(widget)
        widget.show()

    def uncover(self) -> None:
        """Show again what waited."""
        cover, self._cover = self._cover, None
        if cover is not None:
            self._column.removeWidget(cover)
            cover.hide()
            cover.deleteLater()
        if self._shown is not None:
            self._shown.show()
        keys, self._returns_to = self._returns_to, None
        try:
            if keys is not None and keys.isVisible():
                keys.setFocus()
        except RuntimeError:
            # What had the keys was made anew while it was covered.
            pass

    @property
    def shown(self) -> QWidget | None:
        """What is shown now."""
        return self._shown

    def hold_look(self, name: str) -> None:
        """Show another look than the chosen one, 'gentle' say; '' goes back to the chosen one."""
        if name != self._held_look:
            self._held_look = name
            self._take_look(self.settings.current)

    def keep_size(self) -> None:
        """Remember the size for the next start."""
        if not self.isMaximized() and not self.isFullScreen():
            self.settings.change(window_width=self.width(), window_height=self.height())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Let Tab go through what is showing, in the order of reading; a dialog keeps it to itself."""
        from kapjournal.ui.shared.covering import cover_of
        from kapjournal.ui.shared.tab_order import step

        return step(cover_of(self) or self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let what is shown keep its things before the window goes."""
        if not self.may_close():
            event.ignore()
            return
        self.keep_size()
        self.about_to_close.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Once painted, add what nobody waits for."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._complete)

    def _complete(self) -> None:
        """Give the window its icon, the focus its ring, Enter its use, and assistive technology its accounts."""
        from PySide6.QtGui import QKeySequence, QShortcut

        from kapjournal.ui.shared.accessibles import install_accessibles
        from kapjournal.ui.shared.enter_key import EnterPresses
        from kapjournal.ui.shared.focus_ring import FocusRing
        from kapjournal.ui.shared.logo import logo_icon

        # The system is asked by Qt's own names now; mostly it is as it seemed.
        self._take_look(self.settings.current)
        install_accessibles()
        self._fit_with_frame()
        self._ring = FocusRing(self._app)
        self._enter = EnterPresses(self._app)
        self.setWindowIcon(logo_icon())
        help_key = QShortcut(QKeySequence(SUPPORT_KEY), self)
        help_key.activated.connect(self._support_key)
        self.painted.emit()

    def _support_key(self) -> None:
        """Show Support from anywhere; a dialog keeps what was given and closes."""
        from kapjournal.ui.shared.covering import cover_of

        while (cover := cover_of(self)) is not None:
            close = getattr(cover, "close_dialog", None)
            if close is None:
                return
            close()
        if self.to_support is not None:
            self.to_support()

    def _fit_with_frame(self) -> None:
        """Leave room for the frame that the desktop has put around the window by now."""
        screen = self.screen()
        if screen is None or self.isMaximized() or self.isFullScreen():
            return
        room, framed = screen.availableGeometry(), self.frameGeometry()
        over = framed.size() - framed.size().boundedTo(room.size())
        if not over.isNull():
            self.resize(self.size() - over)

    def _first_size(self) -> QSize:
        wanted = QSize(self.settings.current.window_width, self.settings.current.window_height)
        screens = QGuiApplication.screens()
        if not screens:
            return wanted
        return wanted.boundedTo(screens[0].availableGeometry().size()).expandedTo(_LEAST)

    def _take_look(self, settings: Settings) -> None:
        less = settings.less_motion if settings.less_motion is not None else system_less_motion()
        chosen = self._held_look or settings.look
        name = system_look() if chosen == "system" else chosen
        look = (name, settings.text_scale, less, settings.reading_font)
        if look != self._look_now:
            self._look_now = look
            apply_theme(self._app, *look)

    def _screen_added(self, screen: QScreen) -> None:
        """On a finer screen icons are drawn finer."""
        if screen.devicePixelRatio() > theme().finest:
            self._look_now = None
            self._take_look(self.settings.current)

    def _system_changed(self) -> None:
        self._take_look(self.settings.current)
