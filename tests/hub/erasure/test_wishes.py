"""Promises of erasures that are asked for: each person once, decided once, in order."""

from __future__ import annotations

from fieldapp.hub.erasure import wishes
from fieldapp.hub.erasure.wishes import BY_THE_HUB, CAME_LATER, note_latecomers
from tests.hub.conftest import World
from tests.hub.erasure.people import erased
from tests.hub.fake_laptop import NOW_S


def test_somebody_is_asked_for_once_and_decided_once(world: World) -> None:
    with world.store.writing() as connection:
        assert wishes.ask(connection, b"one", "request", "letter", "sun.li", NOW_S)
        assert not wishes.ask(connection, b"one", "ordered", "other", "sun.li", NOW_S)
        assert wishes.ask(connection, b"two", "request", "letter", "sun.li", NOW_S)
        assert wishes.count_open(connection) == 2
        first, second = wishes.open_wishes(connection, most=9)
        assert wishes.open_wishes(connection, skip=1, most=9) == [second]
        assert wishes.decide(connection, [first.no, 99], "lu.qing", NOW_S) == [first]
        assert wishes.decide(connection, [first.no], "other", NOW_S) == []
        (decided,) = wishes.decided(connection, 9)
        assert (decided.client, decided.decided_by) == (b"one", "lu.qing")
        wishes.drop(connection, [first.no, second.no])
        assert wishes.count_open(connection) == 0 == len(wishes.decided(connection, 9))


def test_what_came_later_is_asked_for_by_the_hub_and_decided_already(world: World) -> None:
    laptop = world.laptop()
    client = laptop.hash_at(laptop.register("Canary"))
    world.push_all(laptop)
    erased(world, client, "ordered")
    with world.store.writing() as connection:
        note_latecomers(connection, [client[:16], b"x" * 16], NOW_S)
        (wish,) = wishes.decided(connection, 9)
    assert (wish.client, wish.basis, wish.why) == (client, "ordered", CAME_LATER)
    assert (wish.asked_by, wish.decided_by) == (BY_THE_HUB, BY_THE_HUB)
