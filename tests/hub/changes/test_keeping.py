"""Promises of changes: whoever is concerned gets a higher number, with everybody who is the same
person; nothing is numbered twice, nothing is missed."""

from __future__ import annotations

from itertools import count

import pytest
from sqlalchemy import insert, select

from fieldapp.hub.changes import keeping
from fieldapp.hub.changes.keeping import newest_change, number_changes, number_once
from fieldapp.hub.changes.tables import change, change_news
from fieldapp.hub.fold.projector import rebuild
from fieldapp.wire.facts import ClientLinked, DoseVoided
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S

FIRST = NOW_S << 20


def numbers(world: World) -> dict[bytes, int]:
    with world.store.reading() as connection:
        rows = connection.execute(select(change.c.client, change.c.no)).all()
    return {client: no for client, no in rows}


def test_who_was_concerned_moves_to_the_end(world: World) -> None:
    laptop = world.laptop()
    one, two = laptop.register("测试甲"), laptop.register("测试乙")
    dose = laptop.give(one, 1)
    laptop.give(two, 2)
    world.push_all(laptop)
    assert number_changes(world.store, lambda: NOW_S) == 2
    before = numbers(world)
    laptop.add(DoseVoided(dose, "wrong person"))
    world.push_all(laptop)
    assert number_changes(world.store, lambda: NOW_S + 9) == 1
    after = numbers(world)
    who, other = laptop.hash_at(one), laptop.hash_at(two)
    assert after[who] > max(before.values()) and after[other] == before[other]
    with world.store.reading() as connection:
        row = connection.execute(select(change).where(change.c.client == who)).one()
        assert (row.at_s, row.no) == (NOW_S + 9, newest_change(connection))


def test_everybody_who_is_the_same_person_changes_with_them(world: World) -> None:
    laptop = world.laptop()
    one, two = laptop.register("王小明"), laptop.register("王晓明")
    laptop.add(ClientLinked(one, two, "same face"))
    world.push_all(laptop)
    number_changes(world.store, lambda: NOW_S)
    before = max(numbers(world).values())
    laptop.give(two, 1)
    world.push_all(laptop)
    assert number_changes(world.store, lambda: NOW_S) == 2
    assert min(numbers(world).values()) > before


def test_nothing_is_numbered_twice(world: World) -> None:
    laptop = world.laptop()
    laptop.register("测试甲")
    world.push_all(laptop)
    assert number_changes(world.store, lambda: NOW_S) == 1
    assert number_changes(world.store, lambda: NOW_S) == 0
    with world.store.reading() as connection:
        assert connection.execute(select(change_news)).first() is None


def test_tables_made_anew_change_everybody(world: World) -> None:
    laptop = world.laptop()
    laptop.register("测试甲")
    laptop.register("测试乙")
    world.push_all(laptop)
    number_changes(world.store, lambda: NOW_S)
    rebuild(world.store)
    assert number_changes(world.store, lambda: NOW_S) == 2
    assert sorted(numbers(world).values()) == [FIRST + 2, FIRST + 3]


def test_a_round_beside_the_server_does_the_same(world: World) -> None:
    laptop = world.laptop()
    laptop.register("测试甲")
    world.push_all(laptop)
    number_once(world.hub)
    assert list(numbers(world).values()) == [FIRST]


def test_a_hub_that_was_put_back_gives_no_number_again(world: World) -> None:
    """Whoever read up to a number before gets everything that comes after, too."""
    laptop = world.laptop()
    laptop.register("测试甲")
    world.push_all(laptop)
    with world.store.writing() as connection:
        connection.execute(insert(change).values(client=b"x", no=7, at_s=1))
    number_changes(world.store, lambda: NOW_S)
    assert max(numbers(world).values()) == FIRST


def test_a_clock_that_is_set_back_takes_nobody_along(world: World) -> None:
    """Whoever asks for what changed since the newest that they have gets what came after it."""
    laptop = world.laptop()
    laptop.register("测试甲")
    world.push_all(laptop)
    number_changes(world.store, lambda: NOW_S)
    laptop.register("测试乙")
    world.push_all(laptop)
    number_changes(world.store, lambda: NOW_S - 300)
    with world.store.reading() as connection:
        assert set(connection.execute(select(change.c.at_s)).scalars()) == {NOW_S}


def test_each_change_has_the_time_of_its_own_moment(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_NEXT", keeping._NEXT.limit(1))
    laptop, clock = world.laptop(), count(NOW_S, 60)
    for number in range(3):
        laptop.register(f"Test {number}")
    world.push_all(laptop)
    number_changes(world.store, lambda: next(clock))
    with world.store.reading() as connection:
        times = connection.execute(select(change.c.at_s)).scalars()
        assert sorted(times) == [NOW_S, NOW_S + 60, NOW_S + 120]
