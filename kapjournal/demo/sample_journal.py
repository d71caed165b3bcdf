"""Writes the sample journal, in the order in which its life was noted, so that it ends today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from kapjournal.clock import Clock
from kapjournal.demo import sample_words as words
from kapjournal.demo.sample_practices import practice_steps
from kapjournal.demo.story_clock import StoryClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event
from kapjournal.domain.importing import ImportBatch, ImportedEntry
from kapjournal.domain.moment import Moment, journal_day, moment_at
from kapjournal.domain.person import Person
from kapjournal.domain.prompt import PromptMark
from kapjournal.domain.share import Part, Share, SummaryChoice
from kapjournal.journal import Journal, KdfCost

Step = tuple[datetime, Callable[[], None]]


def write_sample(
    folder: Path, passphrase: str, clock: Clock, *, cost: KdfCost | None = None
) -> tuple[Journal, str]:
    """Make a journal in the folder and write the sample life into it; returns it open, with its recovery code.

    Raises what Journal.create raises.
    """
    story = StoryClock(clock)
    journal, recovery_code = Journal.create(folder, passphrase, story, cost=cost)
    try:
        _Telling(journal, story, clock).tell()
    except BaseException:
        journal.close()
        raise
    return journal, recovery_code


class _Telling:
    """One telling of the life: its days moved so that the last one is today."""

    def __init__(self, journal: Journal, story: StoryClock, clock: Clock) -> None:
        self._journal = journal
        self._story = story
        self._now = clock.now()
        self._life = words.life()
        today: datetime = self._life["today"]
        self._moved = timedelta(
            days=(journal_day(self._now.replace(tzinfo=None)) - today.date()).days,
        )
        self._course_id = 0
        self._ids: dict[str, int] = {}
        self._ticked: list[int] = []
        self._practices_ticked: list[int] = []
        self._added_until = datetime.min.replace(tzinfo=UTC)

    def tell(self) -> None:
        """Write everything, each record at the time when it was noted."""
        self._begin()
        steps = [
            *self._many_before_shares(),
            *self._sessions(),
            *self._fragments(),
            *self._reflections(),
            *self._shares(),
            *self._scales(),
        ]
        steps += practice_steps(self._journal, self._ids, self._moved, self._practices_ticked)
        for noted, step in sorted(steps, key=lambda s: s[0]):
            at = self._aware(noted)
            if at <= self._now:
                self._story.set_back(at)
                step()
        self._story.back_to_now()
        self._add_the_many(self._now)
        self._choose()

    def _begin(self) -> None:
        raw = self._life
        first = min(words.written(c) for c in words.check_ins())
        self._story.set_back(self._aware(first) - timedelta(hours=1))
        journal = self._journal
        journal.person.keep(Person(name=raw["person"]["name"]))
        journal.support_plan.keep(words.support_plan(raw["support_plan"]))
        for key in raw["measures"]:
            journal.measures.keep(replace(journal.measures.get(key), in_use=True))
        for prompt_id in raw["favourites"]:
            journal.prompts.mark(PromptMark(prompt_id, favourite=True))
        days = {day: day + self._moved for day in words.course_days(raw["course"])}
        self._course_id = journal.courses.keep(words.course(raw["course"], days)).id

    def _aware(self, naive: datetime) -> datetime:
        return (naive + self._moved).replace(tzinfo=self._now.tzinfo)

    def _moment(self, raw: words.Raw) -> Moment:
        return moment_at(self._aware(raw["at"]))

    def _many_before_shares(self) -> list[Step]:
        """What was noted before something was shared is there by then: the journal draws it again as it was."""
        return [
            (words.written(raw), partial(self._add_the_many, self._aware(words.written(raw))))
            for raw in self._life["share"]
        ]

    def _add_the_many(self, until: datetime) -> None:
        """Check-ins and events, which nothing else speaks of, in one transaction; each knows when it was noted."""
        made: list[CheckIn | Event] = [words.check_in(raw, self._moment(raw)) for raw in words.check_ins()]
        noted = [words.written(raw) for raw in words.check_ins()]
        made += [words.event(raw, self._moment(raw)) for raw in self._life["event"]]
        noted += [words.written(raw) for raw in self._life["event"]]
        entries = tuple(
            ImportedEntry(f"sample {row}", row, replace(entry, written=self._aware(at).astimezone(UTC)))
            for row, (entry, at) in enumerate(zip(made, noted, strict=True), 1)
            if self._added_until < self._aware(at) <= until
        )
        self._added_until = until
        self._journal.imports.add(ImportBatch(len(entries), entries, ()))

    def _sessions(self) -> list[Step]:
        def step(raw: words.Raw) -> Callable[[], None]:
            def keep() -> None:
                record = words.session(raw, self._moment(raw), self._course_id)
                self._keep(raw, self._journal.kap_sessions.keep(record).id)

            return keep

        return [(words.written(raw), step(raw)) for raw in self._life["session"]]

    def _fragments(self) -> list[Step]:
        def step(raw: words.Raw) -> Callable[[], None]:
            def keep() -> None:
                record = words.fragment(
                    raw, self._moment(raw), self._ids[raw["session"]], self._ids.get(raw.get("looks_at", ""))
                )
                self._keep_written(raw, self._journal.fragments.keep(record).id)

            return keep

        return [(words.written(raw), step(raw)) for raw in self._life["fragment"]]

    def _reflections(self) -> list[Step]:
        def step(raw: words.Raw) -> Callable[[], None]:
            def keep() -> None:
                session_id = self._ids[raw["session"]] if "session" in raw else None
                fragment_ids = [self._ids[name] for name in raw.get("fragments", ())]
                record = words.reflection(raw, self._moment(raw), session_id, fragment_ids)
                self._keep_written(raw, self._journal.reflections.keep(record).id)

            return keep

        return [(words.written(raw), step(raw)) for raw in self._life["reflection"]]

    def _scales(self) -> list[Step]:
        def step(raw: words.Raw) -> Callable[[], None]:
            def keep() -> None:
                self._journal.scales.keep(words.scale(raw, self._moment(raw)))

            return keep

        return [(words.written(raw), step(raw)) for raw in self._life["scale"]]

    def _shares(self) -> list[Step]:
        first = self._life["course"]["started"] + self._moved

        def step(raw: words.Raw) -> Callable[[], None]:
            def record() -> None:
                moment = self._moment(raw)
                parts = (Part.MEASURES, Part.SESSIONS)
                whom = raw["for_whom"]
                self._journal.shares.record(
                    Share(moment=moment, form="pdf", first=first, last=moment.day, parts=parts, for_whom=whom)
                )

            return record

        return [(words.written(raw), step(raw)) for raw in self._life["share"]]

    def _keep(self, raw: words.Raw, entry_id: int) -> None:
        """Remember what later records speak of."""
        if "name" in raw:
            self._ids[raw["name"]] = entry_id

    def _keep_written(self, raw: words.Raw, entry_id: int) -> None:
        """The same for what was written in words: marked to share, it is also ticked for the next summary."""
        self._keep(raw, entry_id)
        if raw.get("to_share"):
            self._ticked.append(entry_id)

    def _choose(self) -> None:
        self._journal.shares.keep_choice(
            SummaryChoice(
                entry_ids=tuple(self._ticked),
                practice_ids=tuple(self._practices_ticked),
                talking_points=tuple(self._life["talking_points"]),
                for_whom=self._life["for_whom"],
            )
        )
