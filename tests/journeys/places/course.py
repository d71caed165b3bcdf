"""The course, the thread, what comes after a session, and what dialogs ask about it."""

from __future__ import annotations

from tests.journeys.acts import (
    Act,
    Place,
    choice,
    day,
    dialog,
    one_of,
    one_or_none,
    press,
    text,
    tick,
)
from tests.journeys.places.sessions import FOURTH, HEAD

COURSE = ("key:ctrl+1", "key:ctrl+3", "About the course")
THREAD = ("key:ctrl+1", "key:ctrl+3", "The thread*")
NEW = "text:Medicine: how much and when"
FIFTH = ("key:ctrl+1", "key:ctrl+3", "list item:Dosing session 5, 27 Oct*", "More for this session")

PLACES = (
    # Before the course has more events, which move the planned sessions out of sight.
    Place(
        "a session is postponed",
        (*FIFTH, "menu item:Postpone…"),
        "dialog:Postpone the session",
        (
            press("Close", gone="dialog:*"),
            *day("Day"),
            dialog("Choose a day", "Choose a day"),
            Act("text:Time", words="12:30"),
            *text("Reason, if you like"),
            press("Leave it", gone="dialog:*"),
        ),
        alike=("Now", "Postpone"),
        made_by=("PostponeDialog",),
    ),
    Place(
        "a session is cancelled",
        (*FIFTH, "menu item:Cancel the session…"),
        "dialog:Cancel the session",
        (
            press("Close", gone="dialog:*"),
            *text("Reason, if you like"),
            press("Leave it", gone="dialog:*"),
        ),
        alike=("Cancel the session",),
        made_by=("ReasonDialog",),
    ),
    Place(
        "the course",
        COURSE,
        "text:Your name for it",
        (
            *text("Your name for it"),
            *day("Began"),
            *day("Ended"),
            *text("Dosing sessions planned"),
            *tick("anxiety"),
            *one_or_none("Who said so: my clinician"),
            *text("Therapist", "Their phone", "Clinic", "Its phone", "Prescriber", "Notes"),
            *text("What they ask of me, before and after", "Their limits, as they said them"),
            Act("Add a medicine", "No longer: Zinc", then=(NEW, "type:Zinc", "key:Tab")),
            press("No longer: Zinc", gone="No longer: Zinc"),
            press("Begin another course", "Take this course away"),
            press("Take this course away", "label:The course is taken away."),
        ),
        alike=(
            *HEAD,
            "Choose a day",
            "check box:*",
            "radio button:*",
            "text:*",
            "combo box:*",
            "No longer: Sertraline",
        ),
    ),
    Place(
        "the thread",
        THREAD,
        "Mark lines to share",
        (
            press("Back to the sessions", "list:The course"),
            press("Mark lines to share", "Done marking"),
            *tick("Mark to share: *"),
            press("Done marking", "Mark lines to share"),
            press("Intended: To see what is under*", gone="Mark lines to share"),
        ),
        alike=("Intended: *", "Met: *", "Understood: *", "Committed: *", "Kept: *"),
        made_by=("ThreadPage",),
    ),
    Place(
        "lay out",
        (*FOURTH, "page tab:After", "Lay them out"),
        "check box:*enough",
        (
            press("Back", "slider:How deep it went"),
            press("Support", "Copy 999"),
            press("Later", gone="check box:*enough"),
            *tick("a word*enough"),
        ),
        alike=("check box:*",),
        made_by=("LayOutPage",),
    ),
    Place(
        "later looks",
        (*FOURTH, "page tab:After", "Later looks"),
        "Back to the session",
        (
            press("Back to the session", "slider:How deep it went"),
            *tick("Mark* to share"),
            press("Write beside it now", "Done writing", "Done writing"),
        ),
        alike=("text:*",),
        made_by=("LaterLooksPage",),
    ),
    Place(
        "capture",
        (*FOURTH, "page tab:After", "Catch what came up"),
        "Enough for now",
        (
            *text("An image?|A word?|A feeling?|In the body?|Someone?|*?"),
            press("Something else", anew="Enough for now"),
            press("Keep", "label:*"),
            press("Support", "Copy 999"),
            press("Enough for now", gone="Enough for now"),
        ),
        alike=("radio button:*",),
        made_by=("CapturePage",),
    ),
    Place(
        "side effects",
        (*FOURTH, "page tab:After", "Side effects: change*"),
        "dialog:Side effects*",
        (
            press("Close", gone="dialog:Side effects*"),
            press("Support", "Copy 999"),
            *one_of("a day later"),
            *one_or_none("Headache: mild"),
            *choice("gone after 18 h"),
            *text("Find another, or name your own"),
            press("Vomiting", "radio button:Vomiting: mild"),
            press("Open Support", "Copy 999"),
            press("Done", gone="dialog:Side effects*"),
        ),
        alike=(
            "radio button:the same evening",
            "radio button:*: none|*: mild|*: moderate|*: strong",
            "combo box:within a day",
            "Sleepiness|Unsteadiness|Confusion|Memory gaps|Changed perception|Low mood afterwards|Irritability",
        ),
        made_by=("SideEffectsDialog",),
    ),
    Place(
        "a session is added",
        (*COURSE[:2], "Add a session or an event", "menu item:Dosing session"),
        "dialog:When is it planned, or when was it?|Dosing session",
        (
            press("Close", gone="dialog:*"),
            *day("Day"),
            dialog("Choose a day", "Choose a day"),
            Act("text:Time", words="12:30"),
            press("Leave it", gone="dialog:*"),
        ),
        alike=("Now", "Add"),
        made_by=("NewSessionDialog",),
    ),
    Place(
        "an event of the course",
        (*COURSE[:2], "Add a session or an event", "menu item:An event*"),
        "dialog:An event",
        (
            press("Close", gone="dialog:*"),
            *choice("Life event"),
            *text("What happened"),
            *day("Day"),
            dialog("Choose a day", "Choose a day"),
            Act("text:Time", words="12:30"),
            press("Leave it", gone="dialog:*"),
        ),
        alike=("Now", "Add"),
        made_by=("EventDialog",),
    ),
)
