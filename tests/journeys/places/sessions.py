"""A session before, during and after; what is asked of it; first words and later looks."""

from __future__ import annotations

from tests.journeys.acts import (
    ESCAPE,
    Act,
    Place,
    choice,
    day,
    dialog,
    menu,
    one_of,
    one_or_none,
    press,
    slider,
    text,
    tick,
)

FOURTH = ("key:ctrl+1", "key:ctrl+3", "list item:Dosing session 4, 20 Oct*")
HEAD = ("The thread*", "About the course", "Add a session or an event", "list:*", "check box:Mark* to share",
        "More for this session", "page tab list:*", "page tab:*")  # fmt: skip
BEFORE, INTEGRATION = "page tab:Before", "page tab:Integration"

PLACES = (
    Place(
        "session, after",
        (*FOURTH, "page tab:After"),
        "slider:How deep it went",
        (
            press("The thread: from intention to days", "Back to the sessions", *FOURTH),
            press("About the course", "text:Your name for it", FOURTH[-1]),
            menu("Add a session or an event", "Dosing session"),
            *tick("Mark* to share"),
            menu("More for this session", "Postpone…|Move to the trash"),
            press("page tab:Before", "text:Intention", "page tab:After"),
            *slider("How deep it went"),
            press("Catch what came up", "Enough for now", ESCAPE),
            press("Later looks", "Back to the session", *FOURTH),
            press("Lay them out", "Later", *FOURTH),
            *choice("an image"),
            *text("A fragment, in a few words"),
            dialog("Side effects: change what there was", "Side effects*"),
            *text("mmHg, before"),
            *tick("Calm"),
            *one_of("Forgiveness: clearly"),
            Act("list:The course"),
        ),
        alike=(
            "text:*, *",
            "check box:*",
            "radio button:*",
            "slider:How *",
            "Add",
            "page tab list:*",
            "page tab:*",
        ),
        made_by=("SessionsPage",),
    ),
    Place(
        "session, before",
        (*FOURTH, "page tab:Before"),
        "text:Intention",
        (
            *text("Intention"),
            press("Add to the preparation", "text:Name of your own line"),
            *tick("Ride home"),
            *text("Ride home, in your words"),
            press(
                "Change what the clinic said", "text:What they ask of me, before and after", *FOURTH, BEFORE
            ),
            press("Open it", "Done", ESCAPE),
            *text("To say when I arrive"),
            *day("Day"),
            dialog("Choose a day", "Choose a day"),
            *text("Time", words="12:30"),
            *choice("Treating clinic"),
            *text("Since I last ate, hours"),
            *slider("How prepared I feel"),
        ),
        alike=(
            *HEAD,
            "Now",
            "Leave out *",
            "check box:*",
            "text:*, in your words",
            "text:Name of your own line",
        ),
    ),
    Place(
        "session, during",
        (*FOURTH, "page tab:During"),
        "text:Dose, as I was told",
        (
            *choice("Intramuscular"),
            *text("Dose, as I was told"),
            *day("Day"),
            dialog("Choose a day", "Choose a day"),
            *text("Began", words="12:30"),
            *tick("nurse", "eye mask"),
            *one_or_none("Mode: silent, inward"),
            *text("Length, min", "Music", "What happened in the room"),
        ),
        alike=(*HEAD, "Now", "check box:*", "radio button:Mode: *", "combo box:*", "text:*"),
    ),
    Place(
        "session, integration",
        (*FOURTH, "page tab:Integration"),
        "Write a reflection",
        (
            *choice("Mood"),
            press("check box:Show the table", "check box:Hide the table", "check box:Hide the table"),
            press("Write a reflection", "text:Title", *FOURTH, INTEGRATION),
            press("Open “The house*", "text:Title", *FOURTH, INTEGRATION),
            dialog("Add a practice", "A practice"),
        ),
        alike=(*HEAD, "Open *"),
    ),
    Place(
        "a talk",
        ("key:ctrl+1", "key:ctrl+3", "list item:Integration session, 23 Oct*"),
        "text:Topics",
        (
            *day("Day"),
            dialog("Choose a day", "Choose a day"),
            *text("Time", words="12:30"),
            *text("Length, min"),
            *choice("my therapist"),
            *text("Their name"),
            *text("Topics", "What landed", "The next step we agreed on"),
            *day("By, if a day was named"),
            *text("Notes"),
            *slider("Mood before"),
            press("Write a reflection", "text:Title"),
        ),
        alike=(*HEAD, "Now", "slider:Mood after", "combo box:*"),
    ),
)
