"""How often somebody may try: from one address, and all together, in the database that all
processes share. An attempt counts before it is looked at, whatever comes of it."""

from __future__ import annotations

import ipaddress

from sqlalchemy import Connection, delete, insert, select, update

from fieldapp.hub.booking.papers import address_hash
from fieldapp.hub.booking.tables import booking_attempt
from fieldapp.hub.store import Store

WINDOW_S = 600
MOST_FROM_ONE, MOST_FROM_ALL = 40, 6000
"""In one window. Forty, because a house, a ship or a campus shares one address."""
_EVERYBODY = "everybody"
_HOUSE_BITS = 64
_attempt = booking_attempt.c


def enter(store: Store, address: str, now_s: int) -> int:
    """Note an attempt; how many seconds to wait where there were too many, else 0."""
    own = address_hash(store.keys, household(address))
    everybody = address_hash(store.keys, _EVERYBODY)
    with store.about([own, everybody]) as connection:
        wait_s = _count(connection, own, MOST_FROM_ONE, now_s)
        return wait_s or _count(connection, everybody, MOST_FROM_ALL, now_s)


def household(address: str) -> str:
    """Whom an address belongs to: of IPv6 anybody has 2^64 to try from."""
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return address
    if read.version == 4:
        return address
    return str(ipaddress.ip_network((read, _HOUSE_BITS), strict=False))


def _count(connection: Connection, key: bytes, most: int, now_s: int) -> int:
    row = connection.execute(select(booking_attempt).where(_attempt.key == key)).first()
    if row is None:
        connection.execute(insert(booking_attempt).values(key=key, since_s=now_s, number=1))
        return 0
    left_s = int(row.since_s) + WINDOW_S - now_s
    if not 0 < left_s <= WINDOW_S:
        values = {"since_s": now_s, "number": 1}
    elif row.number >= most:
        return left_s
    else:
        values = {"since_s": row.since_s, "number": row.number + 1}
    connection.execute(update(booking_attempt).where(_attempt.key == key).values(**values))
    return 0


def forget_old(connection: Connection, now_s: int) -> None:
    """Drop what counts no more."""
    connection.execute(delete(booking_attempt).where(_attempt.since_s <= now_s - WINDOW_S))
