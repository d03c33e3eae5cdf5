"""Publishes what changed: everybody whom folds concerned goes into new segments of their regions.

Reads one moment, works outside any transaction, and writes in a short one; when another process
published meanwhile, nothing is written and the next round begins anew. Safe to stop anywhere.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from fieldapp.hub import schema
from fieldapp.hub.cases import judged
from fieldapp.hub.cases.judged import Posed
from fieldapp.hub.fold.rows import chunks, rows_in
from fieldapp.hub.fold.stirred import around
from fieldapp.hub.regions import segments
from fieldapp.hub.regions.keys import has_secret, make_secret, region_key
from fieldapp.hub.regions.people import Judge, no_judge, people_of
from fieldapp.hub.regions.segments import End
from fieldapp.hub.regions.snapshot import forget_line
from fieldapp.hub.store import Store
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.roster_messages import NO_MESSAGES, write_messages
from fieldapp.wire.roster_people import RosterPerson, write_people

MOST_STIRRED = 5000
_DIGEST_BYTES = 16
_stirred, _row, _client = schema.stirred.c, schema.roster_row.c, schema.client.c
_BODY = [_client.id, _client.body]
_DROP = delete(schema.stirred).where(_stirred.no.in_(bindparam("noted", expanding=True)))
_NEXT = select(_stirred.no, _stirred.client).order_by(_stirred.no).limit(MOST_STIRRED)


@dataclass
class _Region:
    """What is new in one region."""

    end: End
    people: dict[bytes, tuple[RosterPerson, bytes]] = field(default_factory=dict)
    gone: set[bytes] = field(default_factory=set)
    erased: bool = False


@dataclass(frozen=True, slots=True)
class _Round:
    """One round: the notes that it is about, what follows by region, and the cases about these
    registrations."""

    notes: list[int]
    regions: dict[str, _Region]
    clients: set[bytes]
    posed: list[Posed]


def publish(store: Store, judge: Judge = no_judge, *, now_s: int) -> int:
    """Publish until nothing is stirred; how many segments there are more."""
    made = 0
    while True:
        with store.reading() as connection:
            ready = has_secret(connection)
            found = _look(connection, judge) if ready else None
        if not ready:
            with store.writing() as connection:
                make_secret(connection)
        elif found is None:
            return made
        else:
            made += _write(store, found, now_s)


def _look(connection: Connection, judge: Judge) -> _Round | None:
    notes = connection.execute(_NEXT).all()
    if not notes:
        return None
    touched = {client for _, client in notes}
    theirs, persons = around(connection, touched)
    published = _published(connection, theirs | persons)
    regions: dict[str, _Region] = {}
    posed: list[Posed] = []
    for known in people_of(connection, persons, judge):
        posed += known.posed
        for region in known.regions:
            new = _region(connection, regions, region)
            row = known.for_region(region_key(connection, region).key)
            digest = _digest(row)
            if published[region].pop(known.person, None) != digest:
                new.people[known.person] = row, digest
    for region, left in published.items():
        if left:
            new = _region(connection, regions, region)
            new.gone |= left.keys()
            new.erased = _any_erased(connection, left)
    return _Round([no for no, _ in notes], regions, theirs | persons, posed)


def _published(
    connection: Connection, people: Iterable[bytes]
) -> defaultdict[str, dict[bytes, bytes]]:
    """By region and person, the digest of what was published last."""
    columns = [_row.region, _row.person, _row.digest]
    listed: defaultdict[str, dict[bytes, bytes]] = defaultdict(dict)
    for region, person, digest in rows_in(connection, columns, _row.person, people):
        listed[region][person] = digest
    return listed


def _any_erased(connection: Connection, people: Iterable[bytes]) -> bool:
    """Whether somebody who is gone is gone because they were erased."""
    return any(body is None for _, body in rows_in(connection, _BODY, _client.id, people))


def _region(connection: Connection, regions: dict[str, _Region], name: str) -> _Region:
    if name not in regions:
        regions[name] = _Region(segments.end_of(connection, name))
    return regions[name]


def _digest(row: RosterPerson) -> bytes:
    """Of who was sent nothing it is what it was before rosters told of messages: a hub's update
    publishes nobody anew for that."""
    sent = b"" if row.messages == NO_MESSAGES else write_messages([row.messages])
    return hashlib.sha256(write_people([row]) + sent).digest()[:_DIGEST_BYTES]


def _write(store: Store, found: _Round, now_s: int) -> int:
    """File the round's segments, unless somebody else was faster; how many."""
    made: dict[str, list[dict[str, Any]]] = {}
    with store.reading() as connection:
        keys = {name: region_key(connection, name) for name in found.regions}
    for name, new in found.regions.items():
        if new.people or new.gone:
            people = [row for row, _ in new.people.values()]
            gone = sorted(person[:REF_BYTES] for person in new.gone)
            contents = segments.contents_of(people, gone)
            made[name] = segments.make_line(store.keys, name, new.end, contents, keys[name], now_s)
    with store.writing() as connection:
        if any(segments.end_of(connection, name) != new.end for name, new in found.regions.items()):
            return 0
        for name, rows in made.items():
            segments.add(connection, rows)
            _note(connection, name, found.regions[name])
            if found.regions[name].erased:
                forget_line(connection, name)
        judged.keep(connection, found.clients, found.posed)
        # no others: a lower number may have come meanwhile, from who began to note earlier
        for chunk in chunks(found.notes):
            connection.execute(_DROP, {"noted": chunk})
    return sum(len(rows) for rows in made.values())


def _note(connection: Connection, region: str, new: _Region) -> None:
    """Remember what the region's segments say by now."""
    for person in sorted({*new.people, *new.gone}):
        same = _row.region == region, _row.person == person
        connection.execute(delete(schema.roster_row).where(*same))
    rows = [
        {"region": region, "person": person, "digest": digest}
        for person, (_, digest) in sorted(new.people.items())
    ]
    if rows:
        connection.execute(insert(schema.roster_row), rows)
