"""Promises of memberships: for who lacks one and is not shut out, until a day, naming who is."""

from __future__ import annotations

from fieldapp.hub import memberships
from fieldapp.hub.asking import Asking
from fieldapp.hub.devices import devices, revoke
from fieldapp.hub.memberships import LIFE_S, RENEW_AFTER_S, shut_out
from fieldapp.wire.membership import Membership, read_membership
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def asked(
    world: World, laptop: FakeLaptop, issued: int | None = None, *, now_s: int = NOW_S
) -> list[Membership]:
    """What a laptop gets that has one issued at this time."""
    with world.store.reading() as connection:
        device = devices(connection, [laptop.device])[laptop.device]
    cursors = {} if issued is None else {memberships.CURSOR: issued}
    found = memberships.for_laptop(Asking(world.hub, device, cursors, now_s))
    return [read_membership(raw, world.verify_key) for raw in found]


def test_a_laptop_without_one_gets_one(world: World) -> None:
    laptop = world.laptop()
    key, hub_id = bytes(laptop.key.verify_key), world.store.keys.hub_id
    expected = Membership(hub_id, laptop.device, key, NOW_S, NOW_S + LIFE_S)
    assert asked(world, laptop) == [expected]


def test_a_fresh_one_is_not_sent_again_and_an_old_one_is_renewed(world: World) -> None:
    laptop = world.laptop()
    assert asked(world, laptop, NOW_S) == []
    assert len(asked(world, laptop, NOW_S, now_s=NOW_S + RENEW_AFTER_S)) == 1
    assert len(asked(world, laptop, NOW_S + 9)) == 1, "from a time that has not come"


def test_who_was_shut_out_since_is_told_at_once(world: World) -> None:
    lost, other = world.laptop(), world.laptop(b"epoch-02")
    revoke(world.store.folder, lost.device, now_s=NOW_S + 5)
    (membership,) = asked(world, other, NOW_S, now_s=NOW_S + 6)
    assert membership.shut_out == (lost.device,)
    assert asked(world, other, NOW_S + 6, now_s=NOW_S + 7) == []


def test_who_was_shut_out_so_long_ago_that_nothing_of_theirs_runs_is_not_named(
    world: World,
) -> None:
    lost = world.laptop()
    revoke(world.store.folder, lost.device, now_s=NOW_S - LIFE_S - 1)
    with world.store.reading() as connection:
        assert shut_out(connection, NOW_S) == ()
        assert memberships.shut_out(connection, NOW_S - 1) == (lost.device,)
