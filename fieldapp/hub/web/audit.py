"""The audit: who did what at the hub, and who looked at whom; nobody can change or drop a row of it
unseen.

Each row's hash is keyed by the hub's own key and covers the row before; the newest is kept apart.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from fieldapp.hub.keys import HubKeys
from fieldapp.hub.web.sealing import own_key
from fieldapp.hub.web.tables import audit, audit_head
from fieldapp.wire import cbor

OPERATOR = "(operator)"
"""Whoever runs commands on the hub's own machine."""
_BEGINNING = bytes(32)
_row, _head = audit.c, audit_head.c


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `act` is a stable code; `subject` says of what or whom, never by name."""

    no: int
    at_s: int
    login: str
    act: str
    subject: str
    details: str


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows; "" and None ask for all. `to_s` is the first moment no longer meant."""

    login: str = ""
    act: str = ""
    from_s: int | None = None
    to_s: int | None = None

    def wheres(self) -> Iterator[ColumnElement[bool]]:
        """As conditions."""
        if self.login:
            yield _row.login == self.login
        if self.act:
            yield _row.act == self.act
        if self.from_s is not None:
            yield _row.at_s >= self.from_s
        if self.to_s is not None:
            yield _row.at_s < self.to_s


EVERY_ROW = RowFilter()


def note(
    connection: Connection,
    keys: HubKeys,
    now_s: int,
    login: str,
    act: str,
    subject: str = "",
    details: str = "",
) -> None:
    """Add a row, inside the transaction of what it tells of."""
    head = connection.execute(select(audit_head).with_for_update()).first()
    if head is None:
        connection.execute(insert(audit_head).values(one=1, no=0, hash=_BEGINNING))
    no, before = (head.no, bytes(head.hash)) if head else (0, _BEGINNING)
    entry = Entry(no + 1, now_s, login, act, subject, details)
    values = {name: getattr(entry, name) for name in Entry.__slots__}
    hash_ = _hash(own_key(keys, b"audit"), before, entry)
    connection.execute(insert(audit).values(**values, hash=hash_))
    connection.execute(update(audit_head).values(no=entry.no, hash=hash_))


def _hash(key: bytes, before: bytes, entry: Entry) -> bytes:
    said = cbor.dumps([getattr(entry, name) for name in Entry.__slots__])
    return hashlib.blake2b(before + said, key=key, digest_size=32).digest()


def entries(
    connection: Connection, *, before_no: int | None, most: int, which: RowFilter = EVERY_ROW
) -> list[Entry]:
    """The newest first; those before a number, if one is given."""
    rows = select(audit).where(*which.wheres()).order_by(_row.no.desc()).limit(most)
    if before_no is not None:
        rows = rows.where(_row.no < before_no)
    return [_entry(row) for row in connection.execute(rows)]


def about(connection: Connection, act: str, subject: str, *, most: int) -> list[Entry]:
    """The rows of one act about somebody or something, the newest first."""
    rows = select(audit).where(_row.act == act, _row.subject == subject)
    return [_entry(row) for row in connection.execute(rows.order_by(_row.no.desc()).limit(most))]


def newest_no(connection: Connection) -> int:
    """How many rows were ever written."""
    return int(connection.execute(select(_head.no)).scalar() or 0)


def _entry(row: Row[Any]) -> Entry:
    return Entry(*(getattr(row, name) for name in Entry.__slots__))


def problems(connection: Connection, keys: HubKeys) -> Iterator[str]:
    """What is wrong with the audit, a sentence each; nothing where every row is as it was made."""
    before, expected = _BEGINNING, 1
    key = own_key(keys, b"audit")
    rows: Iterable[Row[Any]] = connection.execution_options(yield_per=500).execute(
        select(audit).order_by(_row.no)
    )
    for row in rows:
        if row.no != expected:
            yield f"Audit: {_named(expected, row.no - 1)} missing."
        elif not hmac.compare_digest(_hash(key, before, _entry(row)), bytes(row.hash)):
            yield f"Audit: row {row.no} is not as it was written."
        before, expected = bytes(row.hash), row.no + 1
    head = connection.execute(select(audit_head)).first()
    newest = head.no if head else 0
    if newest >= expected:
        yield f"Audit: {_named(expected, newest)} missing."
    elif newest != expected - 1 or (head and bytes(head.hash) != before):
        yield "Audit: its newest row is not the one that was noted as such."


def _named(first: int, last: int) -> str:
    return f"row {first} is" if first == last else f"rows {first} to {last} are"
