"""Promises of a team: the laptop that replaces another is the same team; its staff are known."""

from __future__ import annotations

import pytest

from fieldapp.hub.errors import NoSuchDevice
from fieldapp.hub.workbook.team import Team, staff_of, team_of
from tests.hub.conftest import World
from tests.hub.workbook.boats import BOAT, OTHER, boat


def test_a_laptop_under_the_same_name_in_the_region_is_the_same_team(world: World) -> None:
    boat(world)
    for epoch, name, region in (
        (b"epoch-02", BOAT, "north"),
        (b"epoch-03", OTHER, "north"),
        (b"epoch-04", BOAT, "south"),
    ):
        world.laptop(epoch, name=name, region=region)
    with world.store.reading() as connection:
        team = team_of(connection, 2)
    assert team == Team(2, BOAT, "north", (1, 2), (1, 2, 3))


def test_no_laptop_is_no_team(world: World) -> None:
    with world.store.reading() as connection, pytest.raises(NoSuchDevice):
        team_of(connection, 7)


def test_who_was_at_the_last_session_may_have_given_a_dose_or_else_its_users(
    world: World,
) -> None:
    boat(world)
    other = world.laptop(b"epoch-02", name=OTHER)
    world.push_all(other)
    with world.store.reading() as connection:
        staff = [staff_of(connection, team_of(connection, no)) for no in (1, 2)]
    assert staff[0] == (("Nurse Test", "nurse.test"), ("Guest Test", ""))
    assert all(name == login for name, login in staff[1]) and staff[1]
