"""Promises of people: everybody who is due or soon due in the region, and what a line tells."""

from __future__ import annotations

from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.workbook.people import due_people
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.messages.clinic import BIBP, BORN, ground
from tests.hub.workbook.boats import LI, OTHER, TODAY, WANG, boat, give


def test_who_is_due_is_told_longest_first_and_nobody_of_another_region(world: World) -> None:
    boat(world)
    far = world.laptop(b"epoch-02", name=OTHER, region="south")
    give(far, "Far Away", 5)
    world.push_all(far)
    bring_up(world.store, ground(), NOW_S)
    with world.store.reading() as connection:
        found, left_out = due_people(connection, ground(), (1,), TODAY)
    assert ([one.known.details.name for one in found], left_out) == ([LI, WANG], 0)
    known = found[0].known
    assert (known.product, known.person.birth_date, len(known.person.doses)) == (BIBP, BORN, 1)
    assert known.details.phone == "+8613912345678"
