"""The tables as SQLAlchemy knows them, with typed columns; what makes them is storage/steps."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Named, Table, TypedColumns

metadata = MetaData()


class MetaColumns(TypedColumns):
    """Facts of the journal itself."""

    key: Named[str]
    value: Named[str]


class EntryColumns(TypedColumns):
    """What every dated record has."""

    id = Column(Integer, primary_key=True)
    kind: Named[str]
    detail: Named[str]
    place: Named[int]
    day: Named[int]
    local: Named[str]
    utc_offset_min: Named[int]
    zone: Named[str]
    has_time: Named[int]
    instant: Named[int]
    written: Named[str]
    edited: Named[str]
    added_later: Named[int]
    to_share: Named[int]
    trashed: Named[str | None]


class EntryTagColumns(TypedColumns):
    """The tags of an entry, in their order."""

    entry_id: Named[int]
    position: Named[int]
    tag: Named[str]


class CheckInColumns(TypedColumns):
    """A check-in's own fields."""

    entry_id = Column(Integer, primary_key=True)
    type: Named[str]
    note: Named[str]


class CheckInValueColumns(TypedColumns):
    """One value of one measure; the columns from `day` on repeat the entry's for the charts' index."""

    entry_id: Named[int]
    measure: Named[str]
    position: Named[int]
    value: Named[float]
    source_value: Named[float | None]
    source_low: Named[float | None]
    source_high: Named[float | None]
    day: Named[int]
    minute: Named[int]
    ordinary: Named[int]
    added_later: Named[int]
    shown: Named[int]


class CheckInFeelingColumns(TypedColumns):
    """The words of the palette that were chosen."""

    entry_id: Named[int]
    position: Named[int]
    feeling: Named[str]


class KapSessionColumns(TypedColumns):
    """A session's own fields; lists are JSON."""

    entry_id = Column(Integer, primary_key=True)
    kind: Named[str]
    status: Named[str]
    status_reason: Named[str]
    course_id: Named[int | None]
    duration_min: Named[int | None]
    route: Named[str | None]
    medicine: Named[str | None]
    dose_text: Named[str]
    setting: Named[str | None]
    companions: Named[str]
    music: Named[str]
    intention: Named[str]
    depth: Named[int | None]
    difficulty: Named[int | None]
    meaningfulness: Named[int | None]
    side_effects: Named[str]
    with_whom: Named[str]
    topics: Named[str]
    agreed_step: Named[str]
    notes: Named[str]
    side_effects_later: Named[str]
    preparation: Named[str | None]
    to_say: Named[str]
    hours_since_food: Named[float | None]
    prepared: Named[int | None]
    aids: Named[str]
    mode: Named[str | None]
    felt_safe: Named[int | None]
    themes: Named[str]
    vital_signs: Named[str]
    met_with: Named[str | None]
    meeting_format: Named[str | None]
    what_landed: Named[str]
    step_due: Named[str | None]
    mood_before: Named[int | None]
    mood_after: Named[int | None]


class ReflectionColumns(TypedColumns):
    """A reflection's own fields, and the question it answers."""

    entry_id = Column(Integer, primary_key=True)
    title: Named[str]
    text: Named[str]
    kap_session_id: Named[int | None]
    prompt_id: Named[str | None]
    question: Named[str | None]
    domain: Named[str | None]
    window: Named[str | None]
    left_open: Named[int]


class ReflectionFragmentColumns(TypedColumns):
    """The fragments that a reflection grew from."""

    reflection_id: Named[int]
    position: Named[int]
    fragment_id: Named[int]


class ReflectionPictureColumns(TypedColumns):
    """The pictures that a reflection shows."""

    reflection_id: Named[int]
    position: Named[int]
    picture_id: Named[int]
    alt: Named[str]


class FragmentColumns(TypedColumns):
    """A fragment's own fields."""

    entry_id = Column(Integer, primary_key=True)
    kind: Named[str]
    text: Named[str]
    kap_session_id: Named[int | None]
    layer: Named[str | None]
    looks_at: Named[int | None]


class FragmentDraftColumns(TypedColumns):
    """What is being typed after a session; one row."""

    id = Column(Integer, primary_key=True)
    moment: Named[str]
    kind: Named[str]
    text: Named[str]
    kap_session_id: Named[int | None]


class EventColumns(TypedColumns):
    """An event's own fields."""

    entry_id = Column(Integer, primary_key=True)
    kind: Named[str]
    text: Named[str]


class ScaleFormColumns(TypedColumns):
    """A form's own fields; the answers are JSON."""

    entry_id = Column(Integer, primary_key=True)
    instrument: Named[str]
    name: Named[str]
    version: Named[str]
    language: Named[str]
    answers: Named[str]
    finished: Named[str | None]
    support_shown: Named[str | None]


class ScaleFileColumns(TypedColumns):
    """A definition that the person added."""

    id = Column(Integer, primary_key=True)
    key: Named[str]
    text: Named[str]


class ScaleChoiceColumns(TypedColumns):
    """Which scales are used and when they are offered; one row, lists are JSON."""

    id = Column(Integer, primary_key=True)
    switched_on: Named[str]
    switched_off: Named[str]
    rules: Named[str]
    all_on_one_page: Named[int]


class SupportPlanColumns(TypedColumns):
    """The plan for hard times; one row, lists are JSON."""

    id = Column(Integer, primary_key=True)
    noticing: Named[str]
    steadying: Named[str]
    places: Named[str]
    people: Named[str]
    professionals: Named[str]
    surroundings: Named[str]
    here_for: Named[str]
    next_day: Named[str]
    reviewed: Named[str | None]


class MeasureColumns(TypedColumns):
    """What can be noticed."""

    id = Column(Integer, primary_key=True)
    key: Named[str]
    low: Named[float]
    high: Named[float]
    step: Named[float]
    direction: Named[str]
    unit: Named[str]
    name: Named[str]
    low_word: Named[str]
    high_word: Named[str]
    in_use: Named[int]
    position: Named[int]


class CourseColumns(TypedColumns):
    """A course; lists are JSON."""

    id = Column(Integer, primary_key=True)
    label: Named[str]
    started: Named[str | None]
    ended: Named[str | None]
    status: Named[str]
    conditions: Named[str]
    phases: Named[str]
    sessions_planned: Named[int | None]
    clinic: Named[str]
    clinic_phone: Named[str]
    prescriber: Named[str]
    therapist: Named[str]
    therapist_phone: Named[str]
    notes: Named[str]
    clinic_words: Named[str]
    clinic_limits: Named[str]
    medicines: Named[str]
    stop_reason: Named[str]
    condition_source: Named[str | None]


class PromptOfferColumns(TypedColumns):
    """What was offered on a day."""

    day: Named[int]
    slot: Named[int]
    prompt_id: Named[str]
    window: Named[str]
    set_aside: Named[int]


class PromptMarkColumns(TypedColumns):
    """What the person thinks of a prompt."""

    id = Column(Integer, primary_key=True)
    prompt_id: Named[str]
    favourite: Named[int]
    hidden: Named[int]


class OwnPromptColumns(TypedColumns):
    """A question of the person's own or of a pack; the list is JSON."""

    id = Column(Integer, primary_key=True)
    text: Named[str]
    skip_when: Named[str]
    pack_id: Named[int | None]


class PromptPackColumns(TypedColumns):
    """A therapist's questions."""

    id = Column(Integer, primary_key=True)
    name: Named[str]
    added: Named[str]


class PracticeColumns(TypedColumns):
    """A practice; its spells are JSON."""

    id = Column(Integer, primary_key=True)
    name: Named[str]
    kind: Named[str]
    rhythm: Named[str]
    spells: Named[str]
    ended: Named[int]
    kap_session_id: Named[int | None]
    reflection_id: Named[int | None]
    question: Named[str]


class PracticeDayColumns(TypedColumns):
    """A day of a practice."""

    id = Column(Integer, primary_key=True)
    practice_id: Named[int]
    day: Named[str]
    kept: Named[int]
    minutes: Named[int | None]
    helped: Named[int | None]
    note: Named[str]


class PersonColumns(TypedColumns):
    """The person's own choices; one row."""

    id = Column(Integer, primary_key=True)
    name: Named[str]
    trauma_care: Named[int]
    home_not_safe: Named[int]


class ShareColumns(TypedColumns):
    """A summary that left the journal."""

    id = Column(Integer, primary_key=True)
    moment: Named[str]
    form: Named[str]
    first: Named[str]
    last: Named[str]
    parts: Named[str]
    entry_ids: Named[str]
    for_whom: Named[str]
    sha256: Named[str]
    choice: Named[str | None]
    name: Named[str]
    record_ids: Named[str]
    doses: Named[str]


class SummaryChoiceColumns(TypedColumns):
    """What was chosen for the summary; one row."""

    id = Column(Integer, primary_key=True)
    first: Named[str | None]
    last: Named[str | None]
    parts: Named[str]
    entry_ids: Named[str]
    talking_points: Named[str]
    for_whom: Named[str]
    page_size: Named[str]
    practice_ids: Named[str]
    struck: Named[str]
    talking_sources: Named[str]


class ImportSourceColumns(TypedColumns):
    """Where imported entries came from."""

    source_key: Named[str]
    entry_id: Named[int]


class StepColumns(TypedColumns):
    """One change that can be undone; `undone` counts up with each undoing."""

    id = Column(Integer, primary_key=True)
    at: Named[int]
    asked_by: Named[str]
    undone: Named[int | None]


class VersionColumns(TypedColumns):
    """What a change found, and, once undone, what it had made."""

    step_id: Named[int]
    kind: Named[str]
    record_id: Named[int]
    at: Named[str]
    before: Named[str | None]
    after: Named[str | None]


class SearchColumns(TypedColumns):
    """The words of every entry, by its place on the time line."""

    rowid = Column(Integer, primary_key=True)
    title: Named[str]
    text: Named[str]
    words: Named[str]


meta = Table("meta", metadata, MetaColumns)
entry = Table("entry", metadata, EntryColumns)
entry_tag = Table("entry_tag", metadata, EntryTagColumns)
check_in = Table("check_in", metadata, CheckInColumns)
check_in_value = Table("check_in_value", metadata, CheckInValueColumns)
check_in_feeling = Table("check_in_feeling", metadata, CheckInFeelingColumns)
kap_session = Table("kap_session", metadata, KapSessionColumns)
reflection = Table("reflection", metadata, ReflectionColumns)
reflection_fragment = Table("reflection_fragment", metadata, ReflectionFragmentColumns)
reflection_picture = Table("reflection_picture", metadata, ReflectionPictureColumns)
fragment = Table("fragment", metadata, FragmentColumns)
fragment_draft = Table("fragment_draft", metadata, FragmentDraftColumns)
event = Table("event", metadata, EventColumns)
scale_form = Table("scale_form", metadata, ScaleFormColumns)
scale_file = Table("scale_file", metadata, ScaleFileColumns)
scale_choice = Table("scale_choice", metadata, ScaleChoiceColumns)
support_plan = Table("support_plan", metadata, SupportPlanColumns)
measure = Table("measure", metadata, MeasureColumns)
course = Table("course", metadata, CourseColumns)
prompt_offer = Table("prompt_offer", metadata, PromptOfferColumns)
prompt_mark = Table("prompt_mark", metadata, PromptMarkColumns)
own_prompt = Table("own_prompt", metadata, OwnPromptColumns)
prompt_pack = Table("prompt_pack", metadata, PromptPackColumns)
practice = Table("practice", metadata, PracticeColumns)
practice_day = Table("practice_day", metadata, PracticeDayColumns)
person = Table("person", metadata, PersonColumns)
share = Table("share", metadata, ShareColumns)
summary_choice = Table("summary_choice", metadata, SummaryChoiceColumns)
import_source = Table("import_source", metadata, ImportSourceColumns)
step = Table("step", metadata, StepColumns)
version = Table("version", metadata, VersionColumns)
search = Table("search", metadata, SearchColumns)
