"""Publishes who has booked to the laptops of a region: one signed list a region, replaced whole
when anything in it changed, readable with the region's key alone.

Bookings of the coming days only; a day after a session nobody is told of it any more.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from fieldapp.hub.asking import Asking
from fieldapp.hub.booking import offers
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.booking.papers import unseal
from fieldapp.hub.booking.seats import PAST
from fieldapp.hub.booking.tables import BOOKED, booking, booking_list
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.keys import HubKeys
from fieldapp.hub.regions import leases
from fieldapp.hub.regions.keys import has_secret, region_key
from fieldapp.hub.regions.subscriptions import regions_of
from fieldapp.hub.store import Store
from fieldapp.wire import bookings as wire
from fieldapp.wire.dates import from_day, to_day
from fieldapp.wire.lease import NamedKey

AHEAD_DAYS, KEPT_DAYS = 7, 1
_DAY_S, _MINUTE = 86_400, 60
_STANDS = (BOOKED, PAST)
_booking, _list = booking.c, booking_list.c


@dataclass(frozen=True, slots=True)
class _Changed:
    """A region of which laptops hold an older list. `mark`: of what the new one says."""

    region: str
    mark: bytes
    key: NamedKey
    sessions: tuple[wire.Session, ...]


def publish(store: Store, *, now_s: int) -> int:
    """Write the lists that changed; how many. Safe to stop anywhere and to repeat."""
    with store.reading() as connection:
        changed = list(_look(connection, store.keys, now_s)) if has_secret(connection) else []
    if changed:
        with store.writing() as connection:
            for one in changed:
                _write(connection, store.keys, one, now_s)
    return len(changed)


def _look(connection: Connection, keys: HubKeys, now_s: int) -> Iterator[_Changed]:
    marks = {row.region: bytes(row.mark) for row in connection.execute(select(booking_list))}
    coming = _coming(connection, now_s)
    for region in sorted(marks.keys() | coming.keys()):
        key, sessions = region_key(connection, region), coming.get(region, [])
        mark = _mark(connection, key, sessions)
        if marks.get(region) != mark:
            told = tuple(_told(connection, keys, sessions))
            yield _Changed(region, mark, key, told)


def _coming(connection: Connection, now_s: int) -> dict[str, list[Session]]:
    """The sessions that laptops are told of, by region, the next first."""
    today = from_day(now_s // _DAY_S) or date.min
    first, last = today - timedelta(days=KEPT_DAYS + 1), today + timedelta(days=AHEAD_DAYS + 1)
    found: dict[str, list[Session]] = defaultdict(list)
    for session in offers.sessions_between(connection, first, last):
        if session.place.region and session.closed_s is None and _is_near(session, now_s):
            found[session.place.region].append(session)
    return found


def _is_near(session: Session, now_s: int) -> bool:
    """By the calendar of its place."""
    today = (now_s + session.utc_offset_min * _MINUTE) // _DAY_S
    return -KEPT_DAYS <= (to_day(session.day) or 0) - today <= AHEAD_DAYS


def _mark(connection: Connection, key: NamedKey, sessions: Sequence[Session]) -> bytes:
    """Another one whenever anything is otherwise, without opening what is sealed."""
    counted = (
        select(
            _booking.session, _booking.state, func.count(), func.max(_booking.no),
            func.max(_booking.settled_s),
        )
        .where(_booking.session.in_([session.no for session in sessions]))
        .group_by(_booking.session, _booking.state)
        .order_by(_booking.session, _booking.state)
    )  # fmt: skip
    rows = [tuple(row) for row in connection.execute(counted)]
    return hashlib.sha256(repr((key.id, sessions, rows)).encode()).digest()


def _told(
    connection: Connection, keys: HubKeys, sessions: Iterable[Session]
) -> Iterator[wire.Session]:
    """As laptops are told; what is farthest away is left out where it were too much."""
    room = wire.MOST_SEATS
    for session in sessions:
        taken = _taken(connection, keys, session)
        room -= sum(len(seats) for seats in taken.values())
        if room < 0:
            return
        slots = tuple(
            wire.Slot(slot.begins_s, slot.ends_s, slot.capacity, tuple(taken[slot.no]))
            for slot in session.slots
        )
        place = session.place
        yield wire.Session(
            session.no, place.name_en, place.name_zh, session.programme,
            to_day(session.day) or 0, session.utc_offset_min, slots,
        )  # fmt: skip


def _taken(
    connection: Connection, keys: HubKeys, session: Session
) -> defaultdict[int, list[wire.Seat]]:
    found: defaultdict[int, list[wire.Seat]] = defaultdict(list)
    for row in rows_in(connection, list(_booking), _booking.session, [session.no]):
        if row.state in _STANDS:
            paper, code = unseal(keys, bytes(row.sealed))
            seat = wire.Seat(
                wire.code_bytes(code), paper.document, paper.nationality, row.language,
                row.key_group, row.social_security,
            )  # fmt: skip
            found[row.slot].append(seat)
    for seats in found.values():
        seats.sort(key=lambda seat: seat.code)  # as people hold it in their hands
    return found


def _write(connection: Connection, keys: HubKeys, new: _Changed, now_s: int) -> None:
    same = _list.region == new.region
    before = connection.execute(select(_list.version).where(same)).scalar() or 0
    version = max(now_s, int(before) + 1)
    box = wire.close_box(new.sessions, new.key.key)
    listed = wire.BookingList(keys.hub_id, new.region, version, now_s, new.key.id, box)
    raw = wire.sign_bookings(listed, keys.receipt_key)
    connection.execute(delete(booking_list).where(same))
    row = {"region": new.region, "version": version, "mark": new.mark, "raw": raw}
    connection.execute(insert(booking_list).values(**row))


def for_laptop(asking: Asking) -> Iterator[bytes]:
    """The lists of its regions that are newer than what is there, for a laptop that knows them."""
    if leases.CURSOR not in asking.cursors or wire.CURSOR not in asking.cursors:
        return
    with asking.hub.store.reading() as connection:
        for region in regions_of(connection, asking.device):
            newest = select(_list.version, _list.raw).where(_list.region == region)
            row = connection.execute(newest).first()
            here = asking.cursors.get(f"{wire.CURSOR}/{region}", 0)
            if row is not None and row.version > here:
                yield bytes(row.raw)


def for_stick(connection: Connection, regions: Iterable[str]) -> Iterator[bytes]:
    """The lists of these regions, for whoever reads the stick."""
    for region in regions:
        raw = connection.execute(select(_list.raw).where(_list.region == region)).scalar()
        if raw is not None:
            yield bytes(raw)


def listed_regions(connection: Connection) -> list[str]:
    """Every region that has a list."""
    return list(connection.execute(select(_list.region).order_by(_list.region)).scalars())
