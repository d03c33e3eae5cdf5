"""Promises of the list of lots and of one lot: team by team, however a number was typed."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.lot import LotState
from fieldapp.hub.lots import reading
from fieldapp.hub.lots.reading import Doses, LotFilter, LotLine, OneLot
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import LotHeld, StockMoved
from tests.hub.conftest import World
from tests.hub.fake_laptop import OTHER_VACCINE, VACCINE, FakeLaptop
from tests.hub.lots.stock import EXPIRY, LOT, a_day, moved

DAY = Doses(
    received=20, opened=2, given=2, wasted=2, sent_back=5, counted=-1, extra=1
)  # of `a_day`


def lines(world: World, **which: object) -> list[LotLine]:
    with world.store.reading() as connection:
        wanted = LotFilter(**which)  # type: ignore[arg-type]  # the fields are named
        assert reading.count(connection, wanted) == len(reading.page_of(connection, wanted, most=9))
        return reading.page_of(connection, wanted, most=9)


def one(world: World, lot: str = LOT) -> OneLot:
    with world.store.reading() as connection:
        return reading.read_lot(connection, VACCINE, lot)


def two_teams(world: World) -> list[FakeLaptop]:
    first, second = (
        a_day(world.laptop(epoch, name=name))
        for epoch, name in ((b"epoch-01", "Boat 1"), (b"epoch-02", "Boat 2"))
    )
    second.add(moved("wasted", 20, "test-0001", reason="heat"))
    for laptop in (first, second):
        world.push_all(laptop)
    return [first, second]


def test_a_lot_adds_up_over_its_teams(world: World) -> None:
    two_teams(world)
    (line,) = lines(world)
    assert (line.vaccine, line.key, line.teams, line.holding) == (VACCINE, "test-0001", 2, 1)
    assert line.expiry is not None and to_day(line.expiry) == EXPIRY
    assert (line.doses.received, line.doses.left) == (40, 11 - 9)
    assert line.doses.left == 2 * DAY.left - 20


def test_every_team_has_its_balance_of_every_lot(world: World) -> None:
    first, second = two_teams(world)
    second.add(moved("wasted", 3, "L2", reason="heat"))
    world.push_all(second)
    with world.store.reading() as connection:
        found = reading.balances(connection, VACCINE)
        assert reading.balances(connection, OTHER_VACCINE) == []
        assert reading.balances(connection) == found
        of_first = reading.balances(connection, devices={first.device})
        assert reading.balances(connection, devices=set()) == []
    assert of_first == [one for one in found if one.device == first.device]
    assert [(one.lot_key, one.device, one.left, one.was_received) for one in found] == [
        ("l2", second.device, -3, False),
        (LOT.lower(), first.device, DAY.left, True),
        (LOT.lower(), second.device, DAY.left - 20, True),
    ]


def test_one_lot_is_told_team_by_team_those_that_hold_most_first(world: World) -> None:
    first, second = two_teams(world)
    lot = one(world, "TEST 0001".replace(" ", "-").lower())
    assert [team.device for team in lot.teams] == [first.device, second.device]
    assert (lot.teams[0].doses, lot.teams[0].wasted) == (DAY, {"broken": 2})
    assert lot.teams[1].wasted == {"broken": 2, "heat": 20}
    assert lot.spellings == ("TEST-0001", "test-0001")
    assert (lot.holding, lot.doses.left) == (1, 2)


def test_of_an_unknown_lot_there_is_nothing(world: World) -> None:
    lot = one(world, "nowhere")
    assert (lot.teams, lot.said, lot.expiry, lot.doses) == ((), (), None, Doses())


@pytest.mark.parametrize(
    ("which", "found"),
    [
        ({}, ["A-1", "B-1", "TEST-0001"]),
        ({"lot": "test"}, ["TEST-0001"]),
        ({"lot": "b - 1"}, ["B-1"]),
        ({"lot": "%"}, []),
        ({"held": True}, ["B-1", "TEST-0001"]),
        ({"vaccine": VACCINE}, ["A-1", "B-1", "TEST-0001"]),
        ({"vaccine": "another"}, []),
    ],
)
def test_filters_do_what_they_say(world: World, which: dict[str, object], found: list[str]) -> None:
    laptop = a_day(world.laptop())
    laptop.add(moved("received", 5, "B-1"))
    laptop.add(moved("received", 5, "A-1"))
    laptop.add(moved("wasted", 5, "A-1", reason="heat"))
    world.push_all(laptop)
    assert [line.lot for line in lines(world, **which)] == found
    with world.store.reading() as connection:
        assert reading.vaccines(connection) == [VACCINE]


def test_pages_follow_one_another(world: World) -> None:
    laptop = world.laptop()
    for n in range(5):
        laptop.add(moved("received", 5, f"L-{n}"))
    world.push_all(laptop)
    with world.store.reading() as connection:
        found = [
            line.lot
            for skip in (0, 2, 4)
            for line in reading.page_of(connection, LotFilter(), skip=skip, most=2)
        ]
    assert found == [f"L-{n}" for n in range(5)]


def test_a_day_that_no_calendar_knows_is_not_known(world: World) -> None:
    laptop = world.laptop()
    fact = moved("received", 5)
    for day in (2**50, EXPIRY + 3, EXPIRY):
        laptop.add(type(fact)("received", VACCINE, LOT, day, 2, 1))
    world.push_all(laptop)
    assert one(world).expiry == date(2022, 1, 8)


def test_two_products_with_one_number_are_kept_apart(world: World) -> None:
    laptop = world.laptop()
    laptop.add(moved("received", 5))
    laptop.add(StockMoved("received", OTHER_VACCINE, LOT.lower(), EXPIRY, 2, 7))
    laptop.add(StockMoved("wasted", OTHER_VACCINE, LOT.lower(), EXPIRY, 2, 1, reason="heat"))
    world.push_all(laptop)
    lot = one(world)
    assert (lot.spellings, lot.doses.left) == ((LOT,), 5)
    assert lot.teams[0].wasted == {}
    assert [(line.vaccine, line.doses.left) for line in lines(world)] == [
        (VACCINE, 5), (OTHER_VACCINE, 6),
    ]  # fmt: skip


def test_the_list_says_what_teams_hold(world: World) -> None:
    laptop = world.laptop()
    laptop.add(moved("received", 5))
    laptop.add(LotHeld(VACCINE, LOT, "vvm"))
    world.push_all(laptop)
    (line,) = lines(world)
    assert line.said == {LotState.HELD}
