"""What stands under the title of an entry without text: what was measured and felt, or how a session stands."""

from __future__ import annotations

from kapjournal.domain import measure as keys
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.kinds import Kind
from kapjournal.domain.timeline import TimelineItem
from kapjournal.journal.journal import Journal
from kapjournal.ui.journal.scale_view import scale_result
from kapjournal.words.feelings import feeling_word
from kapjournal.words.language import _
from kapjournal.words.measures import measure_key_name, measure_name, measure_value, measure_within
from kapjournal.words.names import status_name
from kapjournal.words.numbers import number


def row_description(item: TimelineItem, journal: Journal) -> str:
    """'anxiety 4, energy 6 · light, in awe', or 'planned'; '' where nothing was given."""
    try:
        if item.kind is Kind.CHECK_IN:
            return _check_in(journal.check_ins.get(item.id), journal)
        if item.kind is Kind.KAP_SESSION:
            return _session(journal.kap_sessions.get(item.id))
        if item.kind is Kind.SCALE:
            return scale_result(journal.scales.get(item.id), journal.scales.definition(item.detail))
    except KeyError:
        return ""
    return ""


def _check_in(shown: CheckIn, journal: Journal) -> str:
    known = {measure.key: measure for measure in journal.measures.all()}
    measured = []
    for value in shown.values:
        measure = known.get(value.measure)
        if value.measure == keys.MOOD:
            continue
        name = measure_name(measure) if measure is not None else measure_key_name(value.measure)
        # In hours only the unit tells what the number means; on a scale the number alone is enough here.
        words = measure_value(measure, value.value) if measure and measure.unit else number(value.value, 1)
        measured.append(
            _("{measure} {value}").format(measure=measure_within(name, value.measure), value=words)
        )
    felt = ", ".join(feeling_word(feeling) for feeling in shown.feelings)
    return " · ".join(part for part in (", ".join(measured), felt) if part)


def _session(shown: KapSession) -> str:
    status = status_name(shown.status)
    return _("{state}, with {whom}").format(state=status, whom=shown.with_whom) if shown.with_whom else status
