"""Promises of who got a lot: everybody with a dose of it that stands, with how to reach them."""

from __future__ import annotations

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.lots import people
from fieldapp.hub.lots.people import GotIt
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import ClientLinked, DoseVoided
from tests.hub.conftest import World
from tests.hub.fake_laptop import VACCINE, FakeLaptop
from tests.hub.lots.stock import LOT, give

PHONE = "+8613912345678"


def somebody(laptop: FakeLaptop, name: str = "王小明") -> int:
    return laptop.add(to_fact(ClientDetails(name, phone=PHONE, language="zh")))


def got(world: World, lot: str = LOT) -> list[GotIt]:
    with world.store.reading() as connection:
        found = list(people.everybody(connection, VACCINE, lot))
        assert people.count(connection, VACCINE, lot) == (
            len(found), len({one.person for one in found}),
        )  # fmt: skip
        return found


def test_each_dose_is_told_with_whoever_got_it(world: World) -> None:
    laptop = world.laptop()
    give(laptop, somebody(laptop))
    world.push_all(laptop)
    (one,) = got(world)
    assert (one.name, one.phone, one.language, one.device) == ("王小明", PHONE, "zh", 1)
    assert not one.told


def test_a_number_typed_otherwise_is_the_same_lot(world: World) -> None:
    laptop = world.laptop()
    for lot in (LOT, "test-0001", "Test - 0001", "TEST-00012", "ＴＥＳＴ-0001"):
        give(laptop, somebody(laptop), lot)
    world.push_all(laptop)
    assert len(got(world)) == len(got(world, "test-0001")) == 3
    assert len(got(world, "ＴＥＳＴ-0001")) == 1


def test_what_does_not_stand_is_left_out_and_what_was_told_is_not(world: World) -> None:
    laptop = world.laptop()
    client = somebody(laptop)
    laptop.add(DoseVoided(give(laptop, client), "typed-wrong"))
    give(laptop, client, source=2)
    world.push_all(laptop)
    (one,) = got(world)
    assert one.told


def test_two_registrations_of_one_person_are_one_person(world: World) -> None:
    laptop = world.laptop()
    first, second = somebody(laptop), somebody(laptop, "Wang Xiaoming")
    give(laptop, first)
    give(laptop, second)
    laptop.add(ClientLinked(first, second, "told"))
    world.push_all(laptop)
    assert len(got(world)) == 2
    assert len({one.person for one in got(world)}) == 1


def test_everybody_is_told_once_whatever_the_batch(world: World) -> None:
    laptop = world.laptop()
    for n in range(7):
        give(laptop, somebody(laptop, f"Test {n}"))
    world.push_all(laptop)
    with world.store.reading() as connection:
        pages = [
            one.dose
            for skip in (0, 3, 6)
            for one in people.page_of(connection, VACCINE, LOT, skip=skip, most=3)
        ]
    assert len(set(pages)) == len(pages) == 7
    assert [one.dose for one in got(world)] == pages


def test_of_a_lot_that_nobody_got_there_is_nobody(world: World) -> None:
    assert got(world, "nowhere") == []
