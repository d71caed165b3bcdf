"""Journal: the list, the entry beside it, the filters, the calendar, an event, the trash."""

from __future__ import annotations

from tests.journeys.acts import (
    ESCAPE,
    SETTLED,
    Act,
    Place,
    dialog,
    entry,
    menu,
    press,
    text,
    tick,
)

JOURNAL = "key:ctrl+2"
ANEW = ("key:ctrl+1", JOURNAL)
HOUSE = (
    "key:ctrl+1",
    "key:ctrl+f",
    "set:Search every word=house",
    "list item:Reflection, The house*",
)
PUT_AWAY = "Move to the trash"
TRASH = ("key:ctrl+k", "type:the trash", "key:Return")

PLACES = (
    Place(
        "journal",
        HOUSE,
        "Edit",
        (
            *text("Search every word", words="house"),
            dialog("Go to a day", "Go to a day"),
            menu("Write something new", "Note an event"),
            menu("Kind", "Check-ins"),
            menu("Tag", "walk"),
            menu("Session", "Session 4*"),
            *tick("Shared"),
            press("Edit", "text:Title", *HOUSE),
            press("Mark to share", "Make private"),
            press("Make private", "Mark to share"),
            *tick("Star: to talk about"),
            menu("More", "Copy the text"),
            press("Move to the trash", "Undo"),
            press("Undo", HOUSE[-1]),
        ),
        alike=(
            "list:*",
            "Clear the search",
            "Session 4, 20 Oct",
            "Open session",
            "text:Text",
            "water",
            "home",
        ),
        made_by=("JournalPage",),
    ),
    Place(
        "journal, its list",
        ("key:ctrl+1", "key:ctrl+f", "set:Search every word=water"),
        "Clear the search",
        (
            Act("list:Entries, newest first"),
            press("Clear the search", gone="Clear the search"),
        ),
        on="journal",
    ),
    Place(
        "journal, its menus",
        HOUSE,
        "Edit",
        (
            entry("Write something new", "New reflection", "text:Text", *ANEW),
            entry("Write something new", "Check in", "dialog:Check-in", ESCAPE),
            entry("Write something new", "Note an event", "dialog:An event", ESCAPE),
            entry("Kind", "Check-ins", "check box:Kind: Check-ins*", "check box:Kind: Check-ins*"),
            entry("Tag", "walk", "check box:Tag: walk*", "check box:Tag: walk*"),
            entry("Session", "Session 4*", "check box:Session: Session 4*", "check box:Session: Session 4*"),
            entry("Kind", "Trash", "label:Trash", *HOUSE),
            entry("More", "Copy the text", "label:Copied. It leaves the clipboard in a minute."),
        ),
        on="journal",
    ),
    Place(
        "a day to go to",
        (*ANEW, "Go to a day"),
        "dialog:Go to a day",
        (
            press("Month before", "label:September 2026"),
            press("Month after", "label:October 2026"),
            Act("Friday, 23 October*", gone="Month before", keys=("Home", "Return")),
        ),
        alike=("* October*", "* November*", "* September*"),
    ),
    Place(
        "trash",
        ("key:ctrl+1", "key:ctrl+f", "set:Search every word=Throat", "Move to the trash", *TRASH),
        "Restore*",
        (
            press("Back", "text:Search every word", *TRASH),
            press("Erase now*", "Keep it", "Keep it"),
            press("Restore*", "label:*is back in the journal"),
        ),
        alike=("Erase all * now",),
        made_by=("TrashPage",),
    ),
)

EMPTIED = Place(
    "trash, emptied",
    (
        "key:ctrl+1",
        "key:ctrl+f",
        "set:Search every word=the",
        SETTLED,
        PUT_AWAY,
        SETTLED,
        PUT_AWAY,
        *TRASH,
    ),
    "Erase all * now",
    (Act("Erase all * now", "label:The trash is empty", then=("Erase for good",)),),
    on="trash",
)
"""Done last: what is erased is gone for whoever walks on in the same program."""
