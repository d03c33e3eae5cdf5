"""A thread beside the server: writes what waits about attempts, and drops what is too old.

Kept: 400 days, at most two million attempts of known laptops and ten thousand of nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from sqlalchemy import ColumnElement, Connection, delete, select

from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.sync_log.tables import sync_attempt
from fieldapp.hub.upkeep.faults import Survived

KEPT_DAYS = 400
MOST_KNOWN, MOST_UNKNOWN = 2_000_000, 10_000
EVERY_S = 2.0
_ROUNDS_A_PRUNING = 1800
_DAY_S = 86_400
_attempt = sync_attempt.c


@contextmanager
def kept(hub: Hub, every_s: float = EVERY_S, *, prunes: bool = True) -> Iterator[None]:
    """Keep a hub's log until the `with` ends; what waits then is written. `prunes`: whether this
    process may drop what is too old."""
    numbers = count()

    def once() -> None:
        write_waiting(hub)
        if next(numbers) % _ROUNDS_A_PRUNING == 0 and prunes:
            _drop_old(hub)

    try:
        with rounds("sync log", once, every_s):
            yield
    finally:
        write_waiting(hub)


def write_waiting(hub: Hub) -> None:
    """Write what waits, if anything does. A fault is logged and stops nothing."""
    if not hub.attempts:
        return
    with Survived(hub.tally, "sync-log"), hub.store.writing() as connection:
        hub.attempts.write(connection)


def _drop_old(hub: Hub) -> None:
    with Survived(hub.tally, "sync-log"), hub.store.writing() as connection:
        prune(connection, hub.now_s())


def prune(
    connection: Connection, now_s: int, known: int = MOST_KNOWN, unknown: int = MOST_UNKNOWN
) -> None:
    """Drop what is older than is kept, and more than is kept."""
    connection.execute(delete(sync_attempt).where(_attempt.at_s < now_s - KEPT_DAYS * _DAY_S))
    for which, most in (
        (_attempt.device.is_not(None), known),
        (_attempt.device.is_(None), unknown),
    ):
        _keep_newest(connection, which, most)


def _keep_newest(connection: Connection, which: ColumnElement[bool], most: int) -> None:
    newest = select(_attempt.no).where(which).order_by(_attempt.no.desc()).offset(most).limit(1)
    first_over = connection.execute(newest).scalar()
    if first_over is not None:
        connection.execute(delete(sync_attempt).where(which, _attempt.no <= first_over))
