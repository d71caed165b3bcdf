"""A summary as CSV: one archive of tables that opens in any spreadsheet and runs nothing there."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import timedelta

from kapjournal.domain.measure import Measure
from kapjournal.domain.moment import Moment
from kapjournal.domain.practice import PracticeDay
from kapjournal.domain.scale import ScaleForm, ScaleItem
from kapjournal.summary.course_facts import Dose
from kapjournal.summary.records import Marks, Records, Text, kind_of
from kapjournal.summary.telling import Tell, counted, part, quietly
from kapjournal.words.language import _
from kapjournal.words.numbers import number
from kapjournal.words.scales import LOINC_NOTICE

ENTRY_TIME = (2000, 1, 1, 0, 0, 0)
"""The same summary gives the same bytes: no entry tells when it was made."""
FORMULA_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
"""What a spreadsheet may take for a formula, full-width forms too."""
_OFFSET = re.compile(r"[+-][0-9]{2}:[0-9]{2}")
"""A distance from UTC has nothing to run: a spreadsheet takes it for words or for a time, a program reads it."""
BOM = "\ufeff"
_OF_CHECK_INS = ("mood", "distress", "anxiety", "energy", "sleep_h", "sleep_quality", "connection", "pain")
_NAMES = {"sleep_h": "sleep_hours"}
Cell = str | int | float | None
Row = tuple[Cell, ...]


def csv_archive(records: Records, tell: Tell = quietly) -> bytes:
    """Return the ZIP. Raises what `tell` raises."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (*_tables(records, tell), ("README.txt", _readme(records))):
            info = zipfile.ZipInfo(name, ENTRY_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, text.encode("utf-8", "replace"))
    return made.getvalue()


def guarded(cell: Cell) -> str:
    """Return a cell as text that no spreadsheet takes for a formula."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return f"{cell:g}" if isinstance(cell, float) else str(cell)
    plain = cell.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    first = plain.lstrip(" \u00a0\u3000\n\u200b\ufeff")[:1]
    risky = first == "\t" or (first != "" and first in FORMULA_SIGNS and not _OFFSET.fullmatch(plain))
    return f"'{plain}" if risky else plain


def _table(heads: Iterable[str], rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded(head) for head in heads])
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    return BOM + text.getvalue()


def _tables(records: Records, tell: Tell) -> Iterator[tuple[str, str]]:
    own = [m.key for m in records.measures if m.key not in _OF_CHECK_INS]
    heads = ["id", "local_datetime", "utc_offset", "type", *(_NAMES.get(k, k) for k in _OF_CHECK_INS), *own]
    ticked = {text.entry.id: text for text in records.texts}
    marks_told = counted(records.marks, part(tell, 0.0, 0.8), records.marks)
    check_ins = (_check_in(marks, own, ticked.get(marks.id)) for marks in marks_told)
    yield "checkins.csv", _table((*heads, "added_later", "feelings", "tags", "note"), check_ins)
    yield "scores.csv", _table(_SCORES, _scores(records))
    yield "items.csv", _table(("score_id", "item", "value", "loinc_item", "loinc_answer"), _items(records))
    yield "sessions.csv", _table(_SESSIONS, _sessions(records))
    yield "side_effects.csv", _table(_EFFECTS, _effects(records))
    yield "themes.csv", _table(("session_id", "n", "code", "strength", "welcome"), _themes(records))
    yield (
        "vital_signs.csv",
        _table(("session_id", "n", "at", "pressure", "pulse", "oxygen"), _vital_signs(records)),
    )
    yield "integration.csv", _table(_INTEGRATION, _integration(records))
    days = (_practice_day(record.practice.name, d) for record in records.practices for d in record.days)
    yield "practices.csv", _table(("practice_id", "name", "day", "kept", "minutes", "helped", "note"), days)
    events = (
        (t.entry.id, t.entry.moment.day.isoformat(), kind_of(t.entry), ";".join(t.tags), t.text)
        for t in records.texts
        if kind_of(t.entry).startswith("event_")
    )
    yield "events.csv", _table(("id", "day", "kind", "tags", "text"), events)
    summary = records.summary
    medicines = [("medicine", line.text) for line in summary.medicines]
    points = [("to_talk_about", line.text) for line in summary.talking_points]
    yield "lines.csv", _table(("kind", "text"), [*medicines, *points, *records.statements])


_SCORES = (
    "id", "instrument", "version", "language", "completed_at", "total", "estimate", "n_missing", "lower", "upper",
    "band", "is_baseline",
)  # fmt: skip
_SESSIONS = (
    "id", "course_id", "phase", "n", "started_at", "ended_at", "route", "medicine", "dose_text", "setting", "status",
    "pre_mood", "pre_distress", "pre_anxiety", "pre_sleep_hours", "pre_hours_since_food", "pre_preparation",
    "post_mood", "post_distress", "post_anxiety", "post_intensity", "post_difficulty", "post_felt_safe",
    "post_meaningfulness", "intention",
)  # fmt: skip
_EFFECTS = ("session_id", "n", "code", "severity", "onset", "resolved", "passed_after_min", "note")
_TALK = (
    "with", "minutes", "format", "topics", "what_landed", "agreed_step", "step_due", "mood_before", "mood_after",
)  # fmt: skip
_INTEGRATION = (
    "id", "local_datetime", "utc_offset", "kind", "session_id", "title", "question", "text", "tags", *_TALK,
    "added_later",
)  # fmt: skip


def stamp(moment: Moment) -> str:
    """Return a moment as ISO with its offset; a day alone where no time is known."""
    return moment.aware.isoformat() if moment.has_time else moment.day.isoformat()


def _offset(moment: Moment) -> str:
    return moment.aware.strftime("%z")[:3] + ":" + moment.aware.strftime("%z")[3:5]


def _check_in(marks: Marks, own: list[str], ticked: Text | None) -> Row:
    """Return a row; words stand in it only where the check-in was ticked."""
    values = (marks.values.get(key) for key in (*_OF_CHECK_INS, *own))
    return (
        marks.id,
        stamp(marks.moment),
        _offset(marks.moment),
        marks.type.value,
        *values,
        int(marks.added_later),
        ";".join(ticked.feelings) if ticked is not None else "",
        ";".join(ticked.tags) if ticked is not None else "",
        ticked.text if ticked is not None else "",
    )


def _scores(records: Records) -> Iterator[Row]:
    for record in records.scales:
        for scored in record.forms:
            form, score = scored.form, scored.score
            yield (
                form.id,
                form.instrument,
                form.version,
                form.language,
                stamp(form.moment),
                score.total,
                score.estimate,
                score.of - score.answered,
                score.lower,
                score.upper,
                score.band.name if score.band is not None else "",
                int(form.id in records.baseline_ids),
            )


def _items(records: Records) -> Iterator[Row]:
    for record in records.scales:
        for scored in record.forms:
            for item in record.definition.items:
                if item.scored or scored.form.was_reached(item.id):
                    yield _item(scored.form, item)


def _item(form: ScaleForm, item: ScaleItem) -> Row:
    value = form.answer(item.id)
    answer = next((o.loinc for o in item.options if o.value == value), "") if value is not None else ""
    return form.id, item.id, value, item.loinc, answer


def _sessions(records: Records) -> Iterator[Row]:
    for dose in records.doses:
        session = dose.session
        phase = records.course.phase_on(dose.day) if records.course is not None else None
        yield (
            session.id,
            session.course_id,
            phase.value if phase is not None else "",
            dose.number,
            stamp(session.moment),
            ended(session.moment, session.duration_min),
            session.route.value if session.route is not None else "",
            session.medicine.value if session.medicine is not None else "",
            session.dose_text,
            session.setting.value if session.setting is not None else "",
            session.status.value,
            *_around(records, dose),
            records.intention(dose),
        )


def _around(records: Records, dose: Dose) -> Row:
    """Return how someone was before a dose and after it, of which depth and difficulty stand on the pages too."""
    session, details = dose.session, records.details
    before = records.before(dose) if details else None
    after = records.after(dose) if details else None

    def told(marks: Marks | None, *keys: str) -> Row:
        return tuple(marks.values.get(key) if marks is not None else None for key in keys)

    return (
        *told(before, "mood", "distress", "anxiety", "sleep_h"),
        session.hours_since_food if details else None,
        session.prepared if details else None,
        *told(after, "mood", "distress", "anxiety"),
        session.depth,
        session.difficulty,
        session.felt_safe if details else None,
        session.meaningfulness if details else None,
    )


def _themes(records: Records) -> Iterator[Row]:
    for dose in records.doses if records.details else ():
        for theme in dose.session.themes:
            welcome = theme.welcome.value if theme.welcome is not None else ""
            yield dose.session.id, dose.number, theme.code, theme.strength, welcome


def _vital_signs(records: Records) -> Iterator[Row]:
    for dose in records.doses if records.details else ():
        for signs in dose.session.vital_signs:
            if not signs.is_empty:
                yield (
                    dose.session.id,
                    dose.number,
                    signs.when.value,
                    signs.pressure,
                    signs.pulse,
                    signs.oxygen,
                )


def ended(moment: Moment, minutes: int | None) -> str:
    """Return when a session ended; '' where that is not known."""
    if minutes is None or not moment.has_time:
        return ""
    return (moment.aware + timedelta(minutes=minutes)).isoformat()


def _effects(records: Records) -> Iterator[Row]:
    for dose in records.doses:
        for effect in dose.session.side_effects_told:
            onset = effect.onset.value if effect.onset is not None else ""
            resolved = None if effect.resolved is None else int(effect.resolved)
            note = effect.note if effect.code == "other" else ""
            yield (
                dose.session.id,
                dose.number,
                effect.code,
                effect.severity.value,
                onset,
                resolved,
                effect.passed_after_min,
                note,
            )


def _integration(records: Records) -> Iterator[Row]:
    for text in records.texts:
        kind = kind_of(text.entry)
        if kind in ("note", "intention") or kind.startswith("event_"):
            continue
        moment = text.entry.moment
        session = getattr(text.entry, "kap_session_id", None)
        known = {dose.session.id for dose in records.doses}
        yield (
            text.entry.id,
            stamp(moment),
            _offset(moment),
            kind,
            session if session in known else None,
            text.title,
            text.question,
            text.text,
            ";".join(text.tags),
            *(text.talk.get(field) if text.talk is not None else None for field in _TALK),
            int(text.entry.added_later),
        )


def _practice_day(name: str, day: PracticeDay) -> Row:
    return day.practice_id, name, day.day.isoformat(), int(day.kept), day.minutes, day.helped, day.note


def _own_measure(measure: Measure) -> str:
    """Return what a column of the person's own measure holds."""
    ends = (f"{number(measure.low, 1)} {measure.low_word}", f"{number(measure.high, 1)} {measure.high_word}")
    text = _("{column}: {name}, from {lowest} to {highest}.")
    told = text.format(column=measure.key, name=measure.name, lowest=ends[0].strip(), highest=ends[1].strip())
    return " ".join(told.split())


def _readme(records: Records) -> str:
    lines = [
        f"Kap Journal. {records.summary.opening.rstrip('.')}. {records.summary.title}.",
        _("Self-reported, not validated; not a clinical measurement."),
        "",
        _("Files: UTF-8, commas, one header row, dates as ISO 8601 with the offset, '.' in numbers."),
        _("Only what was chosen for this summary is in it; what is not here is private."),
        _("An empty cell is not zero: nothing was noted there."),
        _(
            "A cell that begins with ' began with a sign that a spreadsheet would run; take the ' away to read it."
        ),
        _("Amounts of medicine are text, as the person was told them."),
        "",
        _(
            "Measures: 0 to 10, sleep_hours in hours, sleep_quality 0 to 4. type: ordinary, pre_session, post_session."
        ),
        *(_own_measure(measure) for measure in records.measures if measure.is_own),
        _("Severity of side effects: none, mild, moderate, strong."),
        _(
            "Themes: 1 to 3 strong; never added up. Vital signs are as the person was told them. pre_ is before a "
            "dose on its day, post_ after it; intensity is how deep it was."
        ),
        _(
            "Scores: total only where every item was answered; an estimate is the person’s mean in the open places."
        ),
    ]
    lines += [f"{r.definition.name}: {r.definition.credit}" for r in records.scales if r.definition.credit]
    if any(record.definition.loinc_panel for record in records.scales):
        lines += ["", LOINC_NOTICE]
    return "\r\n".join(lines) + "\r\n"
