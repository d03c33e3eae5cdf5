"""Folds frames into the tables, place by place, each exactly once, in its own transaction.

Several processes may call this at once: the write lock of the database lets one fold at a time,
and `projected_to` says where to go on. A fault in a fold never touches what was acknowledged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, Table, delete, select, update

from fieldapp.hub import schema
from fieldapp.hub.fold import apply, clients, contacts, quarantine
from fieldapp.hub.fold.change import Change
from fieldapp.hub.fold.doses import settle_doses
from fieldapp.hub.fold.events import events_at, file_new, newly_erased, read_again
from fieldapp.hub.fold.people import reached, settle_people
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.rules import Rules, reference_key
from fieldapp.hub.fold.stirred import stir
from fieldapp.hub.store import Store, newest_place, set_setting, setting
from fieldapp.wire.chain import REF_BYTES

_VACCINES = "vaccines"
_PROJECTED_TO = select(schema.progress.c.projected_to)
_FOLDED_TO = update(schema.progress)
_client, _dose = schema.client.c, schema.dose.c


def catch_up(store: Store) -> int:
    """Fold every frame that is there and not folded yet; returns the place reached."""
    with store.reading() as connection:
        place, newest = projected_to(connection), newest_place(connection)
    while place < newest:
        with store.writing() as connection:
            place = _fold_next(connection)
    return place


def _fold_next(connection: Connection) -> int:
    """Fold one more place, unless another process came first; the place reached."""
    place = projected_to(connection)
    if place < newest_place(connection):
        place += 1
        stir(connection, fold_place(connection, place, rules_of(connection)))
    return place


def projected_to(connection: Connection) -> int:
    """The last place that the tables show."""
    return int(connection.execute(_PROJECTED_TO).scalar_one())


def fold_place(connection: Connection, place: int, rules: Rules) -> set[bytes]:
    """Fold the frame at one place, those before it are folded already; returns the registrations
    of everybody whom it concerns."""
    placed = events_at(connection, place)
    change = Change(connection)
    fresh = file_new(connection, placed, place)
    apply.take_all(change, fresh)
    change.erased |= set(newly_erased(connection, [e for e in placed if not e.late]))
    change.erased |= {event.id for event in fresh if event.body is None}
    change.came |= {reference_key(event.id[:REF_BYTES]) for event in fresh}
    _wake(change)
    concerned = _settle(change, rules)
    connection.execute(_FOLDED_TO, {"projected_to": place})
    return concerned


def _wake(change: Change) -> None:
    """Judge again what waited for something that came."""
    waiting = quarantine.waiting_for(change.connection, change.came)
    for event in read_again(change.connection, waiting):
        if event.type == apply.REGISTERED:
            change.clients.add(event.id)
        elif event.type in apply.DOSES:
            change.doses.add(event.id)
        else:
            apply.judge_again(change, event)


def _settle(change: Change, rules: Rules) -> set[bytes]:
    connection = change.connection
    gone = _among(connection, schema.client, change.erased)
    change.doses |= _among(connection, schema.dose, change.erased)
    around = reached(connection, gone)
    clients.erase(connection, gone)
    contacts.erase(connection, change.erased, gone)
    clients.settle_clients(connection, change.clients - gone)
    people = settle_people(connection, change.clients | change.people | around)
    return people | gone | settle_doses(connection, change.doses, people, rules)


def _among(connection: Connection, table: Table, ids: Iterable[bytes]) -> set[bytes]:
    return {row[0] for row in rows_in(connection, [table.c.id], table.c.id, ids)}


def rules_of(connection: Connection) -> Rules:
    """The rules that the tables were, and are, folded by."""
    stored = setting(connection, _VACCINES)
    return Rules(None if stored is None else frozenset(json.loads(stored)))


def use_vaccines(store: Store, vaccines: Iterable[str] | None) -> None:
    """Judge by this catalogue from now on; another one than before judges everything anew."""
    if vaccines is None:
        return
    wanted = json.dumps(sorted(vaccines))
    with store.writing() as connection:
        if setting(connection, _VACCINES) == wanted:
            return
        set_setting(connection, _VACCINES, wanted)
        clear_views(connection)


def rebuild(store: Store) -> int:
    """Throw the tables away and fold them again; returns the place reached."""
    with store.writing() as connection:
        clear_views(connection)
    return catch_up(store)


def clear_views(connection: Connection) -> None:
    """Empty every table that follows from frames."""
    for table in schema.views.sorted_tables:
        if table is not schema.progress:
            connection.execute(delete(table))
    connection.execute(update(schema.progress).values(projected_to=0))
