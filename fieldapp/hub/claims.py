"""What laptops said they have written, and how much of it the hub is still owed.

A claim comes with every sync request (the heads it names) and with a beacon by SMS or radio. When a
laptop is lost, this tells exactly which events were on it and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import schema
from fieldapp.hub.devices import devices
from fieldapp.hub.running import unix_time
from fieldapp.hub.store import open_store
from fieldapp.hub.sync_log.attempts import BEACON, Attempt
from fieldapp.hub.tree import Trees, held_at, tips
from fieldapp.hub.upserts import put
from fieldapp.reports.cells import utc_of
from fieldapp.wire.beacon import Beacon, device_of, hubs_key, read_beacon
from fieldapp.wire.errors import WireError
from fieldapp.wire.messages import HeadHeld

_claim = schema.claim.c


class BeaconUnreadable(FieldAppError):
    """The text is no beacon of a laptop of this hub."""

    happened = "This beacon cannot be used: {why}."
    safe = "Nothing was noted."
    next_step = "Compare it letter by letter with the laptop, or ask for it again."


@dataclass(frozen=True, slots=True)
class Owed:
    """Events first_seq to last_seq of a device's epoch that are not here. Known of since `since_s`
    (Unix), by `source`: sync or beacon."""

    device: int
    epoch: bytes
    first_seq: int
    last_seq: int
    since_s: int
    source: str

    def as_json(self) -> dict[str, object]:
        """As `hub status --json` lists it."""
        return {
            "epoch": self.epoch.hex(),
            "first_seq": self.first_seq,
            "last_seq": self.last_seq,
            "events": self.last_seq - self.first_seq + 1,
            "since": utc_of(self.since_s),
            "source": self.source,
        }


def note(connection: Connection, heads: Iterable[HeadHeld], now_s: int, source: str) -> None:
    """Remember the furthest event that a laptop named in each epoch; its id may be a beginning."""
    furthest: dict[tuple[int, bytes], HeadHeld] = {}
    for head in heads:
        known = furthest.get((head.device, head.epoch))
        if known is None or head.seq > known.seq:
            furthest[head.device, head.epoch] = head
    rows = [
        {"device": head.device, "epoch": head.epoch, "seq": head.seq, "hash": head.hash,
         "said_s": now_s, "source": source}
        for head in furthest.values()
    ]  # fmt: skip
    put(connection, schema.claim, rows, over=("seq", "hash", "said_s", "source"), if_more="seq")


def owed(connection: Connection, device: int) -> list[Owed]:
    """What a laptop is known to have written and the hub does not hold."""
    claims = select(schema.claim).where(_claim.device == device).order_by(_claim.said_s)
    found = []
    trees = Trees(connection)
    for row in connection.execute(claims).all():
        held = held_at(trees, device, row.epoch, row.seq)
        if any(id_.startswith(row.hash) for id_ in held):
            continue
        reached = [seq for seq in tips(trees, device, row.epoch).values() if seq < row.seq]
        first = 1 + max(reached, default=0)
        found.append(Owed(device, row.epoch, first, row.seq, row.said_s, row.source))
    return found


def take_beacon(
    data: Path,
    text: str,
    *,
    database: str | None = None,
    now_s: Callable[[], int] = unix_time,
) -> tuple[Beacon, list[Owed]]:
    """Note a beacon; what it says, and what is then owed. Raises BeaconUnreadable, HubMissing."""
    store = open_store(data, database=database)
    try:
        with store.reading() as connection:
            said = _checked(connection, text, store.keys.box_private)
        with store.taking_in([said.device]) as connection:
            head = HeadHeld(said.device, said.epoch, said.seq, said.head)
            note(connection, [head], now_s(), BEACON)
            heard = Attempt(now_s(), len(text), BEACON, said.device)
            heard.store(connection)
            return said, owed(connection, said.device)
    finally:
        store.close()


def _checked(connection: Connection, text: str, box_private: bytes) -> Beacon:
    try:
        number = device_of(text)
        device = devices(connection, [number]).get(number)
        if device is None:
            raise BeaconUnreadable(why="no laptop of its number has joined this hub")
        return read_beacon(text, hubs_key(box_private, device.key))
    except WireError as error:
        raise BeaconUnreadable(why=error.happened.rstrip(".")) from error
