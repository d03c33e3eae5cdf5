"""Promises of lots: what a team holds and may give on the day, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.lot import HOLD_REASONS
from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.recalls import Word
from fieldapp.hub.workbook.lots import held_by
from fieldapp.wire.dates import from_day
from fieldapp.wire.facts import LotHeld
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.lots.stock import EXPIRY, moved
from tests.hub.messages.clinic import BIBP
from tests.hub.workbook.boats import LOT, OTHER, TODAY, boat, receive

LAST = from_day(EXPIRY) or date.max


def lots(world: World, *laptops: int, day: date = TODAY) -> list[str]:
    with world.store.reading() as connection:
        return [lot.lot_number for lot in held_by(connection, laptops, day)]


def test_what_a_team_has_left_can_be_chosen_with_its_last_day(world: World) -> None:
    boat(world)
    with world.store.reading() as connection:
        assert held_by(connection, [1], TODAY) == (VaccineLot(BIBP, LOT, LAST),)


def test_what_is_another_teams_used_up_or_over_cannot(world: World) -> None:
    boat(world)
    other = world.laptop(b"epoch-02", name=OTHER)
    receive(other, "B2")
    other.add(replace(moved("wasted", 20, "B2", reason="broken"), vaccine=BIBP))
    receive(other, "C3")
    world.push_all(other)
    assert (lots(world, 1), lots(world, 2)) == ([LOT], ["C3"])
    assert lots(world, 2, day=LAST + timedelta(days=1)) == []


def test_what_the_team_put_aside_cannot_while_another_may(world: World) -> None:
    laptop = boat(world)
    other = world.laptop(b"epoch-02", name=OTHER)
    receive(other)
    laptop.add(LotHeld(BIBP, LOT, HOLD_REASONS[0]))
    for one in (laptop, other):
        world.push_all(one)
    assert (lots(world, 1), lots(world, 2)) == ([], [LOT])


def test_however_many_lots_others_hold_a_team_can_choose_its_own(world: World) -> None:
    boat(world)
    other = world.laptop(b"epoch-02", name=OTHER)
    for number in range(1_001):
        receive(other, f"A{number}")
    world.push_all(other)
    assert lots(world, 1) == [LOT]
    assert len(lots(world, 2)) == 1_001


def test_a_recalled_lot_cannot_and_one_without_a_last_day_can(world: World) -> None:
    laptop = boat(world)
    laptop.add(replace(moved("received", 20, "B2"), vaccine=BIBP, expiry_day=None))
    world.push_all(laptop)
    with world.store.writing() as connection:
        recalls.recall(connection, BIBP, LOT, Word("lu.qing", NOW_S, "quality"))
        assert held_by(connection, [1], TODAY) == (VaccineLot(BIBP, "B2", None),)
