"""Whatever happens to laptops, hub and roads: every dose with a surviving copy is counted once."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub.making import open_or_make
from fieldapp.hub.store import DATABASE_FILE, Store
from tests.simulation.crashes import PLANS, Plan, PowerCut, Strike, install
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


@pytest.mark.parametrize("strike", [Strike.BEFORE, Strike.AFTER])
@pytest.mark.parametrize("kind", ["writing", "taking_in", "folding", "folding_if_free"])
def test_the_hub_s_power_can_fail_in_every_kind_of_transaction(
    kind: str, strike: Strike, tmp_path: Path
) -> None:
    install()
    store: Store = open_or_make(tmp_path / "hub")
    PLANS[tmp_path / "hub" / DATABASE_FILE] = Plan(strike, 1)
    of_devices = [[7]] if kind == "taking_in" else []
    with pytest.raises(PowerCut), getattr(store, kind)(*of_devices):
        pass
    store.close()


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
