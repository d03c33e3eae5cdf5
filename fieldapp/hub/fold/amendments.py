"""A fact with its corrections applied. Corrections that disagree leave the field contested; so does
one that says a dose is somebody's who was erased, and the dose stays whose it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection

from fieldapp.hub import schema
from fieldapp.hub.fold.order import Rank, epoch_ranks, standing
from fieldapp.hub.fold.rows import rows_in
from fieldapp.wire import cbor
from fieldapp.wire.events import MAX_BODY_BYTES
from fieldapp.wire.facts import ClientRegistered, DoseNotGiven, DoseRecorded, Value

WHOSE = "client"
"""The field of a dose that says whose it is."""
_amendment, _event = schema.amendment.c, schema.event.c
Amendable = TypeVar("Amendable", ClientRegistered, DoseRecorded, DoseNotGiven)


@dataclass(frozen=True, slots=True)
class Amendment:
    """One field of one target, corrected by somebody. Values are CBOR."""

    id: bytes
    target: bytes
    field: str
    old: bytes
    new: bytes
    device: int
    epoch: bytes
    seq: int


@dataclass(frozen=True, slots=True)
class Amendments:
    """Corrections by target, and the order that devices give them. `gone`: of whose a dose is, the
    values that name somebody who was erased."""

    by_target: dict[bytes, list[Amendment]]
    rank: Rank
    gone: frozenset[bytes] = frozenset()


def load(connection: Connection, targets: Iterable[bytes]) -> Amendments:
    """All corrections of these targets."""
    by_target: dict[bytes, list[Amendment]] = defaultdict(list)
    for row in rows_in(connection, list(_amendment), _amendment.target, targets):
        made = Amendment(**row._mapping)
        by_target[made.target].append(made)
    devices = {made.device for listed in by_target.values() for made in listed}
    named = {
        raw
        for listed in by_target.values()
        for one in listed
        if one.field == WHOSE
        for raw in (one.old, one.new)
    }
    return Amendments(dict(by_target), epoch_ranks(connection, devices), _gone(connection, named))


def _gone(connection: Connection, named: Iterable[bytes]) -> frozenset[bytes]:
    values = {raw: cbor.loads(raw, max_bytes=MAX_BODY_BYTES) for raw in named}
    ids = {value for value in values.values() if isinstance(value, bytes)}
    rows = rows_in(connection, [_event.id, _event.erased], _event.id, ids)
    erased = {id_ for id_, is_erased in rows if is_erased}
    return frozenset(raw for raw, value in values.items() if value in erased)


def apply_to(fact: Amendable, id_: bytes, made: Amendments) -> tuple[Amendable, bool]:
    """The fact as corrected, and whether a field of it is contested."""
    contested = False
    by_field: dict[str, list[Amendment]] = defaultdict(list)
    for amendment in made.by_target.get(id_, []):
        by_field[amendment.field].append(amendment)
    changes: dict[str, Any] = {}
    for field, listed in by_field.items():
        value, agreed = _of_field(listed, made)
        if value is not None:
            changes[field] = cbor.loads(value, max_bytes=MAX_BODY_BYTES)
        contested = contested or not agreed
    return (replace(fact, **changes) if changes else fact), contested


def agree(id_: bytes, field: str, made: Amendments) -> bool:
    """Whether the corrections of a field of a fact that stand say one thing."""
    listed = [one for one in made.by_target.get(id_, []) if one.field == field]
    return not listed or _of_field(listed, made)[1]


def _of_field(listed: Sequence[Amendment], made: Amendments) -> tuple[bytes | None, bool]:
    """The value that a field is corrected to, None where it stays; and whether that is settled."""
    value, agreed = _settled(listed, made.rank)
    if value not in made.gone:
        return value, agreed
    others = [one for one in listed if one.new not in made.gone]
    return (_settled(others, made.rank)[0] if others else None), False


def values_of(field: str, id_: bytes, made: Amendments) -> list[Value]:
    """Everything that a list of a fact was ever corrected to hold."""
    corrected = [
        cbor.loads(one.new, max_bytes=MAX_BODY_BYTES)
        for one in made.by_target.get(id_, [])
        if one.field == field
    ]
    return [value for listed in corrected if isinstance(listed, list) for value in listed]


def _settled(made: Sequence[Amendment], rank: Rank) -> tuple[bytes, bool]:
    """The value that stands; where several do, one chosen the same way everywhere.

    Who corrects what another device wrote saw it, and replaces it.
    """
    last = standing(made, rank)
    unseen = [
        one for one in last
        if not any(o.old == one.new != o.new and o.device != one.device for o in last)
    ]  # fmt: skip
    values = {one.new for one in unseen}
    chosen = min(unseen or last, key=lambda one: one.id)
    return chosen.new, len(values) == 1
