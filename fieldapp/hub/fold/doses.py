"""Dose records: what each says as amended, and which one word of the equation it is.

    erased > voided > quarantined > contested > counted     (the first that fits)

Contested is what waits for a person's decision: the identity of the client is contested, the same
person has another dose of the same vaccine at most one day apart from another record (a possible
double: both), or corrections of the record disagree. Voiding one of two settles a possible double,
and so does a decision at the hub (`cases`): what it strikes through is voided, too. What a team was
told of a dose that others gave, by a card or otherwise, is no second dose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from fieldapp.hub import schema
from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.kinds import Kind, Way
from fieldapp.hub.erasure.tables import erased_event
from fieldapp.hub.fold import doubles, quarantine
from fieldapp.hub.fold.change import Change
from fieldapp.hub.fold.dose_moves import count_moves
from fieldapp.hub.fold.dose_reading import DoseReading, Judged, read_doses
from fieldapp.hub.fold.people import AMENDMENTS_DIFFER
from fieldapp.hub.fold.records import Record, record_of
from fieldapp.hub.fold.rows import insert_rows, rows_in, update_rows
from fieldapp.hub.fold.rules import READS_NOW, Doubt, Rules

_dose, _event, _void, _gone = schema.dose.c, schema.event.c, schema.void.c, erased_event.c
ERASED, VOIDED, QUARANTINED, CONTESTED, COUNTED = (
    "erased", "voided", "quarantined", "contested", "counted",
)  # fmt: skip
STATES = (COUNTED, CONTESTED, QUARANTINED, VOIDED, ERASED)


@dataclass(frozen=True, slots=True)
class _Decided:
    """What people decided about some dose records. `stock`: of erased ones what their team's stock
    goes on counting, product and lot."""

    voided: set[bytes]
    erased: set[bytes]
    stock: Mapping[bytes, tuple[str, str]]
    set_aside: set[bytes]


def settle_doses(change: Change, people: Iterable[bytes], rules: Rules) -> set[bytes]:
    """Bring the records that a change touched up to date, and all records of these registrations,
    and write the new; returns the registrations of everybody concerned."""
    connection, known = change.connection, set(people)
    theirs = {row[0] for row in rows_in(connection, [_dose.id], _dose.client, known)}
    wanted = change.doses | theirs
    concerned = (_settle_records(change, wanted, rules) | known) - {None}
    around = doubles.around(connection, concerned)
    struck = doubles.struck_among(around)
    if struck:  # what they are, were they not struck through
        _settle_records(change, struck, rules)
        around = doubles.around(connection, concerned)
    doubles.settle(connection, around, wanted)
    return concerned


def _settle_records(change: Change, ids: set[bytes], rules: Rules) -> set[Any]:
    """Bring records up to date as far as each says so itself; whose they are, and were before."""
    new, change.new_doses = change.new_doses, {}
    before: dict[bytes, Mapping[str, Any]] = {id_: _UNWRITTEN | row for id_, row in new.items()}
    written = rows_in(change.connection, list(_dose), _dose.id, ids - new.keys())
    before |= {row.id: row._mapping for row in written}
    records = [record_of(before[id_]) for id_ in sorted(before)]
    given = {id_: bool(row["given"]) for id_, row in before.items()}
    readings = read_doses(change, records, given, rules)
    decided = _decided(change.connection, before.keys())
    after = {r.id: _values(*readings[r.id], r.id, decided) for r in records}
    _hold_or_release(change.connection, records, readings, decided)
    moves = [(before[id_], {**before[id_], **values}) for id_, values in after.items()]
    insert_rows(change.connection, schema.dose, [row for _, row in moves if row["id"] in new])
    update_rows(
        change.connection, schema.dose,
        [{"id": id_, **values} for id_, values in after.items()
         if id_ not in new and any(before[id_][name] != values[name] for name in values)],
    )  # fmt: skip
    count_moves(change.connection, moves)
    return {row["client"] for pair in moves for row in pair}


_UNWRITTEN: dict[str, Any] = {column.name: None for column in schema.dose.columns}


def _decided(connection: Connection, ids: Collection[bytes]) -> _Decided:
    gone = rows_in(connection, [_event.id, _event.erased], _event.id, ids)
    return _Decided(
        {row[0] for row in rows_in(connection, [_void.dose], _void.dose, ids)},
        {id_ for id_, erased in gone if erased},
        {
            row.id: (row.vaccine, row.lot)
            for row in rows_in(connection, [_gone.id, _gone.vaccine, _gone.lot], _gone.id, ids)
            if row.vaccine is not None
        },
        {
            one.one
            for one in decisions.about(connection, Kind.QUARANTINE, ids)
            if one.way is Way.SET_ASIDE
        },
    )


def _hold_or_release(
    connection: Connection,
    records: Iterable[Record],
    readings: Mapping[bytes, Judged],
    decided: _Decided,
) -> None:
    good: set[bytes] = set()
    for record in records:
        _, reading = readings[record.id]
        doubt = reading if isinstance(reading, Doubt) else None
        if doubt is None and record.id in decided.set_aside - decided.voided:
            doubt = READS_NOW
        if doubt is not None and record.id not in decided.erased:
            quarantine.hold(connection, record, doubt, asks=record.id not in decided.voided)
        else:
            good.add(record.id)
    quarantine.release_all(connection, good)


def _values(
    client: bytes | None, reading: DoseReading | Doubt, id_: bytes, decided: _Decided
) -> dict[str, Any]:
    """The columns of a record's row that follow from what it says."""
    values = {"client": client} | _said(reading, id_, decided)
    if values["state"] == ERASED:
        values |= {"body": None, "client": None}
    return values


def _said(reading: DoseReading | Doubt, id_: bytes, decided: _Decided) -> dict[str, Any]:
    """The same, its client apart."""
    details = _NO_DETAILS if isinstance(reading, Doubt) else _details(reading)
    contest = None if isinstance(reading, Doubt) else _contest(reading)
    if id_ in decided.erased:
        return {
            "state": ERASED,
            "contest": None,
            **_NO_DETAILS,
            **_of_stock(decided.stock.get(id_)),
        }
    if id_ in decided.voided:
        return {"state": VOIDED, "contest": None, **details}
    if isinstance(reading, Doubt) or id_ in decided.set_aside:
        return {"state": QUARANTINED, "contest": None, **_NO_DETAILS}
    return {"state": CONTESTED if contest else COUNTED, "contest": contest, **details}


_NO_DETAILS: dict[str, Any] = dict.fromkeys(
    ("vaccine", "lot", "occurred_min", "utc_offset_min", "source", "from_stock", "session")
)


def _of_stock(lot: tuple[str, str] | None) -> dict[str, object]:
    """Of an erased dose."""
    return {} if lot is None else {"vaccine": lot[0], "lot": lot[1], "from_stock": True}


def _contest(reading: DoseReading) -> str | None:
    if reading.client.contest is not None:
        return reading.client.contest
    return AMENDMENTS_DIFFER if reading.amended_apart else None


def _details(reading: DoseReading) -> dict[str, object]:
    return {
        "vaccine": reading.vaccine,
        "lot": reading.lot,
        "occurred_min": reading.occurred_min,
        "utc_offset_min": reading.utc_offset_min,
        "source": reading.source,
        "from_stock": reading.from_stock,
        "session": reading.session,
    }
