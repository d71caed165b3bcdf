"""A mapping that is drawn up on the screen: guessed from a first look, then changed column by column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kapjournal.domain.measure import MOOD, Measure
from kapjournal.errors import CancelledError
from kapjournal.exchange.csv_rows import Progress
from kapjournal.exchange.mapping import CsvMapping, NoteColumn, TagColumn, ValueColumn, When
from kapjournal.exchange.survey import Survey

SOURCE = "table"
"""Part of each row's key: the same file again is known, however its columns are read then."""
LEFT_OUT, DATE, TIME, TAGS, NOTE = "left_out", "date", "time", "tags", "note"
"""What a column may become, besides the key of a measure."""
AS_TAG, WITHOUT = "as_tag", "without"
"""What a word of the mood column may become, besides a number."""
DATE_FORMATS = (
    "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d", "%d.%m.%y", "%d/%m/%y", "%m/%d/%y",
    "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z",
    "%d.%m.%Y %H:%M", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M",
)  # fmt: skip
TIME_FORMATS = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M%p")
_SEPARATORS = (" | ", "|", ";", ",")
_TAG_NAMES = ("tags", "tag", "activities", "activity")
_NOTE_NAMES = ("note", "notes", "comment", "comments", "text", "journal")
_MEASURE_NAMES = {
    "sleep": "sleep_h",
    "hours of sleep": "sleep_h",
    "sleep hours": "sleep_h",
    "sleep quality": "sleep_quality",
}
_SCALES = ((1.0, 5.0), (0.0, 5.0), (0.0, 10.0), (0.0, 100.0))
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_ENOUGH = 0.7
"""This share of a column's values makes it a column of dates or times."""
_NEARLY_ALL = 0.97
"""This share of a column's numbers lies on its scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What each column becomes; a column that is not named is left out."""

    becomes: Mapping[str, str] = field(default_factory=dict)
    date_format: str = DATE_FORMATS[0]
    time_format: str = TIME_FORMATS[0]
    ends: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """The lowest and the highest number of a column that becomes a measure."""
    separators: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, float | str] = field(default_factory=dict)
    """Words of the mood column: as a mood from 0 to 10, AS_TAG or WITHOUT."""

    def column_of(self, meaning: str) -> str:
        """The column that becomes this; '' where there is none."""
        return next((column for column, own in self.becomes.items() if own == meaning), "")

    @property
    def can_be_read(self) -> bool:
        """Whether a column says the day, and another becomes something."""
        others = set(self.becomes.values()) - {LEFT_OUT, DATE, TIME}
        return bool(self.column_of(DATE) and others)

    def with_word(self, word: str, meaning: float | str | None) -> Draft:
        """The same, with another meaning of a word; None for none."""
        words = {key: value for key, value in self.words.items() if key != word}
        return replace(self, words=words if meaning is None else words | {word: meaning})


def guess(
    found: Survey,
    measures: Iterable[Measure],
    known_words: Mapping[str, float],
    progress: Progress | None = None,
) -> Draft:
    """Draw up what the columns probably are; `known_words` are the journal's own words for a mood.

    Raises CancelledError where `progress` answers so.
    """
    becomes: dict[str, str] = {}
    date_format, time_format = DATE_FORMATS[0], TIME_FORMATS[0]
    own = {name.casefold(): m.key for m in measures for name in (m.key, m.name) if name} | _MEASURE_NAMES
    for number, column in enumerate(found.columns):
        if progress is not None and not progress(number / len(found.columns)):
            raise CancelledError
        values = found.values[column]
        if not values:
            continue
        meaning = own.get(column.casefold().replace("_", " "), own.get(column.casefold(), ""))
        if meaning:
            becomes.setdefault(column, meaning) if meaning not in becomes.values() else None
        elif DATE not in becomes.values() and (form := _format(values, DATE_FORMATS)):
            becomes[column], date_format = DATE, form
        elif TIME not in becomes.values() and (form := _format(values, TIME_FORMATS)):
            becomes[column], time_format = TIME, form
        elif column.casefold() in _TAG_NAMES:
            becomes[column] = TAGS
        elif column.casefold() in _NOTE_NAMES:
            becomes[column] = NOTE
    if "%H" in date_format:
        becomes = {column: meaning for column, meaning in becomes.items() if meaning != TIME}
    draft = Draft(becomes=becomes, date_format=date_format, time_format=time_format)
    mood = draft.column_of(MOOD)
    known = {
        word: known_words[word.casefold()] for word in words_in(found, mood) if word.casefold() in known_words
    }
    return replace(with_ends(draft, found, measures), words=known)


def with_ends(draft: Draft, found: Survey, measures: Iterable[Measure]) -> Draft:
    """The same, with the ends of each scale and the signs between tags, where they are not known yet."""
    own = {measure.key: measure for measure in measures}
    ends = {
        column: draft.ends.get(column) or _ends(found.values[column], own[meaning])
        for column, meaning in draft.becomes.items()
        if meaning in own
    }
    separators = {
        column: draft.separators.get(column) or _separator(found.values[column])
        for column, meaning in draft.becomes.items()
        if meaning == TAGS
    }
    return replace(draft, ends=ends, separators=separators)


def words_in(found: Survey, column: str) -> dict[str, int]:
    """What stands in a column and is no number, with how often, the most frequent first."""
    values = found.values.get(column, Counter())
    return {value: count for value, count in values.most_common() if not _NUMBER.fullmatch(value)}


def mapping_of(draft: Draft, found: Survey, measures: Iterable[Measure]) -> CsvMapping:
    """The mapping that a draft means; `draft.can_be_read` must hold."""
    own = {measure.key: measure for measure in measures}
    values, tags, notes = [], [], []
    for column, meaning in draft.becomes.items():
        if meaning in own:
            low, high = draft.ends[column]
            words = draft.words if meaning == MOOD else {}
            onto = {
                word: _onto(value, low, high) for word, value in words.items() if isinstance(value, float)
            }
            aside = frozenset(word for word, value in words.items() if isinstance(value, str))
            values.append(
                ValueColumn(
                    column=column,
                    place=column,
                    measure=own[meaning],
                    low=low,
                    high=high,
                    numbers=onto,
                    missing=aside,
                )
            )
            kept = {word: word for word, value in words.items() if value == AS_TAG}
            if kept:
                tags.append(TagColumn(column=column, place=column, words=kept))
        elif meaning == TAGS:
            tags.append(
                TagColumn(column=column, place=column, separator=draft.separators.get(column, "").strip())
            )
        elif meaning == NOTE:
            notes.append(NoteColumn(column=column, place=column))
    has_time = "%H" in draft.date_format
    time = "" if has_time else draft.column_of(TIME)
    when = When(
        date=draft.column_of(DATE), date_format=draft.date_format, date_has_time=has_time,
        time=time, time_format=draft.time_format, time_optional=True,
    )  # fmt: skip
    return CsvMapping(
        path=None, source=SOURCE, form=found.form, when=when,
        values=tuple(values), tags=tuple(tags), notes=tuple(notes),
    )  # fmt: skip


def _onto(mood: float, low: float, high: float) -> float:
    """The number of the column's own scale that stands for a mood from 0 to 10."""
    return low + mood / 10 * (high - low)


def _format(values: Counter[str], formats: Iterable[str]) -> str:
    """The format by which the most values can be read, the first of equals; '' where too few can."""
    best, most = "", _ENOUGH * len(values)
    for form in formats:
        read = sum(_reads(value, form) for value in values)
        if read >= most and (not best or read > most):
            best, most = form, read
    return best


def _reads(text: str, form: str) -> bool:
    try:
        datetime.strptime(text, form)  # noqa: DTZ007  # only whether it can be read
    except (ValueError, OverflowError):
        return False
    return True


def _ends(values: Counter[str], measure: Measure) -> tuple[float, float]:
    """The smallest usual scale that nearly every number is on; what lies outside of it stays out, and is said."""
    numbers = [
        (float(value.replace(",", ".")), often) for value, often in values.items() if _NUMBER.fullmatch(value)
    ]
    own = (measure.low, measure.high)
    if measure.unit or not numbers:
        return own
    scales = _SCALES if own in _SCALES else (*_SCALES, own)
    held = {ends: sum(often for number, often in numbers if ends[0] <= number <= ends[1]) for ends in scales}
    nearly_all = _NEARLY_ALL * sum(often for _number, often in numbers)
    fitting = [ends for ends, often in held.items() if often >= nearly_all]
    lowest, highest = min(numbers)[0], max(numbers)[0]
    return min(fitting, key=lambda ends: ends[1] - ends[0], default=(min(lowest, 0.0), max(highest, 1.0)))


def _separator(values: Counter[str]) -> str:
    return next((sign for sign in _SEPARATORS if any(sign in value for value in values)), "")
