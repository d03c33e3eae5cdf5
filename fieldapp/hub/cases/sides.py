"""The records that a case is about, each with everything it says, to be seen side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection

from fieldapp.domain.client import ClientDetails
from fieldapp.hub import schema
from fieldapp.hub.fold import amendments
from fieldapp.hub.fold.dose_reading import NOT_GIVEN, RECORDED
from fieldapp.hub.fold.doses import CONTESTED, COUNTED
from fieldapp.hub.fold.events import Placed, read_again, resolve
from fieldapp.hub.fold.records import read_fact
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.regions.people import details_of
from fieldapp.wire.facts import DoseNotGiven, DoseRecorded

_dose, _client, _void = schema.dose.c, schema.client.c, schema.void.c


Said: TypeAlias = DoseRecorded | DoseNotGiven | None
Given = tuple[int, str]
"""A dose that stands: when, in the minutes of the place, and which vaccine."""


@dataclass(frozen=True, slots=True)
class Side:
    """One record. `client` is the registration that it is, or is about, as far as that is known;
    `dose` what a dose record says as amended, None where it is none or cannot be read; `doses` are
    those that stand under a registration."""

    id: bytes
    type: int
    device: int
    seq: int
    recorded_by: str
    recorded_s: int
    received_s: int
    client: bytes | None
    person: bytes | None
    details: ClientDetails | None
    dose: Said
    state: str
    contest: str | None
    struck: tuple[str, ...]
    doses: tuple[Given, ...]

    @property
    def is_dose(self) -> bool:
        """Whether it is a dose record."""
        return self.type in (RECORDED, NOT_GIVEN)


def sides_of(connection: Connection, ids: Iterable[bytes]) -> list[Side]:
    """These records, those of them that are here, in the order in which they are named."""
    wanted = list(ids)
    events = {event.id: event for event in read_again(connection, wanted)}
    doses = {row.id: row for row in rows_in(connection, list(_dose), _dose.id, wanted)}
    made = amendments.load(connection, doses)
    said = {id_: _said(events[id_], made) for id_ in doses if id_ in events}
    about = {id_: _client_of(connection, row, said.get(id_)) for id_, row in doses.items()}
    named = {id_ for id_ in about.values() if id_} | set(wanted)
    people = {row.id: row for row in rows_in(connection, list(_client), _client.id, named)}
    details = details_of(connection, people)
    struck = rows_in(connection, [_void.dose, _void.reason], _void.dose, wanted)
    given = _given(connection, wanted)
    return [
        _side(
            events[id_], doses.get(id_), people.get(about.get(id_, id_)), details, said.get(id_),
            tuple(sorted(why for dose, why in struck if dose == id_)), given.get(id_, ()),
        )
        for id_ in wanted
        if id_ in events
    ]  # fmt: skip


def _client_of(connection: Connection, dose: Any, said: Said) -> bytes | None:
    """Whose dose it is, also while it counts for nothing."""
    if dose.client is not None or said is None:
        return bytes(dose.client) if dose.client is not None else None
    return resolve(connection, said.client, dose.id)


def _given(connection: Connection, clients: Iterable[bytes]) -> dict[bytes, tuple[Given, ...]]:
    columns = [_dose.client, _dose.given, _dose.state, _dose.occurred_min, _dose.vaccine]
    listed: dict[bytes, list[Given]] = defaultdict(list)
    for row in rows_in(connection, columns, _dose.client, clients):
        if row.given and row.state in (COUNTED, CONTESTED):
            listed[row.client].append((row.occurred_min, row.vaccine))
    return {client: tuple(sorted(doses)) for client, doses in listed.items()}


def _side(
    event: Placed,
    dose: Any,
    person: Any,
    details: Mapping[bytes, ClientDetails],
    said: Said,
    struck: tuple[str, ...],
    given: tuple[Given, ...],
) -> Side:
    header = event.header
    return Side(
        event.id, event.type, event.device, event.seq,
        header.user if header else "", header.wall_s if header else 0, event.received_s,
        None if person is None else person.id, None if person is None else person.person,
        None if person is None else details.get(person.id), said,
        "" if dose is None else dose.state, _contest(dose, person), struck, given,
    )  # fmt: skip


def _contest(dose: Any, person: Any) -> str | None:
    row = person if dose is None else dose
    return None if row is None else row.contest


def _said(event: Placed, made: amendments.Amendments) -> Said:
    """Also of a record that came late or counts for nothing; nothing of one that is erased."""
    if event.header is None or event.body is None:
        return None
    fact = read_fact(event.type, event.header.version, event.body)
    if not isinstance(fact, DoseRecorded | DoseNotGiven):
        return None
    amended, _ = amendments.apply_to(cast(DoseRecorded, fact), event.id, made)
    return amended
