"""Both records of a case say everything they hold, also one that counts for nothing."""

from __future__ import annotations

from fieldapp.hub.cases.sides import sides_of
from fieldapp.wire.facts import DoseAmended, DoseRecorded, DoseVoided
from tests.hub.cases.made import double
from tests.hub.conftest import World
from tests.hub.fake_laptop import NURSE


def test_each_side_says_what_its_record_does_as_amended(world: World) -> None:
    made = double(world)
    made.other.add(DoseAmended(4, "lot", "TEST-0001", "TEST-0002"))
    made.other.add(DoseVoided(4, "written twice"))
    world.push_all(made.other)
    with world.store.reading() as connection:
        one, other = sides_of(connection, [made.first, made.second])
        (person, *nobody) = sides_of(connection, [made.one.hash_at(3), b"no such"])
    assert one.is_dose and one.person == other.person
    assert (one.device, one.seq, one.recorded_by) == (made.one.device, 4, NURSE)
    assert one.details is not None and one.details.name == "Wang Xiaoming"
    assert isinstance(one.dose, DoseRecorded) and isinstance(other.dose, DoseRecorded)
    assert (one.dose.lot, other.dose.lot, other.struck) == (
        "TEST-0001", "TEST-0002", ("written twice",),
    )  # fmt: skip
    assert (person.is_dose, len(person.doses), nobody) == (False, 1, [])


def test_a_dose_that_counts_for_nothing_is_still_to_be_read(world: World) -> None:
    laptop = world.laptop()
    seq = laptop.give(b"nobody known here"[:16])
    world.push_all(laptop)
    with world.store.reading() as connection:
        (side,) = sides_of(connection, [laptop.hash_at(seq)])
    assert (side.state, side.client, side.details) == ("quarantined", None, None)
    assert isinstance(side.dose, DoseRecorded) and side.dose.lot == "TEST-0001"


def test_whose_dose_it_is_is_said_also_while_it_counts_for_nothing(world: World) -> None:
    laptop = world.laptop()
    seq = laptop.give(laptop.register("Wang Xiaoming"), vaccine="no-such")
    world.push_all(laptop)
    with world.store.reading() as connection:
        (side,) = sides_of(connection, [laptop.hash_at(seq)])
    assert side.details is not None and side.details.name == "Wang Xiaoming"
