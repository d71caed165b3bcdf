"""The look: every colour and size from the tokens, and everything follows a change."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.tokens import tokens
from kapjournal.ui.shared.breakpoints import breakpoint_of
from kapjournal.ui.shared.icons import icon, icon_names, icon_pixmap
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.shared.style import qss
from kapjournal.ui.shared.text import Title, Words
from kapjournal.ui.shared.theme import Restyled, Theme, theme


@pytest.mark.parametrize("name", ["light", "dark", "gentle"])
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_a_sheet_for_every_look_and_size(app: QApplication, name: str, scale: float) -> None:
    sheet = qss(Theme(name, scale))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("name", ["light", "dark", "gentle"])
def test_moods_grow_lighter_at_every_step(app: QApplication, name: str) -> None:
    look = Theme(name)

    def luminance(value: float) -> float:
        color = look.mood(value)
        return 0.2126 * color.redF() ** 2.2 + 0.7152 * color.greenF() ** 2.2 + 0.0722 * color.blueF() ** 2.2

    steps = [luminance(value) for value in range(11)]
    assert steps == sorted(steps)


def test_every_icon_of_the_tokens_can_be_drawn(app: QApplication) -> None:
    for name in icon_names():
        assert not icon_pixmap(name, theme().color("ink"), 20).toImage().isNull()


def test_an_icon_is_drawn_once_in_each_look(app: QApplication) -> None:
    apply_theme(app, "light")
    light = icon("today", "accent", 20)
    assert icon("today", "accent", 20).cacheKey() == light.cacheKey()
    ink = theme().color("ink")
    assert icon_pixmap("today", ink, 20).cacheKey() == icon_pixmap("today", ink, 20).cacheKey()
    others = [icon("today", "ink", 20), icon("today", "accent", 18), icon("trends", "accent", 20)]
    apply_theme(app, "dark")
    dark = icon("today", "accent", 20)
    apply_theme(app, "light")
    pictures = [made.pixmap(20, 20).toImage() for made in (light, *others, dark)]
    assert all(picture not in pictures[:place] for place, picture in enumerate(pictures))


def test_text_follows_its_size(app: QApplication) -> None:
    title = Title("Friday, 23 October")
    before = title.font().pixelSize()
    apply_theme(app, "light", 2.0)
    try:
        app.processEvents()
        assert title.font().pixelSize() == 2 * before
    finally:
        apply_theme(app, "light")


def test_less_motion_is_none(app: QApplication) -> None:
    still = Theme(less_motion=True)
    assert still.motion("page_fade") == 0
    assert still.motion("toast_stay") == tokens().motion["toast_stay"]


@pytest.mark.parametrize(
    ("width", "scale", "wanted"),
    [
        (1280, 1.0, "wide"),
        (1024, 1.0, "medium"),
        (1280, 2.0, "narrow"),
        (2560, 2.0, "wide"),
        (899, 1.0, "narrow"),
    ],
)
def test_breakpoints(width: float, scale: float, wanted: str) -> None:
    assert breakpoint_of(width, scale) == wanted


def test_words_are_measured_at_the_width_they_may_have(app: QApplication) -> None:
    words = Title("If your present state were a season and a time of day in a landscape, which would it be?")
    words.setMaximumWidth(300)
    assert words.heightForWidth(1000) == words.heightForWidth(300)


def test_words_follow_a_change_of_look(app: QApplication) -> None:
    words = Title("Friday, 23 October")
    apply_theme(app, "dark")
    try:
        assert words.palette().color(QPalette.ColorRole.WindowText) == theme().color("ink")
    finally:
        apply_theme(app, "light")


class Holding(Restyled, QWidget):
    """Gives the words that it holds a size of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Words("a word", parent=self)
        self.restyle()

    def restyle(self) -> None:
        font = theme().font("body")
        font.setPixelSize(theme().px(31))
        self.words.setFont(font)


def test_the_size_that_words_are_given_by_what_holds_them_outlives_a_change_of_theme(
    app: QApplication,
) -> None:
    held = [Holding() for _index in range(24)]
    apply_theme(app, "dark")
    sizes = {holding.words.font().pixelSize() for holding in held}
    apply_theme(app, "light")
    assert sizes == {31}
