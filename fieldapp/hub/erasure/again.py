"""Brings ledger and database in line: after a hub was put back, after a crash in the middle of an
erasure, and on every machine that a hub has a folder on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import Connection, select

from fieldapp.hub import second_set
from fieldapp.hub.erasure import ledger
from fieldapp.hub.erasure.erasing import carry_out
from fieldapp.hub.erasure.errors import NotErasedYet
from fieldapp.hub.erasure.ledger import Entry, Gone, Kept
from fieldapp.hub.erasure.listed import newest_version
from fieldapp.hub.erasure.tables import erased_event, erasure, kept_record
from fieldapp.hub.errors import NothingIsErasedNow
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.store import Store
from fieldapp.hub.web import audit

_DAY_S = 86_400
_gone, _kept = erased_event.c, kept_record.c


def bring_in_line(store: Store, now_s: int) -> int:
    """Erase again whatever the ledger tells of and the database does not, and write down there what
    it lacks; how many were erased again. Quick where nothing happened since. Raises LedgerDamaged,
    NothingIsErasedNow.
    """
    last = ledger.newest(store.folder)
    with store.reading() as connection:
        same = newest_version(connection) == (0 if last is None else last.version)
        if same and (last is None or _is_known(connection, last)):
            return 0
    return compare(store, now_s)


def compare(store: Store, now_s: int) -> int:
    """The same without trusting the newest of both alone: at every start, and after a hub was put
    back. What counts is which events are gone, not under which version that was told."""
    _let_go(store, now_s // _DAY_S)
    told = ledger.read(store.folder)
    with store.reading() as connection:
        missing = [entry for entry in told if not _is_known(connection, entry)]
        written = {event.id for entry in told for event in entry.events}
        unwritten = _entries(connection, _versions_of_others(connection, written))
    if unwritten:
        _write(store, unwritten)
    if missing:
        catch_up(store)  # by the tables is found what else the hub wrote about them
    return sum(_again(store, entry, now_s) for entry in missing)


def _let_go(store: Store, day: int) -> None:
    """Another machine may have let go of it since. Not while somebody is erased: of a line that was
    added in between nothing would be left."""
    if ledger.holds_beyond(store.folder, day):
        with store.having_all():
            ledger.let_go(store.folder, day)


def must_be_in_line(store: Store) -> None:
    """For a process that may not erase, and before anything of people is handed out. Raises
    NotErasedYet, LedgerDamaged."""
    told = ledger.read(store.folder)
    with store.reading() as connection:
        missing = sum(not _is_known(connection, entry) for entry in told)
    if missing:
        raise NotErasedYet(n=missing)


def _is_known(connection: Connection, entry: Entry) -> bool:
    ids = {event.id for event in entry.events}
    return len(rows_in(connection, [_gone.id], _gone.id, ids)) == len(ids)


def _versions_of_others(connection: Connection, written: set[bytes]) -> set[int]:
    """The erasures of which not every event is among these."""
    rows = connection.execute(select(_gone.id, _gone.version))
    return {version for id_, version in rows if bytes(id_) not in written}


def _write(store: Store, entries: list[Entry]) -> None:
    """The newest last, for that is where it is looked for."""
    with store.having_all():
        here = ledger.read(store.folder)
        fresh = [entry for entry in entries if entry not in here]
        ledger.replace(store.folder, sorted([*here, *fresh], key=lambda entry: entry.version))


def _again(store: Store, entry: Entry, now_s: int) -> bool:
    """Whether it was to be done. Where laptops may have carried out later ones by now, it goes
    under a version that none of them has heard of."""
    with store.having_all() as connection:
        if _is_known(connection, entry):
            return False
        if second_set.is_there(store, connection):
            raise NothingIsErasedNow()
        newest = newest_version(connection)
        if entry.version <= newest:
            entry = replace(entry, version=max(now_s, newest + 1))
            ledger.add(store.folder, [entry])
        carry_out(connection, store.keys, entry)
        subject = f"erasure {entry.version}"
        audit.note(connection, store.keys, now_s, audit.OPERATOR, "person-erased-again", subject)
    store.leave_no_trace()
    return True


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
