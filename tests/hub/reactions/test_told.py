"""Promises of reports as they stand: with what was added, and by whom first."""

from __future__ import annotations

from fieldapp.hub.reactions.told import Told, told_of, told_of_doses
from fieldapp.wire.facts import ReactionAmended, ReactionReported, ReactionWithdrawn
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def reported(world: World, laptop: FakeLaptop, dose: int) -> list[Told]:
    world.push_all(laptop)
    world.fold()
    with world.store.reading() as connection:
        found = told_of_doses(connection, [laptop.hash_at(dose)])
        assert told_of(connection, [one.id for one in found]) == found
    return found


def test_a_report_is_told_with_what_was_added_to_it(world: World) -> None:
    laptop = world.laptop()
    given = laptop.give(laptop.register("王小明"))
    report = laptop.add(ReactionReported(given, ["fever"], 480, description="39.1"))
    laptop.add(ReactionAmended(report, [["outcome", None, "recovered"], ["serious", None, True]]))
    (one,) = reported(world, laptop, given)
    assert (one.id, one.dose) == (laptop.hash_at(report), laptop.hash_at(given))
    assert (one.details.description, one.details.outcome) == ("39.1", "recovered")
    assert (one.details.serious, one.follow_ups, one.withdrawn) == (True, 1, False)
    assert (one.device, one.came_s) == (laptop.device, NOW_S)


def test_a_withdrawn_report_says_so_and_a_dose_without_any_has_none(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("王小明")
    first, second = laptop.give(client), laptop.give(client, 30)
    laptop.add(ReactionWithdrawn(laptop.add(ReactionReported(first, ["fever"], 480)), "twice"))
    assert [one.withdrawn for one in reported(world, laptop, first)] == [True]
    assert reported(world, laptop, second) == []
