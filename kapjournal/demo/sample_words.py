"""The sample's words and numbers, read from its data files; one function per kind of record."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from kapjournal.domain.around_dose import (
    Aid,
    PreparationItem,
    PreparationKind,
    SessionMode,
    Theme,
    VitalSigns,
    VitalTime,
    Welcome,
)
from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.domain.course import Condition, Course, CurrentMedicine, Phase, PhaseSpan
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import (
    Companion,
    KapSession,
    Medicine,
    MeetingFormat,
    MetWith,
    Onset,
    Route,
    SessionKind,
    SessionStatus,
    Setting,
    Severity,
    SideEffect,
)
from kapjournal.domain.measure import BUILT_IN, MeasureValue
from kapjournal.domain.moment import Moment
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.domain.reflection import Fragment, FragmentKind, Layer, Reflection
from kapjournal.domain.scale import ScaleAnswer, ScaleForm
from kapjournal.domain.support_plan import PlanContact, SupportPlan
from kapjournal.guidance import scale_definitions
from kapjournal.guidance.library import library
from kapjournal.paths import resource

Raw = Mapping[str, Any]
LIFE = "sample/life.toml"
CHECK_INS = "sample/check_ins.toml"


def life() -> Raw:
    """Everything but the check-ins, as it stands in the file."""
    return tomllib.loads(resource(LIFE).read_text("utf-8"))


def check_ins() -> Sequence[Raw]:
    """The check-ins, the early ones in the same form as the others."""
    raw = tomllib.loads(resource(CHECK_INS).read_text("utf-8"))
    early = [{"at": at, "mood": mood} for at, mood in raw["earlier"]]
    return (*early, *raw["check_in"])


def check_in(raw: Raw, moment: Moment) -> CheckIn:
    """One check-in."""
    return CheckIn(
        moment=moment,
        type=CheckInType(raw.get("type", CheckInType.ORDINARY)),
        values=tuple(MeasureValue(key, float(raw[key])) for key in BUILT_IN if key in raw),
        feelings=tuple(raw.get("feelings", ())),
        tags=tuple(raw.get("tags", ())),
        note=raw.get("note", ""),
    )


def course(raw: Raw, shifted: Mapping[date, date]) -> Course:
    """The course; `shifted` gives the day that each day of the file has become."""
    return Course(
        label=raw["label"],
        started=shifted[raw["started"]],
        conditions=tuple(Condition(code) for code in raw["conditions"]),
        phases=tuple(
            PhaseSpan(
                Phase(span["phase"]),
                shifted[span["first"]],
                shifted[span["last"]] if "last" in span else None,
            )
            for span in raw["phases"]
        ),
        sessions_planned=raw["sessions_planned"],
        clinic_phone=raw["clinic_phone"],
        therapist=raw["therapist"],
        clinic_words=raw["clinic_words"],
        medicines=tuple(CurrentMedicine(name, as_told) for name, as_told in raw["medicines"]),
    )


def course_days(raw: Raw) -> tuple[date, ...]:
    """The days that a course's record names."""
    spans = raw["phases"]
    return (raw["started"], *(s["first"] for s in spans), *(s["last"] for s in spans if "last" in s))


def session(raw: Raw, moment: Moment, course_id: int) -> KapSession:
    """One session."""
    return KapSession(
        moment=moment,
        course_id=course_id,
        kind=SessionKind(raw["kind"]),
        status=SessionStatus(raw["status"]),
        status_reason=raw.get("status_reason", ""),
        duration_min=raw.get("duration_min"),
        route=Route(raw["route"]) if "route" in raw else None,
        medicine=Medicine(raw["medicine"]) if "medicine" in raw else None,
        dose_text=raw.get("dose_text", ""),
        setting=Setting(raw["setting"]) if "setting" in raw else None,
        companions=tuple(Companion(code) for code in raw.get("companions", ())),
        music=raw.get("music", ""),
        intention=raw.get("intention", ""),
        depth=raw.get("depth"),
        difficulty=raw.get("difficulty"),
        meaningfulness=raw.get("meaningfulness"),
        side_effects=tuple(_side_effect(effect) for effect in raw.get("side_effects", ())),
        with_whom=raw.get("with_whom", ""),
        topics=raw.get("topics", ""),
        agreed_step=raw.get("agreed_step", ""),
        notes=raw.get("notes", ""),
        to_share=raw.get("to_share", False),
        side_effects_later=tuple(_side_effect(effect) for effect in raw.get("side_effects_later", ())),
        preparation=_preparation(raw),
        to_say=raw.get("to_say", ""),
        hours_since_food=raw.get("hours_since_food"),
        prepared=raw.get("prepared"),
        aids=tuple(Aid(code) for code in raw.get("aids", ())),
        mode=SessionMode(raw["mode"]) if "mode" in raw else None,
        felt_safe=raw.get("felt_safe"),
        themes=tuple(_theme(theme) for theme in raw.get("themes", ())),
        vital_signs=tuple(VitalSigns(VitalTime(when), *told) for when, *told in raw.get("vital_signs", ())),
        met_with=MetWith(raw["met_with"]) if "met_with" in raw else None,
        meeting_format=MeetingFormat(raw["meeting_format"]) if "meeting_format" in raw else None,
        what_landed=raw.get("what_landed", ""),
        step_due=moment.day + timedelta(days=raw["step_due_days"]) if "step_due_days" in raw else None,
        mood_before=raw.get("mood_before"),
        mood_after=raw.get("mood_after"),
    )


def _preparation(raw: Raw) -> tuple[PreparationItem, ...] | None:
    if "preparation" not in raw:
        return None
    return tuple(
        PreparationItem(PreparationKind(kind), done=done, note=note)
        for kind, done, note in raw["preparation"]
    )


def _theme(raw: Sequence[Any]) -> Theme:
    code, strength, *welcome = raw
    return Theme(code, strength, Welcome(welcome[0]) if welcome else None)


def _side_effect(raw: Raw) -> SideEffect:
    return SideEffect(
        code=raw["code"],
        severity=Severity(raw["severity"]),
        resolved=raw.get("resolved"),
        passed_after_min=raw.get("passed_after_min"),
        note=raw.get("note", ""),
        onset=Onset(raw["onset"]) if "onset" in raw else None,
    )


def fragment(raw: Raw, moment: Moment, session_id: int, looks_at: int | None = None) -> Fragment:
    """One fragment, or a later look at one."""
    return Fragment(
        layer=Layer(raw["layer"]) if "layer" in raw else None,
        looks_at=looks_at,
        moment=moment,
        kind=FragmentKind(raw["kind"]),
        text=raw["text"],
        kap_session_id=session_id,
        to_share=raw.get("to_share", False),
    )


def reflection(raw: Raw, moment: Moment, session_id: int | None, fragment_ids: Sequence[int]) -> Reflection:
    """One reflection; the question that it answers is the library's."""
    return Reflection(
        moment=moment,
        title=raw["title"],
        text=raw["text"].strip(),
        kap_session_id=session_id,
        prompt=_asked(raw["prompt"]) if "prompt" in raw else None,
        fragment_ids=tuple(fragment_ids),
        left_open=raw.get("left_open", False),
        tags=tuple(raw.get("tags", ())),
        to_share=raw.get("to_share", False),
    )


def _asked(prompt_id: str) -> AskedPrompt:
    prompt = library().prompt(prompt_id)
    if prompt is None:
        raise KeyError(prompt_id)
    return AskedPrompt(prompt.id, prompt.text, prompt.domain.value, prompt.window)


def event(raw: Raw, moment: Moment) -> Event:
    """One event."""
    return Event(moment=moment, kind=EventKind(raw["kind"]), text=raw["text"])


def written(raw: Raw) -> datetime:
    """When it was written down: at its moment, where nothing else is said."""
    at: datetime = raw.get("written", raw["at"])
    return at


def scale(raw: Raw, moment: Moment) -> ScaleForm:
    """One finished scale; item 9 had its support page then."""
    definition = scale_definitions.built_in_one(raw["instrument"])
    answers = tuple(
        ScaleAnswer(item.id, value) for item, value in zip(definition.items, raw["answers"], strict=True)
    )
    form = ScaleForm(
        moment=moment,
        instrument=definition.id,
        name=definition.name,
        version=definition.version,
        answers=answers,
        finished=moment.instant,
    )
    safety = definition.safety
    shown = safety is not None and (form.answer(safety.item) or 0) >= safety.trigger_at
    return replace(form, support_shown=moment.instant) if shown else form


def support_plan(raw: Raw) -> SupportPlan:
    """The plan for hard times."""
    people, professionals = (
        tuple(PlanContact(**one) for one in raw[key]) for key in ("people", "professionals")
    )
    texts: dict[str, Any] = {key: value for key, value in raw.items() if isinstance(value, str)}
    return SupportPlan(people=people, professionals=professionals, **texts)
