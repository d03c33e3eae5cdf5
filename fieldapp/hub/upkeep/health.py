"""Whether the hub can do its work now: its database, its disk, and how far the fold is behind, and
whatever is kept up beside it.

Who is behind still gives receipts, so that alone does not make a hub unready.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, Table, func, select
from sqlalchemy.exc import SQLAlchemyError

from fieldapp.hub import schema
from fieldapp.hub.changes.tables import change_news
from fieldapp.hub.daily.tables import publication
from fieldapp.hub.due.tables import due_news
from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.running import Hub
from fieldapp.hub.store import newest_place
from fieldapp.wire.dates import from_day

LEAST_FREE_BYTES = 256 * 1024 * 1024
MOST_COUNTED = 10_000
_NOTES = {"due": due_news, "changes": change_news, "regions": schema.stirred}
_KEPT_S = 1.0


@dataclass(frozen=True, slots=True)
class Health:
    """One look. Numbers of the fold are None while the database does not answer.

    `waiting`: of how many people it is not said anew yet who is due (`due`), that something changed
    (`changes`), what a region's roster says (`regions`), counted up to `MOST_COUNTED`; a day's
    figures (`published_through`) wait for the first. Empty where this process may not ask.
    """

    database: bool
    free_bytes: int
    projected_to: int | None = None
    newest_frame: int | None = None
    waiting: Mapping[str, int] = field(default_factory=dict)
    published_through: date | None = None

    @property
    def disk(self) -> bool:
        """Whether there is room to go on."""
        return self.free_bytes >= LEAST_FREE_BYTES

    @property
    def ready(self) -> bool:
        """Whether laptops should be sent here."""
        return self.database and self.disk

    @property
    def behind(self) -> int | None:
        """Pages that have receipts and are not in the tables yet."""
        if self.newest_frame is None or self.projected_to is None:
            return None
        return max(0, self.newest_frame - self.projected_to)

    def as_json(self) -> dict[str, object]:
        """What `/readyz` says."""
        return {
            "ready": self.ready,
            "database": "answers" if self.database else "does not answer",
            "disk": "has room" if self.disk else "is nearly full",
            "free_bytes": self.free_bytes,
            "projected_to": self.projected_to,
            "newest_frame": self.newest_frame,
            "behind": self.behind,
            "waiting": dict(self.waiting),
            "published_through": self.published_through and self.published_through.isoformat(),
        }


def look(hub: Hub) -> Health:
    """Ask the database and the disk of the hub's folder."""
    free = shutil.disk_usage(hub.store.folder).free
    try:
        with hub.store.reading() as connection:
            fold = projected_to(connection), newest_place(connection)
    except SQLAlchemyError:
        return Health(False, free)
    return Health(True, free, *fold, *_kept_up(hub))


def _kept_up(hub: Hub) -> tuple[dict[str, int], date | None]:
    try:
        with hub.store.reading() as connection:
            counted = {
                name: int(connection.execute(_counted(table)).scalar_one())
                for name, table in _NOTES.items()
            }
            through = connection.execute(select(func.max(publication.c.through))).scalar()
    except SQLAlchemyError:
        return {}, None
    return counted, from_day(through)


def _counted(table: Table) -> Select[Any]:
    """How many notes wait: after a rebuild they are as many as there are people."""
    some = select(table.c.no).limit(MOST_COUNTED).subquery()
    return select(func.count()).select_from(some)


@dataclass
class Look:
    """The same for many who ask: looked at anew once a second at most."""

    hub: Hub
    _seen: tuple[float, Health] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self) -> Health:
        with self._lock:
            if self._seen is None or time.monotonic() - self._seen[0] > _KEPT_S:
                self._seen = time.monotonic(), look(self.hub)
            return self._seen[1]
