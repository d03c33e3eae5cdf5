"""Brings ledger and database in line: after a hub was put back, after a crash in the middle of an
erasure, and on every machine that a hub has a folder on."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from fieldapp.hub import second_set
from fieldapp.hub.erasure import ledger
from fieldapp.hub.erasure.erasing import carry_out
from fieldapp.hub.erasure.ledger import Entry, Gone, Kept
from fieldapp.hub.erasure.listed import newest_version
from fieldapp.hub.erasure.tables import erased_event, erasure, kept_record
from fieldapp.hub.errors import NothingIsErasedNow
from fieldapp.hub.store import Store
from fieldapp.hub.web import audit

_gone, _kept = erased_event.c, kept_record.c


def bring_in_line(store: Store, now_s: int) -> int:
    """Erase again whatever the ledger tells of and the database does not, and write down there what
    it lacks; how many were erased again. Quick where nothing happened since. Raises LedgerDamaged,
    NothingIsErasedNow.
    """
    with store.reading() as connection:
        if newest_version(connection) == ledger.newest_version(store.folder):
            return 0
    return compare(store, now_s)


def compare(store: Store, now_s: int) -> int:
    """The same without trusting the newest of both alone: after a hub was put back."""
    told = {entry.version: entry for entry in ledger.read(store.folder)}
    with store.reading() as connection:
        known = set(connection.execute(select(erasure.c.version)).scalars())
    if told.keys() == known:
        return 0
    for version in sorted(told.keys() - known):
        _again(store, told[version], now_s)
    if known - told.keys():
        with store.having_all() as connection:
            ledger.add(store.folder, _entries(connection, known - told.keys()))
    return len(told.keys() - known)


def _again(store: Store, entry: Entry, now_s: int) -> None:
    with store.having_all() as connection:
        if second_set.is_there(store, connection):
            raise NothingIsErasedNow()
        carry_out(connection, store.keys, entry)
        subject = f"erasure {entry.version}"
        audit.note(connection, store.keys, now_s, audit.OPERATOR, "person-erased-again", subject)
    store.leave_no_trace()


def _entries(connection: Connection, versions: set[int]) -> list[Entry]:
    """These erasures, as the database tells them."""
    events: dict[int, list[Gone]] = defaultdict(list)
    kept: dict[int, list[Kept]] = defaultdict(list)
    gone = [_gone.version, _gone.id, _gone.device, _gone.epoch, _gone.seq, _gone.vaccine, _gone.lot]
    for version, *parts in connection.execute(select(*gone).order_by(_gone.id)):
        if version in versions:
            events[version].append(Gone(*parts))
    for version, *parts in connection.execute(
        select(_kept.version, _kept.id, _kept.until_day, _kept.sealed).order_by(_kept.id)
    ):
        if version in versions:
            kept[version].append(Kept(*parts))
    rows = connection.execute(select(erasure).order_by(erasure.c.version)).all()
    return [
        Entry(
            row.version, row.at_s, row.login, row.basis, row.why,
            tuple(events[row.version]), tuple(kept[row.version]),
        )
        for row in rows
        if row.version in versions
    ]  # fmt: skip
