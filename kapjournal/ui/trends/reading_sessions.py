"""What the charts of sessions read: doses, and mood around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import numpy as np

from kapjournal.charts.lasting_chart import lasting_chart
from kapjournal.charts.lasting_words import NumberedLasting, lasting_sentence, lasting_table
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.overlaid_chart import overlaid_chart
from kapjournal.charts.overlaid_words import NumberedCurve, Overlaid, overlaid_sentence, overlaid_table
from kapjournal.charts.side_effects_chart import (
    SideEffectsShown,
    effect_rows,
    side_effects_chart,
    side_effects_sentence,
    side_effects_table,
)
from kapjournal.charts.subject import SessionMark
from kapjournal.domain.kap_session import KapSession, Severity, SideEffect
from kapjournal.domain.measure import MOOD, Direction, Measure
from kapjournal.statistics.around_session import DAYS_BEFORE, across_sessions, around_session
from kapjournal.statistics.lasting import lasting
from kapjournal.statistics.observations import Observations
from kapjournal.statistics.survival import Survival, survival
from kapjournal.ui.trends.kept import Kept
from kapjournal.ui.trends.ranges import Days
from kapjournal.ui.trends.shown import ChartShown
from kapjournal.words.dates import span
from kapjournal.words.language import _, ngettext
from kapjournal.words.measures import measure_name, measure_within
from kapjournal.words.methods import around_method, lasting_method, side_effects_method
from kapjournal.words.numbers import number
from kapjournal.words.side_effects import side_effect_name


@dataclass(frozen=True, eq=False, slots=True)
class AroundDoses:
    """Mood, and the doses of a range: what the charts around sessions are computed from."""

    given: Observations
    measure: Measure
    doses: tuple[SessionMark, ...]
    all_doses: tuple[int, ...]
    """The days of every dose that was given, of other ranges too."""
    last_day: int
    seed: int
    days: Days


@dataclass(frozen=True, eq=False, slots=True)
class LastingNumbers:
    """Every bar, and the curve where there are enough."""

    rows: tuple[NumberedLasting, ...]
    curve: Survival | None


def read_around(kept: Kept, days: Days) -> AroundDoses:
    """Return mood from a week before the first dose of the range on, as far as it is noted."""
    doses = kept.doses_in(days)
    seed = next((session.course_id for session in reversed(kept.doses) if session.course_id is not None), 0)
    needed = Days(doses[0].moment.day - timedelta(days=DAYS_BEFORE), kept.today)
    return AroundDoses(
        kept.values(MOOD, needed),
        kept.measure(MOOD),
        tuple(_mark(kept, session) for session in doses),
        tuple(sorted({session.moment.day.toordinal() for session in kept.doses})),
        kept.today.toordinal(),
        seed,
        days,
    )


def overlaid_of(read: AroundDoses) -> Overlaid:
    """Compute the curves around each dose, their median and its band; may run in a worker."""
    curves = tuple(
        NumberedCurve(
            dose.number, around_session(read.given, dose.day.toordinal(), read.all_doses, read.last_day)
        )
        for dose in read.doses
    )
    across = across_sessions([one.curve.values for one in curves], read.seed)
    return Overlaid(curves, across, measure_axis(read.measure))


def around_shown(read: AroundDoses, numbers: Overlaid) -> ChartShown:
    """Return the chart around sessions."""
    observed = sum(int(np.count_nonzero(~np.isnan(one.curve.values))) for one in numbers.sessions)
    return ChartShown(
        _("Around a session"),
        overlaid_sentence(numbers),
        partial(overlaid_chart, numbers),
        overlaid_table(numbers),
        around_method(),
        _("{doses} in {span}; {observed} noted days around them.").format(
            doses=_sessions(len(read.doses)),
            span=span(read.days.first, read.days.last),
            observed=number(observed),
        ),
    )


def lasting_of(read: AroundDoses) -> LastingNumbers:
    """Compute how long relief lasted after each dose; may run in a worker."""
    lower = read.measure.direction is Direction.LOWER_IS_BETTER
    rows = tuple(
        NumberedLasting(
            dose,
            lasting(read.given, dose.day.toordinal(), read.all_doses, read.last_day, lower_is_better=lower),
        )
        for dose in read.doses
    )
    found = [row.lasting for row in rows if row.lasting.lasted]
    return LastingNumbers(rows, survival([(one.end, one.outcome == "ended") for one in found]))


def lasting_shown(read: AroundDoses, numbers: LastingNumbers) -> ChartShown:
    """Return the chart of how long it lasted."""
    measure = measure_within(measure_name(read.measure), read.measure.key)
    observed = sum(row.lasting.observed_days for row in numbers.rows)
    return ChartShown(
        _("How long it lasted"),
        lasting_sentence(numbers.rows, measure),
        partial(lasting_chart, numbers.rows, numbers.curve, measure),
        lasting_table(numbers.rows, numbers.curve),
        lasting_method(),
        _("{doses} in {span}; {observed} noted days after them, each until the next dose.").format(
            doses=_sessions(len(read.doses)),
            span=span(read.days.first, read.days.last),
            observed=number(observed),
        ),
    )


def side_effects_shown(kept: Kept, days: Days) -> ChartShown | None:
    """Return the chart of side effects; None where none was noted in the range."""
    sessions = kept.doses_in(days)
    told = [(session, effect) for session in sessions for effect in session.side_effects_told]
    there = [(session, effect) for session, effect in told if effect.severity is not Severity.NONE]
    if not there:
        return None
    shown = SideEffectsShown(
        sessions=tuple(_mark(kept, session) for session in sessions),
        rows=effect_rows([(s.moment.day.toordinal(), _name(e), e.severity) for s, e in there]),
        asked=frozenset(s.moment.day.toordinal() for s in sessions if s.side_effects_told),
        entries=len(there),
        not_gone=sum(effect.resolved is False for _session, effect in there),
        gone_not_said=sum(effect.resolved is None for _session, effect in there),
    )
    return ChartShown(
        _("Side effects by session"),
        side_effects_sentence(shown),
        partial(side_effects_chart, shown),
        side_effects_table(shown),
        side_effects_method(),
        _("{doses} in {span}; something was noted for {asked}.").format(
            doses=_sessions(len(sessions)), span=span(days.first, days.last), asked=number(len(shown.asked))
        ),
    )


def _name(effect: SideEffect) -> str:
    """Return the name of a side effect; of the person's own, their words."""
    return effect.note if effect.code == "other" and effect.note else side_effect_name(effect.code)


def _sessions(count: int) -> str:
    return ngettext("{n} dosing session", "{n} dosing sessions", count).format(n=number(count))


def _mark(kept: Kept, session: KapSession) -> SessionMark:
    return SessionMark(session.moment.day, kept.numbers.get(session.id, 0))
