"""The plan on paper: one page, whatever was written, with its words in it."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from kapjournal.domain.support_plan import PlanContact, SupportPlan
from kapjournal.summary.support_plan import pdf

LINES = (PlanContact("Emergency", "", "999"), PlanContact("Samaritans", "", "116 123"))


def test_the_plan_stands_on_one_page() -> None:
    plan = SupportPlan(
        noticing="I stop answering #messages [draft]\nEverything sounds too loud",
        people=(PlanContact("My sister", "any hour", "07700 900 112"),),
    )
    reader = PdfReader(BytesIO(pdf(plan, LINES)))
    text = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    for words in ("999", "116 123", "I stop answering #messages [draft]", "07700 900 112"):
        assert words in text
    assert "What I want to be here for" not in text, "a part without words takes no room"


def test_a_long_plan_is_set_smaller() -> None:
    long = "\n".join("A line of the plan that says something in a dozen words or so" for _ in range(14))
    plan = SupportPlan(noticing=long, steadying=long, places=long, surroundings=long)
    assert len(PdfReader(BytesIO(pdf(plan, LINES))).pages) == 1
