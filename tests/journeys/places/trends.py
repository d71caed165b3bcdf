"""Trends: the range, each chart with its table, picture and method."""

from __future__ import annotations

from tests.journeys.acts import (
    ESCAPE,
    Act,
    Place,
    day,
    dialog,
    file_dialog,
    one_of,
    press,
    tick,
)

TRENDS = ("key:ctrl+1", "key:ctrl+5")
CHARTS = (
    "Mood",
    "Around a session",
    "???-?",
    "A year of days",
    "How long it lasted",
    "Several measures",
    "Side effects by session",
    "Practices",
)


def of_chart(name: str) -> tuple[Act, ...]:
    """What each chart has."""
    table = Act(
        f"check box:Show the table: {name}",
        "check box:Hide the table: " + name,
        back=(f"check box:Hide the table: {name}",),
    )
    return (
        table,
        file_dialog(f"Save as an image: {name}"),
        press(f"How this is computed: {name}", "label:From which days", ESCAPE),
    )


PLACES = (
    Place(
        "trends",
        TRENDS,
        "Own dates",
        (
            press("Earlier", anew="label:Trends"),
            dialog("Own dates", "Own dates"),
            press("Later", anew="label:Trends"),
            *one_of("6 weeks"),
            press("Fill in a scale", "Begin PHQ-9", *TRENDS),
            *(act for name in CHARTS for act in of_chart(name)),
            *one_of("GAD-7"),
            *tick("Distress"),
            dialog("Choose", "What to compare with mood"),
        ),
        alike=("radio button:*", "check box:*", "How this is computed: What*"),
        made_by=("TrendsPage",),
    ),
    Place(
        "own dates",
        (*TRENDS, "Own dates"),
        "dialog:Own dates",
        (
            press("Close", gone="dialog:*"),
            *day("First day"),
            dialog("Choose a day", "Choose a day"),
            *day("Last day"),
            press("Show these days", gone="dialog:*"),
            press("Leave it", gone="dialog:*"),
        ),
        alike=("text:*",),
        made_by=("OwnDatesDialog",),
    ),
    Place(
        "what to compare",
        (*TRENDS, "Choose"),
        "dialog:What to compare with mood",
        (
            press("Close", gone="dialog:*"),
            *tick("Anxiety"),
            press("Done", gone="dialog:*"),
        ),
        alike=("check box:*",),
        made_by=("FactorDialog",),
    ),
    Place(
        "how it is computed",
        (*TRENDS, "How this is computed: Mood"),
        "dialog:*",
        (press("Close", gone="dialog:*"),),
        made_by=("MethodDialog",),
    ),
    Place(
        "the table of a chart",
        (*TRENDS, "check box:Show the table: Mood"),
        "Copy table",
        (
            press("Copy table", "label:The table is on the clipboard for a minute."),
            press("Close the table", gone="Copy table"),
        ),
        alike=("table:The table behind it", "check box:Hide the table: Mood"),
        on="trends",
    ),
)
