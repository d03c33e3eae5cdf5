"""Promises of the log: a row an attempt and laptop, refusals too, and no write of its own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from fieldapp.hub.claims import take_beacon
from fieldapp.hub.stick import read_stick
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.sync_log.keeping import write_waiting
from fieldapp.hub.sync_log.tables import sync_attempt
from fieldapp.wire.beacon import Beacon, laptops_key, write_beacon
from fieldapp.wire.bundle import write_bundle
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def rows(world: World) -> list[dict[str, Any]]:
    write_waiting(world.hub)
    with world.store.reading() as connection:
        found = connection.execute(select(sync_attempt).order_by(sync_attempt.c.no))
        return [dict(row._mapping) for row in found]


def test_what_came_and_what_became_of_it(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test"))
    world.push(laptop, *laptop.pages(2))
    world.push(laptop, *laptop.pages(2))
    world.push(laptop)
    first, again, nothing = rows(world)
    told = (first["device"], first["road"], first["result"], first["pages_new"])
    assert told == (1, "internet", "received", 2)
    assert (first["records_new"], first["first_seq"], first["last_seq"]) == (4, 1, 4)
    assert first["bytes_in"] > 0 and first["bytes_out"] > 0 and first["took_ms"] >= 0
    assert (again["result"], again["pages_known"], again["records_new"]) == ("known", 2, 0)
    assert nothing["result"] == "nothing-new"


def test_a_page_of_a_laptop_with_a_number_that_nobody_has_stops_nothing(world: World) -> None:
    laptop, stranger = world.laptop(), FakeLaptop(device=2**40).start()
    assert world.push(laptop, *laptop.pages(), *stranger.pages()).status == 200
    own, strange = rows(world)
    assert (own["device"], own["result"]) == (1, "received")
    assert (strange["device"], strange["result"]) == (None, "not-genuine")


def test_a_page_without_the_one_before_is_lacking(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test"))
    world.push(laptop, laptop.page(3, 4))
    (row,) = rows(world)
    assert (row["result"], row["pages_lacking"], row["pages_new"]) == ("lacking", 1, 0)


def test_what_a_neighbour_brings_is_a_row_of_its_owner(world: World) -> None:
    carrier, owner = world.laptop(), world.laptop(b"epoch-02")
    world.push(carrier, *owner.pages())
    own, brought = rows(world)
    assert (own["device"], own["via"], own["result"]) == (carrier.device, None, "nothing-new")
    assert (brought["device"], brought["via"], brought["road"]) == (
        owner.device, carrier.device, "neighbour",
    )  # fmt: skip
    assert brought["records_new"] == owner.seq


def test_refusals_are_noted_and_only_proven_laptops_are_named(world: World) -> None:
    laptop = world.laptop()
    body = laptop.request([], world.store.keys.box_public)
    answer_sync(world.hub, "nonsense", body)
    answer_sync(world.hub, laptop.authorize(body), body + b"x")
    answer_sync(world.hub, laptop.authorize(body, time_s=NOW_S - 9999), body)
    told = [(row["result"], row["device"]) for row in rows(world)]
    assert told == [("unsigned", None), ("bad-signature", None), ("clock", laptop.device)]


def test_a_page_that_is_not_genuine_is_counted_and_the_rest_flows(world: World) -> None:
    laptop, other = world.laptop(), world.laptop(b"epoch-02")
    forged = other.page(1, 2)
    forged = type(forged)(
        laptop.device, forged.epoch, forged.first_seq, forged.last_seq, forged.device_time,
        forged.signature, forged.frame_bytes,
    )  # fmt: skip
    world.push(laptop, forged, *laptop.pages())
    (row,) = rows(world)
    assert (row["result"], row["pages_refused"], row["pages_new"]) == ("not-genuine", 1, 1)


def test_a_stick_and_a_beacon_are_roads_too(world: World) -> None:
    laptop = world.laptop()
    file = world.store.folder / "boat.vxb"
    file.write_bytes(write_bundle(laptop.pages(), world.store.keys.box_public))
    read_stick(world.store.folder, file, now_s=lambda: NOW_S)
    key = laptops_key(laptop.key, world.store.keys.box_public)
    said = Beacon(laptop.device, 18_000, laptop.epoch, 9, laptop.hash_at(2)[:12], 3)
    take_beacon(world.store.folder, write_beacon(said, key), now_s=lambda: NOW_S)
    stick, beacon = rows(world)
    assert (stick["road"], stick["device"], stick["result"]) == ("stick", 1, "received")
    assert (beacon["road"], beacon["device"]) == ("beacon", 1)


def test_the_log_holds_as_many_writes_as_there_were_before(world: World) -> None:
    """What waits goes along with the next transaction of a sync."""
    laptop = world.laptop()
    answer_sync(world.hub, "nonsense", b"x")
    assert world.hub.attempts
    world.push_all(laptop)
    with world.store.reading() as connection:
        results = connection.execute(select(sync_attempt.c.result)).scalars().all()
    assert sorted(results) == ["received", "unsigned"]
