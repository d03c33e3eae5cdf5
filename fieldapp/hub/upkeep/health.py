"""Whether the hub can do its work now: its database, its disk, and how far the fold is behind.

Who is behind still gives receipts, so that alone does not make a hub unready.
"""

from __future__ import annotations

import shutil
import threading
import time
from dataclasses import dataclass, field

from sqlalchemy.exc import SQLAlchemyError

from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.running import Hub
from fieldapp.hub.store import newest_place

LEAST_FREE_BYTES = 256 * 1024 * 1024
_KEPT_S = 1.0


@dataclass(frozen=True, slots=True)
class Health:
    """One look. Numbers of the fold are None while the database does not answer."""

    database: bool
    free_bytes: int
    projected_to: int | None = None
    newest_frame: int | None = None

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
        }


def look(hub: Hub) -> Health:
    """Ask the database and the disk of the hub's folder."""
    free = shutil.disk_usage(hub.store.folder).free
    try:
        with hub.store.reading() as connection:
            return Health(True, free, projected_to(connection), newest_place(connection))
    except SQLAlchemyError:
        return Health(False, free)


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
