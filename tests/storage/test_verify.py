"""What proving finds in the search: words that are not those that were written, also in a journal that is only read."""

from __future__ import annotations

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.journal import Journal

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
