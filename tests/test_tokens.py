"""The design's values: every pair of colours that meets has the contrast it needs."""

import pytest

from kapjournal.token_values import VALUES
from kapjournal.tokens import tokens
from tests.write_token_values import read_source

TEXT = 4.5
MARK = 3.0
GROUNDS = ("bg", "surface", "sidebar")
PAIRS = (
    *((ink, ground, TEXT) for ink in ("ink", "ink2", "ink3", "accent") for ground in GROUNDS),
    *(("strong", ground, MARK) for ground in GROUNDS),
    ("ink2", "accent_soft", TEXT),
    ("accent", "accent_soft", TEXT),
    ("on_accent", "accent_fill", TEXT),
    ("on_accent", "accent_hover", TEXT),
    ("session", "session_soft", TEXT),
    ("on_session", "session_fill", TEXT),
    ("note", "note_soft", TEXT),
    ("danger", "surface", TEXT),
    ("ink", "mark", TEXT),
)


def _luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", ["light", "dark", "gentle"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_contrast(look: str, ink: str, ground: str, least: float) -> None:
    colors = tokens().colors[look]
    assert contrast(colors[ink], colors[ground]) >= least


@pytest.mark.parametrize("look", ["light", "dark", "gentle"])
def test_moods_can_be_seen_and_their_numbers_read(look: str) -> None:
    values = tokens()
    for mood, number in zip(values.moods[look], values.on_moods[look], strict=True):
        assert contrast(mood, values.colors[look]["surface"]) >= MARK
        assert contrast(number, mood) >= TEXT


def test_what_is_loaded_is_what_the_design_says() -> None:
    assert read_source() == VALUES, "run: python tests/write_token_values.py"
