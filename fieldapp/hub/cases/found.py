"""The cases found in the records, kept in step with them by whoever settles these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select

from fieldapp.hub.cases.kinds import Kind, case_id
from fieldapp.hub.cases.tables import found_case
from fieldapp.hub.fold.rows import insert_rows, rows_about

_found = found_case.c
_DROP = delete(found_case).where(_found.id == bindparam("its_id"))


@dataclass(frozen=True, slots=True)
class Found:
    """A case as the records pose it."""

    kind: Kind
    one: bytes
    other: bytes | None
    code: str
    device: int
    other_device: int | None
    since_s: int
    facts: bytes
    reopened: bool = False

    @property
    def id(self) -> bytes:
        """Which case it is."""
        return case_id(self.kind, self.one, self.other)


def keep(
    connection: Connection, kind: Kind, about: Iterable[bytes], found: Iterable[Found]
) -> None:
    """Let these be all cases of a kind that are about any of these records."""
    wanted = {one.id: one for one in found}
    rows = rows_about(connection, list(_found), (_found.one, _found.other), about)
    here = {row.id: found_of(row) for row in rows if row.kind == kind}
    for id_ in sorted(here):
        if here[id_] != wanted.get(id_):
            drop(connection, id_)
    add(connection, [one for id_, one in sorted(wanted.items()) if here.get(id_) != one])


def add(connection: Connection, found: Iterable[Found]) -> None:
    """More of them."""
    rows = [{"id": one.id} | values_of(one) for one in found]
    insert_rows(connection, found_case, rows)


def drop(connection: Connection, case: bytes) -> None:
    """Nothing is to be decided any more."""
    connection.execute(_DROP, {"its_id": case})


def read(connection: Connection, case: bytes, tables: Iterable[Table]) -> Found | None:
    """One of them, in whichever of these tables it is."""
    for table in tables:
        row = connection.execute(select(table).where(table.c.id == case)).first()
        if row is not None:
            return found_of(row)
    return None


def values_of(found: Found) -> dict[str, Any]:
    """The columns of its row, its id apart."""
    return {name: getattr(found, name) for name in Found.__slots__}


def found_of(row: Any) -> Found:
    """A stored row, read."""
    values: Mapping[str, Any] = {name: getattr(row, name) for name in Found.__slots__}
    return Found(**(dict(values) | {"kind": Kind(row.kind), "reopened": bool(row.reopened)}))
