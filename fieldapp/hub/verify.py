"""Proving the hub's records: every stored frame, every receipt ever given, and the tables.

Reads one moment and replays it into an empty database in memory, also while the hub serves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nacl.signing import VerifyKey
from sqlalchemy import ColumnElement, Connection, Row, Table, insert, select
from sqlalchemy.exc import DBAPIError

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import schema
from fieldapp.hub.cases.tables import case_decision
from fieldapp.hub.devices import devices
from fieldapp.hub.edition import make_views
from fieldapp.hub.erasure.tables import erased_event
from fieldapp.hub.fold.digest import differing
from fieldapp.hub.fold.projector import PLACES_AT_ONCE, fold_places, projected_to, rules_of
from fieldapp.hub.frame_table import UNNUMBERED
from fieldapp.hub.sqlite_file import damage, fault_words, memory_engine
from fieldapp.hub.store import open_store
from fieldapp.hub.web import audit
from fieldapp.wire import chain
from fieldapp.wire.frame import Entry, decode_frame, replay
from fieldapp.wire.seal import Seal, check_seal

_frame = schema.frame.c
_TREE_ORDER = (
    _frame.place.is_(None),
    _frame.place == UNNUMBERED,
    _frame.place,
    _frame.base_seq,
    _frame.no,
)
"""Parents before children: as folded, then what joined since, then what waits for its parent."""
_Held = dict[tuple[int, bytes], tuple[int, bytes]]
"""The events of each device's tree, with their parents."""


@dataclass
class Findings:
    """What was checked, and what is wrong: one sentence each."""

    frames: int = 0
    events: int = 0
    receipts: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether everything is as it should be."""
        return not self.problems

    def as_json(self) -> dict[str, object]:
        """Keys that scripts rely on."""
        return {
            "ok": self.ok,
            "frames": self.frames,
            "events": self.events,
            "receipts": self.receipts,
            "problems": self.problems,
        }


def verify(data: Path, *, database: str | None = None) -> Findings:
    """Check everything. Raises HubMissing and what else opening raises."""
    store = open_store(data, database=database)
    findings = Findings()
    try:
        with store.reading() as connection:
            if not store.on_server:
                findings.problems += [
                    f"The database is damaged: {what}." for what in damage(connection)
                ]
            _verify(connection, findings)
            findings.problems += audit.problems(connection, store.keys)
    except DBAPIError as error:
        findings.problems.append(f"The database is damaged: {fault_words(error.orig)}.")
    finally:
        store.close()
    return findings


def _verify(connection: Connection, findings: Findings) -> None:
    held = _check_frames(connection, findings)
    _check_tips(connection, held, findings)
    _check_receipts(connection, held, findings)
    if findings.ok:
        _check_tables(connection, findings)


def _check_frames(connection: Connection, findings: Findings) -> _Held:
    """Every frame against its seal and its place; returns the events of the tree with parents."""
    keys = {no: device.key for no, device in devices(connection).items()}
    held: _Held = {}
    erased = set(connection.execute(select(erased_event.c.id)).scalars())
    rows = select(schema.frame).order_by(*_TREE_ORDER)
    for row in connection.execution_options(yield_per=100).execute(rows):
        findings.frames += 1
        try:
            entries = _proven(row, keys)
        except (FieldAppError, KeyError, _WrongColumns) as error:
            findings.problems.append(f"Frame {row.no} does not hold: {error}")
            continue
        if any(entry.id in erased and entry.body is not None for entry in entries):
            findings.problems.append(f"Frame {row.no} still tells of somebody who was erased.")
        if any(entry.id not in erased and entry.body is None for entry in entries):
            findings.problems.append(f"Frame {row.no} lacks what records say that nobody erased.")
        if row.place is not None:
            _add(row, entries, held, findings)
    findings.events = len({id_ for _, id_ in held})
    return held


class _WrongColumns(Exception):
    """A frame's columns say otherwise than its bytes."""


def _proven(row: Row[Any], keys: dict[int, VerifyKey]) -> list[Entry]:
    frame = decode_frame(row.body)
    entries = replay(frame)
    last = entries[-1]
    inside = (frame.device, frame.epoch, frame.base_seq, last.seq, frame.previous, last.id)
    if inside != (row.device, row.epoch, row.base_seq, row.last_seq, row.previous, row.last_hash):
        raise _WrongColumns("its columns differ from its bytes.")
    seal = Seal(frame.device, frame.epoch, last.seq, last.id, row.device_time)
    check_seal(seal, row.signature, keys[row.device])
    return entries


def _add(row: Row[Any], entries: list[Entry], held: _Held, findings: Findings) -> None:
    parent = row.previous
    if (row.device, parent) not in held and parent != chain.genesis(row.epoch):
        findings.problems.append(f"Frame {row.no} hangs in the air: its parent is missing.")
    for entry in entries:
        held[row.device, entry.id] = row.device, parent
        parent = entry.id


def _check_tips(connection: Connection, held: _Held, findings: Findings) -> None:
    ends = held.keys() - set(held.values())
    tips = connection.execute(select(schema.tip.c.device, schema.tip.c.hash))
    named = {(device, hash_) for device, hash_ in tips}
    if ends != named:
        findings.problems.append("The list of branch ends is not that of the frames.")


def _check_receipts(connection: Connection, held: _Held, findings: Findings) -> None:
    promised = select(
        schema.receipt.c.device, schema.receipt.c.head_seq, schema.receipt.c.head_hash
    )
    for device, seq, hash_ in connection.execute(promised):
        findings.receipts += 1
        if (device, hash_) not in held:
            findings.problems.append(
                f"Laptop {device} has a receipt up to {seq} that the frames do not cover."
            )


def _check_tables(connection: Connection, findings: Findings) -> None:
    """The tables are what the frames, folded once more, come to."""
    engine = memory_engine()
    try:
        with engine.connect() as replayed, replayed.begin():
            _replay(connection, replayed)
            for name in differing(connection, replayed):
                findings.problems.append(
                    f"Table {name} is not what the frames say. Tell the maker."
                )
    finally:
        engine.dispose()


def _replay(connection: Connection, replayed: Connection) -> None:
    schema.truth.create_all(replayed)
    make_views(replayed)
    reached = projected_to(connection)
    rules = rules_of(connection)
    _copy(connection, replayed, schema.device)
    _copy(connection, replayed, erased_event)
    carried_out = connection.execute(select(schema.progress.c.decided_to)).scalar_one()
    _copy(connection, replayed, case_decision, case_decision.c.no <= carried_out)
    placed = select(schema.frame).where(_frame.place.between(1, reached)).order_by(_frame.place)
    pages = connection.execution_options(yield_per=PLACES_AT_ONCE).execute(placed)
    for some in pages.partitions():
        replayed.execute(insert(schema.frame), [dict(row._mapping) for row in some])
        fold_places(replayed, some[0].place, some[-1].place, rules)


def _copy(
    connection: Connection, replayed: Connection, table: Table, *which: ColumnElement[bool]
) -> None:
    for row in connection.execute(select(table).where(*which)):
        replayed.execute(insert(table).values(**row._mapping))
