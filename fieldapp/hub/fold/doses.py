"""Dose records: what each says as amended, and which one word of the equation it is.

    erased > voided > quarantined > contested > counted     (the first that fits)

Contested is what waits for a person's decision: the identity of the client is contested, the same
person has another dose of the same vaccine at most one day apart from another record (a possible
double: both), or corrections of the record disagree. Voiding one of two settles a possible double.
What a team was told of a dose that others gave, by a card or otherwise, is no second dose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection

from fieldapp.domain.immunization import DoseSource
from fieldapp.hub import schema
from fieldapp.hub.fold import quarantine
from fieldapp.hub.fold.dose_reading import DoseReading, Judged, read_doses
from fieldapp.hub.fold.people import AMENDMENTS_DIFFER
from fieldapp.hub.fold.records import Record, load
from fieldapp.hub.fold.rows import rows_in, update_rows
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
class _Decided:
    """What people decided about some dose records."""

    voided: set[bytes]
    erased: set[bytes]


def settle_doses(
    connection: Connection, ids: Iterable[bytes], people: Iterable[bytes], rules: Rules
) -> set[bytes]:
    """Bring these records up to date, and all records of these registrations; returns the
    registrations of everybody concerned."""
    wanted = set(ids) | {row[0] for row in rows_in(connection, [_dose.id], _dose.client, people)}
    records = load(connection, schema.dose, wanted)
    columns = [_dose.id, _dose.given, _dose.client]
    before = {row.id: row for row in rows_in(connection, columns, _dose.id, wanted)}
    given = {id_: bool(row.given) for id_, row in before.items()}
    readings = read_doses(connection, records, given, rules)
    decided = _decided(connection, wanted)
    rows = [_row(record, *readings[record.id], decided) for record in records]
    _hold_or_release(connection, records, readings, decided)
    update_rows(connection, schema.dose, rows)
    moved = {row["client"] for row in rows} | {row.client for row in before.values()}
    concerned = (set(people) | moved) - {None}
    _settle_doubles(connection, concerned)
    return concerned


def _decided(connection: Connection, ids: set[bytes]) -> _Decided:
    gone = rows_in(connection, [_event.id, _event.erased], _event.id, ids)
    return _Decided(
        {row[0] for row in rows_in(connection, [_void.dose], _void.dose, ids)},
        {id_ for id_, erased in gone if erased},
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
        if isinstance(reading, Doubt) and record.id not in decided.erased:
            quarantine.hold(connection, record, reading)
        else:
            good.add(record.id)
    quarantine.release_all(connection, good)


def _row(
    record: Record, client: bytes | None, reading: DoseReading | Doubt, decided: _Decided
) -> dict[str, Any]:
    values = {"id": record.id, "client": client} | _values(reading, record.id, decided)
    if values["state"] == ERASED:
        values |= {"body": None, "client": None}
    return values


def _values(reading: DoseReading | Doubt, id_: bytes, decided: _Decided) -> dict[str, Any]:
    """The columns of a record's row, its client apart."""
    details = _NO_DETAILS if isinstance(reading, Doubt) else _details(reading)
    contest = None if isinstance(reading, Doubt) else _contest(reading)
    if id_ in decided.erased:
        return {"state": ERASED, "contest": None, **_NO_DETAILS}
    if id_ in decided.voided:
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
        _dose.given, _dose.source, _dose.lot,
    ]  # fmt: skip
    alike: dict[tuple[bytes, str], list[_Alike]] = defaultdict(list)
    rows = {}
    for row in rows_in(connection, columns, _dose.client, person_of):
        if row.given and row.state in (COUNTED, CONTESTED):
            day = row.occurred_min // _MINUTES_A_DAY
            told = row.source == DoseSource.ELSEWHERE
            alike[person_of[row.client], row.vaccine].append(_Alike(day, row.id, row.lot, told))
            rows[row.id] = row
    doubles = {id_ for listed in alike.values() for id_ in _doubles(listed)}
    marked = [_marked(row, id_ in doubles) for id_, row in rows.items()]
    update_rows(connection, schema.dose, [row for row in marked if row])


@dataclass(frozen=True, slots=True, order=True)
class _Alike:
    """A dose of one person and vaccine; `told`: by others than who gave it."""

    day: int
    id: bytes
    lot: str
    told: bool

    def tells_of(self, other: _Alike) -> bool:
        """Whether this is the other dose, told again: the same day, and no other lot."""
        same_lot = "" in (self.lot, other.lot) or _folded(self.lot) == _folded(other.lot)
        return self.told and self.day == other.day and same_lot


def _folded(lot: str) -> str:
    return "".join(lot.split()).casefold()


def _doubles(listed: list[_Alike]) -> Iterable[bytes]:
    """Every two records at most a day apart that are not one dose told twice."""
    for one, other in pairwise(_each_dose_once(listed)):
        if other.day - one.day <= 1:
            yield from (one.id, other.id)


def _each_dose_once(listed: list[_Alike]) -> list[_Alike]:
    """Whoever gave a dose speaks for it; of several who were only told of it, the first."""
    doses: list[_Alike] = []
    for record in sorted(listed, key=lambda one: (one.told, one)):
        if not any(record.tells_of(dose) for dose in doses):
            doses.append(record)
    return sorted(doses)


def _marked(row: Any, double: bool) -> dict[str, Any]:
    """What changes in a record's row; nothing where another contest comes first."""
    contest = POSSIBLE_DOUBLE if double else None
    if row.contest not in (None, POSSIBLE_DOUBLE) or row.contest == contest:
        return {}
    return {"id": row.id, "contest": contest, "state": CONTESTED if double else COUNTED}
