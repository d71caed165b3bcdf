"""The current look: colours, fonts and lengths from the tokens, at the chosen text size."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, ClassVar

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.paths import resource
from kapjournal.tokens import BODY_PX, tokens
from kapjournal.ui.shared.first_paint import names_are_made

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

    _Widget = QWidget
else:
    _Widget = object

SERIF = "Source Serif 4"
_TITLE_WEIGHT = 600
_MIDDLE = 128
_SERIF_FILES = (
    "SourceSerif4_600SemiBold.ttf",
    "SourceSerif4_400Regular.ttf",
    "SourceSerif4_400Regular_Italic.ttf",
    "SourceSerif4_600SemiBold_Italic.ttf",
)


class Theme:
    """One look at one text size; immutable once built."""

    def __init__(
        self,
        name: str = "light",
        text_scale: float = 1.0,
        less_motion: bool = False,
        reading_font: str = "serif",
    ) -> None:
        self.name = name
        self.text_scale = text_scale
        self.less_motion = less_motion
        self.reading_font = reading_font
        self.scale = text_scale * _system_ratio()
        self.finest = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
        """Dots to a pixel on the finest screen there is."""
        self._values = tokens()
        self._colors = {role: QColor(value) for role, value in self._values.colors[name].items()}
        self._moods = [QColor(value) for value in self._values.moods[name]]
        self._on_moods = [QColor(value) for value in self._values.on_moods[name]]
        series = self._values.series["light" if name == "light" else "dark"]
        self._series = {key: QColor(value) for key, value in series.items()}
        self._fonts: dict[str, QFont] = {}
        self.icons: dict[tuple[str, str, float], QIcon] = {}
        """What was drawn in these colours and sizes, by name, role and size."""
        self.pixmaps: dict[tuple[str, str, int, float, bool], QPixmap] = {}
        """And what of it stands alone, by name, colour, pixels, ratio and whether lines run from the right."""

    def color(self, role: str) -> QColor:
        """Return a copy of the colour of a role, e.g. 'ink2'."""
        return copy(self._colors[role])

    def hex(self, role: str) -> str:
        """Return the colour of a role as '#rrggbb', for style sheets and rich text."""
        return self._colors[role].name()

    def mood(self, value: float) -> QColor:
        """Return the colour of a mood from 0 to 10, between two steps a mix of both."""
        low = min(max(value, 0.0), 10.0)
        step = min(int(low), 9)
        return mix(self._moods[step], self._moods[step + 1], low - step)

    def on_mood(self, value: float) -> QColor:
        """Return the colour of a number written on a mood's colour."""
        return copy(self._on_moods[round(min(max(value, 0.0), 10.0))])

    def series(self, name: str) -> QColor:
        """Return the colour of a measure's line; one without a colour of its own is drawn in ink2."""
        return copy(self._series[name]) if name in self._series else self.color("ink2")

    def px(self, length: float) -> int:
        """Return a length of the design in whole pixels at the current text size."""
        return round(length * self.scale)

    def pxf(self, length: float) -> float:
        """Return a length of the design in pixels at the current text size."""
        return length * self.scale

    def space(self, name: str) -> int:
        """Return a distance of [space] in pixels."""
        return self.px(self._values.space[name])

    def size(self, name: str) -> int:
        """Return a length of [size] in pixels."""
        return self.px(self._values.size[name])

    def font(self, style: str) -> QFont:
        """Return a copy of the font of a style of [type], e.g. 'body'."""
        if style not in self._fonts:
            self._fonts[style] = self._made_font(style)
        return QFont(self._fonts[style])

    def mono_font(self, px: float, weight: int = 600) -> QFont:
        """Return the system's fixed font, for the recovery code."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(1, self.px(px)))
        font.setWeight(QFont.Weight(weight))
        return font

    def leading(self, style: str) -> int:
        """Return the distance of lines of a style in pixels."""
        return self.px(self._values.type[style].leading)

    def motion(self, name: str) -> int:
        """Return the duration of a motion in ms; 0 with less motion."""
        if self.less_motion and name != "toast_stay":
            return 0
        return int(self._values.motion[name])

    def opacity(self, name: str) -> float:
        """Return an opacity between 0 and 1."""
        return float(self._values.opacity[name])

    def _made_font(self, style: str) -> QFont:
        values = self._values.type[style]
        font = QFont(_system_font())
        if values.family == "serif" and self.reading_font == "serif":
            load_serif(all_cuts=values.weight != _TITLE_WEIGHT)
            font.setFamilies([SERIF, "Source Serif Pro", "Noto Serif", "Charter", "Georgia", "serif"])
        font.setPixelSize(max(1, self.px(values.px)))
        font.setWeight(QFont.Weight(values.weight))
        if values.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.pxf(values.spacing))
        return font


class Restyled(_Widget):
    """Mixin, named before the Qt class: `restyle` runs again whenever the theme or the text size changes.

    The widget calls `restyle` itself at the end of its construction.
    """

    def restyle(self) -> None:
        """Set the fonts, sizes and icons that the style sheet cannot set."""


class _Current:
    """The theme now, the system's own font, and which bundled fonts are loaded."""

    theme: Theme | None = None
    system_font: QFont | None = None
    serif_loaded: ClassVar[set[str]] = set()


def theme() -> Theme:
    """Return the current theme."""
    if _Current.theme is None:
        _Current.theme = Theme()
    return _Current.theme


def make_current(look: Theme) -> None:
    """Give every widget that is restyled from now on this theme."""
    _Current.theme = look


def system_look() -> str:
    """Return 'dark' if the system is dark, else 'light'; before the first paint, as the system's palette has it."""
    if names_are_made():
        dark = QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
    else:
        system = QGuiApplication.palette()
        dark = system.color(QPalette.ColorRole.Window).lightness() < _MIDDLE
    return "dark" if dark else "light"


def system_less_motion() -> bool:
    """Return whether the system asks for less motion; False where Qt cannot tell, and before the first paint."""
    if not names_are_made():
        return False
    hints = QGuiApplication.styleHints()
    # The object must stay in a variable: chained, it dies before it is asked.
    accessibility = hints.accessibility()
    ask = getattr(accessibility, "motionPreference", None)
    return ask is not None and "Reduced" in str(ask())


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Return the colour between two: share 0 is the first, 1 the second."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * rest + second.redF() * share,
        first.greenF() * rest + second.greenF() * share,
        first.blueF() * rest + second.blueF() * share,
    )


def load_serif(*, all_cuts: bool = True) -> None:
    """Load the bundled serif, once; titles need the heavier cut alone, and Unlock has nothing but a title."""
    wanted = _SERIF_FILES if all_cuts else _SERIF_FILES[:1]
    for name in wanted:
        if name not in _Current.serif_loaded:
            _Current.serif_loaded.add(name)
            QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))


def tabular(font: QFont) -> QFont:
    """Return the font with figures of one width, for columns and charts."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _system_font() -> QFont:
    if _Current.system_font is None:
        _Current.system_font = QFont(QApplication.font())
    return _Current.system_font


def _system_ratio() -> float:
    if QApplication.instance() is None:
        return 1.0
    return max(float(QFontInfo(_system_font()).pixelSize()), BODY_PX) / BODY_PX
