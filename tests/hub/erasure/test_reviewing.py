"""Promises of decisions: what is erased is what somebody saw, or nothing is."""

from __future__ import annotations

from fieldapp.hub.erasure import reviewing, wishes
from fieldapp.hub.erasure.erasing import look
from fieldapp.hub.erasure.errors import NotAsSeen, Unsettled
from fieldapp.hub.erasure.law import shipped
from fieldapp.hub.erasure.reviewing import goes_by_itself, order_of, why_not
from fieldapp.wire.facts import ClientLinked
from tests.hub.conftest import World
from tests.hub.erasure.people import LATER_S, record_everything, seen_of
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def asked(world: World, client: bytes, seen: bytes | None) -> None:
    with world.store.writing() as connection:
        assert wishes.ask(connection, client, "never-true", "letter", "sun.li", NOW_S, seen)


def decided(world: World) -> reviewing.Reviewed:
    with world.store.writing() as connection:
        return reviewing.decide(connection, [1], "lu.qing", shipped(), LATER_S)


def canary(world: World) -> tuple[FakeLaptop, bytes]:
    laptop = world.laptop()
    client = record_everything(laptop).client
    world.push_all(laptop)
    return laptop, client


def test_what_was_seen_is_decided_and_carried_out_as_it_was_seen(world: World) -> None:
    _, client = canary(world)
    asked(world, client, seen_of(world, client))
    (wish,) = decided(world).decided
    order = order_of(wish)
    assert (order.client, order.seen) == (client, seen_of(world, client))


def test_a_link_that_came_since_is_seen_before_anything_is_decided(world: World) -> None:
    laptop, client = canary(world)
    asked(world, client, seen_of(world, client))
    joined = laptop.register("Merged Later")
    laptop.add(ClientLinked(3, joined, "the same"))
    world.push_all(laptop)
    world.fold()
    (changed,) = decided(world).changed
    with world.store.reading() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
        assert why_not(connection, wish, shipped(), LATER_S) is None, "seen by now"
    assert (wish.no, wish.again) == (changed.no, NotAsSeen.code)
    assert len(decided(world).decided) == 1


def test_what_nobody_saw_is_looked_at_first(world: World) -> None:
    _, client = canary(world)
    asked(world, client, None)
    assert decided(world).decided == []
    assert len(decided(world).decided) == 1


def test_the_reason_is_one_that_a_page_can_say() -> None:
    assert (NotAsSeen.code, Unsettled.code) == ("changed", "unsettled")


def test_a_dose_never_goes_by_itself(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Canary")
    laptop.give(client)
    world.push_all(laptop)
    world.fold()
    with world.store.reading() as connection:
        found = look(connection, laptop.hash_at(client), "never-true", shipped(), LATER_S)
    assert found is not None and not goes_by_itself(found)
