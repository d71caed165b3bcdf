"""The time line as rows for a list: days that cannot be chosen, and the entries under them, fetched page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kapjournal.domain.timeline import TimelineCursor, TimelineItem, TimelinePage

PAGE_LENGTH = 60

Index = QModelIndex | QPersistentModelIndex
Row = date | TimelineItem


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows come from, and how they are said."""

    page: Callable[[TimelineCursor | None, int], TimelinePage]
    say: Callable[[Row], str]
    describe: Callable[[TimelineItem], str]
    """What stands under the title of an entry that has no text of its own."""


class TimelineModel(QAbstractListModel):
    """Newest first; only what was scrolled to is in memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._source: Source | None = None
        self._following: TimelineCursor | None = None
        self._described: dict[int, str] = {}
        self.total = 0

    def begin(self, source: Source, first: TimelinePage | None = None, least: int = 0) -> None:
        """Show a time line from its start, or from a given first page; as many rows as there were, at least."""
        self.beginResetModel()
        self._source = source
        self._described.clear()
        page = first if first is not None else source.page(None, max(PAGE_LENGTH, least))
        self._rows = _with_days(page.items, None)
        self._following = page.following
        self.total = page.total
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """The day or entry of a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def item_at(self, index: Index) -> TimelineItem | None:
        """The entry of a row; None for a day."""
        row = self.row_at(index)
        return row if isinstance(row, TimelineItem) else None

    def description(self, item: TimelineItem) -> str:
        """What stands under the title; read once, and only for rows that are seen."""
        if item.id not in self._described and self._source is not None:
            self._described[item.id] = self._source.describe(item)
        return self._described.get(item.id, "")

    def first_until(self, day: date) -> QModelIndex:
        """The row of the newest entry that is not of a later day; the last one where all are later."""
        entries = [(place, row) for place, row in enumerate(self._rows) if isinstance(row, TimelineItem)]
        found = next((place for place, row in entries if row.moment.day <= day), None)
        return self.index(found if found is not None else entries[-1][0], 0) if entries else QModelIndex()

    def index_of(self, entry_id: int) -> QModelIndex:
        """The row of an entry; not valid where it is not loaded."""
        for place, row in enumerate(self._rows):
            if isinstance(row, TimelineItem) and row.id == entry_id:
                return self.index(place, 0)
        return QModelIndex()

    def first_entry(self) -> QModelIndex:
        """The row of the first entry."""
        return next(
            (self.index(place, 0) for place, row in enumerate(self._rows) if isinstance(row, TimelineItem)),
            QModelIndex(),
        )

    def entry_near(self, place: int) -> QModelIndex:
        """The entry at a row, or the nearest one after it, or before it."""
        order = (*range(place, len(self._rows)), *range(min(place, len(self._rows)) - 1, -1, -1))
        return next(
            (self.index(at, 0) for at in order if isinstance(self._rows[at], TimelineItem)), QModelIndex()
        )

    def items(self) -> tuple[TimelineItem, ...]:
        """The entries that are loaded."""
        return tuple(row for row in self._rows if isinstance(row, TimelineItem))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        """How many rows are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """How the row is said; the delegate asks `row_at` for what it paints."""
        row = self.row_at(index)
        if row is None:
            return None
        spoken = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole))
        if role in spoken and self._source is not None:
            return self._source.say(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days are there to be read, never to be chosen."""
        if isinstance(self.row_at(index), TimelineItem):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Whether the journal has more."""
        return not parent.isValid() and self._following is not None

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Read the next page."""
        if parent.isValid() or self._following is None or self._source is None:
            return
        page = self._source.page(self._following, PAGE_LENGTH)
        self._following = page.following
        rows = _with_days(page.items, self._last_day())
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def _last_day(self) -> date | None:
        last = self._rows[-1] if self._rows else None
        return last.moment.day if isinstance(last, TimelineItem) else last


def _with_days(items: tuple[TimelineItem, ...], day: date | None) -> list[Row]:
    rows: list[Row] = []
    for item in items:
        if item.moment.day != day:
            day = item.moment.day
            rows.append(day)
        rows.append(item)
    return rows
