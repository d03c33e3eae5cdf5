"""Snapshots: everybody of a region at once, for a laptop that comes new or was away for long.

Made aside, from one moment of the tables; the line goes on meanwhile. Who is on the way between
two people when that moment is taken comes right with the next segment.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from fieldapp.hub import schema
from fieldapp.hub.regions import segments
from fieldapp.hub.regions.keys import region_key
from fieldapp.hub.regions.people import Judge, no_judge, people_of
from fieldapp.hub.settings import forget_setting, set_setting, setting
from fieldapp.hub.store import Store
from fieldapp.wire.roster_people import RosterPerson
from fieldapp.wire.segment import Content, Place

SLACK_BYTES = 128 * 1024
"""A line longer than half of everybody by no more than this is read faster than replaced."""
_BYTES_A_PERSON = 45
_row = schema.roster_row.c


def is_due(connection: Connection, region: str) -> bool:
    """Whether the line since the newest snapshot outgrew half of everybody; or tells of somebody
    who was erased; or stands under a key that a laptop shut out since may have."""
    if setting(connection, _forgetting(region)) is not None:
        return True
    end = segments.end_of(connection, region)
    if end.number and end.key_id != region_key(connection, region).id:
        return True
    newest = segments.newest_snapshot(connection, region)
    line = segments.bytes_after(connection, region, newest.number if newest else 0)
    people = connection.execute(select(func.count()).where(_row.region == region)).scalar_one()
    everybody = max(people * _BYTES_A_PERSON, newest.size if newest else 0)
    allowed = everybody // 2 if newest else everybody + everybody // 2
    return line > allowed + SLACK_BYTES


def take_due(store: Store, judge: Judge = no_judge, *, now_s: int) -> int:
    """Make the snapshots that are due; how many."""
    with store.reading() as connection:
        published = segments.published_regions(connection)
        due = [region for region in published if is_due(connection, region)]
    for region in due:
        take(store, region, judge, now_s=now_s)
    return len(due)


def take(store: Store, region: str, judge: Judge = no_judge, *, now_s: int) -> int:
    """Make one of this region now; returns the segment at which it stands."""
    with store.reading() as connection:
        end, key = segments.end_of(connection, region), region_key(connection, region)
        groups = [
            Content(tuple(group)) for group in _everybody(connection, region, key.key, judge)
        ] or [Content()]
    rows: list[dict[str, Any]] = []
    for part, content in enumerate(groups, start=1):
        place = Place(region, end.number, end.hash, part, len(groups))
        rows.append(segments.make(store.keys, place, now_s, content, key))
    with store.writing() as connection:
        segments.drop_snapshots(connection, region)
        segments.add(connection, rows)
        if end.key_id != key.id or setting(connection, _forgetting(region)) is not None:
            segments.drop_line(connection, region, end.number)
            forget_setting(connection, _forgetting(region))
    return end.number


def forget_line(connection: Connection, region: str) -> None:
    """Somebody in the segments up to now was erased: a snapshot without them takes their place."""
    set_setting(connection, _forgetting(region), "1")


def _forgetting(region: str) -> str:
    return "forget " + hashlib.sha256(region.encode()).hexdigest()[:16]


def _everybody(
    connection: Connection, region: str, key: bytes, judge: Judge
) -> Iterator[list[RosterPerson]]:
    """Everybody who is published in this region, in groups of a segment's size."""
    last = b""
    while True:
        page = (
            select(_row.person)
            .where(_row.region == region, _row.person > last)
            .order_by(_row.person)
            .limit(segments.MOST_PEOPLE)
        )
        persons = [person for (person,) in connection.execute(page)]
        if not persons:
            return
        last = persons[-1]
        people = [known.for_region(key) for known in people_of(connection, persons, judge)]
        yield sorted(people, key=lambda person: (person.name, person.ref))
