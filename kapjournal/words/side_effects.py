"""The words for side effects and how strong they were."""

from __future__ import annotations

from kapjournal.domain.kap_session import Severity
from kapjournal.words.language import _, pgettext


def severity_name(severity: Severity) -> str:
    """'mild', 'moderate', 'strong'."""
    return {
        Severity.NONE: pgettext("strength of a side effect", "none"),
        Severity.MILD: pgettext("strength of a side effect", "mild"),
        Severity.MODERATE: pgettext("strength of a side effect", "moderate"),
        Severity.STRONG: pgettext("strength of a side effect", "strong"),
    }[severity]


def severity_meaning(severity: Severity) -> str:
    """What the word stands for: 'noticed', 'got in the way', 'stopped me, or I needed help'."""
    return {
        Severity.NONE: _("not there"),
        Severity.MILD: _("noticed"),
        Severity.MODERATE: _("got in the way"),
        Severity.STRONG: _("stopped me, or I needed help"),
    }[severity]


def side_effect_name(code: str) -> str:
    """The name of a side effect or red flag by its code; 'Something else' for the person's own."""
    return (_common() | _of_the_body() | _red_flags()).get(code) or _("Something else")


def _common() -> dict[str, str]:
    return {
        "dizziness": _("Dizziness"),
        "nausea": _("Nausea"),
        "vomiting": _("Vomiting"),
        "headache": _("Headache"),
        "blurred_or_double_vision": _("Blurred or double vision"),
        "sleepiness": _("Sleepiness"),
        "unsteadiness": _("Unsteadiness"),
        "confusion": _("Confusion"),
        "memory_gaps": _("Memory gaps"),
        "unpleasant_dissociation": _("Far from myself, in an unpleasant way"),
        "changed_perception": _("Changed perception"),
        "anxiety_or_panic": _("Anxiety or panic"),
        "low_mood_after": _("Low mood afterwards"),
        "irritability": _("Irritability"),
        "sped_up_mood": _("Sped-up mood"),
        "vivid_dreams_or_nightmares": _("Vivid dreams or nightmares"),
        "poor_sleep": _("Poor sleep"),
        "wanting_more_ketamine": _("Wanting more ketamine"),
    }


def _of_the_body() -> dict[str, str]:
    return {
        "told_raised_blood_pressure": _("Raised blood pressure, as I was told"),
        "racing_heart": _("Racing heart"),
        "sweating": _("Sweating"),
        "tingling_or_numbness": _("Tingling or numbness"),
        "bad_taste_or_saliva": _("Bad taste or much saliva"),
        "nose_or_throat_irritation": _("Irritated nose or throat"),
        "needle_site": _("Sore where the needle was"),
        "stomach_pain": _("Stomach pain"),
        "urinary_frequency": _("Passing urine more often"),
        "urinary_urgency": _("Sudden need to pass urine"),
        "urinary_pain": _("Pain when passing urine"),
    }


def _red_flags() -> dict[str, str]:
    return {
        "chest_pain": _("Chest pain"),
        "trouble_breathing": _("Trouble breathing"),
        "fainted": _("Fainted"),
        "cannot_be_woken": _("Could not be woken"),
        "confusion_not_clearing": _("Confusion that does not clear"),
        "seizure": _("Seizure"),
        "blood_in_urine": _("Blood in the urine"),
        "swelling_or_hives": _("Swelling or hives"),
        "thoughts_of_suicide": _("Thoughts of suicide"),
    }
