"""A dialog inside the window, over a scrim; Esc closes, and the keys stay within."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.column_scroll import BAR_PX
from kapjournal.ui.shared.covering import Coverable
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.tab_order import step, stops
from kapjournal.ui.shared.text import Caption, Section
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unfinished import Input, Unfinished
from kapjournal.words.dates import day_and_time_within
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.journal.drafts import Drafts

_AROUND_PX, _SIDE_PX = 16, 28
_LOW_PX = 480
"""A window lower than this leaves a dialog little room: it takes all of it."""
RING_ROOM_PX = 5
"""How far the ring round what has the keys reaches beyond it."""


class Dialog(Restyled, QWidget):
    """A panel over the window; fill `body`, put buttons into `foot`, then `open`.

    `closed` tells when it has gone; `close_dialog` closes it (Esc and the cross call it too).
    """

    closed = Signal()

    def __init__(self, title: str, parent: QWidget, *, width: int = 560, scrolls: bool = True) -> None:
        super().__init__(parent.window())
        self._width = width
        self._returns_to: QWidget | None = None
        self._unfinished: Unfinished | None = None
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("covers", True)
        self.panel = QFrame(self)
        self.panel.setProperty("role", "dialog")
        self.panel.setAccessibleName(title)
        self.title = Section(title, parent=self.panel)
        self.close_button = IconButton("close", _("Close"), self.panel, bare=True, size="small", icon_px=20)
        self.close_button.clicked.connect(self.close_dialog)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        # Support is one step away from here too, where the window knows the way.
        self.support_button = IconButton(
            "support", _("Support"), self.panel, bare=True, size="small", icon_px=18
        )
        self.support_button.clicked.connect(self._to_support)
        self._head.addWidget(self.support_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.content = QWidget()
        self.content.setObjectName("page_content")
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._scroll = _Fitting(self.panel) if scrolls else None
        self.foot = QHBoxLayout()
        self._above_foot: list[QHBoxLayout] = []
        self._column = QVBoxLayout(self.panel)
        self._column.addLayout(self._head)
        if self._scroll is not None:
            self._scroll.setWidget(self.content)
            self._column.addWidget(self._scroll, 1)
        else:
            self._column.addWidget(self.content, 1)
        self._column.addLayout(self.foot)
        self.hide()
        self.restyle()
        parent.window().installEventFilter(self)

    def end_in(self, words: str, do: Callable[[], object]) -> Button:
        """End in two buttons: to leave it, and to do what the dialog is for, which is returned."""
        leave = Button(_("Leave it"), "quiet")
        leave.clicked.connect(self.leave_it)
        made = Button(words, "primary")
        made.clicked.connect(do)
        self.foot.addStretch(1)
        self.foot.addWidget(leave)
        self.foot.addWidget(made)
        return made

    def put_above_foot(self, widget: QWidget) -> None:
        """Let a widget stay in view between what scrolls and the foot."""
        row = QHBoxLayout()
        row.addWidget(widget)
        self._above_foot.append(row)
        self._column.insertLayout(self._column.count() - 1, row)
        self.restyle()

    def make_accessible(self) -> QAccessibleInterface:
        """Tell of a dialog, or of nothing while another stands over it."""
        return Coverable(self, QAccessible.Role.Dialog)

    def open(self, focus: QWidget | None = None) -> None:
        """Show the dialog and give the keys to a widget in it (or to the first that takes them)."""
        self._returns_to = QApplication.focusWidget()
        self.support_button.setVisible(way_to_support(self.window()) is not None)
        self._fill_window()
        self.show()
        self.raise_()
        self._place_panel()
        first = focus if focus is not None else self._first_focus()
        first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        line = first.focusProxy() or first
        if isinstance(line, QLineEdit):
            line.selectAll()  # as after Tab: what is typed takes the place of what stands there
        # What takes its height from its width has it only now; the panel follows.
        QTimer.singleShot(0, self, self._place_panel)

    def inputs(self) -> dict[str, Input]:
        """What a person gives here and keeps by a button, by name; of another kind of dialog nothing."""
        return {}

    def wait_in(self, drafts: Drafts, key: str, now: datetime) -> None:
        """Let what is given here wait under this name however the dialog is closed, until it is kept or left."""
        self._unfinished = Unfinished(drafts, key, self.inputs(), self)
        if self._unfinished.left is not None:
            self._say_left(self._unfinished.left, now)

    def give(self, wish: Any, *values: object) -> None:
        """Close, and tell by a signal what was given; what cannot be kept goes on waiting here."""
        self.close_dialog()
        if self._unfinished is None:
            wish.emit(*values)
        elif self._unfinished.tell(wish, *values):
            self._unfinished.let_go()

    def leave_it(self) -> None:
        """Close, and let go of what was given."""
        if self._unfinished is not None:
            self._unfinished.begin_anew()
        self.close_dialog()

    def close_dialog(self) -> None:
        """Close, and give the keys back to where they were; what was given and is not kept waits."""
        if self.isHidden():
            return
        if self._unfinished is not None:
            self._unfinished.hold()
        self.hide()
        try:
            if self._returns_to is not None and self._returns_to.isVisible():
                self._returns_to.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        except RuntimeError:
            # The widget that had the keys was rebuilt while the dialog was open.
            pass
        self.closed.emit()

    def restyle(self) -> None:
        """Take sizes and shadow from the theme."""
        look = theme()
        # The ring round what has the keys is painted on the content: it needs its room there.
        ring = look.px(RING_ROOM_PX)
        self.body.setContentsMargins(ring, ring, ring, ring)
        # The cross stands in line with what is below it; the button around it reaches further.
        self._head.setContentsMargins(*sides(ring, 0, 0, look.px(3)))
        above = look.px(16)
        for row in self._above_foot:
            row.setContentsMargins(ring, above - ring, ring, 0)
        self.foot.setContentsMargins(ring, above if self._above_foot else above - ring, ring, 0)
        self.give_air()
        self._column.setSpacing(0)
        self.body.setSpacing(look.px(16))
        self.foot.setSpacing(look.px(8))
        shadow = QGraphicsDropShadowEffect(self.panel)
        shadow.setBlurRadius(look.px(32))
        shadow.setOffset(0, look.px(12))
        ink = look.color("ink") if look.name == "light" else QColor(0, 0, 0)
        ink.setAlphaF(0.18 if look.name == "light" else 0.35)
        shadow.setColor(ink)
        self.panel.setGraphicsEffect(shadow)
        self._place_panel()

    @property
    def content_width(self) -> int:
        """How much room what stands here has from side to side, beside a bar that scrolls it."""
        look = theme()
        window = self.parentWidget()
        whole = min(
            look.px(self._width), (window.width() if window is not None else 0) - 2 * look.px(_AROUND_PX)
        )
        return whole - 2 * look.px(_SIDE_PX) - look.px(BAR_PX)

    def fit(self) -> None:
        """Fit the panel to what it holds now."""
        if self._scroll is not None:
            # A scroll area keeps to itself that what is in it grew.
            self._scroll.updateGeometry()
        self._place_panel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._fill_window()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Fit again when the content changes its wishes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_panel()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Esc; keep other keys from the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_dialog()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep clicks from the page below."""
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Keep Tab inside."""
        return step(self, forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the scrim."""
        look = theme()
        scrim = look.color("scrim")
        scrim.setAlphaF(look.opacity("scrim"))
        painter = QPainter(self)
        painter.fillRect(self.rect(), scrim)
        painter.end()

    def _say_left(self, left: datetime, now: datetime) -> None:
        """Say that these are words from before, with the way to an empty form."""
        note, row = QWidget(), QHBoxLayout()
        note.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            Caption(_("As you left it: {when}").format(when=day_and_time_within(left, now)), "ink2"), 1
        )
        anew = Button(_("Begin anew"), "quiet", size="small")
        anew.clicked.connect(self._begin_anew)
        anew.clicked.connect(note.hide)
        row.addWidget(anew)
        self.body.insertWidget(0, note)

    def _begin_anew(self) -> None:
        if self._unfinished is not None:
            self._unfinished.begin_anew()
            self._first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_support(self) -> None:
        way = way_to_support(self.window())
        self.close_dialog()
        if way is not None:
            way()

    def _first_focus(self) -> QWidget:
        """The first that takes the keys below the head, else the cross."""
        takers = stops(self)
        return next(
            (w for w in takers if self.content.isAncestorOf(w)), takers[-1] if takers else self.close_button
        )

    def give_air(self) -> None:
        """Leave more free above and below where the window is not low: there the content needs it."""
        look = theme()
        side = look.px(_SIDE_PX) - look.px(RING_ROOM_PX)
        self._column.setContentsMargins(
            side, look.px(14 if self.is_low else 22), side, look.px(14 if self.is_low else 24)
        )

    @property
    def is_low(self) -> bool:
        """Whether the window leaves a dialog little room from top to bottom."""
        window = self.parentWidget()
        return window is not None and window.height() < theme().px(_LOW_PX)

    def _fill_window(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
            self.give_air()
            self._place_panel()

    def _place_panel(self) -> None:
        look = theme()
        margin = look.px(_AROUND_PX // 2 if self.is_low else _AROUND_PX)
        width = min(look.px(self._width), self.width() - 2 * look.px(_AROUND_PX))
        if width <= 0:
            return
        # The border of the panel is not of its layout.
        border = self.panel.height() - self.panel.contentsRect().height()
        wanted = self._column.heightForWidth(width - border) if self._column.hasHeightForWidth() else -1
        if wanted < 0:
            wanted = self._column.sizeHint().height()
        wanted += border
        height = min(wanted, self.height() - 2 * margin)
        if self._scroll is not None:
            # A bar that came before the panel had its height would take the width, and with it stay.
            bars = Qt.ScrollBarPolicy
            fits = height == wanted
            self._scroll.setVerticalScrollBarPolicy(
                bars.ScrollBarAlwaysOff if fits else bars.ScrollBarAsNeeded
            )
        self.panel.setGeometry(
            (self.width() - width) // 2, max(margin, (self.height() - height) // 2), width, height
        )


def way_to_support(window: QWidget) -> Callable[[], None] | None:
    """How a window shows Support; None where it cannot."""
    way = getattr(window, "to_support", None)
    return way if callable(way) else None


class _Fitting(QScrollArea):
    """A scroll area that asks for the height its content would like, also when that changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell that the content grew or shrank, which Qt's own keeps to itself."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Ask by width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the content's height at a width."""
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return 0
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the content's own wish."""
        content = self.widget()
        return content.sizeHint() if content is not None else QSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Shrink as far as a low window needs."""
        return QSize(theme().px(80), theme().px(80))
