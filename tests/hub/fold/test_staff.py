"""Promises about users."""

from __future__ import annotations

from fieldapp.hub.fold.staff import Staff
from tests.hub.conftest import World


def test_a_user_is_known_on_the_laptop_that_named_them(world: World) -> None:
    with world.store.writing() as connection:
        staff = Staff(connection)
        staff.name(1, "nurse.test")
        staff.name(1, "nurse.test")
        for asked in (staff, Staff(connection)):
            assert asked.is_named(1, "nurse.test")
            assert not asked.is_named(2, "nurse.test")
            assert asked.named_on([1, 2]) == {(1, "nurse.test")}
