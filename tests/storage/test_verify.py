"""What proving finds in the search: words that are not those that were written, also in a journal that is only read."""

from __future__ import annotations

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.errors import CancelledError
from kapjournal.journal import Journal
from kapjournal.storage import progress
from kapjournal.storage.progress import Telling

SPOILED = "UPDATE search_content SET c1 = 'quicksilver' WHERE id = (SELECT min(id) FROM search_content)"


@pytest.mark.parametrize("only_to_read", [False, True])
@pytest.mark.parametrize(("statement", "problems"), [(SPOILED, ("search_index",)), ("SELECT 1", ())])
def test_a_search_that_says_something_else_is_found(
    journal: Journal,
    clock: FixedClock,
    passphrase: str,
    statement: str,
    problems: tuple[str, ...],
    only_to_read: bool,
) -> None:
    journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note="heliotrope"))
    with journal._book.database.alone() as driver:
        driver.execute(statement)
    if only_to_read:
        journal.close()
        journal = Journal.unlock_to_read(journal.folder, passphrase, clock)
    assert journal.verify().problems == problems
    journal.close()


def test_it_can_be_stopped_within_each_of_its_statements(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_EVERY", 10)
    told: list[float] = []
    assert journal.verify(lambda share: told.append(share) is None).healthy
    within = [number for number in range(1, len(told)) if told[number] == told[number - 1]]
    assert {round(told[number], 6) for number in within} > {0.1, 0.3, 0.4}
    for stop in (within[0], within[len(within) // 2], within[-1]):
        shares = iter(range(len(told)))
        with pytest.raises(CancelledError):
            journal.verify(lambda _share, stop=stop, shares=shares: next(shares) < stop)
    assert journal.verify().healthy


def test_what_asking_raised_stops_a_statement_and_is_raised(journal: Journal) -> None:
    def press(_share: float) -> bool:
        raise KeyboardInterrupt

    long = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT count(*) FROM n"
    with (
        journal._book.database.alone() as driver,
        pytest.raises(KeyboardInterrupt),
        Telling(press).inside(driver),
    ):
        driver.execute(long).fetchall()


def test_a_stretch_of_a_stretch_lies_within_it() -> None:
    told: list[float] = []
    tell = Telling(lambda share: told.append(share) is None).part(0.2, 0.6).part(0.5, 1.0)
    for share in (0.0, 0.5, 1.0):
        tell(share)
    assert told == pytest.approx([0.4, 0.5, 0.6])
