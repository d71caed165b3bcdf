"""Filling in scales, and what their forms add up to."""

from __future__ import annotations

from datetime import date

from kapjournal.domain.entry import NEW
from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.kinds import Kind
from kapjournal.domain.scale import Baseline, ScaleDefinition, ScaleFile, ScaleForm, ScoredForm
from kapjournal.domain.scale_choice import ScaleChoice
from kapjournal.guidance import scale_definitions
from kapjournal.journal.book import Book, Edit
from kapjournal.journal.courses import Courses
from kapjournal.statistics import scale_scoring
from kapjournal.storage.scale_choices import THE_CHOICE


class Scales:
    """The scales of a journal: definitions, forms, scores, the person's choices.

    What charts and documents need: `with_forms()` says which scales have something to show; `scored(instrument, first,
    last)` gives finished forms with their scores in order of time; `baseline(instrument)` what they are compared with;
    `definition(instrument)` the wording, bands and thresholds. A change between two forms is
    `statistics.scale_scoring.change(definition, before.score, after.score)`: None unless both are complete.
    Words for all of it are in words/scales.py. A form that is left open is in none of these.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.scale_forms
        self._read: tuple[int, tuple[ScaleDefinition, ...]] | None = None

    # --- definitions

    def definitions(self) -> tuple[ScaleDefinition, ...]:
        """Give every scale there is: those of the program, then those that the person added."""
        if self._read is None or self._read[0] != self._book.changes_made:
            known = scale_definitions.built_in()
            own = [scale_definitions.read(file.text, built_in=False) for file in self.files()]
            taken = {d.id for d in known}
            self._read = self._book.changes_made, (*known, *(d for d in own if d.id not in taken))
        return self._read[1]

    def definition(self, instrument: str) -> ScaleDefinition | None:
        """Give one scale; None where its file was taken away again."""
        return next((d for d in self.definitions() if d.id == instrument), None)

    def in_use(self) -> tuple[ScaleDefinition, ...]:
        """Give the scales that the person uses."""
        choice = self.choice()
        return tuple(d for d in self.definitions() if choice.uses(d.id, on_at_first=d.on_at_first))

    def files(self) -> tuple[ScaleFile, ...]:
        """Read the definitions that the person added."""
        with self._book.reading() as tx:
            return self._book.stores.scale_files.all(tx)

    def add_file(self, text: str, by: str = "") -> ScaleDefinition:
        """Add a definition, or put a newer one in its place; it is in use from then on. Raises ScaleFileError."""
        definition = scale_definitions.read(text, built_in=False)
        scale_definitions.check_id_is_free(definition)
        old = next((f for f in self.files() if f.key == definition.id), None)
        file = ScaleFile(id=old.id if old else NEW, key=definition.id, text=text)

        def work(edit: Edit) -> None:
            edit.keep(Kind.SCALE_FILE, file, file.id)
            store = self._book.stores.scale_choices
            choice = store.read(edit.tx, THE_CHOICE) or ScaleChoice()
            edit.keep(Kind.SCALE_CHOICE, choice.with_use(definition.id, on=True), THE_CHOICE)

        self._book.edit(by, work)
        return definition

    # --- choices

    def choice(self) -> ScaleChoice:
        """Read which scales are used and when they are offered."""
        with self._book.reading() as tx:
            return self._book.stores.scale_choices.read(tx, THE_CHOICE) or ScaleChoice()

    def keep_choice(self, choice: ScaleChoice, by: str = "") -> ScaleChoice:
        """Change which scales are used and when they are offered."""
        return self._book.edit(by, lambda edit: edit.keep(Kind.SCALE_CHOICE, choice, THE_CHOICE))

    # --- forms

    def keep(self, form: ScaleForm, by: str = "") -> ScaleForm:
        """Add a form (id NEW) or change one: until 'Done' one sitting is one version, after it each keep is one."""

        def work(edit: Edit) -> ScaleForm:
            before = None if form.id == NEW else self._store.read(edit.tx, form.id)
            folding = before is not None and before.finished is None
            return edit.keep(Kind.SCALE, form, form.id, folding=folding)

        return self._book.edit(by, work)

    def get(self, id: int) -> ScaleForm:  # noqa: A002
        """Read one, in the trash or not. Raises KeyError."""
        return self._book.get(self._store, id)

    def versions(self, id: int) -> tuple[ScaleForm, ...]:  # noqa: A002
        """Read the earlier versions of a form, the newest first."""
        with self._book.reading() as tx:
            return self._book.history.versions(tx, Kind.SCALE, id)

    def forms(
        self, instrument: str, first: date | None = None, last: date | None = None
    ) -> tuple[ScaleForm, ...]:
        """Read the finished forms of a scale in some days (both ends included), in order of time."""
        with self._book.reading() as tx:
            return self._store.finished(tx, instrument, first, last)

    def left_open(self) -> tuple[ScaleForm, ...]:
        """Read the forms that are still being filled in, in order of time."""
        with self._book.reading() as tx:
            return self._store.left_open(tx)

    def with_forms(self) -> tuple[ScaleDefinition, ...]:
        """Give the scales that have a finished form and a score, in the order of the definitions."""
        with self._book.reading() as tx:
            used = self._store.instruments(tx)
        if not used:
            return ()  # and no definition need be read for that
        return tuple(d for d in self.definitions() if d.id in used and d.high > d.low)

    def scored(
        self, instrument: str, first: date | None = None, last: date | None = None
    ) -> tuple[ScoredForm, ...]:
        """Read the finished forms of a scale in some days with their scores, in order of time."""
        definition = self.definition(instrument)
        if definition is None:
            return ()
        scored = (
            (form, scale_scoring.score(definition, form)) for form in self.forms(instrument, first, last)
        )
        return tuple(ScoredForm(form, score) for form, score in scored if score is not None)

    def baseline(self, instrument: str, on: date | None = None) -> Baseline | None:
        """Give what the forms of a scale are compared with: see scale_scoring.baseline.

        The first dose is that of the course that is current on a day (today by default).
        """
        dose = self._first_dose(on or self._book.clock.now().date())
        return scale_scoring.baseline(self.scored(instrument), dose.moment if dose else None)

    def item9_days(self, first: date, last: date) -> tuple[date, ...]:
        """Say on which days an answer reached the safety item's trigger, in any scale that has one."""
        safeties = [(d.id, d.safety) for d in self.definitions() if d.safety is not None]
        return tuple(
            sorted(
                {
                    form.moment.day
                    for instrument, safety in safeties
                    for form in self.forms(instrument, first, last)
                    if (form.answer(safety.item) or 0) >= safety.trigger_at
                }
            )
        )

    def _first_dose(self, on: date) -> KapSession | None:
        course = Courses(self._book).current(on)
        with self._book.reading() as tx:
            sessions = self._book.stores.kap_sessions.all(tx)
        held = [s for s in sessions if s.kind is SessionKind.DOSING and s.took_place]
        own = [s for s in held if course is None or s.course_id == course.id]
        return min(own, key=lambda s: (s.moment.instant, s.id), default=None)
