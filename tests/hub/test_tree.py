"""Promises of the tree."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.hub.tree import Trees, furthest, holds, newest, tips
from fieldapp.wire.messages import HeadHeld
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop


def at(laptop: FakeLaptop, seq: int) -> HeadHeld:
    return HeadHeld(laptop.device, laptop.epoch, seq, laptop.hash_at(seq))


def long_day(world: World, events: int = 40) -> FakeLaptop:
    laptop = world.laptop()
    for number in range(events - laptop.seq):
        laptop.register(f"Test {number}")
    return laptop


def test_every_event_is_held_also_in_the_middle_of_a_page(world: World) -> None:
    laptop = long_day(world)
    world.take(laptop, *laptop.pages(13, 29))
    with world.store.reading() as connection:
        trees = Trees(connection)
        assert all(holds(trees, at(laptop, seq)) for seq in range(41))
        assert not holds(trees, replace(at(laptop, 7), hash=b"?" * 32))
        assert not holds(trees, replace(at(laptop, 7), device=2))
        for head, other in ((at(laptop, 7), 6), (at(laptop, 7), 41), (laptop.head, 39)):
            assert not holds(trees, replace(head, seq=other)), "an event has one number"


def test_a_branch_from_the_middle_of_a_page_joins_there(world: World) -> None:
    laptop = long_day(world)
    clone = laptop.copy()
    del clone.parts[20:], clone.hashes[20:]
    clone.register("Test Clone")
    world.take(laptop, laptop.page(1, 40))
    world.take(clone, clone.page(21, 21))
    with world.store.reading() as connection:
        trees = Trees(connection)
        ends = tips(trees, laptop.device, laptop.epoch)
        assert ends == {laptop.head.hash: 40, clone.head.hash: 21}
        assert furthest(trees, at(laptop, 30)) == laptop.head
        assert furthest(trees, at(laptop, 20)) == at(laptop, 20), "either branch could go on"
        assert furthest(trees, clone.head) == clone.head


def test_the_newest_events_reach_back_further_and_further(world: World) -> None:
    laptop = long_day(world)
    world.take(laptop, *laptop.pages(*range(1, 40)))
    with world.store.reading() as connection:
        trees = Trees(connection)
        heads = newest(trees, laptop.device, laptop.epoch)
    seqs = [head.seq for head in heads]
    assert seqs[:9] == [40, 39, 38, 37, 36, 35, 34, 33, 32]
    assert seqs[-1] == 0 and len(seqs) < 16
    assert all(head == at(laptop, head.seq) for head in heads)


def test_one_journal_under_two_numbers_is_two_trees_and_one_set_of_events(world: World) -> None:
    laptop = long_day(world)
    world.push_all(laptop)
    again = replace(laptop, device=world.enrol(replace(laptop).key.generate(), "Boat Again"))
    with world.store.reading() as connection:
        trees = Trees(connection)
        assert not holds(trees, again.head)
    assert world.numbers()["clients"] == 38
