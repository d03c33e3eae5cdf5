"""The hub's sync log as a table: every attempt, then the proof, laptop by laptop, that nothing is
missing. Holds no name of anybody and no document number, so it may be shown to anyone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fieldapp.reports.cells import utc
from fieldapp.reports.table import Cell, Table, row_under

ATTEMPT_COLUMNS = (
    "when_utc", "device", "team", "road", "via_device", "result", "what_happened", "bytes_in",
    "bytes_out", "seconds", "pages_new", "pages_known", "pages_lacking", "pages_refused",
    "records_new", "first_seq", "last_seq",
)  # fmt: skip
_PROOF = (
    "epoch", "head_seq", "head_hash", "receipt_seq", "receipt_utc", "owed_first", "owed_last",
    "recorded", "waiting", "confirmed", "dose_records", "counted", "contested", "quarantined",
    "voided", "erased", "unaccounted",
)  # fmt: skip
COLUMNS = ("line", *ATTEMPT_COLUMNS, *_PROOF)


@dataclass(frozen=True, slots=True)
class HubAttempt:
    """One attempt; what it brought and what came of it, in plain words."""

    at: datetime
    device: int | None
    team: str | None
    road: str
    via: int | None
    result: str
    happened: str
    bytes_in: int
    bytes_out: int | None
    seconds: float | None
    pages: tuple[int, int, int, int]
    records_new: int
    first_seq: int | None
    last_seq: int | None


@dataclass(frozen=True, slots=True)
class Head:
    """The end of one branch of a laptop's journal that is here, and the newest receipt given."""

    device: int
    epoch: bytes
    seq: int
    hash: bytes
    receipt_seq: int | None
    receipt_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwedRange:
    """Records that a laptop is known to have made and the hub lacks."""

    device: int
    epoch: bytes
    first_seq: int
    last_seq: int
    since: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Sum:
    """The equations of one laptop at the moment of the export; without `device` of all."""

    at: datetime
    device: int | None
    team: str | None
    recorded: int
    waiting: int
    confirmed: int
    states: tuple[int, int, int, int, int]
    unaccounted: int


def hub_sync_log_table(
    attempts: Iterable[HubAttempt],
    heads: Iterable[Head],
    owed: Iterable[OwedRange],
    sums: Iterable[Sum],
) -> Table:
    """Attempts oldest first, then heads, what is owed, the sums; the last row is that of all."""
    rows = [_attempt_row(one) for one in attempts]
    rows += [_head_row(one) for one in heads]
    rows += [_owed_row(one) for one in owed]
    rows += [_sum_row(one) for one in sums]
    return Table("sync-log", COLUMNS, rows)


def attempt_cells(attempt: HubAttempt) -> tuple[Cell, ...]:
    """One attempt alone, by ATTEMPT_COLUMNS."""
    return _attempt_row(attempt)[1 : 1 + len(ATTEMPT_COLUMNS)]


def _row(line: str, **cells: Cell) -> tuple[Cell, ...]:
    return row_under(COLUMNS, {"line": line, **cells})


def _attempt_row(a: HubAttempt) -> tuple[Cell, ...]:
    new, known, lacking, refused = a.pages
    return _row(
        "attempt", when_utc=utc(a.at), device=a.device, team=a.team, road=a.road,
        via_device=a.via, result=a.result, what_happened=a.happened, bytes_in=a.bytes_in,
        bytes_out=a.bytes_out, seconds=a.seconds, pages_new=new, pages_known=known,
        pages_lacking=lacking, pages_refused=refused, records_new=a.records_new,
        first_seq=a.first_seq, last_seq=a.last_seq,
    )  # fmt: skip


def _head_row(head: Head) -> tuple[Cell, ...]:
    return _row(
        "head", device=head.device, epoch=head.epoch.hex(), head_seq=head.seq,
        head_hash=head.hash.hex(), receipt_seq=head.receipt_seq,
        receipt_utc=utc(head.receipt_at) if head.receipt_at else None,
    )  # fmt: skip


def _owed_row(owed: OwedRange) -> tuple[Cell, ...]:
    return _row(
        "owed", when_utc=utc(owed.since), device=owed.device, road=owed.source,
        epoch=owed.epoch.hex(), owed_first=owed.first_seq, owed_last=owed.last_seq,
    )  # fmt: skip


def _sum_row(total: Sum) -> tuple[Cell, ...]:
    counted, contested, quarantined, voided, erased = total.states
    return _row(
        "sum" if total.device is not None else "total",
        when_utc=utc(total.at), device=total.device, team=total.team, recorded=total.recorded,
        waiting=total.waiting, confirmed=total.confirmed, dose_records=sum(total.states),
        counted=counted, contested=contested, quarantined=quarantined, voided=voided,
        erased=erased, unaccounted=total.unaccounted,
    )  # fmt: skip
