"""The sync log: every attempt of a laptop to reach the hub, and the sum that proves the rest.

Holds no name and no document number, so it may be shown to anyone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fieldapp.reports.cells import utc
from fieldapp.reports.table import Cell, Table

COLUMNS = [
    "line",
    "when_utc",
    "device",
    "road",
    "what_happened",
    "requests",
    "bytes_out",
    "bytes_in",
    "seconds",
    "doses_sent",
    "doses_confirmed",
    "head_seq",
    "head_hash",
    "recorded",
    "waiting",
    "confirmed",
    "unaccounted",
]


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One attempt: when it began, by which road, and what came of it in plain words."""

    started_at: datetime
    road: str
    happened: str
    requests: int
    bytes_out: int
    bytes_in: int
    seconds: float
    doses_sent: int
    doses_confirmed: int
    head_seq: int | None
    head_hash: bytes | None


@dataclass(frozen=True, slots=True)
class SumLine:
    """The laptop's equation at the moment of the export: recorded = waiting + confirmed."""

    at: datetime
    recorded: int
    waiting: int
    confirmed: int
    head_seq: int
    head_hash: bytes


def sync_log_table(device: int, attempts: Iterable[AttemptLine], total: SumLine) -> Table:
    """Oldest attempt first; the last row is the sum."""
    rows = [_attempt_row(device, attempt) for attempt in attempts]
    return Table("sync-log", tuple(COLUMNS), [*rows, _sum_row(device, total)])


def _attempt_row(device: int, attempt: AttemptLine) -> tuple[Cell, ...]:
    a = attempt
    head = a.head_hash.hex() if a.head_hash else None
    proof = (a.doses_sent, a.doses_confirmed, a.head_seq, head, None, None, None, None)
    cost = (a.requests, a.bytes_out, a.bytes_in, round(a.seconds, 2))
    return ("attempt", utc(a.started_at), device, a.road, a.happened, *cost, *proof)


def _sum_row(device: int, total: SumLine) -> tuple[Cell, ...]:
    t = total
    unaccounted = t.recorded - t.waiting - t.confirmed
    nothing = (None,) * 8
    proof = (t.head_seq, t.head_hash.hex(), t.recorded, t.waiting, t.confirmed, unaccounted)
    return ("sum", utc(t.at), device, *nothing, *proof)
