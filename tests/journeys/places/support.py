"""Support: the plan of one's own, what is steady, people and lines."""

from __future__ import annotations

from tests.journeys.acts import (
    ESCAPE,
    Place,
    choice,
    file_dialog,
    press,
    text,
    tick,
)

SUPPORT = ("key:ctrl+1", "Support")
FIRST = "How I notice it building"

PLACES = (
    Place(
        "support",
        SUPPORT,
        "Copy 999",
        (
            file_dialog("Save PDF"),
            press("Print a copy", "label:No printer can be reached*"),
            press(f"Edit “{FIRST}”", f"Done with “{FIRST}”", f"Done with “{FIRST}”"),
            press("Copy 07700 900 112", ":07700 900 112 is copied*", "Copy 07700 900 148"),
            press("I looked it over today", "label:Looked over on*"),
            press("Write about this", "label:You are answering", *SUPPORT),
            press("Another", anew="I looked it over today"),
            *choice("Nobody"),
            press("Change these lines", "text:Its name", ESCAPE),
            press("Copy 999", ":999 is copied*", "Copy 116 123"),
        ),
        alike=("Edit *", "Copy *", "* is copied", "combo box:United Kingdom"),
        made_by=("SupportPage",),
    ),
    Place(
        "the plan, written",
        (*SUPPORT, f"Edit “{FIRST}”"),
        f"Done with “{FIRST}”",
        (
            *text("*, row 1|How I notice it building*"),
            press(f"Done with “{FIRST}”", f"Edit “{FIRST}”"),
        ),
        alike=(
            "Copy *",
            "* is copied",
            "Edit *",
            "Save PDF",
            "Print a copy",
            "combo box:*",
            "I looked*",
            "Change these lines",
            "Write*",
            "Another",
        ),
    ),
    Place(
        "other lines",
        (*SUPPORT, "Change these lines"),
        "dialog:*",
        (
            press("Close", gone="dialog:*"),
            *tick("Samaritans: 116 123"),
            *text("Its name", "Its number"),
            press("Done", gone="dialog:*"),
        ),
        alike=("check box:*", "Move *", "Add a line", "Support"),
        made_by=("LinesDialog",),
    ),
    Place(
        "the plan, its people",
        (*SUPPORT, "Edit “People I can tell”"),
        "Done with “People I can tell”",
        (
            *text("Who, row 1", "Number, row 1"),
            press("Add someone", "text:Who, row 3"),
            press("Take row 3 away", gone="text:Who, row 3"),
            press("Done with “People I can tell”", "Edit “People I can tell”"),
        ),
        alike=(
            "Copy *",
            "* is copied",
            "Edit *",
            "Save PDF",
            "Print a copy",
            "combo box:*",
            "I looked*",
            "Change these lines",
            "Write*",
            "Another",
            "text:*, row *",
            "Take row *",
        ),
    ),
)
