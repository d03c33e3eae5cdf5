"""People with a telephone and a dose, a batch at a time, with all that decides about a message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, select

from fieldapp.domain.call import Call
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.hub import schema
from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.judged import counting
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.messages import tables
from fieldapp.hub.messages.wishes import wanting_none
from fieldapp.hub.regions.people import details_of
from fieldapp.wire import cbor
from fieldapp.wire.dates import from_day
from fieldapp.wire.events import MAX_BODY_BYTES

BATCH = 500
_client, _dose = schema.client.c, schema.dose.c
_call, _reaction = tables.call.c, tables.reaction.c
_STANDING = ("counted", "contested")
_MINUTES_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class Told:
    """A reaction reported after a dose of this product, as far as it bears on the next."""

    vaccine: str
    codes: tuple[str, ...]
    serious: bool


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose that stands. `counts`: what a supervisor decided, if anything."""

    vaccine: str
    day: date
    device: int
    offset_min: int
    counts: bool | None = None


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person; `phone` is that of the newest registration which has one, `shared` whether others
    have the same. `doubtful`: who this is, is contested."""

    person: bytes
    registrations: frozenset[bytes]
    details: ClientDetails
    phone: str | None
    language: str | None
    shared: bool
    doubtful: bool
    doses: tuple[Dose, ...]
    calls: tuple[Call, ...]
    wants_messages: bool
    reactions: tuple[Told, ...]

    @property
    def prior_doses(self) -> tuple[PriorDose, ...]:
        """As the programme's engine takes them."""
        return tuple(PriorDose(one.day, one.vaccine, one.counts) for one in self.doses)


@dataclass
class _Gathered:
    """The rows about some people, by person."""

    clients: dict[bytes, list[Any]] = field(default_factory=lambda: defaultdict(list))
    doses: dict[bytes, list[Any]] = field(default_factory=lambda: defaultdict(list))
    calls: dict[bytes, list[Any]] = field(default_factory=lambda: defaultdict(list))
    none_wanted: set[bytes] = field(default_factory=set)
    reactions: dict[bytes, list[Told]] = field(default_factory=lambda: defaultdict(list))
    decided: dict[bytes, bool] = field(default_factory=dict)


def batches(connection: Connection, *, with_phone: bool = True) -> Iterator[list[bytes]]:
    """Everybody who counts, by the smallest id of their registrations; only those who have a
    telephone, or all."""
    last = b""
    asked = (_client.counts, _client.phone.is_not(None)) if with_phone else (_client.counts,)
    while True:
        wanted = (
            select(_client.person)
            .where(*asked, _client.person > last)
            .distinct()
            .order_by(_client.person)
            .limit(BATCH)
        )
        persons = list(connection.execute(wanted).scalars())
        if not persons:
            return
        yield persons
        last = persons[-1]


def read_people(connection: Connection, persons: Iterable[bytes]) -> list[Somebody]:
    """These people, those of them who had a dose that stands."""
    gathered = _gather(connection, set(persons))
    with_dose = [person for person in sorted(gathered.clients) if gathered.doses[person]]
    ids = [row.id for person in with_dose for row in gathered.clients[person]]
    details = details_of(connection, ids)
    phones = {row.phone for person in with_dose for row in gathered.clients[person]}
    owners = _owners(connection, phones - {None})
    return [
        _somebody(person, gathered, details, owners)
        for person in with_dose
        if any(row.id in details for row in gathered.clients[person])
    ]


def _gather(connection: Connection, persons: set[bytes]) -> _Gathered:
    gathered = _Gathered()
    columns = [
        _client.id, _client.person, _client.counts, _client.contest, _client.recorded_s,
        _client.phone, _client.language,
    ]  # fmt: skip
    person_of: dict[bytes, bytes] = {}
    for row in rows_in(connection, columns, _client.person, persons):
        if row.counts:
            gathered.clients[row.person].append(row)
            person_of[row.id] = row.person
    doses = _standing_doses(connection, person_of)
    for row in doses.values():
        gathered.doses[person_of[row.client]].append(row)
    gathered.decided = counting(decisions.of_records(connection, doses))
    for row in _without(connection, tables.call, tables.call_withdrawn.c.call, person_of):
        gathered.calls[person_of[row.client]].append(row)
    gathered.none_wanted = wanting_none(connection, person_of)
    for told, client in _reactions(connection, doses):
        gathered.reactions[person_of[client]].append(told)
    return gathered


def _standing_doses(connection: Connection, clients: Iterable[bytes]) -> dict[bytes, Any]:
    columns = [
        _dose.id, _dose.client, _dose.device, _dose.vaccine, _dose.occurred_min,
        _dose.utc_offset_min, _dose.given, _dose.state,
    ]  # fmt: skip
    return {
        row.id: row
        for row in rows_in(connection, columns, _dose.client, clients)
        if row.given and row.state in _STANDING and row.vaccine is not None
    }


def _without(
    connection: Connection, table: Any, withdrawal: Any, clients: Iterable[bytes]
) -> list[Any]:
    """The rows about these people that nobody struck through."""
    rows = rows_in(connection, list(table.c), table.c.client, clients)
    struck = rows_in(connection, [withdrawal], withdrawal, {row.id for row in rows})
    gone = {row[0] for row in struck}
    return [row for row in rows if row.id not in gone]


def _reactions(connection: Connection, doses: Mapping[bytes, Any]) -> Iterator[tuple[Told, bytes]]:
    rows = rows_in(connection, list(_reaction), _reaction.dose, doses)
    withdrawal = tables.reaction_withdrawn.c.reaction
    struck = rows_in(connection, [withdrawal], withdrawal, {row.reaction for row in rows})
    gone = {row[0] for row in struck}
    for row in rows:
        if row.reaction not in gone:
            codes = cbor.loads(row.codes, max_bytes=MAX_BODY_BYTES)
            known = tuple(codes) if isinstance(codes, list) else ()
            dose = doses[row.dose]
            yield Told(dose.vaccine, known, row.serious), dose.client


def _owners(connection: Connection, phones: Iterable[str]) -> dict[str, int]:
    """How many people have each of these numbers."""
    found: dict[str, set[bytes]] = defaultdict(set)
    columns = [_client.phone, _client.person, _client.counts]
    for phone, person, counts in rows_in(connection, columns, _client.phone, phones):
        if counts:
            found[phone].add(person)
    return {phone: len(people) for phone, people in found.items()}


def _somebody(
    person: bytes,
    gathered: _Gathered,
    details: Mapping[bytes, ClientDetails],
    owners: Mapping[str, int],
) -> Somebody:
    clients = sorted(gathered.clients[person], key=lambda row: (row.recorded_s, row.id))
    readable = [details[row.id] for row in clients if row.id in details]
    phone = next((row.phone for row in reversed(clients) if row.phone), None)
    doses = sorted(gathered.doses[person], key=lambda row: (row.occurred_min, row.id))
    calls = sorted(gathered.calls[person], key=lambda row: (row.made_s, row.id))
    return Somebody(
        person=person,
        registrations=frozenset(row.id for row in clients),
        details=next((one for one in readable if one.birth_date), readable[-1]),
        phone=phone,
        language=next((row.language for row in reversed(clients) if row.language), None),
        shared=owners.get(phone or "", 0) > 1,
        doubtful=any(row.contest for row in clients),
        doses=tuple(_read_dose(row, gathered.decided.get(row.id)) for row in doses),
        calls=tuple(_read_call(row) for row in calls),
        wants_messages=person not in gathered.none_wanted,
        reactions=tuple(gathered.reactions[person]),
    )


def _read_dose(row: Any, counts: bool | None) -> Dose:
    day = from_day(row.occurred_min // _MINUTES_A_DAY) or date.min
    return Dose(row.vaccine, day, row.device, row.utc_offset_min or 0, counts)


def _read_call(row: Any) -> Call:
    made = datetime.fromtimestamp(row.made_s, UTC)
    day = from_day(row.day)
    return Call(
        row.id, row.client, row.vaccine, row.dose, row.outcome, made, row.made_by, day,
        phone=row.phone,
    )  # fmt: skip
