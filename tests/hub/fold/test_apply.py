"""Promises about single events: one that cannot count never stops the next."""

from __future__ import annotations

from fieldapp.hub.erasure import law
from fieldapp.hub.erasure.erasing import Order, erase
from fieldapp.hub.verify import verify
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
from tests.hub.by_law import erased
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE


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
    erased(world.store, laptop, client)
    world.push_all(laptop)
    assert world.numbers() == {"confirmed": 1, "counted": 1}
    with world.store.reading() as connection:
        for table in ("client", "document", "dose"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert "Canary" not in repr(rows) and "TEST00001" not in repr(rows)


def test_a_laptop_cannot_erase_what_the_hub_never_decided_to(world: World) -> None:
    laptop, stolen = world.laptop(), world.laptop()
    dose = laptop.give(laptop.register("Test A"))
    world.push_all(laptop)
    claim = stolen.add(Erased(laptop.ref(dose), "test"))
    world.push_all(stolen)
    assert world.held() == {claim: "erasure-undecided"}
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_what_a_laptop_claimed_counts_once_the_hub_has_decided_it(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    laptop.give(client)
    claim = laptop.add(Erased(client, "PIPL 47"), user="system")
    world.push_all(laptop)
    assert world.held() == {claim: "erasure-undecided"}
    order = Order(laptop.hash_at(client), "never-true", "asked for", "lu.qing")
    assert erase(world.store, order, law.shipped(), NOW_S) is not None
    assert world.held() == {}
    assert verify(world.store.folder).problems == []
