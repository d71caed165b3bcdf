"""The ribbon of the course: sessions past and planned on a line, the first days after each, and today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.ui.shared.mirroring import mirrored, placed, placed_x
from kapjournal.ui.shared.session_mark import paint_session_mark
from kapjournal.ui.shared.theme import Restyled, tabular, theme
from kapjournal.words.dates import day_short
from kapjournal.words.language import _
from kapjournal.words.names import session_title

FIRST_DAYS = 6
"""The first days after a dosing session fade over this many days."""
_MARGIN_DAYS = 4.5
_LEAST_DAYS = 35.0
_LEAST_PX_A_DAY = 9.0


@dataclass(frozen=True, slots=True)
class Stop:
    """One session on the ribbon."""

    day: date
    kind: SessionKind
    number: int | None
    planned: bool


def stops_of(sessions: Iterable[KapSession], numbers: Mapping[int, int]) -> tuple[Stop, ...]:
    """The sessions that took place or are planned, in order of time."""
    return tuple(
        Stop(s.moment.day, s.kind, numbers.get(s.id), not s.took_place)
        for s in sorted(sessions, key=lambda s: (s.moment.instant, s.id))
        if s.took_place or s.status is SessionStatus.PLANNED
    )


def shown_days(stops: Sequence[Stop], today: date, most_days: float) -> tuple[float, float]:
    """The first and the last day (as ordinals) that fit; what is near today stays when a course is long."""
    days = [stop.day.toordinal() for stop in stops] + [today.toordinal()]
    first, last = min(days) - _MARGIN_DAYS, max(days) + _MARGIN_DAYS
    if last - first < _LEAST_DAYS:
        missing = _LEAST_DAYS - (last - first)
        first, last = first - missing / 2, last + missing / 2
    most_days = max(most_days, _LEAST_DAYS)
    if last - first > most_days:
        last = min(last, today.toordinal() + 0.4 * most_days)
        first = last - most_days
    return first, last


def thinned(
    wanted: Sequence[tuple[int, float, float]], gap: float, left: float, right: float
) -> tuple[tuple[int, float], ...]:
    """Which labels stand where: each is (index, centre, width), the more important first; none overlap."""
    taken: list[tuple[float, float]] = []
    placed: list[tuple[int, float]] = []
    for index, centre, width in wanted:
        start = min(max(centre - width / 2, left), right - width)
        if all(start + width + gap <= a or start >= b + gap for a, b in taken):
            taken.append((start, start + width))
            placed.append((index, start))
    return tuple(placed)


class Ribbon(Restyled, QWidget):
    """The line itself; a screen reader hears its stops as a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        self._today = date.min
        self._today_words = ""
        self.setMouseTracking(True)
        self.setAccessibleName(_("Where you are"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_course(self, stops: Sequence[Stop], today: date, today_words: str) -> None:
        """Show these stops; `today_words` stands beside the line of today."""
        self._stops, self._today, self._today_words = tuple(stops), today, today_words
        self.setAccessibleDescription(self._spoken())
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(78))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take whatever width there is."""
        return QSize(theme().px(400), theme().px(78))

    def event(self, event: QEvent) -> bool:
        """Name the session under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            stop = self._stop_at(event.pos().x())
            QToolTip.showText(event.globalPos(), _words_of(stop, self._today) if stop else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Paint the first days, the line, the marks, today and the dates."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_first_days(painter)
        self._paint_line(painter)
        for stop in self._stops:
            self._paint_stop(painter, stop)
        self._paint_today(painter)
        self._paint_dates(painter)
        painter.end()

    def _range(self) -> tuple[float, float]:
        return shown_days(self._stops, self._today, self.width() / theme().pxf(_LEAST_PX_A_DAY))

    def _x(self, day: float) -> float:
        first, last = self._range()
        share = (day - first) / (last - first)
        return (1 - share if self.isRightToLeft() else share) * self.width()

    def _middle(self) -> float:
        return theme().pxf(34)

    def _is_shown(self, stop: Stop) -> bool:
        first, last = self._range()
        return first + 0.5 <= stop.day.toordinal() <= last - 0.5

    def _stop_at(self, x: float) -> Stop | None:
        near = [
            (abs(self._x(s.day.toordinal()) - x), i) for i, s in enumerate(self._stops) if self._is_shown(s)
        ]
        if not near or min(near)[0] > theme().px(14):
            return None
        return self._stops[min(near)[1]]

    def _paint_first_days(self, painter: QPainter) -> None:
        look = theme()
        half = look.pxf(15)
        for stop in self._stops:
            if stop.kind is not SessionKind.DOSING or stop.planned or not self._is_shown(stop):
                continue
            start, end = self._x(stop.day.toordinal()), self._x(stop.day.toordinal() + FIRST_DAYS)
            fade = QLinearGradient(start, 0, end, 0)
            color = look.color("session")
            color.setAlphaF(look.opacity("window_start"))
            fade.setColorAt(0, color)
            color.setAlphaF(0)
            fade.setColorAt(1, color)
            painter.fillRect(QRectF(min(start, end), self._middle() - half, abs(end - start), 2 * half), fade)

    def _paint_line(self, painter: QPainter) -> None:
        look = theme()
        now = self._x(self._today.toordinal())
        pen = QPen(look.color("ink2"), look.pxf(1.5))
        painter.setPen(pen)
        begins, ends = (self.width(), 0) if self.isRightToLeft() else (0, self.width())
        painter.drawLine(QPointF(begins, self._middle()), QPointF(now, self._middle()))
        pen.setColor(look.color("ink3"))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.0, 2.7])
        painter.setPen(pen)
        painter.drawLine(QPointF(now, self._middle()), QPointF(ends, self._middle()))

    def _paint_stop(self, painter: QPainter, stop: Stop) -> None:
        if not self._is_shown(stop):
            return
        look = theme()
        centre = QPointF(self._x(stop.day.toordinal()), self._middle())
        if stop.kind is not SessionKind.DOSING or stop.planned:
            # A mark stands clear of the line that it lies on.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("bg"))
            reach = look.pxf(12 if stop.kind is SessionKind.DOSING else 8)
            painter.drawEllipse(centre, reach, reach)
        is_today = stop.planned and stop.day == self._today
        paint_session_mark(painter, centre, stop.kind.value, stop.number, stop.planned, today=is_today)

    def _paint_today(self, painter: QPainter) -> None:
        look = theme()
        x = self._x(self._today.toordinal())
        painter.setPen(QPen(look.color("ink"), look.pxf(1.5)))
        here = [s.kind for s in self._stops if s.day == self._today and self._is_shown(s)]
        reach = look.pxf(14 if SessionKind.DOSING in here else 7) if here else 0.0
        painter.drawLine(QPointF(x, look.pxf(7)), QPointF(x, self._middle() - reach))
        painter.drawLine(QPointF(x, self._middle() + reach), QPointF(x, look.pxf(53)))
        font = look.font("chip")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance(self._today_words) + 2
        gap = look.pxf(7)
        after, before = x + gap, x - gap - width
        if self.isRightToLeft():
            left = before if before >= 0 else after
        else:
            left = after if after + width <= self.width() else before
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, width, look.pxf(20)), flags, self._today_words)

    def _paint_dates(self, painter: QPainter) -> None:
        look = theme()
        font = tabular(look.font("chip"))
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        wanted = []
        for index, stop in sorted(enumerate(self._stops), key=lambda pair: self._weight(pair[1])):
            if self._is_shown(stop) and stop.kind is not SessionKind.INTEGRATION:
                words = day_short(stop.day, self._today)
                centre = self._x(stop.day.toordinal())
                wanted.append((index, centre, metrics.horizontalAdvance(words) + 2))
        for index, start in thinned(wanted, look.pxf(10), 0, self.width()):
            stop = self._stops[index]
            strong = stop.kind is SessionKind.DOSING and not stop.planned
            painter.setPen(look.color("ink2" if strong else "ink3"))
            words = day_short(stop.day, self._today)
            area = QRectF(start, look.pxf(56), metrics.horizontalAdvance(words) + 2, look.pxf(20))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _weight(self, stop: Stop) -> tuple[bool, int]:
        """Dosing sessions keep their date first, the ones nearest to today before the others."""
        return stop.kind is not SessionKind.DOSING, abs((stop.day - self._today).days)

    def _spoken(self) -> str:
        said = [_words_of(stop, self._today) for stop in self._stops[-40:]]
        return ". ".join([self._today_words, *said]) + "."


class RibbonLegend(Restyled, QWidget):
    """What the marks mean, in as many words as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[SessionKind, ...] = tuple(SessionKind)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_kinds(self, stops: Sequence[Stop]) -> None:
        """Explain the kinds that stand on the ribbon."""
        there = {stop.kind for stop in stops}
        self._kinds = tuple(kind for kind in SessionKind if kind in there)
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(22))
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give way to whatever stands beside it."""
        return QSize(0, theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Paint from the right, with the longest set of words that fits."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font("chip")
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for parts in self._variants():
            width = sum(self._width(part, metrics) for part in parts) + look.pxf(18) * (len(parts) - 1)
            if width <= self.width():
                self._paint_parts(painter, parts, self.width() - width, metrics)
                break
        painter.end()

    def _variants(self) -> Iterable[list[tuple[str, str]]]:
        long = {
            SessionKind.DOSING: _("dosing session"),
            SessionKind.INTEGRATION: _("integration"),
            SessionKind.PREPARATION: _("preparation"),
        }
        short = long | {SessionKind.DOSING: _("dosing")}
        fade = [("fade", _("first days after"))] if SessionKind.DOSING in self._kinds else []
        yield [*((k.value, long[k]) for k in self._kinds), *fade, ("", _("outlined: planned"))]
        yield [*((k.value, short[k]) for k in self._kinds), *fade]
        yield [(k.value, short[k]) for k in self._kinds]

    def _width(self, part: tuple[str, str], metrics: QFontMetricsF) -> float:
        mark = {"": 0.0, "fade": 32.0}.get(part[0], 22.0)
        return theme().pxf(mark) + metrics.horizontalAdvance(part[1])

    def _paint_parts(
        self, painter: QPainter, parts: Sequence[tuple[str, str]], left: float, metrics: QFontMetricsF
    ) -> None:
        look = theme()
        middle = self.height() / 2
        for mark, words in parts:
            width = self._width((mark, words), metrics)
            if mark == "fade":
                self._paint_fade(painter, left, middle)
            elif mark:
                side = 11.3 if mark == SessionKind.DOSING.value else None
                centre = QPointF(placed_x(painter, left + look.pxf(8), self.rect()), middle)
                paint_session_mark(painter, centre, mark, side=side)
            painter.setPen(look.color("ink3"))
            text_left = left + width - metrics.horizontalAdvance(words)
            area = QRectF(text_left, 0, metrics.horizontalAdvance(words) + 2, self.height())
            painter.drawText(placed(painter, area, self.rect()), Qt.AlignmentFlag.AlignVCenter, words)
            left += width + look.pxf(18)

    def _paint_fade(self, painter: QPainter, left: float, middle: float) -> None:
        look = theme()
        sample = QRectF(left, middle - look.pxf(7), look.pxf(24), look.pxf(14))
        sample = placed(painter, sample, self.rect())
        begins, ends = sample.left(), sample.right()
        if mirrored(painter):
            begins, ends = ends, begins
        fade = QLinearGradient(begins, 0, ends, 0)
        color = look.color("session")
        color.setAlphaF(look.opacity("window_start"))
        fade.setColorAt(0, color)
        color.setAlphaF(0)
        fade.setColorAt(1, color)
        painter.fillRect(sample, fade)


def today_words(stops: Sequence[Stop], today: date) -> str:
    """'Today, day 3', counted from the last dosing session that took place; 'Today' where there is none."""
    since = [s.day for s in stops if s.kind is SessionKind.DOSING and not s.planned and s.day <= today]
    days = (today - max(since)) if since else timedelta()
    return _("Today, day {day}").format(day=days.days) if days else _("Today")


def _words_of(stop: Stop, today: date) -> str:
    words = _("{session}, {day}").format(
        session=session_title(stop.kind, stop.number), day=day_short(stop.day, today)
    )
    return _("{session}, planned").format(session=words) if stop.planned else words
