"""Promises of the hub's lives: each time it is put back, people see it, and no number is reused."""

from __future__ import annotations

from fieldapp.hub import generation
from fieldapp.hub.enrolment import add_team
from fieldapp.hub.status import read_status
from fieldapp.hub.words import status_words
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S

DAY_S = 86_400


def begin(world: World) -> generation.Generation:
    with world.store.writing() as connection:
        return generation.begin(connection, NOW_S - DAY_S, NOW_S - 60)


def said(world: World) -> str:
    with world.store.reading() as connection:
        return status_words(read_status(connection, NOW_S))


def test_a_hub_that_was_never_put_back_says_nothing_of_it(world: World) -> None:
    with world.store.reading() as connection:
        assert generation.current(connection) is None
        assert generation.not_heard_since(connection) == 0
        assert read_status(connection, NOW_S)["generation"] is None
    assert "Put back" not in said(world)


def test_every_time_it_is_put_back_is_another_life(world: World) -> None:
    assert begin(world).id != begin(world).id


def test_status_says_who_has_not_been_here_since(world: World) -> None:
    laptop, _silent = world.laptop(), world.laptop(b"epoch-02")
    begin(world)
    assert "Put back on 2021-06-29T20:52:20Z from the backup of 2021-06-28" in said(world)
    assert "2 laptops not heard since" in said(world)
    world.push_all(laptop)
    assert "1 laptop not heard since" in said(world)
    world.push_all(_silent)
    assert "Every laptop has been here since" in said(world)


def test_numbers_of_laptops_that_joined_since_the_backup_are_skipped(world: World) -> None:
    world.laptop()
    begin(world)
    begin(world)
    with world.store.reading() as connection:
        assert generation.device_floor(connection) == 1 + 2 * 1000
    assert add_team(world.store.folder, "Boat 2", "boat", "north", now_s=NOW_S)
