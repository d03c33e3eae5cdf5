"""Promises about single events: one that cannot count never stops the next."""

from __future__ import annotations

from fieldapp.wire.facts import (
    ClientAmended,
    ClientLinked,
    DoseVoided,
    EpochBegan,
    Erased,
    SessionOpened,
    UserAdded,
    VialOpened,
)
from tests.hub.conftest import World
from tests.hub.fake_laptop import VACCINE


def test_everyday_events_need_nobody(world: World) -> None:
    laptop = world.laptop()
    laptop.add(SessionOpened("boat-test-0508", "Test pier", 1, "cn-test"))
    laptop.add(VialOpened(VACCINE, "TEST-0001", 19_000, 5))
    laptop.add(UserAdded("second.test", "Second Test", "recorder"), user="system")
    laptop.add_raw(99, 1, b"of a newer program")
    world.push_all(laptop)
    assert world.held() == {}


def test_what_refers_to_the_wrong_kind_of_thing_is_put_aside(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    dose = laptop.give(client)
    wrong = [
        laptop.add(DoseVoided(client, "test")),
        laptop.add(ClientAmended(dose, "name", "a", "b")),
        laptop.add(ClientLinked(client, client, "test")),
        laptop.add(ClientLinked(dose, client, "test")),
        laptop.add(EpochBegan(b"epoch-00", 1, b"?" * 32, "restored"), user="system"),
    ]
    dangling = laptop.add(Erased(b"?" * 16, "test"))
    world.push_all(laptop)
    assert world.held() == dict.fromkeys(wrong, "bad-reference") | {dangling: "dangling"}
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_an_erased_person_is_gone_and_the_dose_still_counts(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test Canary", ("passport", "TEST00001"))
    laptop.give(client)
    laptop.add(Erased(client, "PIPL 47"))
    world.push_all(laptop)
    assert world.numbers() == {"confirmed": 1, "counted": 1}
    with world.store.reading() as connection:
        for table in ("client", "document", "dose"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert "Canary" not in repr(rows) and "TEST00001" not in repr(rows)
