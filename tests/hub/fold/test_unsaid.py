"""Promises of what erased events said of others: it is taken back, in any order of events."""

from __future__ import annotations

from fieldapp.hub.erasure import law
from fieldapp.hub.erasure.erasing import Order, erase
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.verify import verify
from fieldapp.wire.facts import ClientAmended, ClientLinked, DoseVoided
from tests.hub.by_law import erased
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def is_whole(world: World) -> bool:
    before = world.digest()
    rebuild(world.store)
    return world.digest() == before and verify(world.store.folder).problems == []


def test_an_erased_correction_no_longer_counts(world: World) -> None:
    laptop = world.laptop()
    one = laptop.register("Test A", ("passport", "TEST00001"))
    laptop.register("Test B", ("passport", "TEST00001"))
    corrected = laptop.add(ClientAmended(one, "name", "Test A", "Test B"))
    world.push_all(laptop)
    assert world.numbers() == {"clients": 1}
    order = Order(laptop.hash_at(corrected), "never-true", "a slip", "lu.qing")
    assert erase(world.store, order, law.shipped(), NOW_S) is not None
    assert world.numbers() == {"clients": 2}
    assert is_whole(world)


def test_an_erased_link_and_an_erased_striking_are_taken_back(world: World) -> None:
    laptop = world.laptop()
    one, other = laptop.register("Test A"), laptop.register("Test B")
    dose = laptop.give(one)
    linked = laptop.add(ClientLinked(one, other, "seen together"))
    struck = laptop.add(DoseVoided(dose, "wrong"))
    world.push_all(laptop)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "voided": 1}
    for seq in (linked, struck):
        order = Order(laptop.hash_at(seq), "never-true", "a slip", "lu.qing")
        assert erase(world.store, order, law.shipped(), NOW_S) is not None
    assert world.numbers() == {"clients": 2, "confirmed": 1, "counted": 1}
    assert is_whole(world)


def test_a_laptops_own_word_that_it_erased_a_correction_is_the_same(world: World) -> None:
    laptop = world.laptop()
    one = laptop.register("Test A")
    corrected = laptop.add(ClientAmended(one, "name", "Test A", "Test B"))
    world.push_all(laptop)
    erased(world.store, laptop, corrected)
    world.push_all(laptop)
    laptop.erase(corrected)
    with world.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM amendment").scalar() == 0
