"""The words for measures: their names and the words at both ends."""

from __future__ import annotations

from kapjournal.domain import measure as keys
from kapjournal.domain.measure import Direction, Measure
from kapjournal.words.dates import duration_min
from kapjournal.words.language import _, pgettext
from kapjournal.words.numbers import number


def measure_name(measure: Measure) -> str:
    """The person's own name for it, or the name of the built-in measure; the key where there is neither."""
    return measure.name or measure_key_name(measure.key)


def measure_within(name: str, key: str) -> str:
    """The name of a measure as it stands within a sentence; what a person named stays as it was written."""
    return name.lower() if name == measure_key_name(key) and name != key else name


def measure_key_name(key: str) -> str:
    """The name of a built-in measure; another key stands for itself."""
    return {
        keys.MOOD: _("Mood"),
        keys.DISTRESS: _("Distress"),
        keys.ANXIETY: _("Anxiety"),
        keys.ENERGY: _("Energy"),
        keys.SLEEP_H: _("Sleep"),
        keys.SLEEP_QUALITY: _("How rested you woke"),
        keys.CONNECTION: _("Connection"),
        keys.PAIN: _("Pain"),
        keys.WANTING_MORE: _("Craving"),
    }.get(key, key)


def measure_ends(measure: Measure) -> tuple[str, str]:
    """The words at the low and the high end; the person's own where given; '' where a number says it all."""
    low, high = {
        keys.MOOD: (_("very low"), _("very good")),
        keys.DISTRESS: (pgettext("end of a scale", "none"), _("overwhelming")),
        keys.ANXIETY: (pgettext("end of a scale", "none"), _("very strong")),
        keys.ENERGY: (pgettext("end of a scale", "none"), _("plenty")),
        keys.SLEEP_QUALITY: (_("not at all"), _("very much")),
        keys.CONNECTION: (_("far away"), pgettext("end of a scale", "close")),
        keys.PAIN: (pgettext("end of a scale", "none"), _("very strong")),
        keys.WANTING_MORE: (pgettext("end of a scale", "none"), _("very strong")),
    }.get(measure.key, ("", ""))
    return measure.low_word or low, measure.high_word or high


def measure_value(measure: Measure, value: float) -> str:
    """'6 of 10', or '6 h 30 min' where the measure is in hours."""
    if measure.unit == "h":
        return duration_min(value * 60)
    if measure.unit:
        return _("{value} {unit}").format(value=number(value, 2), unit=measure.unit)
    if measure.low == 0:
        return _("{value} of {highest}").format(value=number(value, 1), highest=number(measure.high, 1))
    return number(value, 1)


def direction_name(direction: Direction) -> str:
    """What a direction means, for the place where it is chosen."""
    return {
        Direction.HIGHER_IS_BETTER: _("higher is better"),
        Direction.LOWER_IS_BETTER: _("lower is better"),
        Direction.NEITHER: _("neither is better"),
    }[direction]
