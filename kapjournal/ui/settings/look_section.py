"""Look: light, dark or as the system; the size of text; motion."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QSizePolicy, QWidget

from kapjournal.settings import SettingsStore
from kapjournal.ui.settings.rows import SettingRow, SettingsSection
from kapjournal.ui.settings.text_size import HIGHEST, LOWEST, TextSizeSlider
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.checkbox import Switch, paint_one_of
from kapjournal.ui.shared.chips import FlowLayout
from kapjournal.ui.shared.fields import Choice
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.mirroring import mirrored, placed
from kapjournal.ui.shared.theme import SERIF, Restyled, Theme, system_less_motion, theme
from kapjournal.ui.shared.wishes import CaptureWanted
from kapjournal.words.language import _

_WIDTH, _LEAST_WIDTH, _GAP = 184, 140, 20
_FONT_PX = 16


class LookSection(SettingsSection):
    """Everything about how it looks; each change is seen at once."""

    requested = Signal(object)

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings
        now = settings.current
        self._size = TextSizeSlider(round(now.text_scale * 100))
        self._size.chosen.connect(self._set_size)
        self._size_row = SettingRow(_("Text size"), "", _Letters(self._size))
        self._motion = Switch(_("Less motion"))
        self._motion.setChecked(now.less_motion if now.less_motion is not None else system_less_motion())
        self._motion.toggled.connect(self._set_motion)
        motion_row = SettingRow(_("Less motion"), _("Pages change at once, nothing slides"), self._motion)
        self._reading = _FontChoice(
            [("serif", SERIF), ("system", _("The system’s font"))], value=now.reading_font
        )
        self._reading.changed.connect(self._set_reading)
        reading_row = SettingRow(
            _("Reading and writing"), _("Used for reflections and titles"), self._reading
        )
        see_it = Button(_("See it"), "outlined", size="small")
        see_it.setAccessibleName(_("See it: the page for after a session"))
        see_it.clicked.connect(self._see_capture)
        self._dim = Switch(_("After a session"))
        self._dim.setChecked(now.dim_after_session)
        self._dim.toggled.connect(self._set_dim)
        dim_row = SettingRow(
            _("After a session"),
            _("Dim, warm, the whole screen. Opens by itself in the six hours after a planned session."),
            see_it,
            self._dim,
        )
        super().__init__(_("Look"), self._size_row, reading_row, motion_row, dim_row)
        self._looks = LookChoice(now.look)
        self._looks.chosen.connect(self._set_look)
        self.add_above(self._looks)
        self._say_size(round(now.text_scale * 100))

    def _set_look(self, look: str) -> None:
        self._settings.change(look=look)

    def _set_size(self, percent: int) -> None:
        self._say_size(percent)
        self._settings.change(text_scale=percent / 100)

    def _set_motion(self, less: bool) -> None:
        self._settings.change(less_motion=less)

    def _set_reading(self, font: object) -> None:
        self._settings.change(reading_font=str(font))

    def _set_dim(self, opens: bool) -> None:
        self._settings.change(dim_after_session=opens)

    def _see_capture(self) -> None:
        self.requested.emit(CaptureWanted())

    def restyle(self) -> None:
        """Take the width of the choice from the theme."""
        super().restyle()
        self._reading.setFixedWidth(theme().px(200))

    def _say_size(self, percent: int) -> None:
        words = _("{percent} %, from {lowest} % to {highest} %")
        self._size_row.description.setText(words.format(percent=percent, lowest=LOWEST, highest=HIGHEST))
        self._size_row.description.show()


class _FontChoice(Choice):
    """Says what is chosen in the font that it is."""

    def restyle(self) -> None:
        """Take the font that is read and written in, as large as the words beside it."""
        look = theme()
        font = look.font("reading")
        font.setPixelSize(look.px(_FONT_PX))
        self.setFont(font)


class LookChoice(QWidget):
    """Three small windows, painted from the tokens of each look."""

    chosen = Signal(str)

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setAccessibleName(_("Light or dark"))
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=_GAP)
        self._cards: list[_LookCard] = []
        for name, words in (("light", _("Light")), ("dark", _("Dark")), ("system", _("As the system"))):
            card = _LookCard(name, words)
            card.setChecked(name == look)
            self._group.addButton(card)
            self._cards.append(card)
            flow.addWidget(card)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Toggled, not clicked: a reader's own way of choosing never clicks.
        self._group.buttonToggled.connect(self._toggled)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the three in one line where they can be a little smaller."""
        super().resizeEvent(event)
        fits = (self.width() - 2 * theme().px(_GAP)) / 3 / theme().scale
        for card in self._cards:
            card.set_width(min(_WIDTH, fits) if fits >= _LEAST_WIDTH else _WIDTH)

    def _toggled(self, button: QWidget, checked: bool) -> None:
        if checked:
            self.chosen.emit(str(button.property("look")))


class _LookCard(Restyled, QRadioButton):
    """One look: a small window and its name."""

    def __init__(self, look: str, words: str) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._width = float(_WIDTH)
        self.setProperty("look", look)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(int(theme().pxf(self._width)), theme().px(134))

    def set_width(self, width: float) -> None:
        """Be so wide, in px at 100 % text."""
        if width != self._width:
            self._width = width
            self.restyle()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802
        """Take clicks anywhere."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the window, the ring and the name."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = look.pxf(2 if chosen else 1)
        window = QRectF(edge / 2, edge / 2, self.width() - edge, look.pxf(96) - edge)
        outline = QPainterPath()
        outline.addRoundedRect(window, look.pxf(8), look.pxf(8))
        painter.save()
        painter.setClipPath(outline)
        if mirrored(painter):
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        if self._look == "system":
            _paint_window(painter, window, Theme("light"))
            half = QPainterPath()
            half.moveTo(window.left() + window.width() * 0.62, window.top())
            half.lineTo(window.right(), window.top())
            half.lineTo(window.right(), window.bottom())
            half.lineTo(window.left() + window.width() * 0.39, window.bottom())
            half.closeSubpath()
            painter.setClipPath(half, Qt.ClipOperation.IntersectClip)
            _paint_window(painter, window, Theme("dark"))
        else:
            _paint_window(painter, window, Theme(self._look))
        painter.restore()
        painter.setPen(QPen(look.color("accent" if chosen else "strong"), edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        ring = QRectF(0, look.pxf(105), look.pxf(18), look.pxf(18))
        paint_one_of(painter, placed(painter, ring, self.rect()), checked=chosen)
        font = look.font("body")
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        area = QRectF(look.pxf(26), look.pxf(103), self.width() - look.pxf(26), look.pxf(22))
        area = placed(painter, area, self.rect())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()


def _paint_window(painter: QPainter, rect: QRectF, shown: Theme) -> None:
    """Paint the program in small, in the colours of a look."""
    unit = rect.width() / 184

    def bar(x: float, y: float, width: float, height: float, color: QColor) -> None:
        place = QRectF(rect.left() + x * unit, rect.top() + y * unit, width * unit, height * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(place, height * unit / 2, height * unit / 2)

    painter.fillRect(rect, shown.color("bg"))
    painter.fillRect(QRectF(rect.left(), rect.top(), 36 * unit, rect.height()), shown.color("sidebar"))
    for index, role in enumerate(("accent", "strong", "strong")):
        bar(9, 15 + index * 11, 18 if index else 19, 4, shown.color(role))
    bar(46, 13, 64, 6, shown.color("ink"))
    for top, height in ((27, 27), (62, 23)):
        card = QRectF(rect.left() + 46 * unit, rect.top() + top * unit, 126 * unit, height * unit)
        painter.setPen(QPen(shown.color("line"), 1))
        painter.setBrush(shown.color("surface"))
        painter.drawRoundedRect(card, 4 * unit, 4 * unit)
    for step in range(6):
        painter.setPen(QPen(shown.mood(step * 2), 1.5 * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        center = QPointF(rect.left() + (57 + step * 11.4) * unit, rect.top() + 40.5 * unit)
        painter.drawEllipse(center, 3.8 * unit, 3.8 * unit)


class _Letters(Restyled, QWidget):
    """The slider between a small and a large letter."""

    def __init__(self, slider: QWidget) -> None:
        super().__init__()
        self._small = QLabel()
        self._large = QLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._small)
        self._row.addWidget(slider)
        self._row.addWidget(self._large)
        self._row.addStretch(1)  # below its name it has more room than it needs
        self.setFocusProxy(slider)
        self.restyle()

    def restyle(self) -> None:
        """Take letters and gap from the theme."""
        look = theme()
        for label, side in ((self._small, 16), (self._large, 24)):
            label.setPixmap(
                icon_pixmap("text_size", look.color("ink2"), look.px(side), self.devicePixelRatioF())
            )
        self._row.setSpacing(look.px(12))
