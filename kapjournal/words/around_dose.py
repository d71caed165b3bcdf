"""The words for what belongs to a dosing session beyond the dose."""

from __future__ import annotations

from kapjournal.domain.around_dose import (
    Aid,
    PreparationItem,
    PreparationKind,
    SessionMode,
    VitalTime,
    Welcome,
)
from kapjournal.domain.kap_session import Onset
from kapjournal.words.language import _, pgettext


def preparation_name(item: PreparationItem) -> str:
    """'Ride home', or the person's own name for it."""
    return {
        PreparationKind.RIDE_HOME: _("Ride home"),
        PreparationKind.CLEARED_DAY: _("Cleared day"),
        PreparationKind.LIGHT_MEAL: _("Light meal"),
        PreparationKind.EYE_MASK: _("Eye mask"),
        PreparationKind.MUSIC: _("Music"),
        PreparationKind.SOMEONE_THERE: _("Someone there"),
        PreparationKind.OWN: item.name,
    }[item.kind]


def aid_name(aid: Aid) -> str:
    """'lying down', 'eye mask'."""
    return {
        Aid.LYING: _("lying down"),
        Aid.EYE_MASK: _("eye mask"),
        Aid.BLANKET: _("blanket"),
        Aid.DIM_LIGHT: _("dim light"),
        Aid.SITTING: _("sitting"),
    }[aid]


def mode_name(mode: SessionMode) -> str:
    """'silent, inward'."""
    return {
        SessionMode.SILENT: _("silent, inward"),
        SessionMode.TALK: _("talking"),
        SessionMode.MIXED: pgettext("silent and talking", "both"),
    }[mode]


def theme_name(code: str) -> str:
    """The name of a theme of the experience."""
    return {
        "calm": _("Calm"),
        "release_or_tears": _("Release, tears"),
        "lightness_or_floating": _("Lightness, floating"),
        "outside_the_body": _("Outside my body"),
        "time_stretched": _("Time stretched"),
        "images": _("Images"),
        "memories": _("Memories"),
        "presence_of_someone": _("Someone was present"),
        "insight_about_self": _("An insight about myself"),
        "closeness_or_love": _("Closeness, love"),
        "vastness": _("Vastness"),
        "emptiness": _("Emptiness"),
        "fear": _("Fear"),
        "losing_control": _("Losing control"),
        "body_sensations": _("Sensations in the body"),
        "playfulness": _("Playfulness"),
        "sorrow": _("Sorrow"),
        "forgiveness": _("Forgiveness"),
        "music_carried_me": _("The music carried me"),
        "little_happened": _("Little happened"),
        "cannot_remember": _("I cannot remember"),
    }[code]


def theme_strength(strength: int) -> str:
    """'a little', 'clearly', 'strongly'."""
    return {1: _("a little"), 2: _("clearly"), 3: _("strongly")}[strength]


def welcome_name(welcome: Welcome) -> str:
    """'welcome', 'unwelcome', 'both'."""
    return {
        Welcome.WELCOME: pgettext("how a theme was met", "welcome"),
        Welcome.UNWELCOME: pgettext("how a theme was met", "unwelcome"),
        Welcome.BOTH: pgettext("welcome and unwelcome", "both"),
    }[welcome]


def vital_time_name(when: VitalTime) -> str:
    """'before', 'highest', 'on leaving'."""
    return {
        VitalTime.BEFORE: pgettext("vital signs", "before"),
        VitalTime.HIGHEST: pgettext("vital signs", "highest"),
        VitalTime.LEAVING: pgettext("vital signs", "on leaving"),
    }[when]


def onset_name(onset: Onset) -> str:
    """'during', 'within a day', 'later'."""
    return {
        Onset.DURING: pgettext("a side effect began", "during"),
        Onset.WITHIN_A_DAY: pgettext("a side effect began", "within a day"),
        Onset.LATER: pgettext("a side effect began", "later"),
    }[onset]
