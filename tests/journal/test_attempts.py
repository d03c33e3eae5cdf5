from __future__ import annotations

from datetime import UTC, datetime

from fieldapp.journal.attempts import Attempt, attempts, log_attempt
from fieldapp.journal.journal import Journal


def test_attempts_are_remembered_newest_first(journal: Journal) -> None:
    first = Attempt(datetime(2021, 5, 8, 1, 0, tzinfo=UTC), "http", "The hub did not answer.")
    second = Attempt(
        datetime(2021, 5, 8, 2, 0, tzinfo=UTC),
        "usb",
        "All confirmed.",
        requests=2,
        bytes_out=3000,
        bytes_in=400,
        duration_ms=5100,
        doses_sent=12,
        doses_confirmed=12,
        head_seq=40,
        head_hash=b"h" * 32,
    )
    for attempt in (first, second):
        log_attempt(journal, attempt)
    assert attempts(journal) == [second, first]
    assert attempts(journal, limit=1) == [second]
