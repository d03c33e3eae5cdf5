"""Keeps the counts by day in step with every fold: who was touched is taken out and put in anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete

from fieldapp.hub import schema
from fieldapp.hub.daily.adding import add_to
from fieldapp.hub.daily.shares import Cell, Counts, Given, Share, add, unpacked
from fieldapp.hub.daily.tables import day_count, share
from fieldapp.hub.fold.rows import chunks, insert_rows, rows_in, update_rows

_client, _dose, _share = schema.client.c, schema.dose.c, share.c
_STANDING = ("counted", "contested")
_MINUTES_A_DAY = 1440


def count_days(connection: Connection, concerned: Iterable[bytes]) -> None:
    """Bring the counts up to date for everybody to whom these registrations belong."""
    touched = set(concerned)
    persons = {row[0] for row in rows_in(connection, [_client.person], _client.id, touched)}
    columns = [_client.id, _client.person, _client.counts, _client.key_group, _client.home_area]
    everybody = sorted(rows_in(connection, columns, _client.person, persons), key=lambda r: r.id)
    touched |= {row.id for row in everybody}
    before = {
        row.id: row.facts
        for row in rows_in(connection, [_share.id, _share.facts], _share.id, touched)
    }
    shares = _shares(connection, everybody)
    now = {person: one.packed() for person, one in shares.items()}
    moved = {id_ for id_ in before.keys() | now.keys() if before.get(id_) != now.get(id_)}
    _keep(connection, before, now)
    gone = [unpacked(before[id_]) for id_ in moved & before.keys()]
    _count_anew(connection, gone, [shares[id_] for id_ in moved & shares.keys()])


def _shares(connection: Connection, everybody: list[Any]) -> dict[bytes, Share]:
    person_of = {row.id: row.person for row in everybody}
    columns = [
        _dose.client, _dose.given, _dose.state, _dose.vaccine, _dose.occurred_min, _dose.device,
        _dose.session, _dose.source,
    ]  # fmt: skip
    doses: dict[bytes, list[Given]] = defaultdict(list)
    for row in rows_in(connection, columns, _dose.client, person_of):
        if row.given and row.state in _STANDING and row.vaccine is not None:
            doses[person_of[row.client]].append(_given(row))
    groups, homes = _first(everybody, "key_group"), _first(everybody, "home_area")
    return {
        person: Share(groups.get(person, ""), homes.get(person, ""), tuple(sorted(listed)))
        for person, listed in doses.items()
    }


def _given(row: Any) -> Given:
    day, contested = row.occurred_min // _MINUTES_A_DAY, row.state != "counted"
    return Given(day, row.vaccine, row.device, row.session or "", contested, row.source)


def _first(everybody: list[Any], name: str) -> dict[bytes, str]:
    """By person, what the first of their registrations says that says anything."""
    found: dict[bytes, str] = {}
    for row in everybody:
        said = getattr(row, name) if row.counts else None
        if said:
            found.setdefault(row.person, said)
    return found


def _keep(connection: Connection, before: dict[bytes, bytes], now: dict[bytes, bytes]) -> None:
    for chunk in chunks(before.keys() - now.keys()):
        connection.execute(delete(share).where(_share.id.in_(chunk)))
    new = [{"id": id_, "facts": now[id_]} for id_ in sorted(now.keys() - before.keys())]
    insert_rows(connection, share, new)
    changed = [id_ for id_ in sorted(now.keys() & before.keys()) if now[id_] != before[id_]]
    update_rows(connection, share, [{"id": id_, "facts": now[id_]} for id_ in changed])


def _count_anew(connection: Connection, gone: Iterable[Share], come: Iterable[Share]) -> None:
    change: dict[Cell, Counts] = defaultdict(Counter)
    for shares, sign in ((gone, -1), (come, 1)):
        for one in shares:
            add(one, sign, change)
    add_to(connection, day_count, change)
