"""A laptop pulls its own region, and what somebody at the hub adds."""

from __future__ import annotations

import pytest

from fieldapp.hub.devices import devices
from fieldapp.hub.errors import NoSuchDevice, NoSuchRegion
from fieldapp.hub.regions.subscriptions import (
    known_regions,
    newest_change_s,
    regions_of,
    subscribe,
    unsubscribe,
)
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def test_its_own_region_comes_first_and_others_can_be_added_and_dropped(world: World) -> None:
    folder = world.store.folder
    laptop = world.laptop()
    world.laptop(b"epoch-02", region="east")
    assert subscribe(folder, laptop.device, "east", now_s=NOW_S) == ("north", "east")
    assert subscribe(folder, laptop.device, "east", now_s=NOW_S) == ("north", "east")
    with world.store.reading() as connection:
        device = devices(connection)[laptop.device]
        assert newest_change_s(connection, device) == NOW_S
        assert known_regions(connection) == {"north", "east"}
    assert unsubscribe(folder, laptop.device, "east") == ("north",)
    with world.store.reading() as connection:
        assert regions_of(connection, device) == ("north",)


def test_a_mistyped_region_or_laptop_is_refused(world: World) -> None:
    laptop = world.laptop()
    with pytest.raises(NoSuchRegion):
        subscribe(world.store.folder, laptop.device, "nroth", now_s=NOW_S)
    with pytest.raises(NoSuchDevice):
        subscribe(world.store.folder, 99, "north", now_s=NOW_S)
