"""Promises of operations read: filters do what they say, and what was counted is compared with
what is here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.hub.operating.reading import (
    CLOSED,
    OPEN,
    UNEVEN,
    Operation,
    OperationFilter,
    count,
    page_of,
    read_one,
)
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop, dose
from tests.hub.operating.test_folding import LABEL, closed, opened


@pytest.fixture
def laptop(world: World) -> FakeLaptop:
    """A laptop with a session that was closed with two doses here, and one that is open."""
    made = world.laptop(name="Weishan team")
    opened(made)
    for at in range(2):
        made.add(replace(dose(made.register(f"Test {at}")), session=LABEL))
    closed(made, counted=29_000)
    opened(made, "Weishan boat 3 · 71", place="Pier 4")
    world.push_all(made)
    return made


def found(world: World, which: OperationFilter) -> list[Operation]:
    with world.store.reading() as connection:
        rows = page_of(connection, which, skip=0, most=50)
        assert count(connection, which) == len(rows)
    return rows


def test_the_last_opened_comes_first_with_the_records_that_are_here(
    world: World, laptop: FakeLaptop
) -> None:
    second, first = found(world, OperationFilter())
    assert (second.place, second.doses, second.given, second.lacking) == ("Pier 4", 0, None, 0)
    assert (first.doses, first.given, first.lacking, first.cash_missing) == (2, 110, 108, 1_000)


@pytest.mark.parametrize(
    ("which", "number"),
    [
        (OperationFilter(device=1), 2),
        (OperationFilter(device=2), 0),
        (OperationFilter(state=OPEN), 1),
        (OperationFilter(state=CLOSED), 1),
        (OperationFilter(state=UNEVEN), 1),
        (OperationFilter(from_s=NOW_S - 86_400, until_s=NOW_S), 2),
        (OperationFilter(until_s=NOW_S - 86_400), 0),
    ],
)
def test_filters_do_what_they_say(
    world: World, laptop: FakeLaptop, which: OperationFilter, number: int
) -> None:
    assert len(found(world, which)) == number


def test_one_operation_with_all_that_was_said(world: World, laptop: FakeLaptop) -> None:
    with world.store.reading() as connection:
        one = read_one(connection, laptop.device, LABEL)
        assert read_one(connection, laptop.device, "never") is None
    assert one is not None
    assert one.staff == (("Lu Qing", "lu.qing"), ("Helper", ""))
    assert (one.cash_float, one.cash_reason, one.note) == (20_000, "two notes torn", "wind 6")
    assert one.position == (34.6, 0.00001)
    assert [(lot.loaded, lot.returned) for lot in one.lots] == [(120, 6)]
