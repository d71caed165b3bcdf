"""Writes the small journal that every later version must open: to be run once for each schema."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import Course, Phase, PhaseSpan
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.measure import DISTRESS, MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
from kapjournal.journal import Journal, KdfCost
from kapjournal.storage.migrations import KNOWN


def main() -> None:
    clock = FixedClock(datetime(2026, 10, 20, 9, 42, tzinfo=ZoneInfo("Europe/London")))
    folder = Path(__file__).parent / f"schema-{KNOWN}"
    shutil.rmtree(folder, ignore_errors=True)
    journal, _ = Journal.create(folder, "kept for later versions", clock, cost=KdfCost(65_536, 2, 4))
    moment = moment_at(clock.now())
    journal.measures.add_own("Hope", "none", "full")
    values = (MeasureValue(MOOD, 6.0), MeasureValue(DISTRESS, 3.0), MeasureValue("own-1", 4.0))
    journal.check_ins.keep(
        CheckIn(
            moment=moment,
            values=values,
            note="Walked to the river",
            tags=("sleep", "outdoors"),
            feelings=("calm",),
        )
    )
    course = journal.courses.keep(
        Course(label="Autumn", started=date(2026, 9, 8), phases=(PhaseSpan(Phase.INITIAL, date(2026, 9, 8)),))
    )
    session = journal.kap_sessions.keep(
        KapSession(
            moment=moment,
            kind=SessionKind.DOSING,
            status=SessionStatus.HELD,
            course_id=course.id,
            intention="Stay with what comes",
        )
    )
    fragment = journal.fragments.keep(
        Fragment(moment=moment, kind=FragmentKind.IMAGE, text="A wide field", kap_session_id=session.id)
    )
    about = journal.reflections.keep(
        Reflection(moment=moment, text="It was wide.", kap_session_id=session.id, fragment_ids=(fragment.id,))
    )
    journal.reflections.keep(replace(about, text="It was wide and still."), by="journal")
    journal.close()
    for name in ("lock", "reserve", "journal.db-journal"):
        (folder / name).unlink(missing_ok=True)


if __name__ == "__main__":
    main()
