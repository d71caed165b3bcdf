"""The words for scales: bands, results, changes, and what does not fit in a definition file."""

from __future__ import annotations

from datetime import date, timedelta

from kapjournal.domain.scale import (
    Band,
    Baseline,
    ChangeTier,
    ScaleChange,
    ScaleDefinition,
    ScaleForm,
    ScaleItem,
    ScaleOption,
    ScaleScore,
    Subscale,
)
from kapjournal.errors import ScaleFileError
from kapjournal.words.dates import day_short
from kapjournal.words.language import _, current, ngettext, pgettext
from kapjournal.words.numbers import MINUS, number


def scale_language(definition: ScaleDefinition) -> str:
    """The language in which a scale is read: the person's where there is an official text, else its first."""
    return definition.language_for(current().language)


def stem_text(definition: ScaleDefinition, language: str) -> str:
    """What all items begin with, verbatim."""
    return definition.stem.get(language, "")


def item_text(item: ScaleItem, language: str) -> str:
    """The item, verbatim."""
    return item.text.get(language) or next(iter(item.text.values()), "")


def option_text(option: ScaleOption, language: str) -> str:
    """The answer, verbatim."""
    return option.text.get(language) or next(iter(option.text.values()), "")


def answer_text(definition: ScaleDefinition, form: ScaleForm, item_id: str) -> str:
    """'several days', in the words of the form; 'not answered' where it was left open."""
    value = form.answer(item_id)
    item = definition.item(item_id)
    option = next((o for o in item.options if o.value == value), None)
    if value is None or option is None:
        return _("not answered")
    text = option_text(option, form.language)
    return text[:1].lower() + text[1:]


def scale_about(definition: ScaleDefinition) -> str:
    """What a scale of the program asks about, in a few words; '' for one that was added."""
    return {
        "phq9": _("low mood and what comes with it"),
        "phq2": _("low mood, in two questions"),
        "gad7": _("worry and unease"),
        "gad2": _("worry, in two questions"),
        "pcl5": _("what follows a very stressful experience"),
        "long_term": _("what may come with long treatment"),
    }.get(definition.id, "")


def scale_name(definition: ScaleDefinition) -> str:
    """'PHQ-9'; the check of this program in the person's language."""
    return _("Long-term check") if definition.id == "long_term" else definition.name


LOINC_NOTICE = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. "
    "and the LOINC Committee and is available at no cost under the licence at http://loinc.org/license."
)
"""As its licence words it; in every language."""


def credit_words(definition: ScaleDefinition) -> str:
    """Who made the scale, and whose codes it carries."""
    codes = definition.loinc_panel or definition.loinc_total or any(item.loinc for item in definition.items)
    return f"{definition.credit} {LOINC_NOTICE}" if codes else definition.credit


def questions_count(definition: ScaleDefinition) -> str:
    """'7 questions, about 2 minutes'."""
    count = len(definition.scored_items)
    minutes = max(1, round(count * 15 / 60))
    questions = ngettext("{count} question", "{count} questions", count).format(count=count)
    about = ngettext("about {minutes} minute", "about {minutes} minutes", minutes).format(minutes=minutes)
    return _("{questions}, {minutes}").format(questions=questions, minutes=about)


def band_name(band: Band | None) -> str:
    """'moderately severe'; an added scale's own name as it is; '' without a band."""
    if band is None:
        return ""
    known = {
        "minimal": pgettext("band of a scale", "minimal"),
        "mild": pgettext("band of a scale", "mild"),
        "moderate": pgettext("band of a scale", "moderate"),
        "moderately_severe": pgettext("band of a scale", "moderately severe"),
        "severe": pgettext("band of a scale", "severe"),
        "below_cut": pgettext("band of a scale", "below the cut-off"),
        "at_or_above_cut": pgettext("band of a scale", "at or above the cut-off"),
    }
    return known.get(band.name, band.name.replace("_", " "))


def subscale_name(subscale: Subscale) -> str:
    """'Intrusion'; an added scale's own name as it is."""
    known = {
        "B_intrusion": _("Intrusion"),
        "C_avoidance": _("Avoidance"),
        "D_cognition_mood": _("Thoughts and mood"),
        "E_arousal": _("Arousal"),
    }
    return known.get(subscale.name, subscale.name.replace("_", " "))


def band_range(band: Band) -> str:
    """'10–14'."""
    return f"{number(band.low)}–{number(band.high)}"


def bands_words(score: ScaleScore) -> str:
    """'moderate'; 'mild to moderate' where the open answers decide it; '' where nothing can be said."""
    if score.total is not None or score.band_lower == score.band_upper:
        return band_name(score.band)
    if score.band_lower is None or score.band_upper is None:
        return ""
    return _("{lower} to {upper}").format(
        lower=band_name(score.band_lower), upper=band_name(score.band_upper)
    )


def result_title(definition: ScaleDefinition, score: ScaleScore) -> str:
    """'14 of 27, moderate'; 'Between 8 and 11 of 21' where an answer is open."""
    if score.answered == 0:
        return _("No answer was given")
    if score.total is None:
        text = _("Between {lower} and {upper} of {most}")
        return text.format(lower=number(score.lower), upper=number(score.upper), most=number(definition.high))
    total = _("{total} of {most}").format(total=number(score.total), most=number(definition.high))
    band = band_name(score.band)
    return _("{total}, {band}").format(total=total, band=band) if band else total


def result_short(definition: ScaleDefinition, score: ScaleScore | None) -> str:
    """For a row of a list: the result, and that it is an estimate where it is one."""
    if score is None:
        return _("answered")
    title = result_title(definition, score)
    if score.estimate is None:
        return title
    text = _("{range}; estimate {estimate}, {answered} of {count} answered")
    return text.format(
        range=title,
        estimate=number(score.estimate),
        answered=number(score.answered),
        count=number(score.of),
    )


def tier_name(tier: ChangeTier) -> str:
    """'within everyday variation', 'possible change', 'larger than measurement error'."""
    return {
        ChangeTier.WITHIN: _("within everyday variation"),
        ChangeTier.POSSIBLE: _("possible change"),
        ChangeTier.LARGER: _("larger than measurement error"),
    }[tier]


def tier_points(definition: ScaleDefinition, tier: ChangeTier) -> str:
    """'less than 5 points', '5 points', '6 points or more'."""
    rule = definition.change
    if rule is None:
        return ""
    if tier is ChangeTier.WITHIN:
        return _("less than {points} points").format(points=number(rule.min_important))
    if tier is ChangeTier.LARGER:
        return _("{points} points or more").format(points=number(rule.reliable))
    last = rule.reliable - 1
    if last == rule.min_important:
        return _("{points} points").format(points=number(last))
    return _("{first} to {last} points").format(first=number(rule.min_important), last=number(last))


def change_words(change: ScaleChange) -> str:
    """'6 points lower', 'the same total'."""
    size = abs(change.delta)
    if size == 0:
        return _("the same total")
    if change.delta < 0:
        return ngettext("{points} point lower", "{points} points lower", size).format(points=number(size))
    return ngettext("{points} point higher", "{points} points higher", size).format(points=number(size))


def change_signed(delta: int) -> str:
    """'−3', '+2', '0', for the columns of a table."""
    sign = MINUS if delta < 0 else "+" if delta > 0 else ""
    return sign + number(abs(delta))


def baseline_words(baseline: Baseline) -> str:
    """What later forms are compared with: 'the last one before the first dose', or 'the first complete one'."""
    return (
        _("the last one before the first dose") if baseline.before_first_dose else _("the first complete one")
    )


def recall_first(definition: ScaleDefinition, day: date) -> date:
    """The first day that a form of a day asks about, that day being the last."""
    return day - timedelta(days=max(definition.recall_days - 1, 0))


def recall_span(definition: ScaleDefinition, day: date) -> str:
    """'6 to 19 October'."""
    first = recall_first(definition, day)
    if (first.year, first.month) == (day.year, day.month):
        return _("{first} to {last}").format(first=number(first.day), last=day_and_month(day))
    return _("{first} to {last}").format(first=day_and_month(first), last=day_and_month(day))


def recall_name(definition: ScaleDefinition) -> str:
    """'The two weeks it asks about'."""
    if definition.recall_days == 14:
        return _("The two weeks it asks about")
    if definition.recall_days in (28, 30, 31):
        return _("The month it asks about")
    text = ngettext("The {count} day it asks about", "The {count} days it asks about", definition.recall_days)
    return text.format(count=number(definition.recall_days))


def overlap_words(definition: ScaleDefinition, day: date, previous: date | None) -> str:
    """That a form asks about days that the one before asked about too; '' where it does not."""
    if previous is None:
        return ""
    shared = (previous - recall_first(definition, day)).days + 1
    if shared <= 0:
        return ""
    text = ngettext(
        "It asks about {count} day that the one of {day} asked about too.",
        "It asks about {count} days that the one of {day} asked about too.",
        shared,
    )
    return text.format(count=number(shared), day=day_short(previous))


def file_fault(error: ScaleFileError) -> str:
    """Where a file does not fit, and why: 'Line 12, “score.max”: it does not add up with the items.'."""
    problem = file_problem(error.problem)
    if error.line is not None and error.place:
        return _("Line {line}, “{place}”: {problem}.").format(
            line=error.line, place=error.place, problem=problem
        )
    if error.line is not None:
        return _("Line {line}: {problem}.").format(line=error.line, problem=problem)
    if error.place:
        return _("“{place}”: {problem}.").format(place=error.place, problem=problem)
    return _("{problem}.").format(problem=problem[:1].upper() + problem[1:])


def file_problem(code: str) -> str:
    """What does not fit in the file of a scale."""
    return {
        "too_long": _("it is too long"),
        "not_toml": _("it is not a TOML file"),
        "version_unknown": _("its format is not one that this version reads"),
        "text_missing": _("a text is missing"),
        "number_missing": _("a number is missing or out of range"),
        "not_one_of": _("it is none of the values that are allowed"),
        "id_form": _("an id has small letters, digits and underscores only"),
        "id_is_taken": _("this id is taken"),
        "options_missing": _("two to ten answers are needed"),
        "values_repeat": _("two answers have the same value"),
        "does_not_add_up": _("it does not add up with the items"),
        "no_such_item": _("it names an item that is not there"),
    }.get(code, code)


def day_and_month(day: date) -> str:
    """'19 October'."""
    from babel.dates import format_skeleton

    return str(format_skeleton("MMMMd", day, locale=current()))
