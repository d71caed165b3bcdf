"""The page of a reflection, and its earlier versions."""

from __future__ import annotations

from tests.journeys.acts import (
    Place,
    day,
    dialog,
    file_dialog,
    menu,
    press,
    say,
    sign,
    text,
    tick,
)
from tests.journeys.places.journal import HOUSE as ROW

HOUSE = (*ROW, "Edit")
VERSIONS = (*HOUSE, "set:Title=The house with no ceilings, again", "Earlier versions")
"""With another title it has a version of before, which brings the title back."""

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
            *sign("Heading", "Bold"),
            press("Add a tag", "text:*tag*"),
            press("What it may mean, *", "What it may mean, *you are here"),
            press("Close the guide", "check box:Guide", "check box:Guide"),
        ),
        alike=(
            "text:*tag*",
            "What *",
            "Where *",
            "Take away the tag*",
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
            say("Next change", "only in the *: *"),
            say("Previous change", "No further change that way."),
            press("Bring this back", "label:The version of * is back."),
        ),
        alike=("check box:*", "text:* version"),
        made_by=("VersionsPage",),
    ),
    Place(
        "when a reflection was",
        (*HOUSE, "Thursday 22 October*"),
        "dialog:When was this?",
        (
            press("Close", gone="dialog:When was this?"),
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
