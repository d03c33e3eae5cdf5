"""Remembers every attempt to reach the hub, for the sync log. Holds no name and no document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_wall

_COLUMNS = (
    "started_s, road, happened, requests, bytes_out, bytes_in, duration_ms, doses_sent, "
    "doses_confirmed, head_seq, head_hash"
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt: when it began, by which road (http, usb, neighbour), what came of it in words.

    `head_seq` and `head_hash` are what the hub's newest receipt then said, if there was one.
    """

    started_at: datetime
    road: str
    happened: str
    requests: int = 0
    bytes_out: int = 0
    bytes_in: int = 0
    duration_ms: int = 0
    doses_sent: int = 0
    doses_confirmed: int = 0
    head_seq: int | None = None
    head_hash: bytes | None = None


def log_attempt(j: Journal, attempt: Attempt) -> None:
    """Remember one attempt."""
    with j.db.transaction():
        j.db.run(
            f"INSERT INTO attempt ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  fixed column names
            int(attempt.started_at.timestamp()),
            attempt.road,
            attempt.happened,
            attempt.requests,
            attempt.bytes_out,
            attempt.bytes_in,
            attempt.duration_ms,
            attempt.doses_sent,
            attempt.doses_confirmed,
            attempt.head_seq,
            attempt.head_hash,
        )


def attempts(j: Journal, limit: int = 100) -> list[Attempt]:
    """The newest attempts, newest first."""
    rows = j.db.rows(f"SELECT {_COLUMNS} FROM attempt ORDER BY no DESC LIMIT ?", limit)  # noqa: S608  fixed column names
    return [Attempt(from_wall(started_s), *rest) for started_s, *rest in rows]
