"""The simulator can see: the mistakes that others have shipped break a promise under it.

All of them: `make simulate-mutants`.
"""

from __future__ import annotations

import pytest

from fieldapp.sync import exchange
from tests.simulation import checker, deeds, neighbour_deeds
from tests.simulation.mutants import MUTANTS, caught_by, mistaken
from tests.simulation.template import KNOWN_VACCINES
from tests.simulation.world import World

MOST_SEEDS = 400
FAMOUS = (
    "hub_signs_before_the_commit",
    "hub_keys_events_by_device_and_number",
    "hub_drops_what_it_cannot_read_and_signs_for_it",
    "hub_takes_two_doses_of_one_day_for_one",
    "laptop_calls_it_done_after_one_answer",
    "hub_keeps_only_the_longest_branch",
    "laptop_takes_a_meeting_for_the_hubs_word",
    "laptop_takes_the_neighbours_list_for_the_newer_one",
)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", FAMOUS)
def test_a_planted_mistake_is_caught(name: str) -> None:
    assert caught_by(name, MOST_SEEDS) is not None


def what_a_void_before_its_dose_breaks() -> list[str]:
    """A history by hand: its laptop changes after the dose, and the newest pages travel first."""
    with World(5) as world:
        laptop = world.laptops[0]
        world.sync(laptop)  # the hub knows the nurse: else the void waits for her, not for the dose
        laptop.register("Test")
        laptop.give(laptop.clients[-1], KNOWN_VACCINES[0])
        deeds.move_to_a_spare_laptop(world, laptop)
        if laptop.doses:
            deeds.strike_through(world, laptop)
        neighbour_deeds.newest_pages_come_first(world, laptop)
        world.sync(laptop)
        return list(
            checker.in_the_end([laptop], world.hub, world.promised, set(), world.lost_by_hub)
        )


def test_a_void_that_comes_before_its_dose_is_seen_when_it_is_dropped() -> None:
    assert not what_a_void_before_its_dose_breaks()
    with mistaken("hub_drops_a_void_that_came_before_its_dose"):
        assert what_a_void_before_its_dose_breaks()


def test_a_planted_mistake_is_gone_afterwards() -> None:
    real = exchange.is_done
    with mistaken("laptop_calls_it_done_after_one_answer"):
        assert exchange.is_done is not real
    assert exchange.is_done is real


def test_enough_mistakes_are_planted() -> None:
    assert len(MUTANTS) >= 24
