"""Promises of what is said of a person: all that counts, by whomever given, and nothing twice."""

from __future__ import annotations

from datetime import date

from fieldapp.hub.registry.holdings import holdings, products
from fieldapp.hub.registry.slow_keys import bring_up_to_date
from fieldapp.wire.facts import DoseVoided
from fieldapp.wire.registry.entry import Holding
from fieldapp.wire.registry.key import slow_key
from tests.hub.conftest import World
from tests.hub.fake_laptop import OTHER_VACCINE, VACCINE

SECRET = b"s" * 32
PAPER, SECOND = ("passport", "TEST1"), ("passport", "TEST2")


def held(world: World, *papers: tuple[str, str]) -> list[list[Holding]]:
    bring_up_to_date(world.store, SECRET, lambda _: None)
    with world.store.reading() as connection:
        found = dict(holdings(connection))
        assert list(found) == sorted(found)
    return [found.get(slow_key(SECRET, *paper), []) for paper in papers]


def test_doses_of_several_laptops_are_one_persons(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    first.give(first.register("Test A", PAPER), 1)
    second.give(second.register("Test A", PAPER), 25)
    second.give(second.register("Test A", PAPER), 26, vaccine=OTHER_VACCINE)
    world.push_all(first)
    world.push_all(second)
    assert held(world, PAPER) == [
        [
            Holding(VACCINE, 2, date(2021, 5, 25), date(2021, 5, 1)),
            Holding(OTHER_VACCINE, 1, date(2021, 5, 26)),
        ]
    ]
    with world.store.reading() as connection:
        assert products(connection) == (VACCINE, OTHER_VACCINE)


def test_every_document_of_a_person_finds_the_same(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A", PAPER, SECOND), 1)
    world.push_all(laptop)
    one, other = held(world, PAPER, SECOND)
    assert one == other == [Holding(VACCINE, 1, date(2021, 5, 1))]


def test_a_voided_dose_is_not_there_and_a_contested_one_is(world: World) -> None:
    laptop = world.laptop()
    one, other = laptop.register("Test A", PAPER), laptop.register("Test B", PAPER)
    struck = laptop.give(one, 1)
    laptop.give(one, 3)
    laptop.give(other, 25)
    laptop.add(DoseVoided(struck, "other"))
    world.push_all(laptop)
    assert world.numbers()["contested"] == 2, "one document, two names"
    assert held(world, PAPER) == [[Holding(VACCINE, 2, date(2021, 5, 25), date(2021, 5, 3))]]


def test_who_had_no_dose_is_not_in_it(world: World) -> None:
    laptop = world.laptop()
    laptop.register("Test A", PAPER)
    world.push_all(laptop)
    assert held(world, PAPER) == [[]]
