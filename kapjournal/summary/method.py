"""How the figures of a summary were worked out, for a reader who wants to know."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kapjournal.statistics.non_overlap import NEEDS_POINTS
from kapjournal.summary.document import Chart, Method, OverlapTable, Summary
from kapjournal.summary.scale_tables import ScaleRecord, is_of_scale
from kapjournal.words.language import _
from kapjournal.words.numbers import number
from kapjournal.words.scales import scale_name

OVERLAP_KEY = "table:before_and_after"
"""The key of the table of pairs before and after the first dose."""


def method(
    summary: Summary,
    scales: tuple[ScaleRecord, ...],
    charts: tuple[Chart, ...] = (),
    overlap: OverlapTable | None = None,
) -> tuple[Method, ...]:
    """Return a paragraph for each thing that is in the summary and not struck of the last page, and the limits."""
    further = (*charts, *((overlap,) if overlap is not None else ()))
    shown = frozenset(part.key for part in further if part.key not in summary.choice.struck)
    return tuple(_paragraphs(summary, scales, shown))


def _paragraphs(
    summary: Summary, scales: tuple[ScaleRecord, ...], charts: Collection[str]
) -> Iterator[Method]:
    if summary.chart is not None or any(not is_of_scale(glance) for glance in summary.glances):
        yield Method(
            _("Check-ins."),
            _(
                "Measures are marks on their own scale, several a day possible; a day counts by its median. Days "
                "without a check-in may differ from those with one; nothing is filled in. Marks given just before or "
                "after a dose are left out of the day’s value."
            ),
        )
    if summary.chart is not None:
        yield Method(
            _("Lines."),
            _(
                "A line is the median of the last 7 days, from 3 days on; the band holds the 10th to the 90th "
                "percentile, from 5 days on. Both stop where more than 3 days have no check-in, and at a dosing day."
            ),
        )
    if summary.around or "chart:around" in charts:
        yield Method(
            _("Around a session."),
            _(
                "Days are counted from the dosing day, which is left out, and cut before the next dose. Medians of "
                "the 7 days before, from 3 days on, and of days 1 to 3 after. With a week or less between doses, the "
                "week before is already treated."
            ),
        )
    if "chart:around" in charts:
        yield Method(
            _("Its lines."),
            _(
                "Each thin line is one session’s days as they are; its dosing day stands as points. The thick line is "
                "the median of all, from 3 sessions on; its band (10th to 90th percentile, by chance of which "
                "sessions there were) is there from 5; n is how many sessions have a check-in on that day."
            ),
        )
    if "chart:lasting" in charts:
        yield Method(
            _("How long it lasted."),
            _(
                "From the first of days 1 to 3 on which mood is one point (or 1.48 times the median deviation of the "
                "week before) above the median of that week, to the first of two noted days in a row below it. Cut "
                "off by the next dose or the last day: it may have lasted longer. It looks back, and says nothing "
                "about when anything will end."
            ),
        )
    if OVERLAP_KEY in charts:
        yield Method(_("Before and after."), _before_and_after())
    if summary.scales:
        yield Method(_("Scales."), _scales(scales))
    yield Method(
        _("Limits."),
        _(
            "Self-reported in a private journal; not verified; not a medical record. No dose is compared with any "
            "result. Change over time does not show its cause, and a few sessions are few."
        ),
    )


def _before_and_after() -> str:
    return _(
        "Each value before the first dose is paired with each after it. NAP is the share of pairs in which the later "
        "is the better, a tie half (Parker and Vannest 2009); 0.5 is no difference. From {n} values on each side; no "
        "interval, since days resemble their neighbours."
    ).format(n=number(NEEDS_POINTS))


def unanswered() -> str:
    """Return what a question without an answer does to the total of a scale."""
    return _("An unanswered question is never zero: then there is no total, at most an estimate (≈).")


def _scales(scales: tuple[ScaleRecord, ...]) -> str:
    told = [
        unanswered(),
        _("Changes are against the last form in the 14 days before the first dose, else the first one."),
    ]
    for record in scales:
        rule = record.definition.change
        if rule is not None:
            text = _("{scale}: {possible} points possible change, {larger} larger than measurement error.")
            told.append(
                text.format(
                    scale=scale_name(record.definition),
                    possible=number(rule.min_important),
                    larger=number(rule.reliable),
                )
            )
    return " ".join(told)
