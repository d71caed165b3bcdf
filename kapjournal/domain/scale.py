"""A scale: a published questionnaire as its definition says it, a form filled in by the person, and its score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kapjournal.domain.entry import NEW, Entry

PHQ9, PHQ2, GAD7, GAD2, PCL5 = "phq9", "phq2", "gad7", "gad2", "pcl5"
LONG_TERM = "long_term"
"""The monthly check of what may come with long treatment; it has no score."""


class Scoring(StrEnum):
    """How answers become a number."""

    SUM = "sum"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ScaleOption:
    """One answer that can be given; texts by language."""

    value: int
    text: Mapping[str, str]
    loinc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleItem:
    """One question, verbatim; `options` are its own, or the scale's."""

    id: str
    text: Mapping[str, str]
    options: tuple[ScaleOption, ...]
    loinc: str = ""
    scored: bool = True
    shown_if_any_at_least: int | None = None
    """Asked only where a scored item has at least this value."""


@dataclass(frozen=True, slots=True)
class Band:
    """A range of totals, both ends included, and the code of its name ('moderately_severe')."""

    low: int
    high: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRule:
    """From which difference on a change is possible, and larger than measurement error; and what studies use besides.

    What studies call a response or remission is part of a definition and said on no screen: the bands say how high a
    total is, and whether a treatment worked is not for a journal to say.
    """

    min_important: int
    reliable: int
    response_min_baseline: int | None = None
    response_fraction: float | None = None
    remission_below: int | None = None
    below_clinical_at: int | None = None


@dataclass(frozen=True, slots=True)
class SafetyItem:
    """The item whose answer opens the support page, from which value on."""

    item: str
    trigger_at: int


@dataclass(frozen=True, slots=True)
class Subscale:
    """Some items that are also summed by themselves."""

    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleDefinition:
    """One instrument, as its file says it (resources/scales, or a file of the person's)."""

    id: str
    name: str
    version: str
    licence: str
    credit: str
    languages: tuple[str, ...]
    unofficial: tuple[str, ...] = ()
    """Languages in which the wording is nobody's official translation."""
    recall_days: int
    min_interval_days: int
    lower_is_better: bool = True
    on_at_first: bool = False
    """Offered without having been switched on."""
    stem: Mapping[str, str]
    instructions: Mapping[str, str]
    options: tuple[ScaleOption, ...]
    items: tuple[ScaleItem, ...]
    scoring: Scoring = Scoring.SUM
    low: int = 0
    high: int = 0
    factor: int = 1
    """What the sum is multiplied by."""
    max_missing: int = 0
    bands: tuple[Band, ...] = ()
    reference: tuple[int, int] | None = None
    """A range of totals that is drawn as one grey strip, where there are no bands."""
    change: ChangeRule | None = None
    safety: SafetyItem | None = None
    subscales: tuple[Subscale, ...] = ()
    loinc_panel: str = ""
    loinc_total: str = ""
    loinc_answer_list: str = ""
    accept_on_import: Mapping[str, int]
    """Other answer codes that mean one of the values."""
    built_in: bool = True

    @property
    def scored_items(self) -> tuple[ScaleItem, ...]:
        """The items that count."""
        return tuple(item for item in self.items if item.scored)

    def items_for(self, form: ScaleForm) -> tuple[ScaleItem, ...]:
        """The items to ask, given what was answered: one that depends on another's answer only where that holds."""
        most = max((form.answer(item.id) or 0 for item in self.scored_items), default=0)
        return tuple(
            item
            for item in self.items
            if item.shown_if_any_at_least is None or most >= item.shown_if_any_at_least
        )

    def item(self, item_id: str) -> ScaleItem:
        """The item of that id. Raises KeyError."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def language_for(self, wanted: str) -> str:
        """The wanted language where the scale has it, else its first."""
        return wanted if wanted in self.languages else self.languages[0]


@dataclass(frozen=True, slots=True)
class ScaleAnswer:
    """The answer to one item; None = 'prefer not to answer'. An item without an answer was not reached."""

    item: str
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleForm(Entry):
    """One scale filled in; `moment` is when it was begun, or finished."""

    instrument: str
    name: str
    """The scale's name when it was filled in ('PHQ-9')."""
    version: str = ""
    language: str = "en"
    """In which the items were read."""
    answers: tuple[ScaleAnswer, ...] = ()
    finished: datetime | None = None
    """When 'Done' was said first, in UTC; None while it is left open."""
    support_shown: datetime | None = None
    """When the support page was shown before the score, in UTC."""

    def answer(self, item_id: str) -> int | None:
        """The value of an item; None where it was skipped or not reached: neither is zero."""
        return next((a.value for a in self.answers if a.item == item_id), None)

    def was_reached(self, item_id: str) -> bool:
        """Whether the item was answered, or was chosen not to be."""
        return any(a.item == item_id for a in self.answers)

    def answered(self, item_id: str, value: int | None) -> tuple[ScaleAnswer, ...]:
        """The answers with that one in its place."""
        others = tuple(a for a in self.answers if a.item != item_id)
        return (*others, ScaleAnswer(item_id, value))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleScore:
    """What a form adds up to (clinical reference 1.3); made by statistics/scale_scoring.py."""

    answered: int
    of: int
    """How many items count."""
    total: int | None
    """Only where every item was answered."""
    lower: int
    upper: int
    """The total if what is open were the least, or the most."""
    estimate: int | None = None
    """The person's own mean in the open places, rounded half up; for showing alone, never for change."""
    band: Band | None = None
    """Of the total, else of the estimate."""
    band_lower: Band | None = None
    band_upper: Band | None = None

    @property
    def is_complete(self) -> bool:
        """Whether there is a total."""
        return self.total is not None


class ChangeTier(StrEnum):
    """How large a change between two complete forms is."""

    WITHIN = "within_everyday_variation"
    POSSIBLE = "possible_change"
    LARGER = "larger_than_measurement_error"


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """A change from one complete form to another: the difference of totals, and its step in words."""

    delta: int
    tier: ChangeTier


@dataclass(frozen=True, slots=True)
class ScoredForm:
    """A finished form with its score."""

    form: ScaleForm
    score: ScaleScore


@dataclass(frozen=True, slots=True)
class Baseline:
    """What later forms are compared with."""

    scored: ScoredForm
    before_first_dose: bool
    """Within the 14 days before the first dose of the course; else it is the first complete form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleFile:
    """A definition that the person added, as its file was."""

    id: int = NEW
    key: str
    text: str
