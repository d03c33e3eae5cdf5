"""Promises of the equation: which one word each dose record is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails
from fieldapp.hub import schema
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import DoseAmended, DoseNotGiven, DoseVoided
from tests.hub.by_law import erased, listed
from tests.hub.conftest import World
from tests.hub.fake_laptop import OTHER_VACCINE, VACCINE
from tests.hub.fake_laptop import dose as made_up_dose

PAPER = ("passport", "TEST00001")


def test_two_records_of_one_vaccine_a_day_apart_are_a_possible_double(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    first.give(first.register("Test A", PAPER), 8)
    client = second.register("Test A", PAPER)
    doubtful = second.give(client, 9)
    second.give(client, 9, vaccine=OTHER_VACCINE)
    second.give(client, 11)
    world.push_all(second)
    world.push_all(first)
    assert world.numbers() == {"clients": 1, "confirmed": 4, "counted": 2, "contested": 2}
    second.add(DoseVoided(doubtful, "written twice"))
    world.push_all(second)
    assert world.numbers() == {"clients": 1, "confirmed": 4, "counted": 3, "voided": 1}


def told(world: World, *, day: int = 8, lot: str = "TEST-0001") -> dict[str, int]:
    """What comes of a dose that one team gave on 8 May and another was told of."""
    giver, reader = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    giver.give(giver.register("Test A", PAPER), 8)
    client = reader.register("Test A", PAPER)
    reader.add(replace(made_up_dose(client, day), source=2, lot=lot))
    reader.add(replace(made_up_dose(client, 8), source=2, lot=""))
    world.push_all(reader)
    world.push_all(giver)
    return {name: count for name, count in world.numbers().items() if name != "clients"}


def test_a_dose_read_from_a_card_is_no_second_dose(world: World) -> None:
    assert told(world, lot="test-0001 ") == {"confirmed": 3, "counted": 3}


def test_a_card_that_names_another_day_or_lot_is_a_possible_double(world: World) -> None:
    assert told(world, day=9) == {"confirmed": 3, "counted": 1, "contested": 2}


def test_another_lot_on_the_same_day_is_a_possible_double(world: World) -> None:
    assert told(world, lot="OTHER-1") == {"confirmed": 3, "counted": 1, "contested": 2}


def test_a_void_may_come_before_its_dose(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    dose = first.give(first.register("Test A"))
    second.add(DoseVoided(first.ref(dose), "wrong person", "Lead Test"))
    (receipt,) = world.push_all(second)
    assert receipt.quarantined == ((3, "dangling"),)
    world.push_all(first)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "voided": 1}
    assert world.held() == {}


def test_a_dose_waits_for_its_client_from_another_laptop(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    client = first.register("Test A")
    second.give(first.ref(client))
    (receipt,) = world.push_all(second)
    assert receipt.quarantined == ((3, "dangling"),)
    assert world.numbers() == {"confirmed": 1, "quarantined": 1}
    world.push_all(first)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}
    (receipt,) = world.push_all(second)
    assert receipt.quarantined == ()


def test_a_birth_year_alone_makes_no_dose_of_that_year_impossible(world: World) -> None:
    laptop = world.laptop()
    born = date(2021, 1, 1)
    baby = ClientDetails("Test A", birth_date=born, birth_known_to=Precision.YEAR)
    laptop.give(laptop.add(to_fact(baby)), 3)
    world.push_all(laptop)
    assert world.held() == {}
    with world.store.reading() as connection:
        assert connection.scalar(select(schema.client.c.birth_day)) is None, "no day is made up"


def test_every_invalid_dose_is_kept_with_a_reason_and_the_rest_flows(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A", born=date(2021, 5, 5))
    wrong = {
        laptop.give(client, 3): "before-birth",
        laptop.give(client, 12, month=8): "future-date",
        laptop.give(client, 8, vaccine="no-such"): "unknown-vaccine",
        laptop.give(b"?" * 16): "dangling",
        laptop.give(1): "bad-reference",
        laptop.give(999): "bad-reference",
        laptop.add_raw(32, 1, b"\x81\x01"): "unreadable",
        laptop.add_raw(32, 1, b"garbage"): "unreadable",
        laptop.add_raw(32, 9, b"\x80"): "newer-format",
        laptop.register("  "): "missing-name",
        laptop.register("Test B", born=date(2031, 1, 1)): "future-date",
        laptop.add_part(b"\x01", b"\x80"): "unreadable",
    }
    wrong[laptop.give(laptop.seq - 1)] = "client-quarantined"
    laptop.give(client)
    (receipt,) = world.push_all(laptop)
    assert dict(receipt.quarantined) == world.held() == wrong
    assert receipt.head_seq == laptop.seq
    assert world.numbers() == {"clients": 1, "confirmed": 11, "counted": 1, "quarantined": 10}


def test_a_dose_by_nobody_known_waits_until_the_user_is_named(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    laptop.add_raw(*_dose(client), user="nobody.test")
    (receipt,) = world.push_all(laptop)
    assert receipt.quarantined == ((4, "unknown-user"),)


def _dose(client: int) -> tuple[int, int, bytes]:
    from fieldapp.wire.events import encode_body, type_and_version
    from tests.hub.fake_laptop import dose

    fact = dose(client)
    return *type_and_version(fact), encode_body(fact)


def test_an_amendment_frees_a_dose_from_quarantine(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"), vaccine="no-such")
    laptop.add(DoseAmended(dose, "vaccine", "no-such", VACCINE))
    world.push_all(laptop)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_a_void_settles_what_was_in_quarantine(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"), vaccine="no-such")
    laptop.add(DoseVoided(dose, "wrong scan"))
    (receipt,) = world.push_all(laptop)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "voided": 1}
    assert receipt.quarantined == ()


def test_a_dose_not_given_is_no_dose_record(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    laptop.add(DoseNotGiven(client, VACCINE, "fever", 27_000_000, 480, 0))
    world.push_all(laptop)
    assert world.numbers() == {"clients": 1}


def test_an_erased_dose_leaves_nothing_but_its_count(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"))
    erased(world.store, laptop, dose)
    world.push_all(laptop)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "erased": 1}
    with world.store.reading() as connection:
        row = connection.execute(select(schema.dose)).one()
    assert (row.body, row.vaccine, row.client) == (None, None, None)


def test_a_dose_that_comes_erased_is_still_accounted_for(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"))
    listed(world.store, laptop, dose)
    laptop.erase(dose)
    (receipt,) = world.push_all(laptop)
    assert receipt.head_hash == laptop.head.hash
    assert world.numbers() == {"clients": 1, "confirmed": 1, "erased": 1}


def test_a_number_means_an_event_of_its_own_branch(world: World) -> None:
    laptop = world.laptop()
    clone = laptop.copy()
    laptop.give(laptop.register("Test A", PAPER), 1)
    clone.give(clone.register("Test B"), 1)
    for branch in (laptop, clone):
        branch.give(3, 25)
        world.push_all(branch)
    with world.store.reading() as connection:
        clients = list(connection.execute(select(schema.dose.c.client)).scalars())
    assert sorted(map(clients.count, set(clients))) == [2, 2]
