"""Promises of memberships: for those who ask and are not shut out, until a day, naming who is."""

from __future__ import annotations

from fieldapp.hub import memberships
from fieldapp.hub.devices import revoke
from fieldapp.hub.memberships import LIFE_S, shut_out
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.wire.membership import Membership, read_membership
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def asked(world: World, laptop: FakeLaptop, *, budget: int = 1024) -> list[Membership]:
    """What comes of a request that brings a laptop's pages and may pull so much."""
    body = laptop.request(laptop.pages(), world.store.keys.box_public, pull_budget=budget)
    reply = answer_sync(world.hub, laptop.authorize(body), body)
    return [read_membership(raw, world.verify_key) for raw in world.read(reply).pulls]


def test_a_laptop_that_asks_gets_a_membership_and_another_does_not(world: World) -> None:
    laptop = world.laptop()
    assert asked(world, laptop, budget=0) == []
    key, hub_id = bytes(laptop.key.verify_key), world.store.keys.hub_id
    expected = Membership(hub_id, laptop.device, key, NOW_S, NOW_S + LIFE_S)
    assert asked(world, laptop) == [expected]


def test_a_laptop_that_is_shut_out_gets_none_and_is_named_in_those_of_others(world: World) -> None:
    lost, other = world.laptop(), world.laptop(b"epoch-02")
    revoke(world.store.folder, lost.device, now_s=NOW_S)
    assert asked(world, lost) == []
    (membership,) = asked(world, other)
    assert membership.shut_out == (lost.device,)


def test_who_was_shut_out_so_long_ago_that_nothing_of_theirs_runs_is_not_named(
    world: World,
) -> None:
    lost = world.laptop()
    revoke(world.store.folder, lost.device, now_s=NOW_S - LIFE_S - 1)
    with world.store.reading() as connection:
        assert shut_out(connection, NOW_S) == ()
        assert memberships.shut_out(connection, NOW_S - 1) == (lost.device,)
