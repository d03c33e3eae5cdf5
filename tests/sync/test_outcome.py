"""Scripts read a sync's outcome by names that stay."""

from __future__ import annotations

from fieldapp.sync.outcome import DONE, SyncOutcome


def test_scripts_find_every_figure_of_a_sync() -> None:
    outcome = SyncOutcome(
        sent=3,
        confirmed=4,
        received=0,
        entries_sent=7,
        entries_confirmed=9,
        waiting=1,
        entries_waiting=2,
        bytes_out=1000,
        bytes_in=200,
        seconds=1.23456,
        requests=2,
        happened=DONE,
    )
    assert outcome.as_json() == {
        "sent": 3,
        "confirmed": 4,
        "received": 0,
        "waiting": 1,
        "entries_sent": 7,
        "entries_confirmed": 9,
        "entries_waiting": 2,
        "bytes": 1200,
        "bytes_out": 1000,
        "bytes_in": 200,
        "seconds": 1.235,
        "requests": 2,
        "happened": DONE,
    }
