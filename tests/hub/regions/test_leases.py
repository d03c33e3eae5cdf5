"""A lease is renewed once a day, or when a laptop lacks a key; a laptop that is out gets none."""

from __future__ import annotations

from fieldapp.hub.devices import revoke
from fieldapp.hub.regions.leases import LIFE_S, RENEW_AFTER_S
from fieldapp.wire.lease import KIND, read_sealed
from fieldapp.wire.signed import kind_of
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.regions.readers import Reader, published


def lent(reader: Reader, now_s: int) -> list[bytes]:
    raws = [raw for raw in reader.ask(now_s=now_s) if raw]
    return [raw for raw in raws if kind_of((KIND,), raw, reader.world.verify_key)]


def test_it_lasts_two_weeks_and_is_renewed_daily(world: World) -> None:
    laptop = world.laptop()
    world.push_all(laptop)
    published(world)
    reader = Reader(world, laptop)
    (raw,) = lent(reader, NOW_S)
    assert read_sealed(raw, world.verify_key).until == NOW_S + LIFE_S
    reader.take([raw])
    assert lent(reader, NOW_S + RENEW_AFTER_S - 1) == []
    assert len(lent(reader, NOW_S + RENEW_AFTER_S)) == 1


def test_when_somebody_is_shut_out_the_others_get_new_keys_at_once(world: World) -> None:
    laptop, thief = world.laptop(), world.laptop(b"epoch-02", name="Boat Two")
    world.push_all(laptop)
    published(world)
    reader, stolen = Reader(world, laptop), Reader(world, thief)
    reader.take(lent(reader, NOW_S))
    revoke(world.store.folder, thief.device, now_s=NOW_S + 5)
    assert len(lent(reader, NOW_S + 10)) == 1
    assert lent(stolen, NOW_S + 10) == []
