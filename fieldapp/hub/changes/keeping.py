"""Numbers the changes, a few at a time beside the server: whoever was concerned gets a new number,
and so do all other registrations of the same person.

Each round is one short transaction. Safe to stop anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from fieldapp.hub.changes.tables import change, change_news
from fieldapp.hub.fold.rows import CHUNK, chunks
from fieldapp.hub.fold.stirred import around
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.store import Store
from fieldapp.hub.upkeep.faults import Survived

EVERY_S = 2.0
_A_SECOND_BITS = 20
"""A number is never below the hub's time: after a restore none is given to another change."""
_change, _news = change.c, change_news.c
_NEXT = select(_news.no, _news.client).order_by(_news.no).limit(CHUNK)
_NEWEST = select(func.max(_change.no))
_DROP_NEWS = delete(change_news).where(_news.no.in_(bindparam("noted", expanding=True)))
_DROP = delete(change).where(_change.client.in_(bindparam("clients", expanding=True)))


def number_changes(store: Store, now_s: Callable[[], int]) -> int:
    """Number all that wait, each by the clock of its own moment; how many registrations got a
    number."""
    numbered = 0
    while _any_waiting(store):
        with store.writing() as connection:
            numbered += _number_some(connection, now_s())
    return numbered


def _any_waiting(store: Store) -> bool:
    with store.reading() as connection:
        return connection.execute(_NEXT.limit(1)).first() is not None


def _number_some(connection: Connection, now_s: int) -> int:
    notes = connection.execute(_NEXT).all()
    clients, _ = around(connection, {note.client for note in notes})
    first = max(newest_change(connection) + 1, now_s << _A_SECOND_BITS)
    for chunk in chunks(clients):
        connection.execute(_DROP, {"clients": chunk})
    at_s = max(now_s, first >> _A_SECOND_BITS)  # a clock that was set back takes nobody along
    rows = [
        {"client": client, "no": no, "at_s": at_s}
        for no, client in enumerate(sorted(clients), start=first)
    ]
    if rows:
        connection.execute(insert(change), rows)
    connection.execute(_DROP_NEWS, {"noted": [note.no for note in notes]})
    return len(rows)


def newest_change(connection: Connection) -> int:
    """The number of the last change; 0 before the first."""
    return int(connection.execute(_NEWEST).scalar() or 0)


@contextmanager
def changes_numbered(hub: Hub, every_s: float = EVERY_S) -> Iterator[None]:
    """Number the changes of a hub until the `with` ends."""
    with rounds("changes", lambda: number_once(hub), every_s):
        yield


def number_once(hub: Hub) -> None:
    """One round, unless another process is at it. A fault is logged, without anybody's name."""
    with Survived(hub.tally, "changes"), hub.store.alone("changes") as free:
        if free:
            number_changes(hub.store, hub.now_s)
