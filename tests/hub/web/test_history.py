"""Promises of a history: nothing is left out, and who struck or corrected it is named with why."""

from __future__ import annotations

from datetime import date

from fieldapp.hub.web.history import History, read_history
from fieldapp.wire.facts import ClientAmended, ClientLinked, ClientUnlinked, DoseAmended, DoseVoided
from tests.hub.conftest import World
from tests.hub.fake_laptop import NURSE, FakeLaptop


def history(world: World, laptop: FakeLaptop, client: int) -> History:
    with world.store.reading() as connection:
        found = read_history(connection, laptop.hash_at(client))
    assert found is not None
    return found


def test_what_was_struck_through_stays_with_reason_and_name(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Wang Xiaoming")
    first, second = laptop.give(client, 8), laptop.give(client, 20)
    laptop.add(DoseVoided(first, "wrong person"))
    laptop.add(DoseAmended(second, "lot", "TEST-0001", "TEST-0002"))
    world.push_all(laptop)
    told = history(world, laptop, client)
    newest, oldest = told.doses
    assert (newest.state, oldest.state) == ("counted", "voided")
    ((reason, word),) = oldest.struck
    assert (reason, word.by, word.device) == ("wrong person", NURSE, laptop.device)
    (corrected,) = newest.corrections
    assert (corrected.field, corrected.old, corrected.new) == ("lot", "TEST-0001", "TEST-0002")
    assert (newest.lot, corrected.word.by) == ("TEST-0002", NURSE)


def test_registrations_of_one_person_stand_beside_each_other(world: World) -> None:
    laptop = world.laptop()
    one = laptop.register("Wang Xiaoming", ("passport", "G12345678"))
    other = laptop.register("Li Si")
    laptop.add(ClientLinked(one, other, "same face"))
    laptop.add(ClientAmended(other, "name", "Li Si", "Wang Xiao Ming"))
    world.push_all(laptop)
    told = history(world, laptop, other)
    assert told == history(world, laptop, one)
    assert {r.details.name for r in told.registrations if r.details} == {
        "Wang Xiaoming", "Wang Xiao Ming",
    }  # fmt: skip
    (decision,) = told.decisions
    assert (decision.same, decision.why, decision.word.by) == (True, "same face", NURSE)
    laptop.add(ClientUnlinked(one, other, "brothers"))
    world.push_all(laptop)
    told = history(world, laptop, one)
    assert told.name == "Wang Xiaoming"
    assert [(one.same, one.why) for one in told.decisions] == [
        (True, "same face"), (False, "brothers"),
    ]  # fmt: skip


def test_what_is_held_back_says_why(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Born Later", born=date(2021, 6, 1))
    laptop.give(client, 8)
    world.push_all(laptop)
    (dose,) = history(world, laptop, client).doses
    assert dose.state == "quarantined" and dose.why_held


def test_nobody_is_nobody(world: World) -> None:
    with world.store.reading() as connection:
        assert read_history(connection, b"nobody") is None
