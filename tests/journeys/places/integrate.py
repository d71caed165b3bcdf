"""Integrate: questions, the library, own ones and a therapist's, practices."""

from __future__ import annotations

from tests.journeys.acts import (
    Act,
    Place,
    choice,
    dialog,
    file_dialog,
    one_of,
    press,
    text,
    tick,
)

INTEGRATE = ("key:ctrl+1", "key:ctrl+4")

PLACES = (
    Place(
        "integrate",
        INTEGRATE,
        "text:Find a prompt",
        (
            Act("Another three", anew="label:Day 3 *", further=5),
            press("Make it a favourite", "A favourite: take the star away"),
            press("A favourite: take the star away", "Make it a favourite"),
            press("Write", "label:You are answering", *INTEGRATE),
            Act("Not now", anew="label:Day 3 *", further=5),
            press("Not for me", "label:It is not offered again*", "Undo"),
            *text("Find a prompt", words="river"),
            dialog("Add a question of your own", "A question of your own"),
            *one_of("Body, *"),
            dialog("Add a practice", "A practice"),
            dialog("Ten minutes outside*", "A practice|Ten minutes outside"),
            press("Show what is over*", "Hide what is over*", "Hide what is over*"),
        ),
        alike=("radio button:*", "Three slow breaths*", "Draw, no result needed*"),
        made_by=("IntegratePage",),
    ),
    Place(
        "an own question",
        (*INTEGRATE, "Add a question of your own"),
        "dialog:A question of your own",
        (
            press("Close", gone="dialog:*"),
            *text("The question|Your question"),
            *tick("Leave it out on hard days"),
            press("Leave it", gone="dialog:*"),
        ),
        alike=("Add",),
        made_by=("OwnPromptDialog",),
    ),
    Place(
        "a practice",
        (*INTEGRATE, "Add a practice"),
        "dialog:A practice",
        (
            press("Close", gone="dialog:*"),
            *text("What you would like to do"),
            *choice("Something else", "some days a week"),
            press("Leave it", gone="dialog:*"),
        ),
        alike=("Add",),
        made_by=("PracticeDialog",),
    ),
    Place(
        "questions from a therapist",
        (*INTEGRATE, "key:ctrl+k", "type:questions from my", "key:Return", "set:The questions=What stayed?"),
        "dialog:Questions from my therapist",
        (
            press("Close", gone="dialog:*"),
            *text("The questions", "Name of the pack"),
            file_dialog("Open a file…"),
            press("Check", "label:1 question, nothing amiss."),
            press("Add the pack", "label:“From my therapist” is added."),
            press(
                "Remove the pack From my therapist",
                "label:“From my therapist” is removed with its questions.",
            ),
        ),
        alike=("Remove the pack *",),
        made_by=("PackDialog",),
    ),
)
