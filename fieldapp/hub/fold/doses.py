"""Dose records: what each says as amended, and which one word of the equation it is.

    erased > voided > quarantined > contested > counted     (the first that fits)

Contested is what waits for a person's decision: the identity of the client is contested, the same
person has another dose of the same vaccine at most one day apart from another record (a possible
double: both), or corrections of the record disagree. Voiding one of two settles a possible double.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, update

from fieldapp.hub import schema
from fieldapp.hub.fold import amendments, quarantine
from fieldapp.hub.fold.amendments import Amendments
from fieldapp.hub.fold.dose_reading import DoseReading, read_dose
from fieldapp.hub.fold.events import rows_in
from fieldapp.hub.fold.people import AMENDMENTS_DIFFER
from fieldapp.hub.fold.records import Record, load
from fieldapp.hub.fold.rules import Doubt, Rules

_dose, _event, _void, _client = (
    schema.dose.c, schema.event.c, schema.void.c, schema.client.c,
)  # fmt: skip
ERASED, VOIDED, QUARANTINED, CONTESTED, COUNTED = (
    "erased", "voided", "quarantined", "contested", "counted",
)  # fmt: skip
STATES = (COUNTED, CONTESTED, QUARANTINED, VOIDED, ERASED)
POSSIBLE_DOUBLE = "possible-double"
_MINUTES_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class _Around:
    """What else decides about some dose records."""

    amended: Amendments
    voided: set[bytes]
    erased: set[bytes]
    given: Mapping[bytes, bool]


def settle_doses(
    connection: Connection, ids: Iterable[bytes], people: Iterable[bytes], rules: Rules
) -> None:
    """Bring these records up to date, and all records of these registrations."""
    wanted = set(ids) | _doses_of(connection, people)
    records = load(connection, schema.dose, wanted)
    around = _look_around(connection, {record.id for record in records})
    moved: set[bytes] = set()
    for record in records:
        moved |= _settle(connection, record, around, rules)
    _settle_doubles(connection, set(people) | moved)


def _doses_of(connection: Connection, people: Iterable[bytes]) -> set[bytes]:
    return {row[0] for row in rows_in(connection, [_dose.id], _dose.client, people)}


def _look_around(connection: Connection, ids: set[bytes]) -> _Around:
    gone = rows_in(connection, [_event.id, _event.erased], _event.id, ids)
    return _Around(
        amendments.load(connection, ids),
        {row[0] for row in rows_in(connection, [_void.dose], _void.dose, ids)},
        {id_ for id_, erased in gone if erased},
        {id_: bool(given) for id_, given in rows_in(
            connection, [_dose.id, _dose.given], _dose.id, ids
        )},
    )  # fmt: skip


def _settle(connection: Connection, record: Record, around: _Around, rules: Rules) -> set[bytes]:
    """Write one record's row; returns the registrations it belonged and belongs to."""
    before = rows_in(connection, [_dose.client], _dose.id, [record.id])[0][0]
    given = around.given[record.id]
    client, reading = read_dose(connection, record, given, around.amended, rules)
    values = _values(reading, record.id, around) | {"client": client}
    if values["state"] == ERASED:
        values |= {"body": None, "client": None}
    if isinstance(reading, Doubt) and values["state"] != ERASED:
        quarantine.hold(connection, record, reading)
    else:
        quarantine.release(connection, record.id)
    connection.execute(update(schema.dose).where(_dose.id == record.id).values(**values))
    return {id_ for id_ in (before, values["client"]) if id_ is not None}


def _values(reading: DoseReading | Doubt, id_: bytes, around: _Around) -> dict[str, Any]:
    """The columns of a record's row, its client apart."""
    details = _NO_DETAILS if isinstance(reading, Doubt) else _details(reading)
    contest = None if isinstance(reading, Doubt) else _contest(reading)
    if id_ in around.erased:
        return {"state": ERASED, "contest": None, **_NO_DETAILS}
    if id_ in around.voided:
        return {"state": VOIDED, "contest": None, **details}
    if isinstance(reading, Doubt):
        return {"state": QUARANTINED, "contest": None, **_NO_DETAILS}
    return {"state": CONTESTED if contest else COUNTED, "contest": contest, **details}


_NO_DETAILS: dict[str, Any] = dict.fromkeys(
    ("vaccine", "lot", "occurred_min", "utc_offset_min", "source")
)


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
    }


def _settle_doubles(connection: Connection, clients: set[bytes]) -> None:
    """Mark, and unmark, the possible doubles of everybody concerned."""
    persons = {row[0] for row in rows_in(connection, [_client.person], _client.id, clients)}
    everybody = rows_in(connection, [_client.id, _client.person], _client.person, persons)
    person_of: dict[bytes, bytes] = dict(map(tuple, everybody))
    columns = [
        _dose.id, _dose.client, _dose.vaccine, _dose.occurred_min, _dose.state, _dose.contest,
        _dose.given,
    ]  # fmt: skip
    alike: dict[tuple[bytes, str], list[tuple[int, bytes]]] = defaultdict(list)
    rows = {}
    for row in rows_in(connection, columns, _dose.client, person_of):
        if row.given and row.state in (COUNTED, CONTESTED):
            day = row.occurred_min // _MINUTES_A_DAY
            alike[person_of[row.client], row.vaccine].append((day, row.id))
            rows[row.id] = row
    doubles = {id_ for listed in alike.values() for id_ in _doubles(listed)}
    for id_, row in rows.items():
        _mark(connection, row, id_ in doubles)


def _doubles(listed: list[tuple[int, bytes]]) -> Iterable[bytes]:
    ordered = sorted(listed)
    for (day, id_), (next_day, next_id) in pairwise(ordered):
        if next_day - day <= 1:
            yield from (id_, next_id)


def _mark(connection: Connection, row: Any, double: bool) -> None:
    if row.contest not in (None, POSSIBLE_DOUBLE):
        return
    contest = POSSIBLE_DOUBLE if double else None
    if row.contest != contest:
        state = CONTESTED if double else COUNTED
        connection.execute(
            update(schema.dose).where(_dose.id == row.id).values(contest=contest, state=state)
        )
