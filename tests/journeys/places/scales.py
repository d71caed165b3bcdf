"""What can be filled in, one question after the other, and what comes of it."""

from __future__ import annotations

from tests.journeys.acts import (
    Place,
    menu,
    one_of,
    press,
)

CHOOSER = ("key:ctrl+2", "key:ctrl+1", "Fill in a scale")
RESULT = (*CHOOSER, "Last result of PHQ-9")

PLACES = (
    Place(
        "scales",
        CHOOSER,
        "Begin PHQ-2",
        (
            press("Last result of PHQ-9", "label:*of 27*", *CHOOSER),
            press("Begin PHQ-2", "radio button:Not at all", *CHOOSER),
            press("Which scales, and when they are offered", "Add a scale from a file"),
        ),
        alike=("Last result of *", "Begin *", "Back"),
        made_by=("ScalePage",),
    ),
    Place(
        "the questions of a scale",
        (*CHOOSER, "Begin GAD-2|Go on GAD-2"),
        "radio button:Not at all",
        (
            press("All on one page", "One at a time"),
            press("One at a time", "All on one page"),
            *one_of("Several days"),
            press("Next", ":2 of 2*"),
            press("Back to the question before", ":1 of 2*"),
            press("Back to the page before", gone="radio button:Not at all"),
            press("Later", gone="radio button:Not at all"),
        ),
        alike=("radio button:*",),
    ),
    Place(
        "the result of a scale",
        RESULT,
        "Look at the answers",
        (
            press("Look at the answers", "Fold the answers away", "Fold the answers away"),
            menu("More", "Change the answers"),
            press("Back to the page before", gone="Look at the answers"),
        ),
    ),
)
