"""Promises of what teams said: of each team and question its last word stands."""

from __future__ import annotations

from fieldapp.domain.lot import LotState
from fieldapp.hub.lots.said import Said, said_about
from fieldapp.wire.facts import LotHeld, LotReleased
from tests.hub.conftest import World
from tests.hub.fake_laptop import VACCINE
from tests.hub.lots.stock import LOT


def said(world: World, key: str = LOT.lower()) -> list[Said]:
    with world.store.reading() as connection:
        return said_about(connection, [(VACCINE, key)]).get((VACCINE, key), [])


def test_one_teams_release_leaves_anothers_hold(world: World) -> None:
    held = LotHeld(VACCINE, LOT, "too-warm", None, "Box 1", 1000, 35)
    released = LotReleased(VACCINE, LOT, "kept-elsewhere")
    for epoch, facts in ((b"epoch-01", [held, released]), (b"epoch-02", [held])):
        laptop = world.laptop(epoch)
        for fact in facts:
            laptop.add(fact)
        world.push_all(laptop)
    found = said(world)
    assert sorted((one.device, one.holds, one.stands) for one in found) == [
        (1, False, False), (1, True, False), (2, True, True),
    ]  # fmt: skip
    assert {(one.about, one.container, one.minutes) for one in found if one.holds} == {
        (LotState.HELD, "Box 1", 35)
    }


def test_what_was_said_of_a_lot_that_never_moved_is_known_however_it_was_typed(
    world: World,
) -> None:
    laptop = world.laptop()
    laptop.add(LotHeld(VACCINE, "FAR 1", "other"))
    world.push_all(laptop)
    assert [one.reason for one in said(world, "far1")] == ["other"]
    assert said(world, "far2") == []
