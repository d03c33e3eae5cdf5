"""Histories of an erasure by hand, right as we do it, and broken by the mistakes it invites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.erasure.wishes import WITH_A_DOSE
from fieldapp.journal.erasure.bodies import destroy
from fieldapp.sync.pace import Pace
from fieldapp.sync.stick import write_stick
from tests.simulation import checker, hub_deeds
from tests.simulation.deeds import keep_copy
from tests.simulation.erasure_deeds import (
    decide_what_waits,
    erase_a_person,
    erased_of,
    what_is_left,
    what_waits,
)
from tests.simulation.laptops import SimLaptop
from tests.simulation.mutants import mistaken
from tests.simulation.template import KNOWN_VACCINES
from tests.simulation.world import World


def somebody(world: World, laptop: SimLaptop) -> None:
    laptop.register("测试")
    laptop.give(laptop.clients[-1], KNOWN_VACCINES[0])


def erased(world: World, laptop: SimLaptop) -> None:
    erase_a_person(world, laptop)
    assert len(erased_of(world.hub)) == 2


def by_a_stick_of_another(world: World) -> list[str]:
    """The list comes before the receipts: the hub has the records, this laptop cannot prove it."""
    mine, other = world.laptops[:2]
    somebody(world, mine)
    for laptop in (mine, other):
        file = world.new_folder().with_suffix(".vxb")
        write_stick(laptop.open(), file, laptop.clock)
        answer = world.hub.read_stick(file).answer
        if laptop is mine:
            erased(world, mine)
    mine.read_stick(answer)
    return list(checker.at_every_moment(mine, world.hub, set()))


def put_back_to_before(world: World) -> list[str]:
    """The folder of the laptop is put back to a state before the erasure."""
    laptop = world.laptops[0]
    somebody(world, laptop)
    world.sync(laptop, Pace())
    keep_copy(world, laptop)
    erased(world, laptop)
    world.sync(laptop, Pace())
    laptop.put_back(laptop.copies[0], anchor_stays=False)
    return after_a_sync(world, laptop)


def hub_put_back_to_before(world: World) -> list[str]:
    """The hub's database is put back to one from before the erasure; the ledger is there."""
    laptop = world.laptops[0]
    somebody(world, laptop)
    world.sync(laptop, Pace())
    hub_deeds.back_hub_up(world, laptop)
    erased(world, laptop)
    hub_deeds.put_hub_back(world, laptop)
    return after_a_sync(world, laptop)


def brought_again(world: World) -> list[str]:
    """A hub that has lost the records gets them again by the same stick as at first."""
    laptop, file = world.laptops[0], world.new_folder().with_suffix(".vxb")
    hub_deeds.back_hub_up(world, laptop)
    somebody(world, laptop)
    write_stick(laptop.open(), file, laptop.clock)
    world.hub.read_stick(file)
    erased(world, laptop)
    hub_deeds.put_hub_back(world, laptop)
    world.hub.read_stick(file)
    return after_a_sync(world, laptop)


def told_of_later(world: World) -> list[str]:
    """A dose of the person is recorded where nobody has heard of the erasure yet."""
    laptop = world.laptops[0]
    somebody(world, laptop)
    world.sync(laptop, Pace())
    erased(world, laptop)
    laptop.give(laptop.clients[-1], KNOWN_VACCINES[0])
    world.sync(laptop, Pace())
    found = list(waits_for_a_person(world))
    decide_what_waits(world)
    found += unless_erased(world, 3)
    return found + after_a_sync(world, laptop)


def emptied_on_its_way(world: World) -> list[str]:
    """Whoever has a laptop's keys empties a record before the hub has heard it."""
    laptop = world.laptops[0]
    world.sync(laptop, Pace())
    somebody(world, laptop)
    journal = laptop.open()
    pos, id_ = journal.db.rows("SELECT no, event_id FROM dose ORDER BY no DESC LIMIT 1")[0]
    with journal.db.transaction():
        destroy(journal.db, [pos])
        journal.forget_seed()
    world.sync(laptop, Pace())
    confirmed = bytes(id_) in checker.what_is_called_confirmed(laptop)
    found = ["a record that says nothing is called confirmed"] if confirmed else []
    return found + list(checker.proofs([], world.hub))


def waits_for_a_person(world: World) -> Iterator[str]:
    """Nothing of it goes unasked; it is asked for once, and the dose was given: it counts once."""
    world.hub.keep()
    world.hub.keep()
    yield from unless_erased(world, 2)
    waiting = what_waits(world.hub)
    if [wish.why for wish in waiting] != [WITH_A_DOSE]:
        yield f"{len(waiting)} erasures wait for a decision"
    states = Counter(state for (state,) in world.hub.rows(select(schema.dose.c.state)))
    if states != {"erased": 1, "counted": 1}:
        yield f"the doses at the hub are {dict(states)}"
    yield from checker.proofs(world.laptops[:1], world.hub)


def unless_erased(world: World, wanted: int) -> list[str]:
    number = len(erased_of(world.hub))
    return [] if number == wanted else [f"{number} events are erased, not {wanted}"]


def after_a_sync(world: World, laptop: SimLaptop) -> list[str]:
    for _ in range(2):  # what came of the first, the second brings
        world.sync(laptop, Pace())
    found = list(what_is_left(world.hub, [laptop], world.erased))
    return found + list(checker.proofs([laptop], world.hub))


History = Callable[[World], list[str]]
HISTORIES: dict[History, tuple[str, ...]] = {
    by_a_stick_of_another: ("laptop_erases_what_no_receipt_covers",),
    put_back_to_before: ("laptop_keeps_the_number_of_its_list_apart_from_its_records",),
    hub_put_back_to_before: ("hub_put_back_forgets_whom_it_erased",),
    brought_again: ("hub_takes_a_body_back",),
    emptied_on_its_way: ("hub_takes_pages_that_say_nothing",),
    told_of_later: (
        "hub_erases_a_dose_that_nobody_has_seen",
        "hub_forgets_to_ask_about_what_came_later",
    ),
}


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: str(history.__name__))
def test_every_history_of_an_erasure_ends_as_promised(history: History) -> None:
    with World(5) as world:
        assert history(world) == []


@pytest.mark.parametrize(
    ("history", "mistake"), [(h, m) for h, all_of in HISTORIES.items() for m in all_of]
)
def test_a_mistake_in_it_is_seen(history: History, mistake: str) -> None:
    with mistaken(mistake), World(5) as world:
        assert history(world)
