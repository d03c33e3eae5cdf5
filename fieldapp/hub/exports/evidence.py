"""How doses that others gave are known: the fact that a laptop writes right after such a dose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, select

from fieldapp.hub import schema
from fieldapp.hub.fold.events import read_again, resolve
from fieldapp.hub.fold.records import read_fact
from fieldapp.hub.fold.rows import chunks
from fieldapp.wire.facts import CURRENT, DoseKnownFrom

_event = schema.event.c
_KIND = CURRENT[DoseKnownFrom][0]
_AFTER = select(_event.id).where(
    _event.type == _KIND,
    _event.device == bindparam("device"),
    _event.epoch == bindparam("epoch"),
    _event.seq.in_(bindparam("numbers", expanding=True)),
)


def evidence_of(connection: Connection, rows: Iterable[Any]) -> dict[bytes, DoseKnownFrom]:
    """By dose, for rows with `device`, `epoch` and `seq`; others are left out."""
    wanted: dict[tuple[int, bytes], set[int]] = defaultdict(set)
    for row in rows:
        wanted[row.device, row.epoch].add(row.seq + 1)
    ids: set[bytes] = set()
    for (device, epoch), numbers in sorted(wanted.items()):
        for chunk in chunks(numbers):
            asked = {"device": device, "epoch": epoch, "numbers": chunk}
            ids.update(connection.execute(_AFTER, asked).scalars())
    found = {}
    for event in read_again(connection, ids):
        if event.header is not None and event.body is not None:
            fact = read_fact(event.type, event.header.version, event.body)
            if isinstance(fact, DoseKnownFrom):
                dose = resolve(connection, fact.dose, event.id)
                if dose is not None:
                    found[dose] = fact
    return found
