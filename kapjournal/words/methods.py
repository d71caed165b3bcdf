"""Notes of method: how each chart is computed, in a few short paragraphs, and where the rule comes from."""

from __future__ import annotations

from dataclasses import dataclass

from kapjournal.statistics.reliable_change import reliable_change
from kapjournal.words.language import _
from kapjournal.words.numbers import number, number_fixed

STUDIED_SD = 6
STUDIED_RELIABILITY = 0.84
"""An example of what a study reports, to show how a threshold comes about."""


@dataclass(frozen=True, slots=True)
class Method:
    """How one chart is computed."""

    title: str
    paragraphs: tuple[str, ...]
    source: str


def mood_method() -> Method:
    """Mood, or any one measure over time."""
    return Method(
        _("How the chart of mood is made"),
        (
            _("Every check-in is a point at its own time. A hollow point was added more than a day later."),
            _(
                "A day’s value is the median of its ordinary check-ins; those just before or after a dose are left out."
            ),
            _(
                "The line is the median of the day values of the last seven days, drawn where three of them are noted. "
                "The band goes from their 10th to their 90th percentile, from five noted days on."
            ),
            _(
                "Line and band stop after more than three days without a check-in, and on a dosing day. "
                "Nothing is filled in, and missing is never zero. The scale is always whole."
            ),
        ),
        _(
            "Medians, since steps from 0 to 10 are an order and not distances; trailing windows use no later day."
        ),
    )


def measures_method() -> Method:
    """Several measures."""
    return Method(
        _("How several measures are drawn"),
        (
            _(
                "Each line is the median of the day values of the last seven days, drawn where three are noted. "
                "It stops after more than three days without a check-in, and on a dosing day."
            ),
            _(
                "Hours stand at their own number. A measure whose scale is not 0 to 10 is drawn on its whole scale; "
                "its name says from where to where."
            ),
            _("More than six measures become small charts, since more signs could not be told apart."),
        ),
        _("The same rule as in the chart of mood."),
    )


def around_method() -> Method:
    """Around a session."""
    return Method(
        _("How sessions are laid over each other"),
        (
            _(
                "Day 0 is the dosing day. Each line is one session’s day values from day −7 to +21, as they are, "
                "cut the day before the next dose. Check-ins of day 0 are points only: they show acute effects."
            ),
            _(
                "A line breaks over more than three days without a check-in and at an earlier dose. The median of all "
                "sessions is drawn where three have a value; below it stands how many there are."
            ),
            _(
                "From five sessions on, a band shows how far that median could move by chance of which sessions there "
                "were: 2,000 times as many sessions are drawn from yours, with repeats; the band goes from the 10th "
                "to the 90th percentile of their medians. The same journal always gives the same band."
            ),
            _(
                "Few sessions say little. What came before and around a dose is in the days too, not the dose alone."
            ),
        ),
        _("Bootstrap over sessions: Efron, Annals of Statistics 7 (1979) 1."),
    )


def lasting_method() -> Method:
    """How long it lasted."""
    return Method(
        _("How the length is found"),
        (
            _(
                "The week before is the median of days −7 to −1, if three of them are noted. The line to reach is one "
                "point above it, or 1.4826 times the median deviation of those days if that is more."
            ),
            _(
                "It starts on the first of days 1 to 3 that reaches the line, and ends on the first of two noted days "
                "in a row below it. Without such a pair before the next dose or the last note it was cut off: it may "
                "have lasted longer."
            ),
            _(
                "From five sessions on, the curve shows the part of sessions still lasting (Kaplan and Meier), with "
                "Greenwood’s standard error. Sessions that were cut off count for as long as they were followed."
            ),
            _("It is a look back. It says nothing about when anything will end."),
        ),
        _("Kaplan and Meier, J. Am. Stat. Assoc. 53 (1958) 457; Greenwood 1926."),
    )


def scale_method() -> Method:
    """A scale."""
    return Method(
        _("How a scale is drawn"),
        (
            _(
                "Each point is the total of a form in which every item was answered. The bar at its left is the time "
                "that the form asks about: forms closer together than that share days."
            ),
            _(
                "An open item is never zero. Where few are open, a hollow ring stands at the mean of the others, with "
                "the least and the most that it could be; it is joined to nothing and compared with nothing."
            ),
            _(
                "A change is counted from the last complete form in the 14 days before the first dose, else from the "
                "first complete one, and said in three steps from published thresholds."
            ),
            _(
                "Such thresholds come from groups that were studied, not from your own answers. A change is larger "
                "than measurement error from 1.96 × √2 × SD × √(1 − r) on: with a standard deviation of {deviation} "
                "and a reliability of {reliability} that is {change} points (Jacobson and Truax)."
            ).format(
                deviation=number(STUDIED_SD),
                reliability=number_fixed(STUDIED_RELIABILITY, 2),
                change=number_fixed(reliable_change(STUDIED_SD, STUDIED_RELIABILITY), 2),
            ),
            _(
                "The slope is the median of the slopes between all pairs of complete forms (Theil and Sen), from four "
                "forms over 21 days on."
            ),
        ),
        _(
            "PHQ-9: Kroenke 2001, Löwe 2004; GAD-7: Toussaint 2020, Bischoff 2020; PCL-5: Blanchard 2023, Marx 2022; "
            "Jacobson and Truax, J. Consult. Clin. Psychol. 59 (1991) 12; Sen, J. Am. Stat. Assoc. 63 (1968) 1379."
        ),
    )


def year_method() -> Method:
    """The year of days."""
    return Method(
        _("How the year is drawn"),
        (
            _(
                "Each cell is a day, each column a week from Monday on. Its level and its colour both stand for the "
                "median of the day’s ordinary check-ins, on the whole scale from 0 to 10."
            ),
            _(
                "A dot is a day without a check-in: nothing is known of it. A ring is a dosing day, dashed if planned."
            ),
        ),
        _("The same day value as in the chart of mood."),
    )


def side_effects_method() -> Method:
    """Side effects by session."""
    return Method(
        _("Where the side effects come from"),
        (
            _(
                "They are what you noted with each session, the same evening and a day later; of two askings the "
                "stronger word stands. Mild is noticed, moderate got in the way, strong stopped you or needed help."
            ),
            _(
                "“None” stands where something was noted for a session, but not this. Nothing is counted or rated."
            ),
        ),
        _("Your own notes; the words are those of the side effects’ dialog."),
    )


def practices_method() -> Method:
    """Practices kept."""
    return Method(
        _("What the dots are"),
        (
            _("Each dot is a day: filled if you ticked the practice, a ring if not."),
            _(
                "Days before it began, and days on which it was paused, have no dot. There is no share and no target."
            ),
        ),
        _("Your own ticks."),
    )


def together_method() -> Method:
    """What goes together."""
    return Method(
        _("How “goes together” is found"),
        (
            _(
                "For each day the value of what you chose stands beside the day’s mood, or that of the day after. "
                "Days on which one of the two is missing are left out; fewer than 20 days say nothing."
            ),
            _(
                "A practice counts from the day it began, a tag from the day you first gave it: a day with a mood and "
                "without the tag is a day without it."
            ),
            _(
                "The two are compared by their ranks (Spearman). Days resemble their neighbours, so 2,000 new rows are "
                "drawn in blocks of seven days; only where nine in ten of them agree on the direction is it said."
            ),
            _("Up to five things, chosen by you: the more one looks for, the more turns up by chance."),
            _("Going together is not causing; the direction may be the other way."),
        ),
        _("Spearman 1904; moving blocks: Künsch, Annals of Statistics 17 (1989) 1217."),
    )
