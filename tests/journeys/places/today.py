"""The sidebar, Today, the check-in, and what is found by its name."""

from __future__ import annotations

from tests.journeys.acts import (
    Act,
    Place,
    day,
    dialog,
    menu,
    one_or_none,
    press,
    slider,
    text,
    tick,
)

TODAY = "key:ctrl+1"
OTHER = "key:ctrl+2"
QUESTION = "*avourite*"

PLACES = (
    Place(
        "the sidebar",
        (OTHER,),
        "text:Search every word",
        (
            press("Today", "slider:How are you now?"),
            press("Journal", "text:Search every word"),
            press("Sessions", "list:The course"),
            press("Integrate", "text:Find a prompt"),
            press("Trends", "Own dates"),
            press("Share", "text:First day"),
            press("Support", "Copy 999"),
            press("Settings", "slider:Text size"),
        ),
        on="journal",
    ),
    Place(
        "today",
        (OTHER, TODAY),
        "slider:How are you now?",
        (
            press("New reflection", "text:Text", TODAY),
            press("Fill in a scale", "Begin PHQ-9", TODAY),
            press("Search the journal", "text:Search every word", TODAY),
            Act("slider:How are you now?"),
            press("Make it a favourite", "A favourite: take the star away"),
            press("A favourite: take the star away", "Make it a favourite"),
            press("Write about this", "label:You are answering", TODAY),
            press("Another", anew=QUESTION),
            *tick("Ten minutes outside"),
            press("Continue “The house*", "text:Text", TODAY),
            press("Begin GAD-7", "radio button:Not at all", TODAY),
            press("Not now", "Ask me one", gone="Not now"),
            press("Ask me one", "Not now"),
        ),
        alike=("check box:Three slow breaths", "check box:Draw, no result needed"),
        made_by=("TodayPage",),
    ),
    Place(
        "check-in",
        (TODAY, "key:ctrl+n"),
        "dialog:Check-in",
        (
            menu("When it was:*", "Another day or time…"),
            press("Close", gone="dialog:Check-in"),
            press("Support", "Copy 999", gone="dialog:Check-in"),
            *slider("Mood"),
            *tick("at ease"),
            *slider("Distress", "Anxiety"),
            Act("spin button:Hours of sleep"),
            *one_or_none("How rested you woke, 0 to 4: 1"),
            *tick("walk"),
            press("Add what happened", "text:What happened, in a word or two"),
            *text("What happened, in a word or two"),
            *text("A note, if you like"),
            press("check box:Star: to talk about", "label:Nothing is written here yet."),
            press("Undo", "label:Taken back."),
            press("Done", gone="dialog:Check-in"),
        ),
        alike=("check box:*", "slider:*", "radio button:How rested you woke*"),
        made_by=("CheckInDialog",),
    ),
    Place(
        "check-in, another time",
        (TODAY, "key:ctrl+n", "When it was:*", "menu item:Another day or time…"),
        "Use this time",
        (
            *day("Day"),
            dialog("Choose a day", "Choose a day"),
            *text("Time", words="12:30"),
            press("Now", sees="text:Time"),
            press("Use this time", gone="Use this time"),
        ),
        on="check-in",
    ),
    Place(
        "find an action",
        (TODAY, "key:ctrl+k"),
        "text:Find any action*",
        (
            press("Support", "Copy 999"),
            *text("Find any action*", words="trash"),
        ),
        alike=("list:Actions",),
        made_by=("ActionFinder",),
    ),
    Place(
        "find an action, found",
        (TODAY, "key:ctrl+k"),
        "list item:New reflection*",
        (press("list item:New reflection*", "text:Text"),),
        on="find an action",
    ),
)
