"""No word that was written can be read in any file of the folder, whatever was done with it."""

from __future__ import annotations

from pathlib import Path

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import Course
from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.moment import moment_at
from kapjournal.domain.person import Person
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.share import SummaryChoice
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal

WORDS = ["heliotrope", "marzipans", "quicksilver", "lighthouse", "butterscotch", "cantilever", "dandelions"]


def planted_in(folder: Path) -> set[str]:
    found = set()
    for path in folder.rglob("*"):
        data = path.read_bytes().lower() if path.is_file() else b""
        for word in WORDS:
            if any(word.encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be")):
                found.add(word)
    return found


def test_nothing_planted_is_found(journal: Journal, clock: FixedClock, passphrase: str) -> None:
    moment = moment_at(clock.now())
    check_in = journal.check_ins.keep(CheckIn(moment=moment, note="heliotrope " * 2000, tags=("marzipans",)))
    journal.courses.keep(Course(label="quicksilver", clinic="cantilever"))
    journal.kap_sessions.keep(KapSession(moment=moment, kind=SessionKind.DOSING, intention="lighthouse"))
    asked = AskedPrompt("p", "butterscotch", "d", "w")
    reflection = journal.reflections.keep(Reflection(moment=moment, text="lighthouse", prompt=asked))
    journal.reflections.keep(Reflection(id=reflection.id, moment=moment, text="dandelions"), "another page")
    journal.person.keep(Person(name="quicksilver"))
    journal.shares.keep_choice(SummaryChoice(for_whom="cantilever", talking_points=("marzipans",)))
    assert journal.timeline.page(TimelineFilter(text="helio")).total == 1
    assert planted_in(journal.folder) == set()
    journal.backups.make()
    journal.timeline.erase([check_in.id])
    journal.undo()
    assert planted_in(journal.folder) == set()
    journal.close()
    assert planted_in(journal.folder) == set()
    assert passphrase.encode() not in b"".join(
        p.read_bytes() for p in journal.folder.iterdir() if p.is_file()
    )


def test_the_search_for_planted_words_would_find_them(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("a Heliotrope in the open", encoding="utf-16-le")
    assert planted_in(tmp_path) == {"heliotrope"}
