"""Promises of the kept counts: whatever happens to a record, they are what a rebuild says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.hub.daily.shares import GROUP, HOME, TOTAL
from fieldapp.hub.daily.tables import COUNTED, day_count, share
from fieldapp.hub.fold.projector import rebuild
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import ClientAmended, ClientLinked, DoseVoided
from tests.hub.by_law import erased
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop, dose

FIRST, SECOND = 18_755, 18_776
"""8 and 29 May 2021."""
Row = dict[str, int]


@pytest.fixture
def laptop(world: World) -> FakeLaptop:
    """One laptop."""
    return world.laptop()


def rows(world: World, kind: str = TOTAL) -> dict[tuple[str, int], Row]:
    """What is kept, zeros left out; the same as after a rebuild."""
    kept = read(world, kind)
    rebuild(world.store)
    assert read(world, kind) == kept
    return kept


def read(world: World, kind: str) -> dict[tuple[str, int], Row]:
    wanted = select(day_count).where(day_count.c.kind == kind)
    with world.store.reading() as connection:
        return {
            (row.code, row.day): {n: getattr(row, n) for n in COUNTED if getattr(row, n)}
            for row in connection.execute(wanted)
        }


def member(laptop: FakeLaptop, name: str, *, group: str, home: str, paper: str = "") -> int:
    papers = (Document("passport", paper),) if paper else ()
    return laptop.add(to_fact(ClientDetails(name, papers, key_group=group, home_area=home)))


def test_a_person_is_counted_on_their_days_and_in_their_group_and_area(
    world: World, laptop: FakeLaptop
) -> None:
    somebody = member(laptop, "Test One", group="grp-health", home="110101")
    laptop.give(somebody, 8)
    laptop.give(somebody, 29)
    world.push_all(laptop)
    told = {("", FIRST): {"doses": 1, "covered": 1}, ("", SECOND): {"doses": 1}}
    assert rows(world) == told
    assert rows(world, GROUP) == {("grp-health", day): row for (_, day), row in told.items()}
    assert rows(world, HOME) == {("110101", day): row for (_, day), row in told.items()}


def test_a_dose_that_comes_late_moves_the_first_day(world: World, laptop: FakeLaptop) -> None:
    somebody = laptop.register("Test One", ("passport", "T1"))
    laptop.give(somebody, 29)
    world.push_all(laptop)
    other = world.laptop(b"epoch-02", name="Boat Late")
    other.give(other.register("Test One", ("passport", "T1")), 8)
    world.push_all(other)
    assert rows(world) == {
        ("", FIRST): {"doses": 1, "covered": 1}, ("", SECOND): {"doses": 1},
    }  # fmt: skip


def test_what_is_struck_through_is_taken_out_and_leaves_no_row(
    world: World, laptop: FakeLaptop
) -> None:
    given = laptop.give(laptop.register("Test One"))
    world.push_all(laptop)
    assert rows(world)
    laptop.add(DoseVoided(given, "typing error"))
    world.push_all(laptop)
    assert rows(world) == {}
    with world.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(share)).scalar() == 0


def test_two_registrations_that_are_linked_become_one_person(
    world: World, laptop: FakeLaptop
) -> None:
    one, two = laptop.register("Test One"), laptop.register("Test Won")
    laptop.give(one, 8)
    laptop.give(two, 29)
    world.push_all(laptop)
    assert rows(world)["", SECOND] == {"doses": 1, "covered": 1}
    laptop.add(ClientLinked(one, two, "told"))
    world.push_all(laptop)
    assert rows(world)["", SECOND] == {"doses": 1}


def test_a_corrected_group_moves_all_days_of_the_person(world: World, laptop: FakeLaptop) -> None:
    somebody = member(laptop, "Test One", group="grp-retail", home="110101")
    laptop.give(somebody)
    world.push_all(laptop)
    laptop.add(ClientAmended(somebody, "key_group", "grp-retail", "grp-health"))
    world.push_all(laptop)
    assert rows(world, GROUP) == {("grp-health", FIRST): {"doses": 1, "covered": 1}}


def test_a_possible_double_counts_as_contested(world: World, laptop: FakeLaptop) -> None:
    somebody = laptop.register("Test One")
    laptop.give(somebody, 8)
    laptop.give(somebody, 8)
    world.push_all(laptop)
    assert rows(world) == {("", FIRST): {"doses": 2, "contested": 2, "covered": 1}}


def test_of_an_erased_person_the_doses_count_without_group_or_area(
    world: World, laptop: FakeLaptop
) -> None:
    somebody = member(laptop, "Test One", group="grp-health", home="110101")
    laptop.give(somebody)
    world.push_all(laptop)
    erased(world.store, laptop, somebody)
    world.push_all(laptop)
    assert rows(world, GROUP) == {("", FIRST): {"doses": 1, "covered": 1}}


def test_what_was_told_of_a_dose_elsewhere_is_no_second_dose(
    world: World, laptop: FakeLaptop
) -> None:
    somebody = laptop.register("Test One")
    laptop.add(replace(dose(somebody), source=2))
    world.push_all(laptop)
    assert rows(world) == {("", FIRST): {"told": 1, "covered": 1}}
