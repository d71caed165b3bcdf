"""What is said about a concern (clinical reference 5.1): a line, and what is possible; nothing is graded."""

from __future__ import annotations

from kapjournal.guidance.concerns import Concern
from kapjournal.words.language import _


def concern_words(concern: Concern) -> tuple[str, str]:
    """The line of a concern, and what is possible."""
    return {
        Concern.HARD_TIME: (
            _("These have been hard weeks."),
            _(
                "Tell your clinic. A bad turn is possible and not your fault. "
                "People to call and something steady are one step away."
            ),
        ),
        Concern.BLADDER: (
            _("Tell your clinic about your bladder."),
            _("Ketamine can harm the bladder, also in treatment. Telling them early matters."),
        ),
        Concern.SPED_UP: (
            _("Please tell your clinic this week, especially if you have ever had mania."),
            _("You have felt sped up more than once."),
        ),
        Concern.LITTLE_SLEEP: (
            _("You have been sleeping much less while feeling very energized."),
            _("Please tell your clinic soon, especially if you have ever had mania."),
        ),
        Concern.WANTING: (
            _("Please tell the one who prescribes it."),
            _(
                "Ketamine can become a habit. It happens to many, and it can be talked about. A line can help too."
            ),
        ),
        Concern.ITEM_OPEN: (_("Support is there whenever you want it."), ""),
    }[concern]
