"""Promises of the hub's status."""

from __future__ import annotations

import json

from fieldapp.hub.devices import revoke
from fieldapp.hub.status import status
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def test_every_laptop_is_shown_with_heads_forks_and_its_own_sum(world: World) -> None:
    laptop, quiet = world.laptop(), world.laptop(b"epoch-02", name="Van Test")
    client = laptop.register("Test A")
    laptop.give(client, 1)
    clone = laptop.copy()
    laptop.give(client, 20, vaccine="no-such")
    clone.give(client, 26)
    for branch in (laptop, clone):
        world.push_all(branch)
    revoke(world.store.folder, quiet.device, now_s=NOW_S)
    state = status(world.store.folder, now_s=lambda: NOW_S + 90)
    assert json.loads(json.dumps(state)) == state
    boat, van = state["devices"]
    (epoch,) = boat["epochs"]
    assert boat["forks"] == 1
    assert [point["seq"] for point in epoch["forked_at"]] == [4]
    assert {head["hash"] for head in epoch["heads"]} == {
        laptop.head.hash.hex(),
        clone.head.hash.hex(),
    }
    assert (boat["confirmed"], boat["counted"], boat["quarantined"]) == (3, 2, 1)
    assert (boat["silent_s"], van["silent_s"], van["last_contact"]) == (90, None, None)
    assert van["revoked"].startswith("2021-06-29")
    totals = ("clients", "doses", "doses_counted", "contested", "quarantined", "voided", "frames")
    assert [state[name] for name in totals] == [1, 3, 2, 0, 1, 0, 2]
    assert state["projected_to"] == state["newest_frame"] == 2
    assert [held["code"] for held in state["in_quarantine"]] == ["unknown-vaccine"]


def test_pages_that_wait_for_their_parent_are_shown(world: World) -> None:
    laptop = world.laptop()
    world.push(laptop, laptop.page(2, 2))
    state = status(world.store.folder)
    assert (state["frames"], state["orphans"], state["devices"][0]["orphans"]) == (0, 1, 1)


def test_an_empty_hub_adds_up(world: World) -> None:
    state = status(world.store.folder)
    assert (state["devices"], state["confirmed"], state["clients"]) == ([], 0, 0)
