"""Who has booked in this laptop's regions, by the newest list that the hub published.

The lists lie in the roster's file: without a lease nobody reads them. A day after a session what
was told of it is dropped here too, whether or not a newer list came.
"""

from __future__ import annotations

from collections.abc import Iterable

from nacl.signing import VerifyKey

from fieldapp.journal import leases
from fieldapp.journal.database import Database
from fieldapp.journal.hub_link import enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster.access import REGION, reading, writing
from fieldapp.journal.roster.vault import OpenRoster
from fieldapp.wire.bookings import (
    CURSOR,
    OlderBookings,
    Session,
    open_box,
    pack,
    read_bookings,
    unpack,
)
from fieldapp.wire.errors import BadSignature, Undecodable

KEPT_DAYS = 1
_ASK_AGAIN = 0  # for a clock that was ahead for a while dropped what is still to come
_DAY_S, _MINUTE = 86_400, 60


def keep_bookings(j: Journal, raw: bytes) -> int:
    """Keep a list of our hub in place of the one before; 0, for nobody is told of besides.

    Raises OlderBookings, and WireError for what our hub did not sign or no lease opens.
    """
    joined, db = enrolment(j), writing(j)
    if joined is None:
        raise BadSignature(what="booking list", who="our hub")
    listed = read_bookings(raw, VerifyKey(joined.hub_verify_key))
    lent = leases.key_named(j, REGION + listed.region)
    if listed.hub != joined.hub_id or db is None or lent is None:
        raise Undecodable(what="booking list", why="no lease opens it")
    told = open_box(listed, lent[1])
    sessions = _recent(j, told)
    with db.transaction():
        if listed.version < _version(db, listed.region):
            raise OlderBookings()
        version = listed.version if sessions == told else _ASK_AGAIN
        db.run(
            "INSERT OR REPLACE INTO bookings VALUES (?, ?, ?)",
            listed.region, version, pack(sessions),
        )  # fmt: skip
    return 0


def sessions(j: Journal) -> list[Session]:
    """Every session that is told of, the next first; none without a lease."""
    roster = reading(j)
    if roster is None:
        return []
    held = {
        region: _read(roster, region, bytes(body))
        for region, body in roster.reader.rows("SELECT region, body FROM bookings")
    }
    standing = {region: _recent(j, listed) for region, listed in held.items()}
    for region in standing:
        if standing[region] != held[region]:
            _shorten(roster.writer, region, held[region], standing[region])
    by_no = {one.no: one for listed in standing.values() for one in listed}
    return sorted(by_no.values(), key=lambda one: (one.day, one.no))


def cursors(j: Journal) -> Iterable[tuple[str, int]]:
    """What a request says of the lists that are here; alone, that they are understood."""
    roster = reading(j)
    if roster is None:
        return
    yield CURSOR, 0
    for region, version in roster.reader.rows("SELECT region, version FROM bookings"):
        yield f"{CURSOR}/{region}", version


def _read(roster: OpenRoster, region: str, body: bytes) -> tuple[Session, ...]:
    """What a list says, read once for as long as it stays the same."""
    known = roster.booked.get(region)
    if known is None or known[0] != body:
        known = roster.booked[region] = body, unpack(body)
    return known[1]


def _version(db: Database, region: str) -> int:
    return db.number("SELECT max(version) FROM bookings WHERE region = ?", region)


def _recent(j: Journal, listed: Iterable[Session]) -> tuple[Session, ...]:
    """By the calendar of each place; a clock set back brings nothing back that was dropped."""
    now_s = int(j.clock.now().timestamp())
    return tuple(
        one
        for one in listed
        if (now_s + one.utc_offset_min * _MINUTE) // _DAY_S - one.day <= KEPT_DAYS
    )


def _shorten(
    db: Database, region: str, held: tuple[Session, ...], left: tuple[Session, ...]
) -> None:
    """Drop what is over, unless another list came meanwhile."""
    db.run(
        "UPDATE bookings SET body = ?, version = ? WHERE region = ? AND body = ?",
        pack(left), _ASK_AGAIN, region, pack(held),
    )  # fmt: skip
