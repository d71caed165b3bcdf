"""Share: which days, which parts, which entries; the pages; what goes out, and what went."""

from __future__ import annotations

from tests.journeys.acts import (
    ESCAPE,
    Act,
    Place,
    day,
    dialog,
    entry,
    file_dialog,
    menu,
    one_of,
    press,
    text,
    tick,
)

SHARE = ("key:ctrl+1", "key:ctrl+6")

PLACES = (
    Place(
        "share",
        SHARE,
        "Strike out: Energy*",
        (
            *tick("PHQ-9 and GAD-7"),
            *text("What I would like to talk about, 1"),
            *tick("Forgiven for something small*", "With their tags", "A cold with fever*"),
            *tick("Ten minutes outside"),
            *text("For", "From"),
            *one_of("Letter"),
            press("Show what was shared on 15 October*", "Back to now", "Back to now"),
            press("Next page", "label:Page 2 of *"),
            press("Page before", "label:Page 1 of *"),
            press("Larger", "Smaller"),
            press("Smaller", "Larger"),
            press("Print", "label:No printer can be reached*"),
            file_dialog("Web page"),
            menu("Data", "PDF with a password"),
            file_dialog("Save PDF"),
            press("Show * more", "check box:Note: Throat*"),
        ),
        alike=(
            "text:First day",
            "text:Last day",
            "Choose a day",
            "check box:*",
            "radio button:A4",
            "text:What I would*",
            "Strike out: *",
            "Show what was*",
            "All *",
        ),
        made_by=("SharePage",),
    ),
    Place(
        "a pdf with a password",
        (*SHARE, "Data", "menu item:PDF with a password"),
        "dialog:PDF with a password",
        (
            press("Close", gone="dialog:*"),
            press("Leave it", gone="dialog:*"),
            press("check box:Show: Password", "check box:Hide: Password", "check box:Hide: Password"),
            Act("password text:Password"),
            file_dialog("Save PDF"),
        ),
        made_by=("PasswordDialog",),
    ),
    Place(
        "data to share",
        SHARE,
        "Data",
        (
            entry("Data", "Plain text", "text:File name:", ESCAPE),
            entry("Data", "Tables (CSV)", "text:File name:", ESCAPE),
            entry("Data", "JSON", "text:File name:", ESCAPE),
            entry("Data", "Health record (FHIR)", "text:File name:", ESCAPE),
            entry("Data", "The PDF for a health record (FHIR)", "text:File name:", ESCAPE),
        ),
        on="share",
    ),
    Place(
        "share, its days",
        SHARE,
        "Strike out: *",
        (
            *day("First day"),
            dialog("Choose a day", "Choose a day"),
            *day("Last day"),
        ),
        on="share",
    ),
)
