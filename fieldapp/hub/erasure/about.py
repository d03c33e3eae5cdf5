"""Which events are about whom: noted of each event about people, as it comes, by what it refers to.

Everything about somebody is then found from their registrations on, whatever else the tables make
of it: also what is in quarantine, and what no table tells of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

from sqlalchemy import Connection, delete, select

from fieldapp.hub import schema
from fieldapp.hub.erasure.tables import about, erased_event
from fieldapp.hub.fold import amendments
from fieldapp.hub.fold.amendments import Amendment
from fieldapp.hub.fold.events import Placed, read_again, resolve
from fieldapp.hub.fold.rows import chunks, insert_rows, rows_in
from fieldapp.hub.fold.rules import REVOKED, SET_ASIDE
from fieldapp.wire import cbor
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.events import MAX_BODY_BYTES, decode_body, field_names
from fieldapp.wire.facts import Ref, calls, doses, fees, people, watch

ROOMS = (people, doses, watch, fees, calls)
"""The rooms of facts that are about people, with what they refer to."""
TYPES = frozenset(number for room in ROOMS for number, _ in room.TYPES.values())
_NOT_ABOUT = {"vial"}
_MOST_SEQ = 1 << 40
_UNKNOWN = 0
_REFERENCES: Mapping[int, frozenset[str]] = {
    room.TYPES[cls][0]: frozenset(
        field.name
        for field in fields(cls)
        if str(field.type).partition(" | ")[0] == "Ref" and field.name not in _NOT_ABOUT
    )
    for room in ROOMS
    for cls in room.TYPES
}
"""By type of event, the fields that refer to another one."""
_about, _event, _erased, _dose = about.c, schema.event.c, erased_event.c, schema.dose.c
_held = schema.quarantine.c
_DOSE_AMENDED = doses.TYPES[doses.DoseAmended][0]
_PUT_ASIDE = (SET_ASIDE.code, REVOKED.code)
_ANY_ERASED = select(_erased.id).limit(1)


@dataclass(frozen=True, slots=True)
class Known:
    """An event of the tree, by what others call it."""

    id: bytes
    device: int
    epoch: bytes
    seq: int
    type: int
    erased: bool


_COLUMNS = [_event.id, _event.device, _event.epoch, _event.seq, _event.type, _event.erased]


def note(connection: Connection, events: Iterable[Placed]) -> list[bytes]:
    """Note of new events what they are about; returns what they are about, as they write it."""
    rows = [
        {"id": event.id, "subject": subject} for event in events for subject in _subjects(event)
    ]
    insert_rows(connection, about, rows)
    return [row["subject"] for row in rows]


def _subjects(event: Placed) -> Iterator[bytes]:
    """Reads no more of a body than it must: every dose comes by here."""
    if event.body is None or event.header is None:
        return
    places = _places_of(event.type, event.header.version)
    if not places:
        return
    try:
        values = cbor.loads(event.body, max_bytes=MAX_BODY_BYTES)
    except Undecodable:
        return
    told = values if isinstance(values, list) else []
    refs = {told[at] for at in places if at < len(told) and _is_reference(told[at])}
    yield from sorted(_written(event.device, event.epoch, ref) for ref in refs)


@cache
def _places_of(event_type: int, version: int) -> tuple[int, ...]:
    """Where in a body its references are."""
    names = field_names(event_type, version) or ()
    wanted = _REFERENCES.get(event_type, frozenset())
    return tuple(at for at, name in enumerate(names) if name in wanted)


def _is_reference(value: object) -> bool:
    if isinstance(value, bytes):
        return len(value) == REF_BYTES
    return type(value) is int and 0 < value < _MOST_SEQ


def _written(device: int, epoch: bytes, ref: Ref) -> bytes:
    """A number means a place in the same epoch, and is longer than the beginning of an id."""
    return ref if isinstance(ref, bytes) else _place(device, epoch, ref)


def _place(device: int, epoch: bytes, seq: int) -> bytes:
    return device.to_bytes(4, "big") + epoch + seq.to_bytes(8, "big")


def forget(connection: Connection, ids: Iterable[bytes]) -> None:
    """What these events were about is nobody's business any more."""
    for chunk in chunks(ids):
        connection.execute(delete(about).where(_about.id.in_(chunk)))


def everything_about(connection: Connection, clients: Iterable[bytes]) -> list[Known]:
    """These registrations and all that was ever recorded about them, by whomever, in the order of
    ids. A dose that was corrected to be another person's is theirs."""
    registered = set(clients)
    known: dict[bytes, Known] = {}
    doses_now = rows_in(connection, [_dose.id], _dose.client, registered)
    fresh = _load(connection, registered | {row.id for row in doses_now})
    fresh += _gone_and_not_here(connection, registered - {one.id for one in fresh})
    while fresh:
        known |= {one.id: one for one in fresh}
        told = _telling_of(connection, fresh) - known.keys()
        told -= _of_others(connection, told, registered)
        fresh = _load(connection, told)
    return [known[id_] for id_ in sorted(known)]


def _load(connection: Connection, ids: Iterable[bytes]) -> list[Known]:
    return [Known(*row) for row in rows_in(connection, _COLUMNS, _event.id, ids)]


def _gone_and_not_here(connection: Connection, ids: Iterable[bytes]) -> list[Known]:
    """Of a hub that was put back: what its list names and no laptop has brought again. Whatever is
    about these may have come before them."""
    columns = [_erased.id, _erased.device, _erased.epoch, _erased.seq]
    rows = rows_in(connection, columns, _erased.id, ids)
    return [Known(row.id, row.device, row.epoch, row.seq, _UNKNOWN, True) for row in rows]


def _telling_of(connection: Connection, events: Sequence[Known]) -> set[bytes]:
    """The events that refer to one of these."""
    wanted = {one.id[:REF_BYTES] for one in events}
    places = {_place(one.device, one.epoch, one.seq): one for one in events}
    ids = {one.id for one in events}
    found: set[bytes] = set()
    for id_, subject in rows_in(
        connection, [_about.id, _about.subject], _about.subject, wanted | places.keys()
    ):
        if subject in wanted or resolve(connection, places[subject].seq, id_) in ids:
            found.add(id_)
    return found


def _of_others(connection: Connection, ids: Iterable[bytes], registered: set[bytes]) -> set[bytes]:
    rows = rows_in(connection, [_dose.id, _dose.client], _dose.id, ids)
    return {id_ for id_, client in rows if client is not None and client not in registered}


def unsettled(
    connection: Connection, events: Iterable[Known], clients: Iterable[bytes]
) -> set[bytes]:
    """The doses among these that a correction gives to, or takes from, somebody other than these
    registrations, as long as nobody can tell whose they are."""
    listed, registered = [one.id for one in events], {cbor.dumps(id_) for id_ in clients}
    held = rows_in(connection, [_held.id, _held.code], _held.id, listed)
    aside = {row.id for row in held if row.code in _PUT_ASIDE}
    given = rows_in(connection, [_dose.id, _dose.client], _dose.id, listed)
    corrected = amendments.load(connection, [row.id for row in given if row.id not in aside])
    moved = {
        row.id
        for row in given
        if _others_named(corrected.by_target.get(row.id, []), registered | corrected.gone)
        and (row.client is None or not amendments.agree(row.id, amendments.WHOSE, corrected))
    }
    waiting = [row.id for row in held if row.id not in aside]
    return moved | {one.id for one in read_again(connection, waiting) if _may_move(one)}


def _others_named(made: Iterable[Amendment], registered: set[bytes]) -> bool:
    """Whether a correction of whose a dose is names anybody else who is here; ids as corrections
    hold them."""
    named = {raw for one in made if one.field == amendments.WHOSE for raw in (one.old, one.new)}
    return bool(named - registered)


def _may_move(event: Placed) -> bool:
    """Whether a correction that waits is of whose a dose is, or nobody can read of what."""
    if event.type != _DOSE_AMENDED or event.body is None:
        return False
    assert event.header is not None  # noqa: S101  its type was read from it
    try:
        fact = decode_body(event.type, event.header.version, event.body)
    except Undecodable:
        return True
    return not isinstance(fact, doses.DoseAmended) or fact.field == "client"


def erased_among(connection: Connection, subjects: Iterable[bytes]) -> list[tuple[bytes, int]]:
    """Which of these are events that were erased, and by which version of the list: what came
    later about somebody who is gone."""
    if connection.execute(_ANY_ERASED).first() is None:
        return []
    wanted = set(subjects)
    refs = {subject for subject in wanted if len(subject) == REF_BYTES}
    columns = [_erased.id, _erased.version]
    found = [
        (bytes(row.id), row.version) for row in rows_in(connection, columns, _erased.ref, refs)
    ]
    epochs = {_taken_apart(subject)[:2] for subject in wanted - refs}
    for device, epoch in sorted(epochs):
        own = select(_erased.id, _erased.version, _erased.seq).where(
            _erased.device == device, _erased.epoch == epoch
        )
        for row in connection.execute(own):
            if _place(device, epoch, row.seq) in wanted:
                found.append((bytes(row.id), row.version))
    return found


def _taken_apart(place: bytes) -> tuple[int, bytes, int]:
    return (
        int.from_bytes(place[:4], "big"),
        place[4:-8],
        int.from_bytes(place[-8:], "big"),
    )
