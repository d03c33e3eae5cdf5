"""Guessing is slow: every wrong attempt makes the next wait longer, by account and by address.

Kept in the database, so that a restart forgives nothing. An attempt counts as wrong before it is
looked at, so that many at once gain nothing. Unknown logins wait as known ones do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from fieldapp.hub.web.tables import web_lock

FORGOTTEN_S = 86_400
_SHORTEST_S, _LONGEST_S = 15, 15 * 60
_lock = web_lock.c


@dataclass(frozen=True, slots=True)
class Key:
    """Whose attempts are counted, and how many are free."""

    hash: bytes
    free: int


def account(login: str) -> Key:
    """Attempts at one login, whoever makes them."""
    return Key(_hash(f"account {login}"), 4)


def second_factor(login: str) -> Key:
    """Attempts at one user's codes."""
    return Key(_hash(f"code {login}"), 4)


def address(host: str) -> Key:
    """Attempts from one address, at whatever login."""
    return Key(_hash(f"address {host}"), 20)


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def delay_s(failures: int, free: int) -> int:
    """How long to wait after so many wrong attempts."""
    over = failures - free
    return 0 if over <= 0 else min(_LONGEST_S, _SHORTEST_S * 2 ** min(over - 1, 10))


def enter(connection: Connection, keys: Iterable[Key], now_s: int) -> int:
    """Note an attempt as wrong; how many seconds to wait where it is too early for one, else 0."""
    connection.execute(delete(web_lock).where(_lock.last_s < now_s - FORGOTTEN_S))
    wanted = list(keys)
    hashes = [key.hash for key in wanted]
    found = select(web_lock).where(_lock.key.in_(hashes)).with_for_update()
    known = {bytes(row.key): row for row in connection.execute(found)}
    wait_s = max((row.until_s - now_s for row in known.values()), default=0)
    if wait_s > 0:
        return int(wait_s)
    for key in wanted:
        _count(connection, key, known[key.hash].failures if key.hash in known else None, now_s)
    return 0


def _count(connection: Connection, key: Key, before: int | None, now_s: int) -> None:
    failures = (before or 0) + 1
    values: dict[str, object] = {
        "failures": failures,
        "until_s": now_s + delay_s(failures, key.free),
        "last_s": now_s,
    }
    if before is None:
        try:
            with connection.begin_nested():
                connection.execute(insert(web_lock).values(key=key.hash, **values))
            return
        except IntegrityError:  # another process noted its first attempt in the same moment
            values["failures"] = _lock.failures + 1
    connection.execute(update(web_lock).where(_lock.key == key.hash).values(**values))


def forgive(connection: Connection, keys: Iterable[Key]) -> None:
    """The attempt was good: what was wrong before counts no more."""
    connection.execute(delete(web_lock).where(_lock.key.in_([key.hash for key in keys])))


def take_back(connection: Connection, key: Key) -> None:
    """The attempt just entered was good; others from there may not have been."""
    connection.execute(
        update(web_lock)
        .where(_lock.key == key.hash)
        .values(failures=_lock.failures - 1, until_s=_lock.last_s)
    )
