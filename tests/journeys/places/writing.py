"""The page of a reflection, and its earlier versions."""

from __future__ import annotations

from tests.journeys.acts import (
    Place,
    day,
    dialog,
    file_dialog,
    menu,
    press,
    text,
    tick,
)
from tests.journeys.places.journal import HOUSE as ROW

HOUSE = (*ROW, "Edit")
VERSIONS = (*HOUSE, "Earlier versions")

PLACES = (
    Place(
        "reflection",
        HOUSE,
        "text:Text",
        (
            press("Done, back", "text:Search every word"),
            menu("Private", "Marked to share"),
            file_dialog("Add a picture"),
            *tick("Star: to talk about", "Guide"),
            press("Earlier versions", "Back to the page", "Back to the page"),
            *tick("Only the page"),
            menu("More", "Copy the text"),
            menu("Session: Session 4, 20 Oct", "No session"),
            dialog("Thursday 22 October, begun 21:12", "When was this?"),
            *text("Title", "Text"),
            press("Add a tag", "text:*tag*"),
            press("What it may mean, *", "What it may mean, *you are here"),
            press("Close the guide", "check box:Guide", "check box:Guide"),
        ),
        alike=(
            "text:*tag*",
            "What *",
            "Where *",
            "Take away the tag*",
            "Heading",
            "Bold",
            "Italic",
            "List",
            "Quote",
        ),
        made_by=("ReflectionPage",),
    ),
    Place(
        "versions",
        VERSIONS,
        "Back to the page",
        (
            press("Back to the page", "text:Text", "Earlier versions"),
            press("Previous change", "Previous change"),
            press("Next change", "Next change"),
        ),
        alike=("check box:*", "text:* version", "Bring this back"),
        made_by=("VersionsPage",),
    ),
    Place(
        "when a reflection was",
        (*HOUSE, "Thursday 22 October*"),
        "dialog:When was this?",
        (
            press("Close", gone="dialog:When was this?"),
            press("Support", "Copy 999"),
            *day("Day"),
            dialog("Choose a day", "Choose a day"),
            *text("Time", words="12:30"),
            press("Leave it", gone="dialog:When was this?"),
            press("Keep", gone="dialog:When was this?"),
        ),
        alike=("Now",),
        made_by=("MomentDialog",),
    ),
)
