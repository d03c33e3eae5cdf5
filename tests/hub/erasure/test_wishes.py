"""Promises of erasures that are asked for: each person once, decided once, in order."""

from __future__ import annotations

from sqlalchemy import delete

from fieldapp.hub import schema
from fieldapp.hub.erasure import wishes
from fieldapp.hub.erasure.wishes import BY_THE_HUB, CAME_LATER, WITH_A_DOSE, note_latecomers
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.rebuild import rebuild as rebuild_beside
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


def test_what_came_later_is_asked_for_by_the_hub_and_nothing_is_decided(world: World) -> None:
    laptop = world.laptop()
    client = laptop.hash_at(laptop.register("Canary"))
    world.push_all(laptop)
    erased(world, client, "ordered")
    with world.store.writing() as connection:
        note_latecomers(connection, [client[:16], b"x" * 16], 9, NOW_S)
        (wish,) = wishes.came_later(connection, 9)
        assert wishes.decided(connection, 9) == []
    assert (wish.client, wish.basis, wish.why) == (client, "ordered", CAME_LATER)
    assert (wish.asked_by, wish.decided_by) == (BY_THE_HUB, None)


def test_what_is_folded_anew_did_not_come_now(world: World) -> None:
    _refused_latecomer(world)
    rebuild(world.store)
    with world.store.reading() as connection:
        assert wishes.count_open(connection) == 0


def test_nor_did_what_a_program_folded_that_noted_none_of_this(world: World) -> None:
    _refused_latecomer(world)
    with world.store.writing() as connection:
        connection.execute(delete(schema.setting).where(schema.setting.c.name == "latecomers"))
    built = rebuild_beside(world.store.folder)
    assert built.differing == ()
    with world.store.reading() as connection:
        assert wishes.count_open(connection) == 0


def _refused_latecomer(world: World) -> None:
    laptop, other = world.laptop(), world.laptop(b"epoch-02")
    client = laptop.hash_at(laptop.register("Canary"))
    world.push_all(laptop)
    erased(world, client, "ordered")
    other.give(client[:16])
    world.push_all(other)
    world.fold()
    with world.store.writing() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
        wishes.drop(connection, [wish.no])  # somebody decided that it stays


def test_what_is_put_back_or_left_to_people_waits_with_its_reason(world: World) -> None:
    with world.store.writing() as connection:
        assert wishes.ask(connection, b"one", "request", "letter", "sun.li", NOW_S, b"seen")
        (wish,) = wishes.decide(connection, [1], "lu.qing", NOW_S)
        wishes.look_again(connection, wish.no, "changed", b"other")
        (again,) = wishes.open_wishes(connection, most=9)
        assert (again.decided_by, again.again, again.seen) == (None, "changed", b"other")
        wishes.leave_to_people(connection, wish.no, b"more")
        (left,) = wishes.open_wishes(connection, most=9)
        assert (left.why, left.again, left.seen) == (WITH_A_DOSE, None, b"more")
