from __future__ import annotations

from kapjournal.summary.document import Run
from kapjournal.summary.written_text import blocks


def test_markdown_becomes_blocks_and_its_signs_go() -> None:
    text = "# Lake\nThe *water* was\n**dark**.\n\n- one\n2. two\n> quoted\n> twice"
    assert [(made.form, made.lines, made.marker) for made in blocks(text)] == [
        ("heading", ((Run("Lake"),),), ""),
        (
            "paragraph",
            ((Run("The "), Run("water", emphasised=True), Run(" was")), (Run("dark", strong=True), Run("."))),
            "",
        ),
        ("item", ((Run("one"),),), "•"),
        ("item", ((Run("two"),),), "2."),
        ("quote", ((Run("quoted"),), (Run("twice"),)), ""),
    ]


def test_html_and_links_stay_as_they_were_typed() -> None:
    text = "<b>x</b> ![a](http://example.org) [l](file:///etc)"
    ((line,),) = [block.lines for block in blocks(text)]
    assert "".join(run.text for run in line) == text


def test_nothing_is_no_block() -> None:
    assert blocks("\n \n\n") == ()
