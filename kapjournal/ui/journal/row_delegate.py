"""Paints the rows of the list: glyph or icon, title, time, a sign for what is to be shared, and a marked preview."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kapjournal.domain.timeline import Snippet, TimelineItem
from kapjournal.ui.journal.row_words import row_icon, row_preview, row_time, row_title
from kapjournal.ui.journal.timeline_model import TimelineModel
from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.level_glyph import paint_level_glyph
from kapjournal.ui.shared.mirroring import mirrored, placed
from kapjournal.ui.shared.theme import tabular, theme

ROW_HEIGHT = 58
DAY_HEIGHT = 39
_LEFT = 20
_TEXT_LEFT = 55
_RIGHT = 20
_WORDS_BEFORE_HIT = 20
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws a day or an entry."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name
        """A day is lower than an entry."""
        is_day = isinstance(_row(index), date)
        return QSize(0, theme().px(DAY_HEIGHT if is_day else ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = _row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if isinstance(row, TimelineItem):
            state = option.state
            self._paint_entry(
                painter,
                rect,
                row,
                _preview(row, index),
                selected=bool(state & QStyle.StateFlag.State_Selected),
                hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            )
        elif isinstance(row, date):
            _paint_day(painter, rect, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.restore()

    def _paint_entry(
        self,
        painter: QPainter,
        rect: QRectF,
        item: TimelineItem,
        preview: Snippet,
        *,
        selected: bool,
        hovered: bool,
    ) -> None:
        look = theme()
        if selected or hovered:
            painter.fillRect(rect, look.color("accent_soft" if selected else "hover"))
        if selected:
            bar = QRectF(rect.left(), rect.top(), look.pxf(3), rect.height())
            painter.fillRect(placed(painter, bar, rect), look.color("accent"))
        _paint_sign(painter, rect, item, "accent" if selected else "ink2")
        right = _paint_end(painter, rect, item, selected=selected)
        left = rect.left() + look.pxf(_TEXT_LEFT)
        title_rect = QRectF(left, rect.top() + look.pxf(9), right - look.pxf(8) - left, look.pxf(20))
        title_place = placed(painter, title_rect, rect)
        paint_snippet(painter, title_place, row_title(item), look.font("body_strong"), "ink")
        end = rect.right() - look.pxf(_RIGHT)
        preview_rect = QRectF(left, rect.top() + look.pxf(29), end - left, look.pxf(19))
        paint_snippet(painter, placed(painter, preview_rect, rect), preview, _preview_font(), "ink2")


def _row(index: Index) -> object:
    model = index.model()
    return model.row_at(index) if isinstance(model, TimelineModel) else None


def paint_snippet(painter: QPainter, rect: QRectF, snippet: Snippet, font: QFont, role: str) -> None:
    """Paint one line of text, cut where the room ends, with `mark` behind the places that match a search."""
    look = theme()
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    snippet = _from_first_hit(snippet, QFontMetricsF(heavy), rect.width())
    flat = snippet.text.replace("\n", " ")
    # The heavier weight of a hit is wider; what it adds is taken off the room before the text is cut.
    extra = sum(
        QFontMetricsF(heavy).horizontalAdvance(flat[a:b]) - QFontMetricsF(font).horizontalAdvance(flat[a:b])
        for a, b in snippet.hits
    )
    words = QFontMetricsF(font).elidedText(flat, Qt.TextElideMode.ElideRight, max(0.0, rect.width() - extra))
    seen = len(words) - 1 if words != flat else len(words)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    ranges = []
    for start, end in snippet.hits:
        if start < seen:
            ranges.append(_heavy_range(words, start, min(end, seen), heavy, look.hex("ink")))
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    top = rect.top() + (rect.height() - line.height()) / 2
    begins = rect.right() - line.naturalTextWidth() if mirrored(painter) else rect.left()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("mark"))
    for found in ranges:
        start_x, end_x = _x(line.cursorToX(found.start)), _x(line.cursorToX(found.start + found.length))
        pad = look.pxf(2)
        painter.drawRoundedRect(
            QRectF(
                begins + min(start_x, end_x) - pad,
                top - pad / 2,
                abs(end_x - start_x) + 2 * pad,
                line.height() + pad,
            ),
            look.pxf(3),
            look.pxf(3),
        )
    painter.setPen(look.color(role))
    layout.draw(painter, QPointF(begins, top))


def _from_first_hit(snippet: Snippet, metrics: QFontMetricsF, room: float) -> Snippet:
    """The snippet from a little before its first hit, where that would be out of sight."""
    if not snippet.hits or metrics.horizontalAdvance(snippet.text[: snippet.hits[0][1]]) < room * 0.9:
        return snippet
    first = snippet.hits[0][0]
    begins = snippet.text.find(" ", max(0, first - _WORDS_BEFORE_HIT), first) + 1
    begins = begins or first
    lead = "… "
    moved = len(lead) - begins
    return Snippet(lead + snippet.text[begins:], tuple((a + moved, b + moved) for a, b in snippet.hits))


def _heavy_range(words: str, start: int, end: int, font: QFont, color: str) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    # Qt counts a character beyond the basic plane twice.
    found.start = len(words[:start].encode("utf-16-le")) // 2
    found.length = len(words[start:end].encode("utf-16-le")) // 2
    style = QTextCharFormat()
    style.setFontWeight(font.weight())
    style.setForeground(QColor(color))
    found.format = style
    return found


def _x(place: object) -> float:
    return float(place[0]) if isinstance(place, tuple) else float(place)  # type: ignore[arg-type]


def _preview(item: TimelineItem, index: Index) -> Snippet:
    preview = row_preview(item)
    model = index.model()
    if preview.text.strip() or not isinstance(model, TimelineModel):
        return preview
    return Snippet(model.description(item))


def _preview_font() -> QFont:
    font = theme().font("body")
    font.setPixelSize(theme().px(13))
    return font


def _paint_day(painter: QPainter, rect: QRectF, words: str) -> None:
    look = theme()
    font = look.font("chip")
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(look.color("ink2"))
    place = placed(painter, rect.adjusted(look.pxf(_LEFT), look.pxf(9), -look.pxf(_RIGHT), 0), rect)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)


def _paint_sign(painter: QPainter, rect: QRectF, item: TimelineItem, role: str) -> None:
    look = theme()
    center = QPointF(rect.left() + look.pxf(31), rect.top() + look.pxf(20))
    side = look.pxf(22 if item.mood is not None else 20)
    place = placed(painter, QRectF(center.x() - side / 2, center.y() - side / 2, side, side), rect)
    if item.mood is not None:
        paint_level_glyph(painter, place, item.mood)
    else:
        paint_icon(painter, place, row_icon(item), look.color(role))


def _paint_end(painter: QPainter, rect: QRectF, item: TimelineItem, *, selected: bool) -> float:
    """Paint time and sharing sign at the right; return where they begin."""
    look = theme()
    font = tabular(_preview_font())
    time = row_time(item)
    right = rect.right() - look.pxf(_RIGHT)
    width = QFontMetricsF(font).horizontalAdvance(time)
    painter.setFont(font)
    painter.setPen(look.color("ink2" if selected else "ink3"))
    place = QRectF(right - width - 1, rect.top() + look.pxf(9), width + 2, look.pxf(20))
    painter.drawText(placed(painter, place, rect), int(Qt.AlignmentFlag.AlignCenter), time)
    left = right - width
    if item.to_share:
        side = look.pxf(15)
        left -= side + look.pxf(6)
        sign = QRectF(left, rect.top() + look.pxf(11.5), side, side)
        paint_icon(painter, placed(painter, sign, rect), "shared", look.color("accent"))
    return left
