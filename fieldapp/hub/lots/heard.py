"""Takes the list of recalled lots to every laptop, and remembers which of them have heard it.

A laptop has heard what it says itself that it holds; what was only handed over may be lost on the
way. A laptop of an older program passes over the list, and never says that it holds one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, bindparam, func, insert, select, update

from fieldapp.hub import schema
from fieldapp.hub.asking import Asking
from fieldapp.hub.devices import Device
from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.tables import recall_heard
from fieldapp.hub.running import Hub
from fieldapp.wire.recalls import CURSOR

TIMES_TO_HEAR = 3
"""An answer may be lost on the way, even twice; who asks after that does not understand it."""
_heard, _device = recall_heard.c, schema.device.c
_FIND = select(_heard.holds, _heard.holds_s, _heard.handed, _heard.handed_s, _heard.times).where(
    _heard.device == bindparam("device")
)
_SAME = update(recall_heard).where(_heard.device == bindparam("its_no"))


class Hearing(StrEnum):
    """How far a recall has come to a laptop."""

    HEARD = "heard"
    HANDED = "handed"  # given to it, not confirmed yet
    STICK = "stick"  # only on a stick for it: whoever reads it says so over the network alone
    DEAF = "deaf"  # given to it again and again: its program passes over it
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class Heard:
    """The newest list that a laptop said it holds, and the newest that was given to it: when last,
    and how often over the network. 0: none."""

    holds: int = 0
    holds_s: int | None = None
    handed: int = 0
    handed_s: int | None = None
    times: int = 0

    def of(self, version: int) -> Hearing:
        """Whether it knows what was decided with a version."""
        if self.holds >= version:
            return Hearing.HEARD
        if self.handed < version:
            return Hearing.NOT_YET
        if not self.times:
            return Hearing.STICK
        return Hearing.DEAF if self.times >= TIMES_TO_HEAR else Hearing.HANDED


def for_laptop(asking: Asking) -> Iterator[bytes]:
    """The list in force, unless the laptop has it; what it says that it has is noted."""
    if asking.by_stick:
        yield from for_stick(asking.hub, [asking.device], asking.now_s)
        return
    store, holds = asking.hub.store, asking.cursors.get(CURSOR, 0)
    with store.reading() as connection:
        version = recalls.newest_version(connection)
        known = _of(connection, asking.device.no) if version or holds else Heard()
        decided = recalls.standing(connection) if holds < version else []
    if holds != known.holds:
        with store.taking_in([asking.device.no]) as connection:
            _note(connection, asking.device.no, holds=holds, holds_s=asking.now_s)
    if holds < version:
        yield recalls.signed_list(asking.hub, version, decided, asking.now_s)
        _hand(
            asking.hub, asking.device, version, asking.now_s, times=1
        )  # it had room in the answer


def for_stick(hub: Hub, owners: Iterable[Device], now_s: int) -> Iterator[bytes]:
    """The list in force, for whoever reads the stick; nobody says here what they have."""
    with hub.store.reading() as connection:
        version = recalls.newest_version(connection)
        decided = recalls.standing(connection)
    if version:
        yield recalls.signed_list(hub, version, decided, now_s)
        for device in owners:
            _hand(hub, device, version, now_s)


def _hand(hub: Hub, device: Device, version: int, now_s: int, times: int = 0) -> None:
    with hub.store.taking_in([device.no]) as connection:
        known = _of(connection, device.no)
        if known.handed == version:
            times += known.times
        _note(connection, device.no, handed=version, handed_s=now_s, times=times)


def _of(connection: Connection, device: int) -> Heard:
    found = connection.execute(_FIND, {"device": device}).first()
    return Heard() if found is None else Heard(*found)


def _note(connection: Connection, device: int, **values: object) -> None:
    if connection.execute(_FIND, {"device": device}).first() is None:
        first = {"device": device, "holds": 0, "handed": 0, "times": 0} | values
        connection.execute(insert(recall_heard).values(**first))
    else:
        connection.execute(_SAME.values(**values), {"its_no": device})


def all_heard(connection: Connection) -> dict[int, Heard]:
    """By laptop; those that never heard anything are left out."""
    rows = select(_heard.device, *(_heard[name] for name in Heard.__slots__))
    return {no: Heard(*row) for no, *row in connection.execute(rows)}


def ahead(connection: Connection) -> int:
    """How many laptops hold a newer list than this hub has: it was put back from a backup, and a
    recall that was decided since is in force there alone, until this hub decides anything."""
    newer = select(func.count()).where(_heard.holds > recalls.newest_version(connection))
    return int(connection.execute(newer).scalar_one())


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the newest list has come: lots recalled by it, laptops that hold it, all laptops."""

    lots: int
    heard: int
    laptops: int


def spread(connection: Connection) -> Spread | None:
    """None while nothing is recalled and everybody has heard the last lifting."""
    version = recalls.newest_version(connection)
    if not version:
        return None
    inside = _device.revoked_s.is_(None)
    laptops = connection.execute(select(func.count()).where(inside)).scalar_one()
    holding = select(func.count()).where(
        inside, _heard.device == _device.no, _heard.holds >= version
    )
    found = Spread(
        len(recalls.standing(connection)), connection.execute(holding).scalar_one(), laptops
    )
    return found if found.lots or found.heard < laptops else None
