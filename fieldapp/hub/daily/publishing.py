"""Publishes the figures as each day ends: what is known then is kept as it was said.

Late records change the counts of days that were published. The next publication says the new
figures, and the old ones stay beside them; nothing published is ever changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from fieldapp.hub.daily.known import known, sums
from fieldapp.hub.daily.shares import GROUP, HOME, TOTAL, VACCINE, Cell
from fieldapp.hub.daily.tables import FIGURES, publication, published
from fieldapp.hub.due.keeping import waiting
from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.store import newest_place
from fieldapp.hub.upkeep.faults import Survived
from fieldapp.hub.web.tables import opening
from fieldapp.wire.dates import to_day

EVERY_S = 60.0
SPLITS = (TOTAL, VACCINE, GROUP, HOME)
"""What is published; the counts of teams and sessions are not."""
_MOST_BEHIND = 100
_said, _publication = published.c, publication.c
_OFFSET = select(opening.c.utc_offset_min).order_by(opening.c.opened_s.desc()).limit(1)
_NOTHING = (0,) * len(FIGURES)


@contextmanager
def publishing(hub: Hub, every_s: float = EVERY_S) -> Iterator[None]:
    """Publish each day once it is over, until the `with` ends."""

    def once() -> None:
        publish_if_due(hub)

    with rounds("daily figures", once, every_s, at_once=True):
        yield


def publish_if_due(hub: Hub) -> bool:
    """Publish up to yesterday, unless that was done; whether it was done now."""
    with Survived(hub.tally, "publishing"):
        with hub.store.reading() as connection:
            if _due(connection, hub) is None:
                return False
        with hub.store.writing() as connection:
            through = _due(connection, hub)
            if through is not None:
                publish(connection, through, hub.now_s())
            return through is not None
    return False


def _due(connection: Connection, hub: Hub) -> int | None:
    """The day up to which is to be published now; None: nothing is, or the counts are not ready."""
    offset_min = int(connection.execute(_OFFSET).scalar() or 0)
    today = to_day(datetime.fromtimestamp(hub.now_s() + offset_min * 60, UTC).date()) or 0
    newest = connection.execute(select(func.max(_publication.through))).scalar()
    place = newest_place(connection)
    if place == 0 or place - projected_to(connection) > _MOST_BEHIND:
        return None
    if hub.ground is not None and waiting(connection) > _MOST_BEHIND:
        return None
    return today - 1 if newest is None or newest < today - 1 else None


def publish(connection: Connection, through: int, now_s: int) -> int:
    """Say the figures of all days up to one, as they are known now; the publication's number."""
    made = connection.execute(insert(publication).values(through=through, at_s=now_s))
    no = int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0
    before = said_last(connection, through)
    now = _known(connection, through)
    rows = [
        cell._asdict()
        | {"publication": no}
        | dict(zip(FIGURES, now.get(cell, _NOTHING), strict=True))
        for cell in sorted(before.keys() | now.keys())
        if before.get(cell, _NOTHING) != now.get(cell, _NOTHING)
    ]
    if rows:
        connection.execute(insert(published), rows)
    return no


def _known(connection: Connection, through: int) -> dict[Cell, tuple[int, ...]]:
    by = sums(known.kind, known.code, known.day)
    rows = connection.execute(by.where(known.kind.in_(SPLITS), known.day <= through))
    return {Cell(*row[:3]): tuple(map(int, row[3:])) for row in rows}


def said_last(
    connection: Connection, through: int, up_to: int | None = None
) -> dict[Cell, tuple[int, ...]]:
    """The last word on every day, of all publications or of those up to one."""
    rows = select(published).where(_said.day <= through).order_by(_said.publication)
    if up_to is not None:
        rows = rows.where(_said.publication <= up_to)
    return {
        Cell(row.kind, row.code, row.day): tuple(getattr(row, name) for name in FIGURES)
        for row in connection.execute(rows)
    }
