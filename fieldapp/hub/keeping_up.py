"""What goes on beside the answers of a hub on a server: the fold, and the parts for months to come.

As many processes as like may do this at once, on any machine, and be killed at any moment: locks of
the database let one fold at a time, and a fold happened whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fieldapp.hub import server_tables
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.store import Store
from fieldapp.hub.upkeep.faults import Survived

EVERY_S = 0.2
_AFTER_A_FAULT_S = 5.0


@contextmanager
def keeping_up(hub: Hub, every_s: float = EVERY_S) -> Iterator[None]:
    """Fold what comes in until the `with` ends; nothing is to be done for SQLite."""
    if not hub.store.on_server:
        yield
        return

    def once() -> float | None:
        return None if keep_up(hub) else _AFTER_A_FAULT_S

    with rounds("fold", once, every_s, at_once=True):
        yield


def keep_up(hub: Hub) -> bool:
    """One round; False when it failed, which is logged without anybody's name."""
    with Survived(hub.tally, "fold"):
        make_months(hub.store, hub.now_s())
        catch_up(hub.store)
        return True
    return False


def make_months(store: Store, now_s: int) -> None:
    """Have a part of the frames' table ready for this month and the coming one; in SQLite there are
    none. Before anything is answered: a page may be refused once while its own month is made."""
    if not store.on_server:
        return
    with store.reading() as connection:
        if server_tables.has_months(connection, now_s):
            return
    with store.writing() as connection:
        server_tables.make_months(connection, now_s)
