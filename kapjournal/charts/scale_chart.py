"""A scale over time: each total with its number, the days it asks about as a bar, grey bands with their words."""

from __future__ import annotations

from kapjournal.charts.frame import BASELINE_DROP, LABEL_PX, Frame, day_axis
from kapjournal.charts.legend import Item, laid_out
from kapjournal.charts.markers import event_shapes, session_shapes, shown_sessions, today_of, today_shapes
from kapjournal.charts.picture import Area, Line, Mark, Paint, Picture, Shape, Spoken, SpokenPoints, Words
from kapjournal.charts.placing import wrapped
from kapjournal.charts.scale_words import (
    ScaleShown,
    day_of_form,
    safety_answer,
    safety_name,
    scale_sentence,
    told_form,
)
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import NOON, Beside
from kapjournal.charts.time_axis import LABEL_GAP_PX, ticks
from kapjournal.domain.scale import Band, ScoredForm
from kapjournal.words.language import _
from kapjournal.words.numbers import number
from kapjournal.words.scales import band_name, recall_first, recall_name, scale_name

POINT_PX = 10.0
LINE_PX = 1.4
RECALL_PX = 4.0
RECALL_OPACITY = 0.35
NUMBER_RISE_PX = 11
NUMBER_PX = 14.0
SAFETY_ROW_PX = 40
ROOM_ABOVE_PX = 36
DATED_APART_PX = 26


def scale_chart(shown: ScaleShown, beside: Beside, sheet: Sheet) -> Picture:
    """Return the picture of a scale's forms; estimates are hollow, joined by no line and compared with nothing.

    The lower and upper bounds of an incomplete form stand as a whisker (clinical reference 1.3). Bands are grey:
    a high score gets no colour of alarm. The safety item has a line of its own, one number for each form.
    """
    sessions = shown_sessions(beside, shown.first.toordinal(), shown.last.toordinal(), sheet)
    start = float(shown.first.toordinal())
    end = float(max([shown.last.toordinal() + 1, *(mark.day.toordinal() + 1 for mark in sessions)]))
    events = beside.between(start, shown.last.toordinal() + 1).events
    field = _field(shown, start, end, sheet)
    shapes = _drawn(shown, beside._replace(sessions=sessions, events=events), sheet, field)
    legend, height = laid_out(_legend(shown, sheet), sheet, _floor_y(shown, sheet, field) + sheet.length(43))
    told = [
        Spoken(_x(scored, field), field.y(_height(scored)), *told_form(shown, scored))
        for scored in shown.forms
    ]
    return Picture(
        sheet.width,
        height,
        (*shapes, *legend),
        scale_name(shown.definition),
        scale_sentence(shown),
        SpokenPoints.of(told, [day_of_form(scored).toordinal() for scored in shown.forms]),
        field.span,
    )


def scale_frame(whole: ScaleShown, beside: Beside, start: float, end: float, sheet: Sheet) -> Picture:
    """Return what stands between two times, without sentence and points; the rest is of the whole journal."""
    forms = tuple(one for one in whole.forms if start <= day_of_form(one).toordinal() + NOON <= end)
    shown = whole._replace(forms=forms)
    field = _field(shown, start, end, sheet)
    shapes = _drawn(shown, beside.between(start, end), sheet, field)
    rows, height = laid_out(_legend(whole, sheet), sheet, _floor_y(shown, sheet, field) + sheet.length(43))
    return Picture(sheet.width, height, (*shapes, *rows), scale_name(shown.definition), "", span=field.span)


def _drawn(shown: ScaleShown, beside: Beside, sheet: Sheet, field: Frame) -> list[Shape]:
    today = today_of(beside, sheet, field)
    marks = ticks(field.start, field.end, field.right - field.left, sheet.words, sheet.length(LABEL_GAP_PX))
    axis_field = field._replace(bottom=_floor_y(shown, sheet, field))
    shapes: list[Shape] = [
        *_bands(shown, sheet, field),
        *_floor(sheet, field),
        *day_axis(marks, sheet, axis_field, today.of_dates if today else None),
        *event_shapes(beside.events, sheet, field),
        *session_shapes(beside.sessions, sheet, field),
        *today_shapes(today, sheet, field, axis_field.bottom),
        *_recall(shown, sheet, field),
        *_line(shown, sheet, field),
    ]
    numbered = _numbered(shown, sheet, field)
    for scored in shown.forms:
        shapes += _form(scored, scored.form.id in numbered, sheet, field)
    return shapes if shown.definition.safety is None else [*shapes, *_safety_line(shown, sheet, field)]


def _floor_y(shown: ScaleShown, sheet: Sheet, field: Frame) -> float:
    """Return where the dates hang: below the row of the safety item, if there is one."""
    return field.bottom + (sheet.length(SAFETY_ROW_PX) if shown.definition.safety is not None else 0.0)


def _field(shown: ScaleShown, start: float, end: float, sheet: Sheet) -> Frame:
    definition = shown.definition
    words = [band_name(band) for band in definition.bands] or [_reference_words(shown)]
    room = max([sheet.words(word) for word in words if word], default=0.0)
    room = min(room, sheet.width * 0.3) + sheet.length(18)
    left = sheet.length(9) + sheet.words(number(definition.high)) + sheet.length(2)
    if definition.safety is not None:
        left = max(left, sheet.words(safety_name(shown)) + sheet.length(9))
    top = sheet.length(ROOM_ABOVE_PX)
    return Frame(
        left,
        sheet.width - room,
        top,
        top + sheet.plot_height,
        start,
        end,
        float(definition.low),
        float(definition.high),
    )


def _x(scored: ScoredForm, field: Frame) -> float:
    return field.x(day_of_form(scored).toordinal() + NOON)


def _height(scored: ScoredForm) -> float:
    """Return the value at which a form stands: its total, its estimate, or between its bounds."""
    score = scored.score
    if score.total is not None:
        return float(score.total)
    return float(score.estimate) if score.estimate is not None else (score.lower + score.upper) / 2


def _bands(shown: ScaleShown, sheet: Sheet, field: Frame) -> list[Shape]:
    """Return every second band in grey with lower bounds at the left and words at the right."""
    bands = shown.definition.bands
    if not bands:
        return _reference(shown, sheet, field)
    shapes: list[Shape] = []
    size = sheet.length(LABEL_PX)
    for place, band in enumerate(bands):
        top, bottom = field.y(_upper(band, bands, field.high)), field.y(band.low)
        if place % 2:
            across = (field.left, field.right)
            shapes.append(Area(across, (top,) * 2, (bottom,) * 2, Paint("band")))
        lines = wrapped(band_name(band), sheet, LABEL_PX, field.right + sheet.length(10))
        middle = (top + bottom) / 2 - (len(lines) - 1) * sheet.length(7.5)
        for at, line in enumerate(lines):
            baseline = middle + at * sheet.length(15) + size * BASELINE_DROP
            shapes.append(Words(field.right + sheet.length(10), baseline, line, "ink2", size))
    for value in sorted({band.low for band in bands} | {shown.definition.high}):
        baseline = field.y(value) + size * BASELINE_DROP
        shapes.append(
            Words(field.left - sheet.length(9), baseline, number(value), "ink2", size, anchor="end")
        )
    return shapes


def _upper(band: Band, bands: tuple[Band, ...], high: float) -> float:
    """Return where a band ends: where the next one begins."""
    following = [other.low for other in bands if other.low > band.low]
    return float(min(following)) if following else high


def _reference(shown: ScaleShown, sheet: Sheet, field: Frame) -> list[Shape]:
    """Return the one grey strip of a scale without bands, and the ends of the scale."""
    shapes: list[Shape] = []
    size = sheet.length(LABEL_PX)
    values = {shown.definition.low, shown.definition.high}
    if shown.definition.reference is not None:
        low, high = shown.definition.reference
        across = (field.left, field.right)
        shapes.append(Area(across, (field.y(high),) * 2, (field.y(low),) * 2, Paint("band")))
        baseline = field.y((low + high) / 2) + size * BASELINE_DROP
        words = wrapped(_reference_words(shown), sheet, LABEL_PX, field.right + sheet.length(10))
        for at, line in enumerate(words):
            y = baseline + at * sheet.length(15)
            shapes.append(Words(field.right + sheet.length(10), y, line, "ink2", size))
    for value in sorted(values):
        baseline = field.y(value) + size * BASELINE_DROP
        shapes.append(
            Words(field.left - sheet.length(9), baseline, number(value), "ink2", size, anchor="end")
        )
    return shapes


def _reference_words(shown: ScaleShown) -> str:
    if shown.definition.reference is None:
        return ""
    low, high = shown.definition.reference
    return _("suggested cut-off, {low} to {high}").format(low=number(low), high=number(high))


def _floor(sheet: Sheet, field: Frame) -> list[Shape]:
    return [Line((field.left, field.right), (field.bottom,) * 2, Paint("strong"), sheet.length(1))]


def _recall(shown: ScaleShown, sheet: Sheet, field: Frame) -> list[Shape]:
    """Return the days that each form asks about, as a bar at its height."""
    shapes: list[Shape] = []
    half = sheet.length(RECALL_PX / 2)
    for scored in shown.forms:
        if not scored.score.answered:
            continue
        day = day_of_form(scored)
        left = max(field.x(recall_first(shown.definition, day).toordinal()), field.left)
        y = field.y(_height(scored))
        across = (left, _x(scored, field))
        shapes.append(Area(across, (y - half,) * 2, (y + half,) * 2, Paint("ink3", RECALL_OPACITY)))
    return shapes


def _line(shown: ScaleShown, sheet: Sheet, field: Frame) -> list[Shape]:
    complete = shown.complete
    if len(complete) < 2:
        return []
    xs = tuple(_x(scored, field) for scored in complete)
    ys = tuple(field.y(_height(scored)) for scored in complete)
    return [Line(xs, ys, Paint("ink2"), sheet.length(LINE_PX))]


def _numbered(shown: ScaleShown, sheet: Sheet, field: Frame) -> frozenset[int]:
    """Return the ids of the forms whose total stands above them: the last, and those with room before the next."""
    free = float("inf")
    ids = []
    for scored in reversed(shown.complete):
        x = _x(scored, field)
        if x <= free:
            ids.append(scored.form.id)
            free = x - sheet.length(DATED_APART_PX)
    return frozenset(ids)


def _form(scored: ScoredForm, numbered: bool, sheet: Sheet, field: Frame) -> list[Shape]:
    if not scored.score.answered:
        return []
    x, y = _x(scored, field), field.y(_height(scored))
    shapes: list[Shape] = []
    side = sheet.length(POINT_PX)
    if scored.score.total is None:
        low, high = field.y(scored.score.lower), field.y(scored.score.upper)
        shapes.append(Line((x, x), (high, low), Paint("ink2"), sheet.length(1.25)))
        across = (x - side / 2, x + side / 2)
        shapes += [Line(across, (end, end), Paint("ink2"), sheet.length(1.25)) for end in (low, high)]
        if scored.score.estimate is None:
            return shapes
        dash = (sheet.length(2), sheet.length(2))
        ring = Mark(x, y, "circle", side, Paint("surface"), Paint("ink"), sheet.length(1.5), dash)
        return [*shapes, ring]
    shapes.append(Mark(x, y, "circle", side, Paint("ink"), Paint("surface"), sheet.length(1)))
    if numbered:
        baseline = y - sheet.length(NUMBER_RISE_PX)
        size = sheet.length(NUMBER_PX)
        shapes.append(Words(x, baseline, number(scored.score.total), "ink", size, 600, "middle"))
    return shapes


def _safety_line(shown: ScaleShown, sheet: Sheet, field: Frame) -> list[Shape]:
    """Return the row of the safety item: the answer of each form as it was given."""
    middle = field.bottom + sheet.length(SAFETY_ROW_PX / 2)
    size = sheet.length(LABEL_PX)
    baseline = middle + size * BASELINE_DROP
    shapes: list[Shape] = [
        Words(field.left - sheet.length(9), baseline, safety_name(shown), "ink2", size, anchor="end"),
        Line((field.left, field.right), (middle + sheet.length(14),) * 2, Paint("line")),
    ]
    free = float("-inf")
    for scored in shown.forms:
        answer = safety_answer(shown, scored)
        text = "–" if answer is None else number(answer)
        x = _x(scored, field)
        if x - free < sheet.words(text, 600) + sheet.length(4):
            continue
        free = x
        shapes.append(Words(x, baseline, text, "ink", size, 600 if answer else 400, "middle"))
    return shapes


def _legend(shown: ScaleShown, sheet: Sheet) -> list[Item]:
    half = sheet.length(RECALL_PX / 2)
    width = sheet.length(26)
    bar = Area((0.0, width), (-half,) * 2, (half,) * 2, Paint("ink3", RECALL_OPACITY))
    items = [Item((bar,), width, _lower(recall_name(shown.definition)))]
    side = sheet.length(POINT_PX)
    if any(scored.score.estimate is not None for scored in shown.forms):
        dash = (sheet.length(2), sheet.length(2))
        ring = Mark(side / 2, 0.0, "circle", side, Paint("surface"), Paint("ink"), sheet.length(1.5), dash)
        items.append(Item((ring,), side, _("estimate, some answers open; from least to most it could be")))
    if shown.definition.safety is not None:
        text = _("{item}: the answer as given").format(item=safety_name(shown))
        items.append(Item((), 0.0, text))
    return items


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
