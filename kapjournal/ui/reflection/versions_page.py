"""Earlier versions of a reflection: two side by side with what changed, and one click that brings one back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.domain.reflection import Reflection
from kapjournal.tokens import tokens
from kapjournal.ui.reflection.version_list import VersionList, count_words
from kapjournal.ui.shared.breakpoints import NARROW, WIDE
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.column_scroll import ColumnScroll
from kapjournal.ui.shared.folding import FoldingRow
from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.mirroring import from_right, sides
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Caption, Strong, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.wishes import BackWanted, Said
from kapjournal.words.dates import day_and_time, day_and_time_within
from kapjournal.words.difference import difference
from kapjournal.words.language import _

BY = "versions"
_LIST_WIDTH = 236
_COLUMN_SIDE, _LIST_SIDE = 32, 26


class VersionsPage(Page):
    """The page as it is now is the newest version."""

    concerns: ClassVar[frozenset[Kind]] = frozenset({Kind.REFLECTION})
    scrolls: ClassVar[bool] = False
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 10_000

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._id: int | None = None
        self._versions: tuple[Reflection, ...] = ()
        self._reached = 0
        """How far down the change is that was gone to last."""
        self._is_scrolled = False
        """Whether the person went elsewhere since. What the keys bring into sight on their way is not meant."""
        self.list = VersionList()
        self.list.setObjectName("version_list")
        self.list.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list.chosen.connect(lambda _left, _right: self._compare())
        heads: WeakSet[FoldingRow] = WeakSet()
        self.left, self.right = (
            VersionColumn(struck=True, heads=heads),
            VersionColumn(struck=False, heads=heads),
        )
        for column in (self.left, self.right):
            column.bring_requested.connect(self.bring_back)
        self._head = _Head()
        self._head.back.clicked.connect(lambda: self.requested.emit(BackWanted()))
        self._head.previous.clicked.connect(lambda: self._go_to_change(-1))
        self._head.following.clicked.connect(lambda: self._go_to_change(1))
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.restyle()

    def open_for(self, reflection_id: int) -> None:
        """Show the versions of a reflection."""
        self._id = reflection_id
        self._reader.verticalScrollBar().setValue(0)
        self.reload()

    def reload(self) -> None:
        """Read the versions again; the page that is gone has none."""
        if self._id is None:
            return
        reflections = self.place.journal.reflections
        try:
            now = reflections.get(self._id)
        except KeyError:
            self._id = None
            self.requested.emit(BackWanted())
            return
        self._versions = (now, *_written(now, reflections.versions(self._id)))
        self._head.name.setText(now.title)
        self.list.show_versions(self._versions, self.place.clock.now())
        self._compare()

    def bring_back(self, version: Reflection) -> None:
        """Put an earlier version on the page; what stands there now becomes a version too."""
        if self._id is None:
            return
        journal = self.place.journal
        now = journal.reflections.get(self._id)
        journal.reflections.keep(replace(now, title=version.title, text=version.text), by=BY)
        step = journal.step()
        self.requested.emit(BackWanted())
        words = _("The version of {when} is back.").format(
            when=day_and_time_within(version.edited, self.place.clock.now())
        )
        self.requested.emit(Said(words, lambda: self._undo_bring(step)))

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """List beside the two, or above; the two below each other where it is narrow."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(across if breakpoint == WIDE else down)
        # What is named left stands at the left, whatever way lines run.
        left_first = QBoxLayout.Direction.RightToLeft if from_right() else across
        self._row.setDirection(down if breakpoint == NARROW else left_first)
        width = theme().px(_LIST_WIDTH)
        self.list.setMinimumWidth(width if breakpoint == WIDE else 0)
        self.list.setMaximumWidth(width if breakpoint == WIDE else 16_777_215)
        for column in (self.left, self.right):
            column.stand(_COLUMN_SIDE if breakpoint == WIDE else _LIST_SIDE)
        self._upright.setVisible(breakpoint == WIDE)
        self._between.setVisible(breakpoint != NARROW)
        self._head.arrange(breakpoint == NARROW)
        self._legend.arrange(breakpoint == NARROW)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Name what the page can do."""
        return [
            Action(_("Previous change"), "step_up", lambda: self._go_to_change(-1)),
            Action(_("Next change"), "open", lambda: self._go_to_change(1)),
        ]

    def _lay_out(self) -> None:
        self.body.addWidget(self._head)
        self.body.addWidget(Hairline())
        sheet = QWidget()
        sheet.setObjectName("entry_pane")
        whole = QVBoxLayout(sheet)
        whole.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._between = Hairline(upright=True)
        self._row.addWidget(self.left, 1)
        self._row.addWidget(self._between)
        self._row.addWidget(self.right, 1)
        self._upright = Hairline(upright=True)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.list)
        self._beside.addWidget(self._upright)
        self._beside.addLayout(self._row, 1)
        whole.addLayout(self._beside, 1)
        self._reader = ColumnScroll(sheet)
        self._reader.verticalScrollBar().actionTriggered.connect(self._notice_scrolling)
        self._sheet = sheet
        self.body.addWidget(self._reader, 1)
        self.body.addWidget(Hairline())
        self._legend = _Legend()
        self.body.addWidget(self._legend)

    def _compare(self) -> None:
        if not self._versions:
            return
        left, right = (self._versions[place] for place in self.list.pair)
        found = difference(whole_text(left), whole_text(right))
        self._legend.say_rough(found.rough)
        now = self.place.clock.now()
        newest = self._versions[0]
        self._reached, self._is_scrolled = 0, False
        self.left.show_version(left, found.only_left, now, is_page=left is newest)
        self.right.show_version(right, found.only_right, now, is_page=right is newest)
        self.left.setVisible(left is not right)
        self._head.can_step(bool(found.only_left or found.only_right))
        # The height of a text is known once it was laid out at its width.
        QTimer.singleShot(0, self, self._sheet.updateGeometry)

    def _go_to_change(self, way: int) -> None:
        """Go to the next line with a change, or the one before, and say what changed there."""
        bar = self._reader.verticalScrollBar()
        margin = theme().px(80)
        changes: dict[int, list[str]] = {}
        for column in (self.left, self.right):
            for top, words in column.changes(self._sheet):
                changes.setdefault(top, []).append(words)
        edge = self._reached
        if self._is_scrolled:
            edge = bar.value() + margin if bar.value() else 0
        further = [top for top in sorted(changes) if (top > edge + 2 if way > 0 else top < edge - 2)]
        if not further:
            announce(self, _("No further change that way."))
            return
        top = further[0] if way > 0 else further[-1]
        bar.setValue(top - margin)
        self._reached, self._is_scrolled = top, False
        announce(self, _("; ").join(changes[top]))

    def _notice_scrolling(self, _action: int) -> None:
        self._is_scrolled = True

    def _undo_bring(self, step: int) -> None:
        self.place.journal.undo_step(step)


class VersionColumn(Restyled, QWidget):
    """One version: when, how long, and its text with what stands only here marked."""

    bring_requested = Signal(Reflection)

    def __init__(self, *, struck: bool, heads: WeakSet[FoldingRow]) -> None:
        super().__init__()
        self._struck = struck
        self._side = _COLUMN_SIDE
        self._version: Reflection | None = None
        self._when = Strong("", wrap=False)
        self._count = Caption("", "ink2", wrap=False)
        self.bring = Button(_("Bring this back"), "soft", "undo", size="small")
        self.bring.clicked.connect(self._ask)
        # Two columns of reading: a little smaller than one.
        self.text = MarkdownView(_("Left version") if struck else _("Right version"), px=17)
        self._head = FoldingRow(heads)
        self._head.addWidget(self._when)
        self._head.addWidget(self._count, 1)
        self._head.addWidget(self.bring)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(Hairline())
        self._column.addSpacing(theme().px(8))
        self._column.addWidget(self.text)
        self._column.addStretch(1)
        # Both have the same room, however long their heads are.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.restyle()

    def show_version(
        self, version: Reflection, marks: tuple[tuple[int, int], ...], now: datetime, *, is_page: bool
    ) -> None:
        """Show a version with stretches marked; the page as it is needs no bringing back."""
        self._version = version
        self._when.setText(day_and_time(version.edited, now))
        words = count_words(version)
        self._count.setText(_("{words}, the page as it is").format(words=words) if is_page else words)
        self.bring.setVisible(not is_page)
        self.text.show_compared(whole_text(version) or _("Nothing was written."), marks, struck=self._struck)

    def changes(self, over: QWidget) -> list[tuple[int, str]]:
        """How far down each mark begins on the sheet, and what a reader hears of it."""
        if not self.isVisible():
            return []
        said = _("only in the left one: {words}") if self._struck else _("only in the right one: {words}")
        return [
            (self.text.mapTo(over, QPoint(0, top)).y(), said.format(words=words))
            for top, words in self.text.marked()
        ]

    def stand(self, side: int) -> None:
        """Begin this far from the edge."""
        self._side = side
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the lines from growing too long to read."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme()
        side = look.px(self._side)
        end = max(side, self.width() - side - look.px(tokens().size["reading_column"]))
        self._column.setContentsMargins(*sides(side, look.px(20), end, look.px(32)))

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        look = theme()
        self._fit()
        self._column.setSpacing(look.px(12))
        self._head.setSpacing(look.px(10))
        self._when.setMinimumHeight(look.px(30))

    def _ask(self) -> None:
        if self._version is not None:
            self.bring_requested.emit(self._version)


class _Head(Restyled, QWidget):
    """The way back, whose versions they are, and the steps from change to change."""

    def __init__(self) -> None:
        super().__init__()
        self.back = IconButton("back", _("Back to the page"), bare=True)
        self._title = Strong(_("Earlier versions"), wrap=False)
        self.name = Caption("", "ink2")
        self.previous = Button(_("Previous change"), "quiet", "step_up", size="small")
        self.following = Button(_("Next change"), "quiet", "open", size="small")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self._title)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.previous)
        self._row.addWidget(self.following)
        self.restyle()

    def can_step(self, can: bool) -> None:
        """Whether there is a change to go to."""
        for button in (self.previous, self.following):
            button.setEnabled(can)

    def arrange(self, narrow: bool) -> None:
        """Leave out the name where it is narrow."""
        self.name.setVisible(not narrow)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        look = theme()
        self._row.setContentsMargins(look.px(16), look.px(11), look.px(16), look.px(11))
        self._row.setSpacing(look.px(6))
        self.name.setContentsMargins(*sides(look.px(10), 0, 0, 0))


class _Legend(Restyled, QWidget):
    """What the two marks mean."""

    def __init__(self) -> None:
        super().__init__()
        self._struck = Words(_("struck"), "ink2", style="caption", wrap=False)
        self._struck.setObjectName("struck_words")
        self._lined = Words(_("underlined"), style="caption", wrap=False)
        self._lined.setObjectName("lined_words")
        self._last = Caption("", "ink2")
        self.say_rough(False)
        self._marks = QHBoxLayout()
        self._marks.addWidget(self._struck, 0, Qt.AlignmentFlag.AlignVCenter)
        self._marks.addWidget(Caption(_("only in the left one"), "ink2", wrap=False))
        self._marks.addSpacing(theme().px(24))
        self._marks.addWidget(self._lined, 0, Qt.AlignmentFlag.AlignVCenter)
        self._marks.addWidget(Caption(_("only in the right one"), "ink2", wrap=False))
        self._marks.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._marks)
        self._row.addWidget(self._last, 1)
        self.restyle()

    def arrange(self, narrow: bool) -> None:
        """Put the sentence under the marks where it is narrow."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._last.setAlignment(Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight)

    def say_rough(self, rough: bool) -> None:
        """Say what bringing back does, and whether long stretches are marked as a whole."""
        words = _("Bringing one back keeps the page as it is now as a version too.")
        if rough:
            long = _("So much differs at one place that it is marked as a whole, not word by word.")
            words = f"{long} {words}"
        self._last.setText(words)

    def restyle(self) -> None:
        """Take fonts and grounds from the theme."""
        look = theme()
        struck, lined = look.font("caption"), look.font("caption")
        struck.setStrikeOut(True)
        lined.setUnderline(True)
        self._struck.setFont(struck)
        self._lined.setFont(lined)
        self._row.setContentsMargins(look.px(24), look.px(14), look.px(24), look.px(14))
        for row in (self._marks, self._row):
            row.setSpacing(look.px(8))


def whole_text(version: Reflection) -> str:
    """Title and text as one, so that a changed title shows as well."""
    return f"# {version.title}\n\n{version.text}" if version.title else version.text


def _written(now: Reflection, versions: tuple[Reflection, ...]) -> tuple[Reflection, ...]:
    """Leave out versions whose words are those of the next one: something else changed then."""
    kept: list[Reflection] = []
    newer = now
    for version in versions:
        if (version.title, version.text) != (newer.title, newer.text):
            kept.append(version)
        newer = version
    return tuple(kept)
