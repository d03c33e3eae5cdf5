"""Made-up people with everything that can be recorded about somebody, and where to look for it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.erasure import law
from fieldapp.hub.erasure.erasing import Done, Order, erase, look
from fieldapp.hub.regions.publish import publish
from fieldapp.hub.regions.snapshot import take_due
from fieldapp.wire.facts import (
    AmendmentExplained,
    CallMade,
    CallWithdrawn,
    ClientAmended,
    ClientLinked,
    ClientUnlinked,
    ContactWished,
    DoseAmended,
    DoseKnownFrom,
    DoseNotGiven,
    DoseVoided,
    FeeRefunded,
    FeeTaken,
    OverrideVouched,
    ReactionAmended,
    ReactionReported,
    ReactionWithdrawn,
    WatchEnded,
)
from fieldapp.wire.frame import decode_frame, replay
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE, FakeLaptop

CANARY = "Canary"
PAPER = ("passport", "CANARY001")
LATER_S = NOW_S + 60


@dataclass(frozen=True)
class Somebody:
    """Whom everything is recorded about."""

    client: bytes
    name: str = CANARY


def record_everything(laptop: FakeLaptop, name: str = CANARY) -> Somebody:
    """Twice registered and linked, with every kind of record; every text holds the name."""
    one = laptop.register(name, (PAPER[0], f"{name.upper()}001"))
    other = laptop.register(f"{name} Twin")
    laptop.add(ClientLinked(one, other, f"{name} says so"))
    laptop.add(ClientAmended(one, "phone", None, "+8613800000001"))
    laptop.add(ClientAmended(one, "home_area", None, f"{name} Road"))
    first, second = laptop.give(one, 1), laptop.give(other, 28)
    laptop.add(DoseAmended(first, "note", None, f"{name} was pale"))
    laptop.add(AmendmentExplained(first, f"{name} asked"))
    laptop.add(DoseKnownFrom(second, "card", f"{name} clinic"))
    laptop.add(OverrideVouched(second, f"{name} friend"))
    struck = laptop.give(one, 2)
    laptop.add(DoseVoided(struck, f"not {name}"))
    laptop.add(DoseNotGiven(one, VACCINE, "fever", 27_000_000, 480, 0, note=f"{name} ill"))
    laptop.add(WatchEnded(first, "well", note=f"{name} fine"))
    seen = laptop.add(ReactionReported(first, ["fever"], 480, description=f"{name} hot"))
    laptop.add(ReactionAmended(seen, [["description", f"{name} hot", f"{name} cool"]]))
    false = laptop.add(ReactionReported(second, ["rash"], 480))
    laptop.add(ReactionWithdrawn(false, f"not {name}"))
    fee = laptop.add(FeeTaken(first, 1, 1, 10_000, "CNY", "rule", payer=f"{name} mother"))
    laptop.add(FeeRefunded(fee, f"{name} insured"))
    call = laptop.add(CallMade(one, VACCINE, 2, "reached", note=f"{name} busy", phone="+86138"))
    laptop.add(CallWithdrawn(call, f"{name} did not answer"))
    laptop.add(CallMade(other, VACCINE, 2, "gone", note=f"{name} left"))
    laptop.add(ContactWished(one, False, False))
    return Somebody(laptop.hash_at(one), name)


def told_apart(laptop: FakeLaptop, one: int, other: int) -> None:
    """Two people whom somebody told apart."""
    laptop.add(ClientUnlinked(one, other, "two people"))


def erased(world: World, client: bytes, basis: str = "never-true", now_s: int = LATER_S) -> Done:
    """Erase somebody of whom something is known."""
    order = Order(client, basis, "letter 12", "lu.qing")
    done = erase(world.store, order, law.shipped(), now_s)
    assert done is not None
    return done


def seen_of(world: World, client: bytes, basis: str = "never-true") -> bytes | None:
    """What somebody sees who looks at what an erasure would come to."""
    with world.store.reading() as connection:
        found = look(connection, client, basis, law.shipped(), LATER_S)
    return None if found is None else found.seen


def published(world: World, now_s: int = NOW_S) -> None:
    """What the thread beside the server does."""
    publish(world.store, now_s=now_s)
    take_due(world.store, now_s=now_s)


def everything_stored(world: World) -> str:
    """All that any table says, and all frames as they can be read, in one text."""
    told: list[str] = []
    with world.store.reading() as connection:
        for metadata in (schema.truth, schema.views):
            for table in metadata.sorted_tables:
                for row in connection.execute(select(table)):
                    told += [_readable(value) for value in row]
        for raw in connection.execute(select(schema.frame.c.body)).scalars():
            frame = decode_frame(raw)
            told += [_readable(part) for part in (frame, replay(frame))]
    return "\n".join(told)


def _readable(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
