"""Takes the erasure list to every laptop, and remembers how far each has carried it out.

Every laptop gets the whole list, page after page, oldest first: whose roster or parcel an event is
in, the hub need not know. It names nobody, so it is no secret among laptops.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from fieldapp.hub import schema
from fieldapp.hub.asking import Asking
from fieldapp.hub.erasure.tables import erased_event, erasure, erasure_heard
from fieldapp.hub.running import Hub
from fieldapp.wire.erasures import CURSOR, ErasedEvent, Erasure, ErasureList, in_order
from fieldapp.wire.erasures import sign_erasures as sign

MOST_ERASURES, MOST_EVENTS = 200, 800
"""Of one page, unless a single erasure has more events: it fits into the smallest of answers."""
_erasure, _event, _heard, _device = erasure.c, erased_event.c, erasure_heard.c, schema.device.c
_NEWEST = select(func.max(_erasure.version))
_NEXT = (
    select(_erasure.version, _erasure.at_s, _erasure.basis)
    .where(_erasure.version > bindparam("after"))
    .order_by(_erasure.version)
    .limit(MOST_ERASURES)
)
_EVENTS = select(_event.version, _event.device, _event.epoch, _event.seq, _event.ref).where(
    _event.version.between(bindparam("least"), bindparam("most"))
)
_HOLDS = select(_heard.holds).where(_heard.device == bindparam("device"))


def newest_version(connection: Connection) -> int:
    """Of the list; 0 before the first erasure."""
    return int(connection.execute(_NEWEST).scalar() or 0)


def for_laptop(asking: Asking) -> Iterator[bytes]:
    """What the laptop has not carried out yet; what it says that it has is noted."""
    if asking.by_stick:
        yield from for_stick(asking.hub, asking.now_s)
        return
    store, holds = asking.hub.store, asking.cursors.get(CURSOR, 0)
    with store.reading() as connection:
        known = connection.execute(_HOLDS, {"device": asking.device.no}).scalar() or 0
    if holds != known:
        with store.taking_in([asking.device.no]) as connection:
            _note(connection, asking.device.no, holds, asking.now_s)
    yield from pages(asking.hub, holds, asking.now_s)


def for_stick(hub: Hub, now_s: int) -> Iterator[bytes]:
    """The whole list, for whoever reads the stick; nobody says here what they have."""
    yield from pages(hub, 0, now_s)


def pages(hub: Hub, after: int, now_s: int) -> Iterator[bytes]:
    """The pages of the list after a version, signed, read as they are needed."""
    while True:
        with hub.store.reading() as connection:
            erasures = _after(connection, after)
        if not erasures:
            return
        last = erasures[-1].version
        yield sign(ErasureList(hub.store.keys.hub_id, after, last, now_s, erasures), hub.key)
        after = last


def _after(connection: Connection, after: int) -> tuple[Erasure, ...]:
    rows = connection.execute(_NEXT, {"after": after}).all()
    if not rows:
        return ()
    events: dict[int, list[ErasedEvent]] = defaultdict(list)
    span = {"least": rows[0].version, "most": rows[-1].version}
    for version, device, epoch, seq, ref in connection.execute(_EVENTS, span):
        events[version].append(ErasedEvent(device, epoch, seq, bytes(ref)))
    made: list[Erasure] = []
    room = MOST_EVENTS
    for version, at_s, basis in rows:
        room -= len(events[version])
        if made and room < 0:
            break
        made.append(Erasure(version, at_s, basis, in_order(events[version])))
    return tuple(made)


def _note(connection: Connection, device: int, holds: int, now_s: int) -> None:
    connection.execute(delete(erasure_heard).where(_heard.device == device))
    connection.execute(insert(erasure_heard).values(device=device, holds=holds, holds_s=now_s))


@dataclass(frozen=True, slots=True)
class Carried:
    """How far one laptop has come: the newest version that it said it carried out, and when it said
    so first. `revoked`: it is shut out, and hears of nothing any more."""

    device: int
    name: str
    holds: int
    holds_s: int | None
    revoked: bool


def carried_out(connection: Connection) -> list[Carried]:
    """Of every laptop."""
    rows = (
        select(_device.no, _device.name, _heard.holds, _heard.holds_s, _device.revoked_s)
        .outerjoin(erasure_heard, _heard.device == _device.no)
        .order_by(_device.no)
    )
    return [
        Carried(no, name, holds or 0, holds_s, revoked_s is not None)
        for no, name, holds, holds_s, revoked_s in connection.execute(rows)
    ]
