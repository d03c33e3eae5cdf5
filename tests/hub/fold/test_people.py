"""Promises about who is who."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.wire.facts import ClientAmended, ClientLinked, ClientUnlinked
from tests.hub.conftest import World

PAPER, OTHER_PAPER = ("passport", "TEST00001"), ("passport", "TEST00002")


def contests(world: World) -> set[str]:
    with world.store.reading() as connection:
        found = connection.execute(select(schema.client.c.contest)).scalars()
        return {contest for contest in found if contest}


def test_one_document_and_one_name_are_one_person_across_laptops(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    first.give(first.register("Test Person", PAPER), 1)
    second.give(second.register("TEST  PERSON", PAPER), 25)
    world.push_all(first)
    world.push_all(second)
    assert world.numbers() == {"clients": 1, "confirmed": 2, "counted": 2}


def test_one_document_under_two_names_is_a_contest_and_never_merged(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    first.give(first.register("Test A", PAPER), 1)
    second.give(second.register("Test B", PAPER), 25)
    world.push_all(first)
    world.push_all(second)
    assert world.numbers() == {"clients": 2, "confirmed": 2, "contested": 2}
    assert contests(world) == {"same-document-other-name"}


def test_a_link_by_a_person_settles_the_contest_and_can_be_taken_back(world: World) -> None:
    laptop = world.laptop()
    one, other = laptop.register("Test A", PAPER), laptop.register("Test B", PAPER)
    laptop.give(one, 1)
    laptop.give(other, 25)
    world.push_all(laptop)
    assert world.numbers()["contested"] == 2
    laptop.add(ClientLinked(one, other, "seen together"))
    world.push_all(laptop)
    assert world.numbers() == {"clients": 1, "confirmed": 2, "counted": 2}
    laptop.add(ClientUnlinked(other, one, "a mistake"))
    world.push_all(laptop)
    assert world.numbers() == {"clients": 2, "confirmed": 2, "counted": 2}, "told apart by a person"


def test_a_corrected_name_settles_the_contest(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A", PAPER), 1)
    other = laptop.register("Test B", PAPER)
    world.push_all(laptop)
    assert world.numbers()["contested"] == 1
    laptop.add(ClientAmended(other, "name", "Test B", "Test A"))
    world.push_all(laptop)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}
    assert contests(world) == set()


def test_a_corrected_document_parts_two_people(world: World) -> None:
    laptop = world.laptop()
    one = laptop.register("Test A", PAPER)
    laptop.register("Test A", PAPER)
    laptop.add(ClientAmended(one, "documents", [[8, "TEST00001"]], [[8, "TEST00002"]]))
    world.push_all(laptop)
    assert world.numbers() == {"clients": 2}


def test_laptops_that_disagree_leave_two_people_contested(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    one, other = first.register("Test A"), first.register("Test B")
    first.add(ClientLinked(one, other, "one person"))
    second.add(ClientUnlinked(first.ref(one), first.ref(other), "two persons"))
    world.push_all(second)
    world.push_all(first)
    assert world.numbers() == {"clients": 2}
    assert contests(world) == {"decisions-differ"}


def test_a_crowd_of_one_name_is_connected(world: World) -> None:
    laptop = world.laptop()
    for papers in ((PAPER,), (PAPER, OTHER_PAPER), (OTHER_PAPER,)):
        laptop.register("Test A", *papers)
    world.push_all(laptop)
    assert world.numbers() == {"clients": 1}
