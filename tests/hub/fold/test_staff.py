"""Promises about users."""

from __future__ import annotations

from fieldapp.hub.fold.staff import is_named, name_user
from tests.hub.conftest import World


def test_a_user_is_known_on_the_laptop_that_named_them(world: World) -> None:
    with world.store.writing() as connection:
        name_user(connection, 1, "nurse.test")
        name_user(connection, 1, "nurse.test")
        assert is_named(connection, 1, "nurse.test")
        assert not is_named(connection, 2, "nurse.test")
