"""Promises of hubs for practice: the first team decides, and nobody of the other kind joins."""

from __future__ import annotations

import pytest

from fieldapp.domain.made_up import MADE_UP
from fieldapp.hub.enrolment import make_code
from fieldapp.hub.errors import TwoWorlds
from fieldapp.hub.practice import is_for_practice, keep_apart
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def is_practice(world: World) -> bool:
    with world.store.reading() as connection:
        return is_for_practice(connection)


def invite(world: World, kind: str) -> None:
    with world.store.writing() as connection:
        make_code(connection, "Team Test", kind, "north", now_s=NOW_S)


def test_a_hub_without_teams_is_not_for_practice(world: World) -> None:
    assert not is_practice(world)


@pytest.mark.parametrize(("kind", "other"), [(MADE_UP, "boat"), ("boat", MADE_UP)])
def test_the_first_code_decides_and_no_code_of_the_other_kind_is_made(
    world: World, kind: str, other: str
) -> None:
    invite(world, kind)
    invite(world, kind)
    assert is_practice(world) is (kind == MADE_UP)
    with pytest.raises(TwoWorlds), world.store.writing() as connection:
        keep_apart(connection, other)


def test_a_hub_whose_laptops_are_real_is_not_for_practice(world: World) -> None:
    world.laptop()
    assert not is_practice(world)
