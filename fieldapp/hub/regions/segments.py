"""The published segments as stored: adding, finding, dropping. Knows nobody of whom they tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from fieldapp.hub import schema
from fieldapp.hub.keys import HubKeys
from fieldapp.wire.lease import NamedKey
from fieldapp.wire.roster_people import RosterPerson
from fieldapp.wire.segment import (
    BEFORE_THE_FIRST,
    Content,
    Place,
    Segment,
    close_box,
    hash_of,
    sign_segment,
)

MOST_PEOPLE = 1000
"""In one segment: some 40 KB, four seconds of a slow link."""
_segment = schema.segment.c


@dataclass(frozen=True, slots=True)
class End:
    """The newest segment of a region; number 0 where nothing was published yet."""

    number: int = 0
    hash: bytes = BEFORE_THE_FIRST
    as_of_s: int = 0
    key_id: int = 0


def end_of(connection: Connection, region: str) -> End:
    """How far a region is published, by its line or by the snapshot that replaced it."""
    newest = (
        select(_segment.number, _segment.hash, _segment.as_of_s, _segment.key_id)
        .where(_segment.region == region)
        .order_by(_segment.number.desc(), _segment.part.desc())
        .limit(1)
    )
    found = connection.execute(newest).first()
    return End() if found is None else End(*found)


def published_regions(connection: Connection) -> list[str]:
    """Every region that has a segment."""
    rows = connection.execute(select(_segment.region).distinct().order_by(_segment.region))
    return [region for (region,) in rows]


def make(
    keys: HubKeys, place: Place, as_of_s: int, content: Content, key: NamedKey
) -> dict[str, Any]:
    """The row of a new segment. Its hash is that by which the line goes on: its own, or for a part
    of a snapshot that of the segment where the snapshot stands."""
    box = close_box(content, key.key)
    raw = sign_segment(Segment(keys.hub_id, place, as_of_s, key.id, box), keys.receipt_key)
    return {
        "region": place.region,
        "number": place.number,
        "part": place.part,
        "parts": place.parts,
        "key_id": key.id,
        "as_of_s": as_of_s,
        "size": len(raw),
        "hash": place.previous if place.parts else hash_of(raw),
        "raw": raw,
    }


def make_line(
    keys: HubKeys, region: str, after: End, contents: Sequence[Content], key: NamedKey, now_s: int
) -> list[dict[str, Any]]:
    """The rows that go on after `after`, each naming the one before."""
    rows: list[dict[str, Any]] = []
    previous = after.hash
    for number, content in enumerate(contents, start=after.number + 1):
        row = make(keys, Place(region, number, previous), now_s, content, key)
        previous = row["hash"]
        rows.append(row)
    return rows


def contents_of(people: Sequence[RosterPerson], gone: Sequence[bytes]) -> list[Content]:
    """Cut to the size of segments; who is gone is said first."""
    ordered = sorted(people, key=lambda person: (person.name, person.ref))
    groups = [tuple(ordered[at : at + MOST_PEOPLE]) for at in range(0, len(ordered), MOST_PEOPLE)]
    first, *rest = groups or [()]
    return [Content(first, tuple(gone)), *(Content(group) for group in rest)]


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Publish."""
    if rows:
        connection.execute(insert(schema.segment), rows)


def bytes_after(connection: Connection, region: str, number: int) -> int:
    """How much the line is after a segment, without snapshots."""
    size = select(func.sum(_segment.size)).where(
        _segment.region == region, _segment.part == 0, _segment.number > number
    )
    return int(connection.execute(size).scalar() or 0)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A whole snapshot: where it stands, its parts and bytes."""

    number: int
    parts: int
    size: int


def newest_snapshot(connection: Connection, region: str) -> Snapshot | None:
    """The one that a laptop begins with."""
    whole = (
        select(_segment.number, func.max(_segment.parts), func.sum(_segment.size))
        .where(_segment.region == region, _segment.part > 0)
        .group_by(_segment.number)
        .order_by(_segment.number.desc())
        .limit(1)
    )
    found = connection.execute(whole).first()
    return None if found is None else Snapshot(*found)


def read(connection: Connection, region: str, number: int, part: int = 0) -> bytes | None:
    """One segment as signed."""
    raw = select(_segment.raw).where(
        _segment.region == region, _segment.number == number, _segment.part == part
    )
    found = connection.execute(raw).scalar()
    return None if found is None else bytes(found)


def line_after(connection: Connection, region: str, number: int) -> Iterator[bytes]:
    """The line's segments after one, in order, read as they are needed."""
    last = end_of(connection, region).number
    for wanted in range(number + 1, last + 1):
        raw = read(connection, region, wanted)
        if raw is None:
            return
        yield raw


def snapshot_parts(
    connection: Connection, region: str, snapshot: Snapshot, done: int
) -> Iterator[bytes]:
    """The parts of a snapshot that are still to come."""
    for part in range(done + 1, snapshot.parts + 1):
        raw = read(connection, region, snapshot.number, part)
        if raw is None:
            return
        yield raw


def drop_snapshots(connection: Connection, region: str) -> None:
    """Forget the snapshots there are, for a new one comes."""
    connection.execute(delete(schema.segment).where(_segment.region == region, _segment.part > 0))


def drop_line(connection: Connection, region: str, number: int) -> None:
    """Forget the segments up to this one: the snapshot that stands here says all they said."""
    older = _segment.region == region, _segment.part == 0, _segment.number <= number
    connection.execute(delete(schema.segment).where(*older))
