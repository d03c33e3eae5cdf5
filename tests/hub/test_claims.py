"""What a lost laptop held: the hub says from which event to which, and only while it is true."""

from __future__ import annotations

import pytest

from fieldapp.hub.claims import BeaconUnreadable, Owed, owed, take_beacon
from fieldapp.hub.status import status
from fieldapp.hub.words import status_words
from fieldapp.wire.beacon import Beacon, laptops_key, write_beacon
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def line(world: World, laptop: FakeLaptop, seq: int | None = None) -> str:
    at = laptop.seq if seq is None else seq
    key = laptops_key(laptop.key, world.hub.store.keys.box_public)
    said = Beacon(laptop.device, 18_807, laptop.epoch, at, laptop.hash_at(at)[:12], 5)
    return write_beacon(said, key)


def take(world: World, text: str) -> list[tuple[int, int]]:
    _, missing = take_beacon(world.hub.store.folder, text, now_s=lambda: NOW_S)
    return [(one.first_seq, one.last_seq) for one in missing]


def owing(world: World, laptop: FakeLaptop) -> list[Owed]:
    with world.hub.store.reading() as connection:
        return owed(connection, laptop.device)


@pytest.fixture
def laptop(world: World) -> FakeLaptop:
    made = world.laptop()
    for number in range(5):
        made.give(made.register(f"Test {number}"))
    return made


def test_a_beacon_of_a_laptop_never_heard_owes_all_of_it(world: World, laptop: FakeLaptop) -> None:
    assert take(world, line(world, laptop)) == [(1, laptop.seq)]


def test_of_what_came_only_the_rest_is_owed(world: World, laptop: FakeLaptop) -> None:
    world.push(laptop, laptop.page(1, 6))
    assert take(world, line(world, laptop)) == [(7, laptop.seq)]


def test_nothing_is_owed_once_it_is_here(world: World, laptop: FakeLaptop) -> None:
    take(world, line(world, laptop))
    world.push_all(laptop)
    assert owing(world, laptop) == []
    assert take(world, line(world, laptop)) == []


def test_an_older_beacon_changes_nothing(world: World, laptop: FakeLaptop) -> None:
    take(world, line(world, laptop))
    assert take(world, line(world, laptop, 4)) == [(1, laptop.seq)]


def test_a_sync_cut_after_its_first_page_leaves_the_rest_owed(
    world: World, laptop: FakeLaptop
) -> None:
    world.push(laptop, laptop.page(1, 4), heads=(laptop.head,))
    (missing,) = owing(world, laptop)
    assert (missing.first_seq, missing.last_seq, missing.source) == (5, laptop.seq, "sync")


def test_the_branch_of_a_clone_does_not_pay_what_the_other_owes(
    world: World, laptop: FakeLaptop
) -> None:
    clone = laptop.copy()
    laptop.give(laptop.register("Test L"))
    clone.give(clone.register("Test C"))
    take(world, line(world, laptop))
    world.push_all(clone)
    (missing,) = owing(world, laptop)
    assert missing.last_seq == laptop.seq


def test_status_tells_it_in_words_and_numbers(world: World, laptop: FakeLaptop) -> None:
    world.push(laptop, laptop.page(1, 6))
    take(world, line(world, laptop))
    now = status(world.hub.store.folder, now_s=lambda: NOW_S)
    (device,) = now["devices"]
    (told,) = device["owed"]
    assert (told["first_seq"], told["last_seq"], told["source"]) == (7, laptop.seq, "beacon")
    assert f"OWED: events 7 to {laptop.seq}" in status_words(now)


@pytest.mark.parametrize("text", ["", "no beacon at all"])
def test_what_is_no_beacon_is_said(world: World, text: str) -> None:
    with pytest.raises(BeaconUnreadable):
        take(world, text)


def test_a_stranger_and_a_forger_are_not_believed(world: World, laptop: FakeLaptop) -> None:
    stranger = FakeLaptop(device=99).start()
    with pytest.raises(BeaconUnreadable, match="no laptop"):
        take(world, line(world, stranger))
    forger = FakeLaptop(device=laptop.device).start()
    with pytest.raises(BeaconUnreadable, match="not signed"):
        take(world, line(world, forger))
    assert owing(world, laptop) == []
