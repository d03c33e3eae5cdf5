"""Promises of the list of reactions: what is grave is found, by whatever word; newest first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.hub.reactions.listing import ReactionFilter, count, grave_since, page_of
from fieldapp.wire.facts import ReactionAmended, ReactionReported, ReactionWithdrawn
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE, FakeLaptop, dose

GRAVE = ReactionFilter(grave=True)


@pytest.fixture
def laptop(world: World) -> FakeLaptop:
    return world.laptop()


def seen(laptop: FakeLaptop, code: str, serious: bool | None = None, lot: str = "A 1") -> int:
    """The report about somebody's dose, named by what was seen."""
    given = laptop.add(replace(dose(laptop.register(f"Test {code}")), lot=lot))
    return laptop.add(ReactionReported(given, [code], 480, serious=serious))


def names(world: World, which: ReactionFilter, skip: int = 0, most: int = 50) -> list[str | None]:
    with world.store.reading() as connection:
        return [one.name for one in page_of(connection, which, skip=skip, most=most)]


def test_grave_is_what_was_called_serious_and_what_is_severe_before_anybody_is_asked(
    world: World, laptop: FakeLaptop
) -> None:
    seen(laptop, "fever", serious=False)
    seen(laptop, "seizure-febrile", serious=True)
    seen(laptop, "anaphylaxis")
    seen(laptop, "a-box-of-tomorrow")
    world.push_all(laptop)
    world.fold()
    assert names(world, GRAVE) == ["Test anaphylaxis", "Test seizure-febrile"]
    assert len(names(world, ReactionFilter())) == 4
    with world.store.reading() as connection:
        assert (count(connection, GRAVE), count(connection, ReactionFilter())) == (2, 4)
        told = page_of(connection, ReactionFilter(), skip=0, most=50)
    assert {one.name for one in told if one.grave} == set(names(world, GRAVE))


def test_a_later_word_brings_a_report_to_the_top_and_none_hides_that_it_was_grave(
    world: World, laptop: FakeLaptop
) -> None:
    first = seen(laptop, "fever", serious=True)
    seen(laptop, "nausea")
    world.push_all(laptop)
    laptop.add(ReactionAmended(first, [["serious", True, False]]))
    world.push(laptop, *laptop.pages(laptop.seq - 1)[1:])
    world.fold()
    assert names(world, ReactionFilter()) == ["Test fever", "Test nausea"]
    assert names(world, GRAVE) == ["Test fever"]


def test_reports_are_found_by_product_and_lot_however_it_was_typed(
    world: World, laptop: FakeLaptop
) -> None:
    seen(laptop, "fever", lot="A 1")
    seen(laptop, "nausea", lot="B2")
    world.push_all(laptop)
    world.fold()
    assert names(world, ReactionFilter(vaccine=VACCINE, lot="a1")) == ["Test fever"]
    assert names(world, ReactionFilter(vaccine="another")) == []
    assert names(world, ReactionFilter(lot="")) == ["Test nausea", "Test fever"]
    assert names(world, ReactionFilter(), skip=1, most=1) == ["Test fever"]


def test_of_the_last_days_only_what_came_in_them_and_was_not_withdrawn_counts(
    world: World, laptop: FakeLaptop
) -> None:
    seen(laptop, "anaphylaxis")
    laptop.add(ReactionWithdrawn(seen(laptop, "angioedema"), "another person"))
    world.push_all(laptop)
    world.fold()
    with world.store.reading() as connection:
        assert grave_since(connection, NOW_S - 60) == 1
        assert grave_since(connection, NOW_S + 60) == 0
