"""What supervisors offer: places, and sessions with seats. Knows nobody who has one.

Nothing is deleted while somebody could ask for it: a place is closed, a session called off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from fieldapp.hub.booking import hours
from fieldapp.hub.booking.errors import BadCapacity, BadPlace, BadSession, NoSuchOffer
from fieldapp.hub.booking.hours import MOST_SEATS, Hours
from fieldapp.hub.booking.programmes import programmes
from fieldapp.hub.booking.tables import (
    BOOKED,
    booking,
    booking_place,
    booking_place_region,
    booking_session,
    booking_slot,
)
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.regions.subscriptions import known_regions
from fieldapp.wire.dates import from_day, to_day

CALLED_OFF = "called-off"
_place, _session, _slot = booking_place.c, booking_session.c, booking_slot.c


@dataclass(frozen=True, slots=True)
class Place:
    """Where sessions are held, in both languages. `region`: whose laptops are told who has booked
    there; "" where none are."""

    no: int
    name_en: str
    name_zh: str
    address_en: str
    address_zh: str
    closed_s: int | None = None
    region: str = ""

    def name(self, *, chinese: bool) -> str:
        """In the reader's language."""
        return self.name_zh if chinese else self.name_en

    def address(self, *, chinese: bool) -> str:
        """In the reader's language."""
        return self.address_zh if chinese else self.address_en


@dataclass(frozen=True, slots=True)
class Slot:
    """A time within a session; Unix seconds."""

    no: int
    begins_s: int
    ends_s: int
    capacity: int
    taken: int


@dataclass(frozen=True, slots=True)
class Session:
    """A day at a place."""

    no: int
    place: Place
    programme: str
    day: date
    utc_offset_min: int
    closed_s: int | None
    slots: tuple[Slot, ...] = field(default=())

    @property
    def seats(self) -> int:
        """How many there are in all."""
        return sum(slot.capacity for slot in self.slots)

    @property
    def taken(self) -> int:
        """How many of them somebody has, or had when the session was over."""
        return sum(slot.taken for slot in self.slots)

    @property
    def is_open(self) -> bool:
        """Whether seats may be booked, as long as there are any."""
        return self.closed_s is None and self.place.closed_s is None

    def free(self, now_s: int) -> list[Slot]:
        """The slots to come that have a seat left."""
        if not self.is_open:
            return []
        return [one for one in self.slots if one.begins_s > now_s and one.taken < one.capacity]


def open_place(
    connection: Connection,
    names: Sequence[str],
    addresses: Sequence[str],
    now_s: int,
    region: str = "",
) -> int:
    """Offer a place, its name and address in English and Chinese; its number. Raises BadPlace."""
    if not all(names):
        raise BadPlace(what="a name in each language")
    if not all(addresses):
        raise BadPlace(what="an address in each language")
    made = insert(booking_place).returning(_place.no).values(
        name_en=names[0], name_zh=names[1], address_en=addresses[0], address_zh=addresses[1],
        made_s=now_s,
    )  # fmt: skip
    number = int(connection.execute(made).scalar_one())
    if region:
        _belongs(connection, number, region)
    return number


def move_place(connection: Connection, no: int, region: str) -> Place:
    """Let the laptops of this region know who has booked there, and no others any more; "" for
    none. Raises NoSuchOffer, BadPlace."""
    place = _open_place(connection, no)
    same = booking_place_region.c.place == no
    connection.execute(delete(booking_place_region).where(same))
    if region:
        _belongs(connection, no, region)
    return place


def _belongs(connection: Connection, place: int, region: str) -> None:
    if region not in known_regions(connection):
        raise BadPlace(what="a region that has a team")
    connection.execute(insert(booking_place_region).values(place=place, region=region))


def close_place(connection: Connection, no: int, now_s: int) -> Place:
    """Offer it no more; who has a seat keeps it. Raises NoSuchOffer."""
    place = _open_place(connection, no)
    connection.execute(update(booking_place).where(_place.no == no).values(closed_s=now_s))
    return place


def _open_place(connection: Connection, no: int) -> Place:
    for place in places(connection):
        if place.no == no:
            return place
    raise NoSuchOffer()


def open_session(
    connection: Connection, place: int, programme: str, when: Hours, today: date, now_s: int
) -> int:
    """Offer the seats of a day; its number. Raises NoSuchOffer, BadSession."""
    _open_place(connection, place)
    if programme not in programmes():
        raise BadSession(why="no programme was chosen")
    hours.check(when, today)
    made = insert(booking_session).returning(_session.no).values(
        place=place, programme=programme, day=to_day(when.day),
        utc_offset_min=when.utc_offset_min, made_s=now_s,
    )  # fmt: skip
    number = int(connection.execute(made).scalar_one())
    rows = [
        {"session": number, "begins_s": begins, "ends_s": ends, "capacity": when.seats, "taken": 0}
        for begins, ends in when.slots()
    ]
    connection.execute(insert(booking_slot), rows)
    return number


def call_off(connection: Connection, no: int, now_s: int) -> int:
    """Hold it not; how many had a seat, and hear of it when they look. Raises NoSuchOffer.

    Slots are locked first, as by whoever takes a seat: nobody gets one in a session called off.
    """
    _lock_slots(connection, no)
    open_ = (_session.no == no, _session.closed_s.is_(None))
    if not connection.execute(
        update(booking_session).where(*open_).values(closed_s=now_s)
    ).rowcount:
        raise NoSuchOffer()
    had = booking.c.session == no, booking.c.state == BOOKED
    over = {"state": CALLED_OFF, "settled_s": now_s}
    return connection.execute(update(booking).where(*had).values(**over)).rowcount


def change_seats(connection: Connection, no: int, seats: int) -> None:
    """So many seats in each slot from now on, never fewer than are taken. Raises BadCapacity."""
    if not 0 < seats <= MOST_SEATS:
        raise BadCapacity(why="seats in a slot are 1 to 1,000")
    _lock_slots(connection, no)
    most = select(func.max(_slot.taken)).where(_slot.session == no)
    if seats < int(connection.execute(most).scalar() or 0):
        raise BadCapacity(why="more are booked already in a slot")
    connection.execute(update(booking_slot).where(_slot.session == no).values(capacity=seats))


def _lock_slots(connection: Connection, session: int) -> None:
    wanted = select(_slot.no).where(_slot.session == session).order_by(_slot.no)
    connection.execute(wanted.with_for_update()).all()


def places(connection: Connection) -> list[Place]:
    """Those that are offered, by name."""
    wanted = select(booking_place).where(_place.closed_s.is_(None)).order_by(_place.name_en)
    rows = connection.execute(wanted).all()
    region_of = _regions(connection, [row.no for row in rows])
    return [_read_place(row, region_of) for row in rows]


def _regions(connection: Connection, places: Iterable[int]) -> dict[int, str]:
    columns = booking_place_region.c
    rows = rows_in(connection, [columns.place, columns.region], columns.place, places)
    return {row.place: row.region for row in rows}


def places_with_room(connection: Connection, now_s: int) -> list[tuple[Place, int]]:
    """Where a seat is free, and when the next one begins: the next first."""
    joined = booking_slot.join(booking_session, _session.no == _slot.session)
    free = (_slot.begins_s > now_s, _slot.taken < _slot.capacity, _session.closed_s.is_(None))
    next_s = func.min(_slot.begins_s).label("next_s")
    wanted = select(_session.place, next_s).select_from(joined).where(*free)
    rows = {row.place: row.next_s for row in connection.execute(wanted.group_by(_session.place))}
    found = [(one, int(rows[one.no])) for one in places(connection) if one.no in rows]
    return sorted(found, key=lambda one: one[1])


def _read_place(row: Any, region_of: Mapping[int, str]) -> Place:
    return Place(
        row.no, row.name_en, row.name_zh, row.address_en, row.address_zh, row.closed_s,
        region_of.get(row.no, ""),
    )  # fmt: skip


def session(connection: Connection, no: int) -> Session | None:
    """One of them, called off or not."""
    return next(iter(_sessions(connection, _session.no == no)), None)


def sessions_to_come(connection: Connection, now_s: int, place: int | None = None) -> list[Session]:
    """Those that somebody may still come to, the next first."""
    wanted = [_session.day >= now_s // 86_400 - 1, _session.closed_s.is_(None)]
    if place is not None:
        wanted.append(_session.place == place)
    found = _sessions(connection, *wanted)
    return [one for one in found if one.is_open and one.slots and one.slots[-1].ends_s > now_s]


def sessions_since(connection: Connection, day: date) -> list[Session]:
    """All since a day, called off or not."""
    return _sessions(connection, _session.day >= to_day(day))


def sessions_between(connection: Connection, first: date, last: date) -> list[Session]:
    """All of these days, called off or not, the next first."""
    return _sessions(connection, _session.day.between(to_day(first), to_day(last)))


def _sessions(connection: Connection, *wanted: ColumnElement[bool]) -> list[Session]:
    joined = select(booking_session).where(*wanted).order_by(_session.day, _session.no)
    rows = connection.execute(joined).all()
    slots = _slots(connection, [row.no for row in rows])
    where = {row.place for row in rows}
    region_of = _regions(connection, where)
    found = rows_in(connection, list(booking_place.c), _place.no, where)
    known = {row.no: _read_place(row, region_of) for row in found}
    return [
        Session(
            row.no, known[row.place], row.programme, from_day(row.day) or date.min,
            row.utc_offset_min, row.closed_s, tuple(slots[row.no]),
        )
        for row in rows
    ]  # fmt: skip


def _slots(connection: Connection, sessions: Iterable[int]) -> dict[int, list[Slot]]:
    found: dict[int, list[Slot]] = defaultdict(list)
    for row in rows_in(connection, list(booking_slot.c), _slot.session, sessions):
        found[row.session].append(
            Slot(row.no, row.begins_s, row.ends_s, row.capacity, row.taken)
        )  # fmt: skip
    for listed in found.values():
        listed.sort(key=lambda slot: (slot.begins_s, slot.no))
    return found
