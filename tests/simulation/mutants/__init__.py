"""Known mistakes of sync protocols, planted one by one: a simulator that misses one is blind there.

Each is a few lines put in place of ours, as others have shipped them. `caught_by` says which seed
breaks a promise first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from tests.simulation.mutants import erasures, hubs, laptops, neighbours
from tests.simulation.mutants.planting import Planted
from tests.simulation.world import Broken, World

MUTANTS: Mapping[str, Callable[[Planted], None]] = {
    mutant.__name__: mutant
    for room in (hubs, laptops, neighbours, erasures)
    for mutant in room.MISTAKES
}
BY_HAND = {mutant.__name__: mutant for mutant in erasures.BY_HAND}


@contextmanager
def mistaken(name: str) -> Iterator[None]:
    """Plant one mistake for the length of a `with`."""
    planted = Planted()
    try:
        {**MUTANTS, **BY_HAND}[name](planted)
        yield
    finally:
        planted.undo()


def caught_by(name: str, seeds: int, first: int = 0) -> int | None:
    """The first seed whose history breaks a promise under this mistake; None when none does."""
    for seed in range(first, first + seeds):
        with mistaken(name), World(seed) as world:
            try:
                world.run()
            except Broken:
                return seed
    return None
