"""A thread beside the server: releases the seats of who did not come, and forgets everybody some
days after their session. What was offered and how many seats were taken stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, delete, select, update

from fieldapp.hub.booking import limits
from fieldapp.hub.booking.seats import LATE_S, PAST
from fieldapp.hub.booking.tables import BOOKED, booking, booking_slot
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.store import Store
from fieldapp.hub.upkeep.faults import Survived

KEPT_DAYS = 7
EVERY_S = 60.0
_DAY_S = 86_400


@contextmanager
def bookings_kept(hub: Hub, every_s: float = EVERY_S) -> Iterator[None]:
    """Keep a hub's bookings until the `with` ends."""
    with rounds("bookings", lambda: keep(hub), every_s, at_once=True):
        yield


def keep(hub: Hub) -> None:
    """One round. A fault is logged, without anybody's number, and the next round tries again."""
    with Survived(hub.tally, "bookings"):
        keep_once(hub.store, hub.now_s())


def keep_once(store: Store, now_s: int) -> None:
    """Release and forget."""
    with store.writing() as connection:
        release(connection, now_s)
        forget(connection, now_s)
        limits.forget_old(connection, now_s)


def release(connection: Connection, now_s: int) -> int:
    """Seats whose time is over hold nobody back from booking again; how many."""
    over = select(booking_slot.c.no).where(booking_slot.c.ends_s < now_s - LATE_S)
    kept = booking.c.state == BOOKED, booking.c.slot.in_(over)
    released = update(booking).where(*kept).values(state=PAST, settled_s=now_s)
    return connection.execute(released).rowcount


def forget(connection: Connection, now_s: int) -> int:
    """Who booked is nobody's business once the session is some days past; how many."""
    past = select(booking_slot.c.no).where(booking_slot.c.ends_s < now_s - KEPT_DAYS * _DAY_S)
    return connection.execute(delete(booking).where(booking.c.slot.in_(past))).rowcount
