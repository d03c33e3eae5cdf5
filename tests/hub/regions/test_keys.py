"""Lent keys follow from one secret: the same for ever, other for each region and after a theft."""

from __future__ import annotations

from fieldapp.hub.devices import devices, revoke
from fieldapp.hub.regions.keys import has_secret, make_secret, named_keys, region_key
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def test_a_laptop_is_lent_its_own_key_and_that_of_its_regions(world: World) -> None:
    laptop, other = world.laptop(), world.laptop(b"epoch-02", name="Boat Two")
    with world.store.writing() as connection:
        assert not has_secret(connection)
        make_secret(connection)
        known = devices(connection)
        mine = named_keys(connection, known[laptop.device])
        theirs = named_keys(connection, known[other.device])
        make_secret(connection)
        assert named_keys(connection, known[laptop.device]) == mine
    assert [key.name for key in mine] == ["roster", "registry", "region/north"]
    assert mine[1] == theirs[1]
    assert mine[0].key != theirs[0].key


def test_after_a_laptop_was_shut_out_a_region_has_another_key(world: World) -> None:
    laptop = world.laptop()
    with world.store.writing() as connection:
        make_secret(connection)
        before, south = region_key(connection, "north"), region_key(connection, "south")
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    with world.store.reading() as connection:
        after = region_key(connection, "north")
    assert (before.id, after.id) == (1, 2)
    assert len({before.key, after.key, south.key}) == 3
