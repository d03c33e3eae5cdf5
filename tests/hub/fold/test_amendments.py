"""Promises about corrections that meet each other."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.wire.facts import ClientAmended, DoseAmended, EpochBegan
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop


def lots(world: World) -> list[str]:
    with world.store.reading() as connection:
        return list(connection.execute(select(schema.dose.c.lot)).scalars())


def amend_lot(laptop: FakeLaptop, dose: int | bytes, old: str, new: str) -> None:
    laptop.add(DoseAmended(dose, "lot", old, new))


def test_the_last_correction_of_one_laptop_stands(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"))
    amend_lot(laptop, dose, "TEST-0001", "TEST-0002")
    amend_lot(laptop, dose, "TEST-0002", "TEST-0001")
    world.push_all(laptop)
    assert lots(world) == ["TEST-0001"]
    assert world.numbers()["counted"] == 1


def test_corrections_that_did_not_know_of_each_other_are_contested(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    dose = first.give(first.register("Test A"))
    amend_lot(first, dose, "TEST-0001", "TEST-0002")
    amend_lot(second, first.ref(dose), "TEST-0001", "TEST-0003")
    world.push_all(second)
    world.push_all(first)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "contested": 1}
    amend_lot(second, first.ref(dose), "TEST-0002", "TEST-0004")
    world.push_all(second)
    assert lots(world) == ["TEST-0004"]
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_a_later_epoch_of_one_laptop_has_the_last_word(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"))
    amend_lot(laptop, dose, "TEST-0001", "TEST-0002")
    later = FakeLaptop(laptop.device, laptop.key, epoch=b"epoch-09")
    end = laptop.head
    later.add(EpochBegan(end.epoch, end.seq, end.hash, "restored"), user="system")
    amend_lot(later, laptop.ref(dose), "TEST-0001", "TEST-0003")
    world.push_all(later)
    world.push_all(laptop)
    assert lots(world) == ["TEST-0003"]
    assert world.numbers()["counted"] == 1


def test_a_client_corrected_two_ways_contests_the_doses(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    client = first.register("Test A")
    first.give(client)
    first.add(ClientAmended(client, "phone", None, "13000000001"))
    second.add(ClientAmended(first.ref(client), "phone", None, "13000000002"))
    world.push_all(first)
    world.push_all(second)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "contested": 1}


def test_a_correction_of_no_known_field_is_put_aside(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"))
    laptop.add(DoseAmended(dose, "no_such", 1, 2))
    laptop.add(DoseAmended(dose, "lot", "TEST-0001", 2))
    laptop.add(DoseAmended(dose, "client", 3, b"?" * 16))
    world.push_all(laptop)
    assert world.held() == {5: "unreadable", 6: "unreadable", 7: "dangling"}
    assert world.numbers()["counted"] == 1


def test_a_dose_moves_to_the_client_it_was_really_given_to(world: World) -> None:
    laptop = world.laptop()
    wrong, right = laptop.register("Test A"), laptop.register("Test B")
    dose = laptop.give(wrong)
    laptop.add(DoseAmended(dose, "client", wrong, right))
    world.push_all(laptop)
    with world.store.reading() as connection:
        client = connection.execute(select(schema.dose.c.client)).scalar_one()
    assert client == laptop.hash_at(right)
