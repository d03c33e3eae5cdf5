"""The verb: write what this laptop knows as a file for others to read."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fieldapp.actions.made_up import marked
from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.clock import Clock
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.journal import doses, hub_link
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import tally
from fieldapp.reports.doses import DoseLine, dose_table
from fieldapp.reports.files import write_table
from fieldapp.reports.sync_log import AttemptLine, SumLine, sync_log_table
from fieldapp.reports.table import Table

_ALL = 1_000_000


def export_doses(journal: Journal, fmt: str, path: Path, since: date | None = None) -> int:
    """Write the dose list; returns how many rows. Raises CannotWrite."""
    return _write(marked(journal, dose_table(_dose_lines(journal, since))), fmt, path)


def export_sync_log(
    journal: Journal, fmt: str, path: Path, clock: Clock, since: date | None = None
) -> int:
    """Write the sync log, oldest first, with the sum in the last row. Raises CannotWrite."""
    tried = reversed(hub_link.attempts(journal, _ALL))
    lines = [
        AttemptLine(
            a.started_at,
            a.road,
            a.happened,
            a.requests,
            a.bytes_out,
            a.bytes_in,
            a.duration_ms / 1000,
            a.doses_sent,
            a.doses_confirmed,
            a.head_seq,
            a.head_hash,
        )
        for a in tried
        if since is None or a.started_at.date() >= since
    ]
    joined = hub_link.enrolment(journal)
    table = sync_log_table(joined.device if joined else 0, lines, _sum(journal, clock))
    return _write(marked(journal, table), fmt, path)


def _write(table: Table, fmt: str, path: Path) -> int:
    write_table(table, fmt, path)
    return len(table.rows)


def _sum(journal: Journal, clock: Clock) -> SumLine:
    now, head = clock.now(), journal.head()
    t = tally(journal, now)
    return SumLine(now, t.recorded, t.waiting, t.confirmed, head.seq, head.hash)


def _dose_lines(journal: Journal, since: date | None) -> Iterator[DoseLine]:
    records = list(doses.all_records(journal, since))
    numbers = _numbers(journal, {record.client.client_id for record in records})
    for record in records:
        yield DoseLine(
            record.event,
            record.client.details,
            numbers.get(record.event.event_id),
            record.state.value,
            str(uuid.UUID(bytes=record.row)) if record.row else None,
        )


def _numbers(journal: Journal, people: set[bytes]) -> dict[bytes, int]:
    catalogue = load_catalogue()
    numbers: dict[bytes, int] = {}
    for client_id in people:
        numbers |= dose_numbers(doses.of_client(journal, client_id), catalogue)
    return numbers
