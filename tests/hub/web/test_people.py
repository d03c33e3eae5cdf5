"""Promises of the search: names as they are written, whole numbers, one line a person."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.hub.fold.clients import name_key
from fieldapp.hub.web.people import masked, search
from tests.hub.conftest import World


def found(world: World, typed: str, **page: int) -> list[str]:
    with world.store.reading() as connection:
        return [one.name for one in search(connection, typed, **page)[0]]


@pytest.fixture
def town(world: World) -> World:
    laptop = world.laptop()
    born = date(1980, 5, 17)
    twice = laptop.register("Wang Xiaoming", ("passport", "G12345678"), born=born)
    laptop.register("WANG  XIAOMING", ("passport", "G12345678"), born=born)
    laptop.register("王小明", ("passport", "E87654321"))
    laptop.register("100% Person")
    laptop.give(twice)
    world.push_all(laptop)
    return world


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("wang", ["Wang Xiaoming"]),
        ("Wang·Xiao", ["Wang Xiaoming"]),
        ("王小", ["王小明"]),
        ("g1234 5678", ["Wang Xiaoming"]),
        ("1234567", []),
        ("xiaoming", []),
        ("100%", ["100% Person"]),
        ("%", []),
        ("", []),
        ("  ", []),
    ],
)
def test_people_are_found_as_they_are_called_or_by_a_whole_number(
    town: World, typed: str, names: list[str]
) -> None:
    assert [name_key(name) for name in found(town, typed)] == [name_key(name) for name in names]


def test_one_person_is_one_line_with_the_doses_and_the_end_of_the_number(town: World) -> None:
    with town.store.reading() as connection:
        ((one,), more) = search(connection, "wang")
    assert (one.born, one.papers, one.doses, one.contest, more) == (
        "1980-05-17", ("••••5678",), 1, None, False,
    )  # fmt: skip


def test_many_are_told_page_by_page(world: World) -> None:
    laptop = world.laptop()
    for number in range(5):
        laptop.register(f"Test {number}")
    world.push_all(laptop)
    assert found(world, "test", most=2) == ["Test 0", "Test 1"]
    assert found(world, "test", skip=4, most=2) == ["Test 4"]
    with world.store.reading() as connection:
        assert search(connection, "test", most=2)[1] and not search(connection, "test", most=5)[1]


def test_only_the_end_of_a_number_is_shown() -> None:
    assert (masked("110105198005170017"), masked("123")) == ("••••0017", "•••")
