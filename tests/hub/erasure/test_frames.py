"""Promises of erased events in frames: what is gone stays gone, whatever road brings it again."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from fieldapp.hub import schema
from fieldapp.hub.erasure.frames import Spot, rewrite
from fieldapp.hub.erasure.tables import erased_event
from fieldapp.hub.verify import verify
from fieldapp.wire import chain
from fieldapp.wire.frame import decode_frame, replay
from tests.hub.conftest import World
from tests.hub.fake_laptop import SEED, FakeLaptop


def spot(laptop: FakeLaptop, seq: int) -> Spot:
    return Spot(laptop.hash_at(seq), laptop.device, laptop.epoch, seq)


def erase(world: World, laptop: FakeLaptop, *seqs: int) -> int:
    """Note these events as erased, and take them out of what is stored."""
    spots = [spot(laptop, seq) for seq in seqs]
    with world.store.writing() as connection:
        for one in spots:
            row = {"id": one.id, "ref": one.id[: chain.REF_BYTES], "version": 1}
            place = {"device": one.device, "epoch": one.epoch, "seq": one.seq}
            connection.execute(insert(erased_event).values(**row, **place))
        return rewrite(connection, spots)


def bodies(world: World) -> list[bytes]:
    """Every stored frame's bytes, unpacked far enough to be searched."""
    with world.store.reading() as connection:
        stored = list(connection.execute(select(schema.frame.c.body)).scalars())
    return [repr((decode_frame(raw), replay(decode_frame(raw)))).encode() for raw in stored]


def proven(world: World) -> list[str]:
    return verify(world.store.folder).problems


def test_body_and_seed_go_from_every_frame_of_the_block_and_the_seals_hold(world: World) -> None:
    laptop = world.laptop()
    canary, other = laptop.register("Canary"), laptop.register("Somebody else")
    world.take(laptop, *laptop.pages(canary))
    assert erase(world, laptop, canary) == 2
    stored = bodies(world)
    assert not any(b"Canary" in raw or SEED in raw for raw in stored)
    assert any(b"Somebody else" in raw for raw in stored) and other
    assert erase_again(world, laptop, canary) == 0
    world.fold()
    assert proven(world) == []


def erase_again(world: World, laptop: FakeLaptop, seq: int) -> int:
    with world.store.writing() as connection:
        return rewrite(connection, [spot(laptop, seq)])


def test_a_frame_that_comes_again_is_stored_without_it(world: World) -> None:
    laptop = world.laptop()
    laptop.register("Canary")
    erase(world, laptop, laptop.seq)
    laptop.register("Somebody else")
    world.push_all(laptop)
    assert not any(b"Canary" in raw or SEED in raw for raw in bodies(world))
    assert world.numbers() == {"clients": 1}
    assert proven(world) == []


def test_a_later_frame_of_the_same_block_does_not_bring_its_seed_back(world: World) -> None:
    laptop = world.laptop()
    canary = laptop.register("Canary")
    world.push_all(laptop)
    erase(world, laptop, canary)
    laptop.register("Somebody else")
    world.push(laptop, laptop.page(canary + 1, laptop.seq))
    assert not any(SEED in raw for raw in bodies(world))


def test_a_body_that_should_be_gone_is_found_by_the_proof(world: World) -> None:
    laptop = world.laptop()
    canary = laptop.register("Canary")
    world.push_all(laptop)
    erase(world, laptop, canary)
    with world.store.writing() as connection:
        whole = laptop.page(1, laptop.seq).frame_bytes
        connection.execute(update(schema.frame).values(body=whole))
    assert any("still tells of somebody who was erased" in found for found in proven(world))


def test_of_a_copied_laptop_only_the_branch_that_holds_it_loses_it(world: World) -> None:
    laptop = world.laptop()
    clone = laptop.copy()
    canary = laptop.register("Canary")
    clone.register("Somebody else")
    world.push_all(laptop)
    world.push_all(clone)
    erase(world, laptop, canary)
    stored = bodies(world)
    assert not any(b"Canary" in raw or SEED in raw for raw in stored)
    assert any(b"Somebody else" in raw for raw in stored)
