"""Promises of the list of erasures: newest first, with what is kept and who has carried it out."""

from __future__ import annotations

from sqlalchemy import insert

from fieldapp.hub.devices import revoke
from fieldapp.hub.erasure import reading
from fieldapp.hub.erasure.tables import erasure_heard
from tests.hub.conftest import World
from tests.hub.erasure.people import LATER_S, erased, record_everything
from tests.hub.fake_laptop import NOW_S


def test_each_erasure_tells_how_much_went_and_until_when_the_rest_is_kept(world: World) -> None:
    laptop = world.laptop()
    canary = record_everything(laptop)
    other = laptop.hash_at(laptop.register("Other"))
    world.push_all(laptop)
    first = erased(world, canary.client, "request")
    second = erased(world, other, "ordered")
    with world.store.reading() as connection:
        newest, oldest = reading.erasures(connection, most=9)
        assert reading.erasures(connection, skip=1, most=9) == [oldest]
        assert reading.count(connection) == 2
    assert (newest.version, newest.events, newest.kept, newest.until_day) == (
        second.version, 1, 0, None,
    )  # fmt: skip
    assert (oldest.basis, oldest.events, oldest.kept) == ("request", first.events, first.kept)
    assert oldest.until_day is not None and oldest.login == "lu.qing"


def test_which_laptops_have_carried_it_out_and_which_never_will(world: World) -> None:
    done, waiting, lost = (world.laptop(bytes([n]) * 8) for n in range(3))
    client = done.hash_at(done.register("Canary"))
    world.push_all(done)
    version = erased(world, client).version
    revoke(world.store.folder, lost.device, now_s=NOW_S)
    with world.store.writing() as connection:
        row = {"device": done.device, "holds": version, "holds_s": LATER_S}
        connection.execute(insert(erasure_heard).values(**row))
    with world.store.reading() as connection:
        found = reading.spread(connection, version)
    assert [one.device for one in found.done] == [done.device]
    assert [one.device for one in found.waiting] == [waiting.device]
    assert [one.device for one in found.shut_out] == [lost.device]


def test_a_laptop_that_has_done_more_than_the_hub_knows_is_named(world: World) -> None:
    one, other = world.laptop(name="Boat One"), world.laptop(b"epoch-02", name="Boat Two")
    client = one.hash_at(one.register("Canary"))
    world.push_all(one)
    version = erased(world, client).version
    for laptop, holds in ((one, version), (other, version + 9)):
        row = {"device": laptop.device, "holds": holds, "holds_s": LATER_S}
        with world.store.writing() as connection:
            connection.execute(insert(erasure_heard).values(**row))
    with world.store.reading() as connection:
        assert [found.name for found in reading.ahead(connection)] == ["Boat Two"]
