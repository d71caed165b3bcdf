"""How the rows of a file add up, as a bar and in figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kapjournal.domain.importing import ImportReport
from kapjournal.ui.settings.import_look import Look
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.copying import NumberWords
from kapjournal.ui.shared.mirroring import mirrored
from kapjournal.ui.shared.text import Caption, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _, ngettext
from kapjournal.words.measures import measure_name, measure_within
from kapjournal.words.numbers import number

_NUMBER_PX = 26
_BAR_PX = 12


class SharesBar(Restyled, QWidget):
    """Filled: becomes entries or is there already; hatched: waits; empty: stays out."""

    def __init__(self) -> None:
        super().__init__()
        self._shares = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_shares(self, filled: float, hatched: float, words: str) -> None:
        """Show two shares of 1; the words are what a reader hears."""
        self._shares = (filled, hatched)
        self.setAccessibleName(words)
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(_BAR_PX))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the bar."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mirrored(painter):
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setClipPath(path)
        painter.fillPath(path, look.color("surface"))
        filled, hatched = (share * area.width() for share in self._shares)
        painter.fillRect(QRectF(area.left(), area.top(), filled, area.height()), look.color("accent_fill"))
        painter.setPen(QPen(look.color("accent"), look.pxf(1.5)))
        painter.save()
        painter.setClipRect(
            QRectF(area.left() + filled, area.top(), hatched, area.height()), Qt.ClipOperation.IntersectClip
        )
        x = area.left() + filled - area.height()
        while x < area.left() + filled + hatched:
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
            x += look.pxf(5)
        painter.restore()
        painter.setClipping(False)
        painter.setPen(QPen(look.color("strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


class ImportFigures(Restyled, QWidget):
    """The bar, and under it one figure for each part of the rows."""

    def __init__(self) -> None:
        super().__init__()
        self._look: Look | None = None
        self._narrow = False
        self.bar = SharesBar()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.bar)
        self._body = QWidget()
        self._column.addWidget(self._body)

    def show_look(self, look: Look) -> None:
        """Show how its rows add up."""
        self._look = look
        report = look.report
        assert report is not None
        rows = max(1, report.rows)
        words = _(", ").join(f"{figure} {name}" for figure, name, _more in self._figures(look))
        self.bar.show_shares((report.added + report.already_there) / rows, len(look.waiting) / rows, words)
        self._fill()

    def set_narrow(self, narrow: bool) -> None:
        """Put two beside each other where there is little room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fill()

    def restyle(self) -> None:
        """Build it again in the sizes of the theme."""
        self._fill()

    def _fill(self) -> None:
        if self._look is None:
            return
        look = theme()
        self._column.setSpacing(look.px(14))
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(20))
        grid.setVerticalSpacing(look.px(12))
        figures = self._figures(self._look)
        across = 2 if self._narrow else len(figures)
        for place, (figure, name, more) in enumerate(figures):
            row, column = divmod(place, across)
            if column:
                grid.addWidget(Hairline(upright=True), row, 2 * column - 1)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(NumberWords(figure, _NUMBER_PX))
            words.addWidget(Strong(name))
            words.addWidget(Caption(more))
            words.addStretch(1)
            grid.addLayout(words, row, 2 * column)
            grid.setColumnStretch(2 * column, 1)
        self._column.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh
        fresh.show()

    @staticmethod
    def _figures(look: Look) -> list[tuple[str, str, str]]:
        report = look.report
        assert report is not None
        waiting, refused = len(look.waiting), len(look.refused)
        rows = ngettext("row in the file", "rows in the file", report.rows)
        become = ngettext("becomes an entry", "become entries", report.added)
        found = [
            (report.rows, rows, _("but for the first line")),
            (report.added, become, made_words(report, _parts(look))),
        ]
        if report.already_there:
            there = ngettext("is there already", "are there already", report.already_there)
            found.append((report.already_there, there, _("nothing is added twice")))
        if waiting:
            waits = ngettext("waits for a number", "wait for a number", waiting)
            found.append((waiting, waits, _("words for mood, below")))
        out = ngettext("stays out", "stay out", refused)
        found.append((refused, out, _("reasons below") if refused else ""))
        return [(number(figure), name, more) for figure, name, more in found]


def made_words(report: ImportReport, parts: str) -> str:
    """What they become, and how many entries that are where a row makes more than one: a check-in and an event."""
    if report.entries_made <= report.added:
        return parts
    text = ngettext(
        "{parts}; {n} entry in all, since some rows make more than one",
        "{parts}; {n} entries in all, since some rows make more than one",
        report.entries_made,
    )
    return text.format(parts=parts, n=number(report.entries_made))


def _parts(look: Look) -> str:
    """'mood, sleep, tags'."""
    mapping = look.mapping
    if mapping is None:
        return ""
    names = [measure_within(measure_name(column.measure), column.measure.key) for column in mapping.values]
    names += [_("tags")] if mapping.tags else []
    names += [_("notes")] if mapping.notes else []
    names += [_("sessions")] if mapping.sessions else []
    names += [_("events")] if mapping.events else []
    return _(", ").join(names)
