"""What is said of a backup."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kapjournal.domain.backup import Backup, BackupReason
from kapjournal.words.backups import proved_words
from tests.words.speaking import speaking

NOW = datetime(2026, 10, 23, 9, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days_ago", "said"),
    [
        (None, "not proved yet"),
        (0, "today, 09:42"),
        (1, "yesterday, 09:42"),
        (4, "19 October"),
        (365, "23 October 2025"),
    ],
)
def test_the_time_counts_for_some_days_and_the_year_where_it_is_another(
    days_ago: int | None, said: str
) -> None:
    proved = None if days_ago is None else NOW - timedelta(days=days_ago)
    backup = Backup(1, NOW, BackupReason.AUTOMATIC, 1, proved=proved)
    with speaking("en_GB"):
        assert proved_words(backup, NOW) == said
