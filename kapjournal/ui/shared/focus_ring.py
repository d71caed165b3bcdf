"""The focus ring: one line round whatever has the keys, while the keys lead and not the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from kapjournal.ui.shared.theme import theme

_WIDTH = 2.5
_GAP = 2.0
_LEADING_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class _Lead:
    """Whether the keys lead; at the start they do: a field that waits for words shows that it waits."""

    keys: bool = True


def keys_lead() -> bool:
    """Return whether the last thing used was the keyboard, for widgets that paint their own focus."""
    return _Lead.keys


class FocusRing(QObject):
    """Watches where the keys are, and keeps one painted ring there; made once for the program."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._windows: list[QWindow] = []
        app.focusChanged.connect(self._focus_changed)
        app.focusWindowChanged.connect(self._window_changed)
        self._window_changed(app.focusWindow())
        self._focus_changed(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice keys and pointer at the windows; follow the target and what it stands in."""
        kind = event.type()
        if isinstance(watched, QWidget):
            if kind in _MOVES:
                self._place()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if not _Lead.keys and event.key() in _LEADING_KEYS:
                self._lead(keys=True)
        elif kind == QEvent.Type.MouseButtonPress and _Lead.keys:
            self._lead(keys=False)
        return False

    def _lead(self, *, keys: bool) -> None:
        _Lead.keys = keys
        now = QApplication.focusWidget()
        if now is not None:
            now.update()
        self._follow(now if keys else None)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._follow(new if _Lead.keys else None)
        if new is not None and _Lead.keys:
            _scroll_to(new)

    def _window_changed(self, window: QWindow | None) -> None:
        self._windows = [known for known in self._windows if isValid(known)]
        if window is not None and window not in self._windows:
            self._windows.append(window)
            window.installEventFilter(self)

    def _follow(self, target: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = target if target is not None and _takes_ring(target) else None
        if self._target is None:
            if self._ring is not None and isValid(self._ring):
                self._ring.hide()
            return
        ground = _ground(self._target)
        if self._ring is None or not isValid(self._ring):
            self._ring = _Ring(ground)
        elif self._ring.parentWidget() is not ground:
            self._ring.setParent(ground)
        walker: QWidget | None = self._target
        while walker is not None and walker is not ground:
            walker.installEventFilter(self)
            self._watched.append(walker)
            walker = walker.parentWidget()
        self._place()

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None or not isValid(ring) or not isValid(target):
            return
        ground = ring.parentWidget()
        if ground is None or not target.isVisibleTo(ground):
            ring.hide()
            return
        reach = round(theme().pxf(_WIDTH) + theme().pxf(_GAP))
        area = _area(target)
        corner = target.mapTo(ground, area.topLeft())
        ring.radius = _radius(target)
        ring.setGeometry(QRect(corner, area.size()).adjusted(-reach, -reach, reach, reach))
        ring.show()
        ring.raise_()
        ring.update()


class _Ring(QWidget):
    """The painted line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.radius = 8.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint a rounded line that keeps its distance."""
        look = theme()
        width = look.pxf(_WIDTH)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("accent"), width))
        line = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = min(self.radius + look.pxf(_GAP) + width / 2, line.height() / 2)
        painter.drawRoundedRect(line, radius, radius)
        painter.end()


def _takes_ring(widget: QWidget) -> bool:
    """Whole pages and lists show where the keys are by themselves; `own_focus` says so for any other widget."""
    if widget.property("own_focus") or widget.isWindow():
        return False
    if isinstance(widget, QTextEdit):
        return bool(widget.property("role") == "area")
    return not isinstance(widget, (QAbstractItemView, QScrollArea))


def _ground(target: QWidget) -> QWidget:
    """Return what the ring is painted on: the column of the nearest scroll area, else the window."""
    below = target
    walker = target.parentWidget()
    while walker is not None:
        column = _column_with(walker, target)
        if column is not None:
            return column
        if walker.property("holds_ring") or walker.isWindow():
            return walker
        below = walker
        walker = walker.parentWidget()
    return below


def _column_with(area: QWidget, target: QWidget) -> QWidget | None:
    """Return the column of a scroll area if the target stands in it."""
    column = area.widget() if isinstance(area, QScrollArea) else None
    return column if column is not None and column.isAncestorOf(target) else None


def _area(target: QWidget) -> QRect:
    """Return the part of a widget that the ring goes round."""
    own = getattr(target, "focus_area", None)
    if callable(own):
        area = own()
        if isinstance(area, QRect):
            return area
    return QRect(QPoint(0, 0), target.size())


def _radius(target: QWidget) -> float:
    kind = target.property("kind")
    if kind in ("chip", "switch"):
        return target.height() / 2
    extent = {"large": 10, "small": 7}.get(target.property("extent") or "", 8)
    return theme().pxf(extent)


def _scroll_to(widget: QWidget) -> None:
    """Bring what the keys came to into view."""
    walker = widget.parentWidget()
    while walker is not None:
        if isinstance(walker, QScrollArea) and _column_with(walker, widget) is not None:
            walker.ensureWidgetVisible(widget, 0, theme().px(28))
            return
        walker = walker.parentWidget()
