"""What comes after its laptop was shut out counts where it is decided so, while that stands."""

from __future__ import annotations

from sqlalchemy import update

from fieldapp.hub import schema
from fieldapp.hub.cases.case import State
from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.fold.projector import rebuild
from tests.hub.cases.made import PAPER, case_of, cases, judge, proven, the_case
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def shut_out(world: World, laptop: FakeLaptop) -> None:
    with world.store.writing() as connection:
        same = schema.device.c.no == laptop.device
        connection.execute(update(schema.device).where(same).values(revoked_s=NOW_S - 60))


def test_a_late_dose_counts_when_decided_and_only_so_long(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Wang Xiaoming")
    world.push_all(laptop)
    shut_out(world, laptop)
    laptop.give(client, 8)
    world.push(laptop, laptop.page(4, 4))
    world.fold()
    before, case = world.digest(), the_case(world)
    assert (case.code, world.held()) == ("revoked", {4: "revoked"})
    case = judge(world, case, Way.COUNTS)
    assert (case.state, world.held(), world.numbers()["counted"]) == (State.DECIDED, {}, 1)
    assert proven(world)
    live = world.digest()
    rebuild(world.store)
    assert world.digest() == live
    judge(world, case, Way.UNDONE)
    assert (world.digest() == before, proven(world)) == (True, True)


def test_a_late_registration_brings_its_doses_and_takes_them_away_again(world: World) -> None:
    other, laptop = world.laptop(), world.laptop(b"epoch-02")
    other.give(other.register("Wang Xiaoming", PAPER), 20)
    world.push_all(other)
    world.push_all(laptop)
    shut_out(world, laptop)
    laptop.give(laptop.register("Wang Xiaoming", PAPER), 8)
    world.push(laptop, laptop.page(3, 4))
    world.fold()
    before = world.digest()
    asked = {line.about.one: case_of(world, line.id) for line in cases(world)}
    assert asked.keys() == {laptop.hash_at(3), laptop.hash_at(4)}
    for case in asked.values():
        judge(world, case, Way.COUNTS)
        assert proven(world)
    assert (world.numbers()["clients"], world.numbers()["counted"]) == (1, 2)
    for case in asked.values():
        judge(world, case, Way.UNDONE)
        assert proven(world)
    assert world.digest() == before
