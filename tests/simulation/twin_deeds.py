"""What comes of a laptop that was copied while both go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.laptops import SimClock, SimLaptop
from tests.simulation.neighbour_deeds import meet

if TYPE_CHECKING:
    from tests.simulation.world import World

MOST_LAPTOPS = 5


def clone(world: World, laptop: SimLaptop) -> None:
    """Somebody copies the laptop, and works on with both."""
    if len(world.laptops) < MOST_LAPTOPS:
        _copy_of(world, laptop)


def twins_meet_one_neighbour(world: World, laptop: SimLaptop) -> None:
    """A laptop and its copy each register somebody, and hand it to the same third."""
    twin = _twin_of(world, laptop)
    others = [other for other in world.living() if other not in (laptop, twin)]
    if twin is None or not others:
        return
    third = world.random.choice(others)
    for one in (laptop, twin):
        for _ in range(world.random.randint(1, 2)):
            one.register(f"Test {world.random.randrange(1000)}")
        meet(world, one, third)


def _twin_of(world: World, laptop: SimLaptop) -> SimLaptop | None:
    """The copy that is about already, or one made this morning."""
    for other in world.living():
        if other.name == _name_of_copy(laptop):
            return other
    return _copy_of(world, laptop) if len(world.laptops) < MOST_LAPTOPS else None


def _copy_of(world: World, laptop: SimLaptop) -> SimLaptop:
    laptop.open()
    home = world.new_folder()
    laptop.copy_to(home)
    clock = SimClock(world.time_s)
    other = SimLaptop(_name_of_copy(laptop), home, laptop.key, clock, world.random.randbytes)
    world.laptops.append(other)
    other.open()
    return other


def _name_of_copy(laptop: SimLaptop) -> str:
    return f"{laptop.name}'s clone"
