"""A picture as SVG: well formed, escaped, named, and by itself."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from kapjournal.charts.forms import outline_points
from kapjournal.charts.picture import Dots, Form, Line, Paint, Picture, Words
from kapjournal.charts.placing import headed, wrapped
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.svg import svg
from tests.charts.made import chart, rows

TRIANGLES: tuple[Form, Form] = ("triangle_up", "triangle_down")
SPACE = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("look", ["print", "light", "dark", "gentle"])
def test_every_look_is_well_formed_and_names_only_bundled_fonts(look: str) -> None:
    root = ET.fromstring(svg(chart(rows()), look))
    families = {node.get("font-family") for node in root.iter(f"{SPACE}text")}
    assert families == {"Inter"}
    assert root.get("role") == "img"
    assert root.find(f"{SPACE}title").text == "Mood"  # type: ignore[union-attr]
    assert "check-ins on" in (root.find(f"{SPACE}desc").text or "")  # type: ignore[union-attr]


def test_text_is_data_and_never_markup() -> None:
    nasty = 'a <b> & "c" \x00\x1b'
    picture = Picture(10, 10, (Words(0, 5, nasty),), nasty, nasty)
    root = ET.fromstring(svg(picture))
    assert root.find(f"{SPACE}text").text == 'a <b> & "c" '  # type: ignore[union-attr]


def test_nothing_is_fetched_from_anywhere() -> None:
    text = svg(chart(rows()))
    assert text.count("http") == 1
    assert "href" not in text


def test_without_a_label_the_document_names_it() -> None:
    text = svg(chart(rows()), label=False)
    assert "<title>" not in text
    assert "role=" not in text


def test_a_ramp_is_a_gradient_over_the_value_axis() -> None:
    root = ET.fromstring(svg(chart(rows()), "light"))
    gradients = [node for node in root.iter(f"{SPACE}linearGradient") if node.get("y2") == "30"]
    assert len(gradients) == 1
    stops = [stop.get("stop-color") for stop in gradients[0]]
    assert (stops[0], stops[-1], len(stops)) == ("#38467F", "#B1802A", 11)
    assert f"url(#{gradients[0].get('id')})" in svg(chart(rows()), "light")


def test_lengths_that_are_no_numbers_are_refused() -> None:
    broken = Picture(10, 10, (Line((0.0, float("nan")), (0.0, 1.0), Paint("ink")),), "", "")
    with pytest.raises(ValueError, match="finite"):
        svg(broken)


def test_a_picture_can_stand_alone_with_its_title_and_sentence() -> None:
    sheet = Sheet(500)
    alone = headed(chart(rows(), sheet), sheet)
    said = [shape.text for shape in alone.shapes if isinstance(shape, Words)]
    assert said[0] == "Mood"
    assert " ".join(said[1:3]).startswith("Median")
    assert alone.width == 548
    root = ET.fromstring(svg(alone))
    assert {"Inter", "Source Serif 4"} == {node.get("font-family") for node in root.iter(f"{SPACE}text")}


def test_wrapped_lines_keep_every_word_and_fit() -> None:
    sheet = Sheet(120)
    text = "Median 3 in the two weeks before the first session, 5 in the last seven days."
    lines = wrapped(text, sheet, 14)
    assert " ".join(lines) == text
    assert all(sheet.words(line, size=14) <= 120 for line in lines)


def test_points_that_touch_lie_on_each_other_and_the_others_are_drawn_at_once() -> None:
    points = Dots(
        (20.0, 10.0, 14.0, 40.0), (5.0,) * 4, 3.0, Paint("ink", 0.8), rim=Paint("surface"), rim_width=0.8
    )
    root = ET.fromstring(svg(Picture(50, 10, (points,), "", ""), label=False))
    drawn = [(path.get("d"), path.get("stroke-width")) for path in root.iter(f"{SPACE}path")]
    apart, between = "M10 5l.01 .01M20 5l.01 .01M40 5l.01 .01", "M14 5l.01 .01"
    assert drawn == [(apart, "6.8"), (apart, "5.2"), (between, "6.8"), (between, "5.2")]


def test_a_hollow_point_is_a_ring_on_the_ground() -> None:
    points = Dots((5.0,), (5.0,), 3.0, Paint("ink"), rim=Paint("surface"), hollow=True)
    root = ET.fromstring(svg(Picture(10, 10, (points,), "", ""), label=False))
    ring, ground = root.iter(f"{SPACE}path")
    assert float(ring.get("stroke-width", 0)) > float(ground.get("stroke-width", 0))
    assert ring.get("stroke") != ground.get("stroke") == "#FFFFFF"


def test_a_cross_has_four_equal_arms_and_a_triangle_points_up_or_down() -> None:
    cross = outline_points("cross", 10.0, 20.0, 6.0)
    assert {(10 - (y - 20), 20 + (x - 10)) for x, y in cross} == set(cross), "a quarter turn changes nothing"
    assert (max(x for x, _y in cross), max(y for _x, y in cross)) == (13, 23)
    around = zip(cross, cross[1:] + cross[:1], strict=True)
    assert abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in around)) / 2 == 5 * 2**2
    up, down = (min(outline_points(f, 0.0, 0.0, 6.0), key=lambda p: (p[0] != 0, p)) for f in TRIANGLES)
    assert (up, down) == ((0, -3), (0, 3))
