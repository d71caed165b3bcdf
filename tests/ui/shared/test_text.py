"""Words on a page: how far their lines stand apart, and in which lines they stand."""

import pytest
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kapjournal.tokens import tokens
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.column_scroll import BAR_PX, ColumnScroll
from kapjournal.ui.shared.own_measure import OwnMeasureForm
from kapjournal.ui.shared.stressed import Stressed
from kapjournal.ui.shared.text import Aside, Words
from kapjournal.ui.shared.theme import theme
from kapjournal.words import language

LONG = "A column of words that is far too long for a line of a hundred and twenty pixels"


@pytest.mark.parametrize("style", ["body", "caption", "prompt", "reading"])
def test_lines_stand_as_far_apart_as_the_style_says(app: QApplication, style: str) -> None:
    words = Words(LONG, style=style)
    led = theme().leading(style)
    own = words.fontMetrics().lineSpacing()
    height = words.heightForWidth(120)
    assert height % max(led, own) == 0
    assert height >= 2 * led
    assert Words("One line", style=style, wrap=False).sizeHint().height() == max(led, own)


def test_a_margin_is_no_line(app: QApplication) -> None:
    words = Words("One line")
    before = words.heightForWidth(400)
    words.setContentsMargins(0, 30, 0, 6)
    assert words.heightForWidth(400) == before + 36


def test_a_larger_font_has_more_between_its_lines(app: QApplication) -> None:
    words = Words(LONG, style="prompt")
    before = words.heightForWidth(100_000)
    font = words.font()
    font.setPixelSize(2 * font.pixelSize())
    words.setFont(font)
    style = tokens().type["prompt"]
    assert words.heightForWidth(100_000) == pytest.approx(2 * before, abs=1)
    assert words.heightForWidth(100_000) >= 2 * style.leading


def test_a_column_is_as_wide_with_its_bar_as_without(app: QApplication) -> None:
    content = QWidget()
    scroll = ColumnScroll(content)
    scroll.resize(300, 200)
    scroll.show()
    app.processEvents()
    without = content.width()
    assert not scroll.verticalScrollBar().isVisible()
    content.setMinimumHeight(900)
    app.processEvents()
    assert scroll.verticalScrollBar().isVisible()
    assert scroll.verticalScrollBar().width() == theme().px(BAR_PX)
    assert content.width() == without == 300


def test_a_direction_is_asked_once_a_measure_has_a_name(app: QApplication) -> None:
    form = OwnMeasureForm()
    assert form._rather.isHidden()
    form._name.setText("noise")
    assert not form._rather.isHidden()
    given = []
    form.added.connect(given.append)
    form._add_button.click()
    assert [(own.name, own.low_word) for own in given] == [("noise", "not at all")]
    assert form._rather.isHidden()
    form._add_button.click()
    assert not form._said.isHidden()


def test_of_a_text_longer_than_a_page_a_label_shows_the_beginning_and_says_so(app: QApplication) -> None:
    language.use("en_GB")
    words = Words("the long way round " * 500)
    assert words.text().endswith(" the long way … and 6,505 more letters, kept but not shown here")
    assert Words("the long way round " * 100).text() == "the long way round " * 100


def test_a_word_that_no_line_can_hold_may_break_and_leaves_the_width_to_the_page(app: QApplication) -> None:
    endless = Words("https://example.org/" + "aVeryLongAddress" * 20)
    assert endless.minimumSizeHint().width() < 400
    assert endless.text().replace("\u200b", "") == "https://example.org/" + "aVeryLongAddress" * 20
    assert Words("Zwischenmenschlichkeitsvorstellungen").text() == "Zwischenmenschlichkeitsvorstellungen"


def test_a_chip_is_never_wider_than_its_panel(app: QApplication) -> None:
    chip = Chip("the long way round by the canal on a wet Thursday")
    assert chip.text() == "the long way round by the canal…"
    assert chip.toolTip() == chip.accessibleName() == "the long way round by the canal on a wet Thursday"


def test_a_label_is_measured_anew_once_its_words_or_its_place_are_others(app: QApplication) -> None:
    words = Words("One line")
    low = words.heightForWidth(120)
    words.setText(LONG)
    high = words.heightForWidth(120)
    assert high > low
    words.setWordWrap(False)
    assert words.heightForWidth(120) < high
    words.setWordWrap(True)
    words.setMinimumHeight(2 * high)
    assert words.heightForWidth(120) == 2 * high


def test_words_that_have_the_keyboard_are_painted_and_then_at_rest(app: QApplication) -> None:
    paintings = 0

    class Painted(Words):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            nonlocal paintings
            paintings += 1
            super().paintEvent(event)

    words = Painted(LONG)
    words.resize(120, 200)
    words.show()
    words.setFocus()
    for _ in range(4):
        app.processEvents()
    before = paintings
    for _ in range(4):
        app.processEvents()
    assert paintings == before > 0


def test_an_aside_wishes_for_one_line_and_gives_way(app: QApplication) -> None:
    aside = Aside("Kept, this morning, 09:42, on the way to somewhere else, in the rain, once more")
    assert aside.sizeHint().width() > aside.fontMetrics().horizontalAdvance(aside.text())
    assert aside.minimumSizeHint().width() < aside.sizeHint().width() / 2


def test_lines_of_another_script_are_counted_as_they_stand(app: QApplication) -> None:
    """Qt takes their letters from another font, whose lines are lower than those of the style."""
    word = "אבגדהו"
    words = Words(" ".join([word] * 6))
    width = words.fontMetrics().horizontalAdvance(word) * 3 // 2
    one = Words(word).heightForWidth(width)
    assert words.heightForWidth(width) == 6 * one
    assert words.minimumSizeHint().height() == one


def test_several_lines_stand_in_the_middle_as_one_does(app: QApplication) -> None:
    words = Words(LONG)
    words.resize(120, words.heightForWidth(120) + 60)
    image = words.grab().toImage()
    ground = image.pixelColor(0, 0)
    inked = [y for y in range(image.height()) if any(image.pixelColor(x, y) != ground for x in range(120))]
    assert inked[0] == pytest.approx(image.height() - inked[-1], abs=8)


def test_words_of_a_tick_break_between_words(app: QApplication) -> None:
    tick = Tick(" ".join(["letters"] * 8))
    beside = tick.sizeHint().width() - tick.fontMetrics().horizontalAdvance(tick.text())
    room = tick.fontMetrics().horizontalAdvance("letters") * 8 // 5
    assert tick.heightForWidth(beside + room) >= 8 * tick.fontMetrics().height()
    assert tick.heightForWidth(beside + room // 4) > 8 * tick.fontMetrics().height()


def test_a_chosen_chip_weighs_more_from_the_first_show_on(app: QApplication) -> None:
    holder, flow = QWidget(), ChipFlow("Which days")
    chips = [Chip("this course"), Chip("4 weeks")]
    for chip in chips:
        flow.add(chip)
    chips[0].setChecked(True)
    flow.sizeHint()  # Qt forgets the font of what was measured before it had its place
    QVBoxLayout(holder).addWidget(flow)
    holder.show()
    weights = [chip.font().weight() for chip in chips]
    holder.close()
    assert weights == [QFont.Weight.DemiBold, QFont.Weight.Medium]


def test_how_many_there_are_is_heavier_than_the_rest(app: QApplication) -> None:
    stressed, plain = Stressed(), Stressed()
    for words in (stressed, plain):
        words.resize(400, 24)
    stressed.say("7 entries with “water”", "7 entries")
    plain.say("7 entries with “water”")
    assert stressed.text() == plain.text()
    assert [run.length for layout in stressed._layouts(400) for run in layout.formats()] == [9]
    assert stressed.grab().toImage() != plain.grab().toImage()
