"""What is known of each server that is pushed to: how far it is, what it holds, what it refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from fieldapp.hub.changes.tables import change
from fieldapp.hub.fold.rows import chunks
from fieldapp.hub.push.tables import push_held, push_refused, push_target

Which = tuple[str, bytes]
"""A resource by kind and id."""
_change, _target = change.c, push_target.c
_held, _refused = push_held.c, push_refused.c
_COLUMNS = [_target[c] for c in ("no", "url", "pushed_to", "tried_s", "went_s", "failures", "why")]


@dataclass(frozen=True, slots=True)
class Target:
    """One server."""

    no: int
    url: str
    pushed_to: int
    tried_s: int | None
    went_s: int | None
    failures: int
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """One resource that a server refused; `answer` is its OperationOutcome as JSON."""

    kind: str
    id: bytes
    client: bytes
    status: int
    answer: str
    at_s: int


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of one person: by resource what the server has now (with a digest), what it has no
    more, what it refused (with status and answer). `clients`: all their registrations."""

    client: bytes
    clients: frozenset[bytes]
    taken: Mapping[Which, bytes]
    gone: frozenset[Which]
    refused: Mapping[Which, tuple[int, str]]


def targets(connection: Connection) -> list[Target]:
    """Every server that was ever pushed to."""
    return [Target(*row) for row in connection.execute(select(*_COLUMNS).order_by(_target.no))]


def target_of(connection: Connection, url: str) -> Target:
    """The row of a server; made at the first time."""
    wanted = select(*_COLUMNS).where(_target.url == url)
    found = connection.execute(wanted).first()
    if found is None:
        no = 1 + int(connection.execute(select(func.max(_target.no))).scalar() or 0)
        row = {"no": no, "url": url, "pushed_to": 0, "failures": 0, "why": ""}
        connection.execute(insert(push_target).values(**row))
        found = connection.execute(wanted).one()
    return Target(*found)


def waiting(connection: Connection, target: Target) -> int:
    """How many registrations changed since."""
    beyond = select(func.count()).select_from(change).where(_change.no > target.pushed_to)
    return int(connection.execute(beyond).scalar_one())


def next_changes(connection: Connection, after: int, most: int) -> list[tuple[bytes, int]]:
    """Registrations that changed, with the numbers of their changes."""
    rows = select(_change.client, _change.no).where(_change.no > after)
    found = connection.execute(rows.order_by(_change.no).limit(most))
    return [(client, no) for client, no in found]


def held_under(
    connection: Connection, target: Target, clients: Iterable[bytes]
) -> dict[Which, tuple[bytes, bytes]]:
    """What a server holds under these registrations: under which, and the digest."""
    rows = _under(connection, push_held, target, clients)
    return {(row.kind, row.id): (row.client, row.digest) for row in rows}


def refused_under(connection: Connection, target: Target, clients: Iterable[bytes]) -> set[bytes]:
    """Those of these registrations under which something was refused."""
    return {row.client for row in _under(connection, push_refused, target, clients)}


def _under(
    connection: Connection, table: Any, target: Target, clients: Iterable[bytes]
) -> list[Row[Any]]:
    found: list[Row[Any]] = []
    for chunk in chunks(clients):
        rows = select(table).where(table.c.target == target.no, table.c.client.in_(chunk))
        found += connection.execute(rows).all()
    return found


def refusals(connection: Connection, target: Target, most: int) -> list[Refused]:
    """What a server refused, the newest first."""
    names = Refused.__slots__
    rows = select(*(_refused[name] for name in names)).where(_refused.target == target.no)
    listed = connection.execute(rows.order_by(_refused.at_s.desc(), _refused.id).limit(most))
    return [Refused(*row) for row in listed]


def refused_number(connection: Connection, target: Target) -> int:
    """How many resources."""
    rows = select(func.count()).select_from(push_refused).where(_refused.target == target.no)
    return int(connection.execute(rows).scalar_one())


def refused_clients(connection: Connection, target: Target) -> set[bytes]:
    """Under which registrations something was refused."""
    rows = select(_refused.client).where(_refused.target == target.no).distinct()
    return set(connection.execute(rows).scalars())


def settle(
    connection: Connection,
    target: Target,
    settled: Sequence[Settled],
    now_s: int,
    pushed_to: int | None,
) -> None:
    """Note what came of some people, and how far the server is; None: as far as before."""
    for one in settled:
        _settle_person(connection, target, one, now_s)
    values: dict[str, object] = {"tried_s": now_s}
    if pushed_to is not None:
        values["pushed_to"] = pushed_to
    _change_target(connection, target, values)


def _settle_person(connection: Connection, target: Target, one: Settled, now_s: int) -> None:
    for kind, id_ in {*one.taken, *one.gone, *one.refused}:
        for table in (push_held, push_refused):
            same = table.c.target == target.no, table.c.kind == kind, table.c.id == id_
            if table is push_refused or (kind, id_) not in one.refused:
                connection.execute(delete(table).where(*same))
    whose = _refused.target == target.no, _refused.client.in_(one.clients)
    connection.execute(delete(push_refused).where(*whose))
    base = {"target": target.no, "client": one.client}
    held = [base | {"kind": k, "id": i, "digest": d} for (k, i), d in one.taken.items()]
    refused = [
        base | {"kind": kind, "id": id_, "status": status, "answer": answer, "at_s": now_s}
        for (kind, id_), (status, answer) in one.refused.items()
    ]
    for table, rows in ((push_held, held), (push_refused, refused)):
        if rows:
            connection.execute(insert(table), rows)


def note_end(connection: Connection, target: Target, now_s: int, why: str = "") -> int:
    """A run is over, well or (`why`) not; how many in a row were not."""
    failures = target_of(connection, target.url).failures + 1 if why else 0
    values: dict[str, object] = {"tried_s": now_s, "failures": failures, "why": why}
    _change_target(connection, target, values if why else values | {"went_s": now_s})
    return failures


def _change_target(connection: Connection, target: Target, values: Mapping[str, object]) -> None:
    connection.execute(update(push_target).where(_target.no == target.no).values(**values))
