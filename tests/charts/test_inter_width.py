from __future__ import annotations

import importlib.util
import json
from pathlib import Path

from kapjournal.charts.inter_width import inter_width

WRITER = Path(__file__).with_name("write_inter_advances.py")


def test_the_stored_widths_are_those_of_the_font() -> None:
    spec = importlib.util.spec_from_file_location("write_inter_advances", WRITER)
    assert spec is not None
    assert spec.loader is not None
    writer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(writer)
    stored = json.loads(writer.TARGET.read_text("utf-8"))
    assert stored == json.loads(json.dumps(writer.read_advances()))


def test_words_are_as_wide_as_their_letters() -> None:
    assert inter_width("", 12.5) == 0
    assert inter_width("in between", 25) == 2 * inter_width("in between", 12.5)
    assert inter_width("today", 12.5, 600) > inter_width("today", 12.5)
    assert 60 < inter_width("in between", 12.5) < 66
    assert inter_width("\U0010ffff", 10) > 0
