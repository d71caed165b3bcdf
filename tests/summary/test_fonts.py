from __future__ import annotations

import json

from kapjournal.paths import resource
from kapjournal.summary.fonts import (
    BASE_RANGES,
    FALLBACKS,
    SANS,
    SERIF,
    coverage,
    families_with,
    fonts,
    is_base,
)
from tests.summary.write_coverage import read_coverage


def test_the_stored_coverage_is_that_of_the_fonts() -> None:
    stored = json.loads(resource("fonts/coverage.json").read_text("utf-8"))
    assert stored == read_coverage(), "python tests/summary/write_coverage.py"


def test_the_base_characters_are_in_both_text_fonts() -> None:
    codes = [code for first, last in BASE_RANGES for code in range(first, last + 1)]
    assert all(coverage()[family].holds(code) for family in (SANS, SERIF) for code in codes)
    assert all(is_base(chr(code)) for code in codes)


def test_no_other_font_can_be_chosen() -> None:
    assert set(fonts().families()) == {SANS, SERIF, *FALLBACKS}


def test_scripts_and_signs_that_people_type_are_held() -> None:
    assert "Noto Sans Hebrew" in families_with("ש")
    assert "Noto Sans Arabic" in families_with("م")
    assert "Noto Sans SC" in families_with("湖")
    assert "Noto Sans KR" in families_with("한")
    assert "Noto Emoji" in families_with("🧿")
    assert not families_with("\U0001e900")
