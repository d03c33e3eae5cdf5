"""The sync log as a file (CSV, Excel, JSON lines, PDF) with the completeness proof and no names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from fieldapp.hub.devices import devices
from fieldapp.hub.fold.doses import STATES
from fieldapp.hub.practice import is_for_practice
from fieldapp.hub.running import unix_time
from fieldapp.hub.store import open_store
from fieldapp.hub.sync_log.pdf import write_pdf
from fieldapp.hub.sync_log.proof import Proof, Tally, proofs, total
from fieldapp.hub.sync_log.reading import Filter, Line, oldest_first
from fieldapp.hub.sync_log.results import words_of
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import ENGLISH, Words
from fieldapp.hub.web.words import words_of as language
from fieldapp.reports.files import write_table
from fieldapp.reports.hub_sync_log import Head, HubAttempt, OwedRange, Sum, hub_sync_log_table
from fieldapp.reports.table import Table

MOST_LINES, MOST_ON_PAPER = 200_000, 2_000


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of the log, by whom it is read, and when."""

    which: Filter
    words: Words
    place: Place
    now_s: int
    hub: str


def export_sync_log(
    data: Path,
    fmt: str,
    out: Path,
    *,
    since_s: int | None = None,
    database: str | None = None,
    now_s: Callable[[], int] = unix_time,
) -> int:
    """Write the whole log to a file; returns how many attempts. Raises CannotWrite, HubMissing."""
    with closing(open_store(data, database=database)) as store, store.reading() as connection:
        order = Order(
            Filter(from_s=since_s), language(ENGLISH), Place(0, ENGLISH), now_s(),
            store.keys.hub_id.hex(),
        )  # fmt: skip
        return write(connection, order, fmt, out)


def write(connection: Connection, order: Order, fmt: str, out: Path) -> int:
    """The same of an open database. Raises CannotWrite, NoFont."""
    most = MOST_ON_PAPER if fmt == "pdf" else MOST_LINES
    lines = list(oldest_first(connection, order.which, most))
    proven = proofs(connection, order.which.device)
    names = {no: device.name for no, device in devices(connection).items()}
    if fmt == "pdf":
        write_pdf(
            out, order.words, order.place, order.now_s, order.hub, lines, proven, names,
            practice=is_for_practice(connection),
        )  # fmt: skip
    else:
        write_table(_table(lines, proven, names, order), fmt, out)
    return len(lines)


def _table(
    lines: Iterable[Line], proven: list[Proof], names: dict[int, str], order: Order
) -> Table:
    attempts = [attempt_of(line, names, order.words) for line in lines]
    return hub_sync_log_table(
        attempts, _heads(proven), _owed(proven), _sums(proven, order.now_s, order.which.device)
    )


def attempt_of(line: Line, names: dict[int, str], words: Words) -> HubAttempt:
    """One line of the log as reports take it."""
    return HubAttempt(
        at=_at(line.at_s),
        device=line.device,
        team=names.get(line.device) if line.device is not None else None,
        road=line.road,
        via=line.via,
        result=line.result,
        happened=words.say(words_of(line)),
        bytes_in=line.bytes_in,
        bytes_out=line.bytes_out,
        seconds=None if line.took_ms is None else line.took_ms / 1000,
        pages=(line.pages_new, line.pages_known, line.pages_lacking, line.pages_refused),
        records_new=line.records_new,
        first_seq=line.first_seq,
        last_seq=line.last_seq,
    )


def _heads(proven: list[Proof]) -> Iterator[Head]:
    for proof in proven:
        for epoch in proof.epochs:
            given_at = None if epoch.receipt_s is None else _at(epoch.receipt_s)
            for seq, hash_ in epoch.heads:
                receipt = (epoch.receipt_seq, given_at)
                yield Head(proof.device.no, epoch.epoch, seq, hash_, *receipt)


def _owed(proven: list[Proof]) -> Iterator[OwedRange]:
    for proof in proven:
        for one in proof.owed:
            yield OwedRange(
                one.device, one.epoch, one.first_seq, one.last_seq, _at(one.since_s), one.source
            )


def _sums(proven: list[Proof], now_s: int, only: int | None) -> Iterator[Sum]:
    for proof in proven:
        device = proof.device
        yield _sum(proof.tally, now_s, device.no, device.name, proof.unaccounted)
    if only is None:
        whole = total(proof.tally for proof in proven)
        yield _sum(whole, now_s, None, None, sum(proof.unaccounted for proof in proven))


def _sum(tally: Tally, now_s: int, device: int | None, team: str | None, unaccounted: int) -> Sum:
    counted, contested, quarantined, voided, erased = (tally.states.get(s, 0) for s in STATES)
    states = (counted, contested, quarantined, voided, erased)
    sums = (tally.recorded, tally.waiting, tally.confirmed)
    return Sum(_at(now_s), device, team, *sums, states, unaccounted)


def _at(time_s: int) -> datetime:
    return datetime.fromtimestamp(time_s, UTC)
