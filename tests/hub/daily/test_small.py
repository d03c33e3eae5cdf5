"""Promises of small numbers: nobody is told from figures, neither by themselves nor by subtraction;
what is hidden stays in the sums."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.hub.coverage.denominators import Typed, enter
from fieldapp.hub.daily.report import Report, read_report
from fieldapp.hub.daily.shares import GROUP, HOME
from fieldapp.hub.daily.small import SMALL, TOGETHER, for_readers, hidden
from tests.hub.conftest import World
from tests.hub.daily.test_counting import member
from tests.hub.fake_laptop import NOW_S

DAY = date(2021, 6, 14)


def test_large_parts_are_shown_and_nobody_is_nothing_to_hide() -> None:
    assert hidden({"a": SMALL, "b": 500, "c": 0}) == frozenset()


def test_who_named_no_group_is_no_group() -> None:
    assert hidden({"": 3, "a": 50}) == frozenset()


def test_a_small_part_takes_the_next_smallest_along() -> None:
    assert hidden({"a": 3, "b": 40, "c": 500}) == {"a", "b"}


def test_small_parts_that_are_many_together_need_no_other() -> None:
    assert hidden({"a": 12, "b": 13, "c": 500}) == {"a", "b"}
    assert hidden({"a": 2, "b": 3, "c": 90, "d": 500}) == {"a", "b", "c"}


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 60), max_size=8))
def test_no_small_part_is_ever_shown_or_told_by_subtraction(sizes: dict[str, int]) -> None:
    gone = hidden(sizes)
    assert all(size >= SMALL or not size for code, size in sizes.items() if code not in gone)
    left = [code for code, size in sizes.items() if size and code not in gone]
    if gone and left:
        assert len(gone) > 1 and sum(sizes[code] for code in gone) >= SMALL


def vaccinated(world: World) -> Report:
    """Twenty-five health workers of one county, three people of a market and of another county."""
    laptop = world.laptop()
    for at in range(25):
        laptop.give(member(laptop, f"Test {at}", group="grp-health", home="110101"), 14, month=6)
    for at in range(3):
        laptop.give(member(laptop, f"Shop {at}", group="grp-retail", home="370826"), 14, month=6)
    laptop.give(member(laptop, "Test Nobody", group="", home=""), 14, month=6)
    world.push_all(laptop)
    with world.store.reading() as connection:
        return for_readers(connection, read_report(connection, DAY), DAY)


def test_in_a_report_they_stand_together_and_the_sums_stay(world: World) -> None:
    seen = vaccinated(world)
    for kind in (GROUP, HOME):
        assert {part.code: part.so_far.doses for part in seen.parts[kind]} == {"": 1, TOGETHER: 28}
        assert sum(part.on_day.known.doses for part in seen.parts[kind]) == 29
    assert seen.so_far.known.doses == 29


def test_what_counts_is_how_many_there_are_where_that_was_entered(world: World) -> None:
    vaccinated(world)
    with world.store.writing() as connection:
        typed = Typed(GROUP, "grp-retail", date(2021, 6, 1), "4000", "made up")
        enter(connection, typed, "lu.qing", NOW_S, date(2021, 6, 30))
    with world.store.reading() as connection:
        seen = for_readers(connection, read_report(connection, DAY), DAY)
    assert {part.code for part in seen.parts[GROUP]} == {"", "grp-health", "grp-retail"}
