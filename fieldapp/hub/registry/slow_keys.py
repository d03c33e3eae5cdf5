"""The slow keys of all documents, worked out once each and kept.

Ten million documents are six days of one processor, or a night of sixteen; a day's new people are
seconds. Documents that nobody has any more lose their key.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat

from sqlalchemy import (
    and_,
    bindparam,
    delete,
    exists,
    insert,
    select,
    tuple_,
)

from fieldapp.hub import schema
from fieldapp.hub.registry.tables import kept, pocket
from fieldapp.hub.store import Store
from fieldapp.wire.registry.key import slow_key

_document = schema.document.c
_BATCH = 256

_pocket = pocket.c
_SAME = and_(_pocket.kind == _document.kind, _pocket.number == _document.number)
_UNKEYED = (
    select(_document.kind, _document.number)
    .where(
        _document.current,
        ~exists().where(_SAME),
        tuple_(_document.kind, _document.number) > tuple_(bindparam("kind"), bindparam("number")),
    )
    .distinct()
    .order_by(_document.kind, _document.number)
    .limit(_BATCH)
)
_GONE = delete(pocket).where(~exists().where(_SAME, _document.current))


def bring_up_to_date(store: Store, secret: bytes, worked: Callable[[int], None]) -> None:
    """Give every current document its key, and take it from those that are gone.

    Says after each batch how many more are done. What is interrupted goes on where it was.
    """
    with store.writing() as connection:
        kept.create_all(connection)
        connection.execute(_GONE)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for documents in _batches(store):
            kinds, numbers = zip(*documents, strict=True)
            keys = pool.map(slow_key, repeat(secret), kinds, numbers)
            _keep(store, documents, list(keys))
            worked(len(documents))


def _batches(store: Store) -> Iterator[list[tuple[str, str]]]:
    """Each goes on behind the last: ten million documents are walked through once."""
    last = "", ""
    while True:
        behind = {"kind": last[0], "number": last[1]}
        with store.reading() as connection:
            found = [(kind, number) for kind, number in connection.execute(_UNKEYED, behind)]
        if not found:
            return
        yield found
        last = found[-1]


def _keep(store: Store, documents: list[tuple[str, str]], keys: list[bytes]) -> None:
    rows = [
        {"kind": kind, "number": number, "slow_key": key}
        for (kind, number), key in zip(documents, keys, strict=True)
    ]
    with store.writing() as connection:
        connection.execute(insert(pocket), rows)
