"""Whatever happens to laptops, hub and roads: every dose with a surviving copy is counted once."""

from __future__ import annotations

import pytest

from tests.simulation.world import World

SEEDS, CHUNK = 2000, 40


@pytest.mark.parametrize("first", range(0, SEEDS, CHUNK))
def test_no_history_loses_or_doubles_a_dose(first: int) -> None:
    for seed in range(first, first + CHUNK):
        with World(seed) as world:
            world.run()


def test_a_seed_tells_the_same_history_every_time() -> None:
    told = []
    for _ in range(2):
        with World(12) as world:
            world.run()
            told.append((world.history, world.happened, sorted(world.hub.ids())))
    assert told[0] == told[1]


def test_every_fault_is_really_put_in() -> None:
    happened: dict[str, int] = {}
    for seed in range(150):
        with World(seed) as world:
            for what, count in world.run().happened.items():
                happened[what] = happened.get(what, 0) + count
    from tests.simulation.crashes import Strike
    from tests.simulation.deeds import DEEDS
    from tests.simulation.roads import Fault

    wanted = [deed.__name__ for deed in DEEDS] + list(Strike) + [f for f in Fault if f != "none"]
    assert not [what for what in wanted if not happened.get(what)]
