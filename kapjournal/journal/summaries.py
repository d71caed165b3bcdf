"""What a summary needs of the journal, read once, and what is written down when one was shared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import NamedTuple

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.course import Course
from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import moment_at
from kapjournal.domain.share import Part, Share, SummaryChoice
from kapjournal.domain.timeline import Snippet, TimelineFilter, TimelineItem
from kapjournal.journal.book import Book
from kapjournal.journal.check_ins import CheckIns
from kapjournal.journal.courses import Courses
from kapjournal.journal.kap_sessions import KapSessions
from kapjournal.journal.measures import Measures
from kapjournal.journal.persons import Persons
from kapjournal.journal.practices import Practices
from kapjournal.journal.scales import Scales
from kapjournal.journal.shared_again import KINDS, SharedAgain, as_it_was
from kapjournal.journal.shares import Shares
from kapjournal.journal.timeline import Timeline
from kapjournal.statistics import scale_scoring
from kapjournal.summary.contents import Material, days_of, gather
from kapjournal.summary.course_facts import CourseFacts, course_facts
from kapjournal.summary.document import Summary
from kapjournal.summary.practices import PracticeRecord
from kapjournal.summary.scale_tables import ScaleRecord
from kapjournal.summary.strikes import record_ids
from kapjournal.summary.talks import has_words, talk_name
from kapjournal.summary.telling import Tell, quietly
from kapjournal.summary.writings import Written

LEAD = timedelta(days=14)
"""What is read before the first day: the running median looks back six days, the window before a dose fourteen."""
OFFERED = (Kind.REFLECTION, Kind.FRAGMENT, Kind.CHECK_IN, Kind.KAP_SESSION, Kind.EVENT)
A_PAGE = 400
MOST_OFFERED = 400
"""Nobody ticks their way through more: with fewer days, or marked to share, earlier ones are there too."""
A_YEAR = 365


class Offers(NamedTuple):
    """The entries that may be ticked, and whether there are earlier ones that are not among them."""

    items: tuple[TimelineItem, ...]
    more: bool


class Counts(NamedTuple):
    """How much of each part there is in some days."""

    check_ins: int
    dosing_sessions: int


class Summaries:
    """The journal as a summary reads it; `gather` in contents.py turns the material into a document."""

    def __init__(self, book: Book) -> None:
        self._check_ins = CheckIns(book)
        self._courses = Courses(book)
        self._kap_sessions = KapSessions(book)
        self._measures = Measures(book)
        self._person = Persons(book)
        self._practices = Practices(book)
        self._scales = Scales(book)
        self._shares = Shares(book)
        self._timeline = Timeline(book)

    def days(self, choice: SummaryChoice, now: datetime) -> tuple[date, date]:
        """Return the days of a summary, where the choice leaves them open."""
        return days_of(choice, self._course(choice, now), now.date())

    def read(
        self,
        choice: SummaryChoice,
        now: datetime,
        *,
        whole: bool = False,
        trashed: bool = False,
        tell: Tell = quietly,
    ) -> Material:
        """Return everything that a summary is made of; reads the ticked entries and no other.

        `whole`: the check-ins of the days too, as the forms that are data need them. `trashed`: ticked entries that
        are in the trash, for what was shared before they went there. May run in a worker. Raises what `tell` raises.
        """
        course = self._course(choice, now)
        first, last = days_of(choice, course, now.date())
        sessions = self._kap_sessions.all()
        doses = [s.moment.day for s in sessions if course is None or s.course_id == course.id]
        earliest = min([first, *doses]) - LEAD
        measures = self._measures.all()
        values: dict[str, ValueColumns] = {}
        if Part.MEASURES in choice.parts:
            values = {m.key: self._check_ins.values(m.key, earliest, last) for m in measures}
        material = Material(
            person=self._person.get(),
            course=course,
            kap_sessions=sessions,
            measures=measures,
            values=values,
            scales=tuple(self._scale_records(course_facts(course, sessions), last))
            if Part.SCALES in choice.parts
            else (),
            check_ins=tuple(self._check_ins_of(first, last, tell)) if whole else (),
        )
        return self.with_ticked(material, choice, trashed=trashed)

    def with_ticked(self, material: Material, choice: SummaryChoice, *, trashed: bool = False) -> Material:
        """Return the material with the entries and practices that are ticked, read anew, and no other."""
        return replace(
            material,
            entries=tuple(self._ticked(choice, trashed=trashed)),
            practices=tuple(self._practice_records(choice)) if Part.PRACTICES in choice.parts else (),
        )

    def gather(self, choice: SummaryChoice, now: datetime) -> Summary:
        """Return the summary of a choice. `now` is aware."""
        return gather(choice, self.read(choice, now), now)

    def offers(self, first: date, last: date, ticked: tuple[int, ...] = ()) -> Offers:
        """Return the entries with words that may be ticked: those marked to share first, each newest first.

        Of many it is the latest ones, every event, and whichever are marked to share or ticked already. A talk has
        its first words as its title.
        """
        talks = {s.id: s for s in self._kap_sessions.between(first, last) if has_words(s)}
        found: dict[int, TimelineItem] = {}
        items = self._items(first, last, TimelineFilter(kinds=OFFERED), talks)
        for item in islice(items, MOST_OFFERED):
            found[item.id] = item
        more = next(items, None) is not None
        if more:
            for wanted in (
                TimelineFilter(kinds=OFFERED, only_to_share=True),
                TimelineFilter(kinds=(Kind.EVENT,)),
                *(
                    TimelineFilter(kinds=OFFERED, ids=ticked[at : at + A_PAGE])
                    for at in range(0, len(ticked), A_PAGE)
                ),
            ):
                found |= {item.id: item for item in self._items(first, last, wanted, talks)}
        newest = sorted(
            found.values(), key=lambda item: (item.moment.day, item.moment.instant, item.id), reverse=True
        )
        return Offers(tuple(sorted(newest, key=lambda item: not item.to_share)), more)

    def counts(self, first: date, last: date) -> Counts:
        """Return how many check-ins and dosing sessions that took place lie in some days."""
        sessions = self._kap_sessions.between(first, last)
        doses = sum(1 for s in sessions if s.kind is SessionKind.DOSING and s.took_place)
        return Counts(self._check_ins.count(first, last), doses)

    def record(self, summary: Summary, form: str, data: bytes) -> Share:
        """Write down what was shared: the days, parts and entries, for whom, and the hash of the file."""
        choice = summary.choice
        facts = course_facts(self._course(choice, summary.made), self._kap_sessions.all())
        return self._shares.record(
            Share(
                moment=moment_at(summary.made),
                form=form,
                first=summary.first,
                last=summary.last,
                parts=choice.parts,
                entry_ids=choice.entry_ids,
                for_whom=choice.for_whom,
                sha256=hashlib.sha256(data).hexdigest(),
                choice=replace(choice, talking_points=tuple(p for p in choice.talking_points if p)),
                name=self._person.get().name,
                record_ids=record_ids(summary),
                doses=facts.told(summary.last),
            )
        )

    def again(self, share: Share) -> SharedAgain:
        """Return what is needed to draw a summary again as it was shared; what was erased since stays erased."""
        choice = share.choice or SummaryChoice(
            first=share.first,
            last=share.last,
            parts=share.parts,
            entry_ids=share.entry_ids,
            for_whom=share.for_whom,
        )
        material = self.read(choice, share.moment.aware, trashed=True)
        ids = share.record_ids or share.entry_ids
        erased = sum(not self._is_there(id_) for id_ in ids) + choice.talking_points.count("")
        instant = share.moment.instant
        then = self._shares.changed_since(KINDS, instant)
        return as_it_was(share, choice, material, then, erased)

    def _is_there(self, entry_id: int) -> bool:
        try:
            self._timeline.entry(entry_id)
        except KeyError:
            return False
        return True

    def keep_choice(self, choice: SummaryChoice, by: str = "") -> None:
        """Remember a choice for the next summary."""
        self._shares.keep_choice(choice, by)

    def _check_ins_of(self, first: date, last: date, tell: Tell) -> Iterator[CheckIn]:
        """Read the check-ins a year at a time: others may read between, and whoever waits hears how far it is."""
        days = (last - first).days + 1
        for begins in range(0, days, A_YEAR):
            tell(begins / days)
            ends = min(begins + A_YEAR, days) - 1
            yield from self._check_ins.between(first + timedelta(days=begins), first + timedelta(days=ends))

    def _course(self, choice: SummaryChoice, now: datetime) -> Course | None:
        return self._courses.current(choice.last or now.date())

    def _scale_records(self, facts: CourseFacts, last: date) -> Iterator[ScaleRecord]:
        dose = facts.first_moment
        scales = self._scales
        for definition in scales.with_forms():
            forms = scales.scored(definition.id, None, last)
            yield ScaleRecord(definition, forms, scale_scoring.baseline(forms, dose))

    def _practice_records(self, choice: SummaryChoice) -> Iterator[PracticeRecord]:
        ticked = frozenset(choice.practice_ids)
        if not ticked:
            return
        days = self._practices.days()
        for practice in self._practices.all():
            if practice.id in ticked:
                yield PracticeRecord(practice, tuple(d for d in days if d.practice_id == practice.id))

    def _ticked(self, choice: SummaryChoice, *, trashed: bool) -> Iterator[Written]:
        if Part.ENTRIES not in choice.parts:
            return
        for entry_id in choice.entry_ids:
            try:
                entry = self._timeline.entry(entry_id)
            except KeyError:
                continue  # erased since it was ticked
            if (trashed or entry.trashed is None) and isinstance(entry, Written):
                yield entry

    def _items(
        self, first: date, last: date, wanted: TimelineFilter, talks: Mapping[int, KapSession]
    ) -> Iterator[TimelineItem]:
        page = self._timeline.page_from(last, wanted, A_PAGE)
        while True:
            for item in page.items:
                if item.moment.day < first:
                    return
                if item.moment.day > last:
                    continue
                if item.id in talks:
                    yield replace(item, title=Snippet(talk_name(talks[item.id])))
                elif _has_words(item):
                    yield item
            if page.following is None:
                return
            page = self._timeline.page(wanted, page.following, A_PAGE)


def _has_words(item: TimelineItem) -> bool:
    if item.kind is Kind.KAP_SESSION:
        # The intention of a dose, or of what has not taken place; notes are offered nowhere.
        return bool(item.title.text.strip())
    return bool(item.title.text.strip() or item.preview.text.strip())
