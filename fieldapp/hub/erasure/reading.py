"""What was erased, for those who answer for it: when, on which basis, why, by whom, how much of it,
until when the law keeps the rest, and which laptops have carried it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from fieldapp.hub.erasure.listed import Carried, carried_out, newest_version
from fieldapp.hub.erasure.tables import erased_event, erasure, kept_record
from fieldapp.hub.fold.rows import rows_in

_erasure, _event, _kept = erasure.c, erased_event.c, kept_record.c
_HEAD = (_erasure.version, _erasure.at_s, _erasure.login, _erasure.basis, _erasure.why)


@dataclass(frozen=True, slots=True)
class Line:
    """One erasure. `kept`: sealed records that are still there; `until_day`: the last of them."""

    version: int
    at_s: int
    login: str
    basis: str
    why: str
    events: int
    kept: int
    until_day: int | None


def erasures(connection: Connection, *, skip: int = 0, most: int) -> list[Line]:
    """One page, the newest first."""
    newest = select(*_HEAD).order_by(_erasure.version.desc()).offset(skip).limit(most)
    return _lines(connection, connection.execute(newest).all())


def erasure_of(connection: Connection, version: int) -> Line | None:
    """One of them."""
    rows = connection.execute(select(*_HEAD).where(_erasure.version == version)).all()
    return next(iter(_lines(connection, rows)), None)


def _lines(connection: Connection, rows: Sequence[Any]) -> list[Line]:
    versions = [row.version for row in rows]
    events = {
        version: number
        for version, number in connection.execute(
            select(_event.version, func.count())
            .where(_event.version.in_(versions))
            .group_by(_event.version)
        )
    }
    kept: dict[int, list[int]] = {}
    for version, day in rows_in(
        connection, [_kept.version, _kept.until_day], _kept.version, versions
    ):
        kept.setdefault(version, []).append(day)
    return [
        Line(
            version=row.version,
            at_s=row.at_s,
            login=row.login,
            basis=row.basis,
            why=row.why,
            events=events.get(row.version, 0),
            kept=len(kept.get(row.version, ())),
            until_day=max(kept.get(row.version, ()), default=None),
        )
        for row in rows
    ]


def count(connection: Connection) -> int:
    """How many people were erased."""
    return int(connection.execute(select(func.count()).select_from(erasure)).scalar_one())


def ahead(connection: Connection) -> list[Carried]:
    """The laptops that say they have carried out more than is on this hub's list: it was put back
    without its ledger, or one of them is not what it claims to be."""
    newest = newest_version(connection)
    return [one for one in carried_out(connection) if one.holds > newest]


@dataclass(frozen=True, slots=True)
class Spread:
    """How far a version of the list has come, among laptops that are not shut out."""

    done: tuple[Carried, ...]
    waiting: tuple[Carried, ...]
    shut_out: tuple[Carried, ...]


def spread(connection: Connection, version: int) -> Spread:
    """Which laptops have carried it out, which have not said so yet, and which never will hear."""
    everybody = carried_out(connection)
    inside = [one for one in everybody if not one.revoked]
    return Spread(
        tuple(one for one in inside if one.holds >= version),
        tuple(one for one in inside if one.holds < version),
        tuple(one for one in everybody if one.revoked and one.holds < version),
    )
