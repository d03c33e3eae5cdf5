"""Carries out the hub's list of erasures, page by page, and tells the hub up to where.

Pages are kept (`kept_pages`): neighbours get them, and what cannot be done yet is tried again with
every page and every meeting. The hub is told what is done and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import takewhile

from nacl.signing import VerifyKey

from fieldapp.journal import settings
from fieldapp.journal.confirmed import confirmed
from fieldapp.journal.database import Database
from fieldapp.journal.erasure import kept_pages
from fieldapp.journal.erasure.bodies import destroy
from fieldapp.journal.erasure.difference import Difference, carry_out, work_out
from fieldapp.journal.erasure.remainders import as_fact
from fieldapp.journal.erasure.traces import forget, traces_of
from fieldapp.journal.erasure.wash import note_erased, wash_if_due
from fieldapp.journal.errors import JournalError
from fieldapp.journal.hub_link import Enrolment, enrolment
from fieldapp.journal.journal import SYSTEM, Journal
from fieldapp.journal.projections.apply import replay
from fieldapp.journal.roster.erasing import forget_people
from fieldapp.wire.erasures import CURSOR, Erasure, ErasureList, MissingErasures, read_erasures
from fieldapp.wire.errors import BadSignature, WireError

_CARRIED_OUT = "erasure.version"
LARGE = 3_000
"""Events of a journal that is not folded anew while somebody waits to record."""
_TRIES_BESIDE = 3
_Own = list[tuple[int, Erasure]]
"""Positions of this journal's events, each with the erasure that names it."""


def take_page(j: Journal, raw: bytes) -> int:
    """Erase what a page of our hub's list names, all or nothing; how many events that was.

    Safe to repeat. Erasures wait, each with all that follow it, while an event of theirs is not
    covered by a receipt. Raises MissingErasures, BadSignature, Undecodable, NewerFormat.
    """
    page = _proven(j, raw)
    forget_people(j, [event.ref for one in page.erasures for event in one.events])
    with j.transaction():
        if page.after > version(j):
            raise MissingErasures
        kept_pages.keep(j.db, page, raw)
    return _carry_out_all(j, [page]) + carry_on(j)


def carry_on(j: Journal) -> int:
    """Erase what waited here and need wait no more; how many events that was. Safe to repeat."""
    if version(j) == carried_out(j):
        return 0
    return _carry_out_all(j, [page for _, page in _following(j, carried_out(j))])


def _carry_out_all(j: Journal, pages: Iterable[ErasureList]) -> int:
    count = sum(_carry_out_page(j, page) for page in pages)
    wash_if_due(j.db)
    return count


def _carry_out_page(j: Journal, page: ErasureList) -> int:
    """What of it is next and need not wait."""
    if page.after > carried_out(j):
        return 0
    for _ in range(_TRIES_BESIDE):
        if (count := _carry_out(j, page, _worked_out(j, page), at_once=False)) is not None:
            return count
    return _carry_out(j, page, None, at_once=True) or 0


def _worked_out(j: Journal, page: ErasureList) -> Difference | None:
    """What it changes; None where folding all anew is a matter of a moment, or nothing is to do."""
    with j.db.held():
        _, ready = _ready(j, page)
        positions = [pos for pos, _ in _own(j.db, ready)]
        is_small = j.db.number("SELECT count(*) FROM entry") < LARGE
    if is_small or not positions:
        return None
    with suppress(JournalError):  # a disk that cannot do it beside may do it at once
        return work_out(j.db, positions)
    return None


def _carry_out(
    j: Journal, page: ErasureList, found: Difference | None, *, at_once: bool
) -> int | None:
    """In one transaction; None where what was worked out is not the case any more."""
    with j.transaction():
        fresh, ready = _ready(j, page)
        own = _own(j.db, ready)
        if found is not None and not found.fits(j.db, [pos for pos, _ in own]) and not at_once:
            return None
        count = _erase(j, own, found)
        since = carried_out(j)
        done = page.version if ready == fresh else max([since, *(one.version for one in ready)])
        if done > since:
            settings.write(j.db, _CARRIED_OUT, str(done).encode())
    return count


def _ready(j: Journal, page: ErasureList) -> tuple[list[Erasure], list[Erasure]]:
    """What of a page is not carried out yet, and how much of it, from the first on, can be."""
    since = carried_out(j)
    fresh = [one for one in page.erasures if one.version > since]
    return fresh, list(takewhile(lambda one: _is_confirmed(j.db, one), fresh))


def _own(db: Database, erasures: list[Erasure]) -> _Own:
    found = [(pos, one) for one in erasures for pos in _own_of(db, one)]
    return sorted(found, key=lambda one: one[0])


def carried_out(j: Journal) -> int:
    """Up to which version of the list everything here is done."""
    return int(settings.read(j.db, _CARRIED_OUT) or b"0")


def version(j: Journal) -> int:
    """Up to which version the list is here, done or waiting."""
    return max(carried_out(j), kept_pages.reached(j.db))


def newer_than(j: Journal, version: int) -> list[bytes]:
    """The pages that go on from a version, as our hub signed them; those that were not kept are
    missing, and so are all then that follow."""
    return [raw for raw, _ in _following(j, version)]


def cursors(j: Journal) -> list[tuple[str, int]]:
    """What a request says of the list."""
    done = carried_out(j)
    return [(CURSOR, done)] if done else []


def _proven(j: Journal, raw: bytes) -> ErasureList:
    joined: Enrolment | None = enrolment(j)
    if joined is None:
        raise BadSignature(what="erasure list", who="our hub")
    page = read_erasures(raw, VerifyKey(joined.hub_verify_key))
    if page.hub != joined.hub_id:
        raise BadSignature(what="erasure list", who="our hub")
    return page


def _following(j: Journal, version: int) -> list[tuple[bytes, ErasureList]]:
    """Kept pages with what they say; those of a hub that was left are passed over."""
    found = []
    for raw in kept_pages.following(j.db, version):
        with suppress(WireError):
            found.append((raw, _proven(j, raw)))
    return found


def _own_of(db: Database, erasure: Erasure) -> list[int]:
    """The positions of those of its events that are in this journal and have a body yet."""
    found = []
    for event in erasure.events:
        row = db.row(
            "SELECT entry.pos FROM entry JOIN epoch ON epoch.epoch = ? "
            "WHERE entry.pos = epoch.no << 40 | ? AND entry.id >= ? AND entry.id < ? "
            "AND body IS NOT NULL",
            event.epoch,
            event.seq,
            event.ref,
            event.ref + b"\xff" * 17,
        )
        found += [] if row is None else [int(row[0])]
    return found


def _is_confirmed(db: Database, erasure: Erasure) -> bool:
    known = confirmed(db)
    return all(known.covers(pos) for pos in _own_of(db, erasure))


def _erase(j: Journal, own: _Own, found: Difference | None) -> int:
    """All of it inside the caller's transaction; everything is folded anew unless it was worked out
    what that comes to."""
    if not own:
        return 0
    told = [as_fact(j, pos, erasure) for pos, erasure in own]
    positions = [pos for pos, _ in own]
    traces = traces_of(j.db, positions)
    destroy(j.db, positions)
    j.forget_seed()
    if found is None:
        replay(j.db)
    else:
        carry_out(j.db, found)
    forget(j, traces)
    note_erased(j.db, len(positions))
    j.append(told, user=SYSTEM)
    return len(told)
