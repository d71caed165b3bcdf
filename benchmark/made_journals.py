"""Journals of a given size, written through the journal itself from the words of the sample."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from benchmark.phrase import PASSPHRASE
from kapjournal.clock import Clock
from kapjournal.demo.sample_words import check_ins, life
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.importing import ImportBatch, ImportedEntry
from kapjournal.domain.measure import ANXIETY, MOOD, SLEEP_H, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal, KdfCost
from kapjournal.storage import key_slots

A_DAY = 3
BATCH = 5000
LEAST_COST = KdfCost(memory_kib=65_536, passes=2, lanes=4)
COMMON = "harbour"
"""A word in one entry of ten, as a common word of a diary is."""


def make_journal(folder: Path, entries: int, clock: Clock) -> None:
    """A journal of that many entries, three a day up to now, one in ten of them a reflection."""
    journal, _code = Journal.create(folder, PASSPHRASE, clock)
    try:
        batch: list[ImportedEntry] = []
        for number, entry in enumerate(_entries(entries, clock.now())):
            batch.append(ImportedEntry(f"made {number}", number, entry))
            if len(batch) == BATCH or number == entries - 1:
                journal.imports.add(ImportBatch(len(batch), tuple(batch), ()))
                batch.clear()
    finally:
        journal.close()


def with_the_least_key(journal: Path, copy: Path) -> None:
    """Copy a journal, and make the key of the copy as quick as the program allows: what is measured is the rest."""
    shutil.copytree(journal, copy)
    slots = key_slots.read(copy)
    key = key_slots.open_by_passphrase(slots, PASSPHRASE)
    key_slots.write(copy, slots.with_slot(key_slots.passphrase_slot(slots, key, PASSPHRASE, LEAST_COST)))


def a_check_in(at: datetime, chance: random.Random) -> CheckIn:
    """A check-in as many are: a mood, two measures, two feelings, a tag and a note."""
    values = (
        MeasureValue(MOOD, float(chance.randint(1, 8))),
        MeasureValue(ANXIETY, float(chance.randint(1, 8))),
        MeasureValue(SLEEP_H, chance.randint(8, 17) / 2),
    )
    return CheckIn(
        moment=moment_at(at),
        values=values,
        feelings=("tender", "unsure"),
        tags=("walk",),
        note=_text(chance, 12),
    )


def _entries(count: int, now: datetime) -> Iterator[CheckIn | Reflection]:
    chance = random.Random(23)  # noqa: S311  # the same journal in every run
    for number in range(count, 0, -1):
        at = now - timedelta(hours=24 / A_DAY * number)
        if number % 10 == 0:
            yield Reflection(moment=moment_at(at), title=_text(chance, 4), text=_text(chance, 120))
        else:
            yield a_check_in(at, chance)


def _text(chance: random.Random, words: int) -> str:
    chosen = chance.choices(_WORDS, k=words)
    if chance.random() < 0.1:
        chosen[chance.randrange(words)] = COMMON
    return " ".join(chosen)


def _sample_words() -> tuple[str, ...]:
    texts = [r["text"] for r in life()["reflection"]] + [c.get("note", "") for c in check_ins()]
    return tuple(re.findall(r"[a-z]{2,}", " ".join(texts).lower()))


_WORDS = _sample_words()
"""As often as they stand in the sample, so that some are common and most are rare."""
