"""Promises about taking pages in."""

from __future__ import annotations

from fieldapp.hub.ingest import Taken
from tests.hub.by_law import listed
from tests.hub.conftest import World


def test_pages_in_reverse_all_join_when_the_first_comes(world: World) -> None:
    laptop = world.laptop()
    for number in range(8):
        laptop.register(f"Test {number}")
    pages = laptop.pages(2, 4, 6, 8)
    taken = [world.take(laptop, page)[0] for page in reversed(pages)]
    assert taken == [Taken.ORPHAN] * 4 + [Taken.JOINED]
    assert world.take(laptop, *pages) == [Taken.KNOWN] * 5
    world.fold()
    assert world.numbers() == {"clients": 8}


def test_the_same_orphan_twice_is_stored_once(world: World) -> None:
    laptop = world.laptop()
    laptop.register("Test A")
    for _ in range(2):
        assert world.take(laptop, laptop.page(3, 3)) == [Taken.ORPHAN]
    with world.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM frame").scalar() == 1


def test_a_page_cut_anew_brings_only_what_is_new(world: World) -> None:
    laptop = world.laptop()
    for number in range(8):
        laptop.register(f"Test {number}")
    pages = [laptop.page(1, 6), laptop.page(4, 6), laptop.page(4, 9), laptop.page(2, 10)]
    taken = world.take(laptop, *pages)
    assert taken == [Taken.JOINED, Taken.KNOWN, Taken.JOINED, Taken.JOINED]
    world.fold()
    assert world.numbers() == {"clients": 8}


def test_a_page_that_says_nothing_is_not_taken_until_the_hub_itself_erased_it(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"))
    honest, emptied = laptop.copy(), laptop.copy()
    emptied.erase(dose)
    assert world.take(emptied, *emptied.pages()) == [Taken.BARE]
    assert world.take(emptied, emptied.page(1, dose - 1), emptied.page(dose, dose)) == [
        Taken.JOINED,
        Taken.BARE,
    ]
    assert world.take(honest, *honest.pages()) == [Taken.JOINED]
    world.fold()
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_not_even_where_its_parent_is_still_to_come(world: World) -> None:
    laptop = world.laptop()
    laptop.erase(laptop.register("Test A"))
    laptop.register("Test B")
    assert world.take(laptop, laptop.page(3, 4)) == [Taken.BARE]
    with world.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM frame").scalar() == 0


def test_what_the_hub_erased_comes_without_what_it_said(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"))
    listed(world.store, laptop, dose)
    laptop.erase(dose)
    assert world.take(laptop, *laptop.pages()) == [Taken.JOINED]
