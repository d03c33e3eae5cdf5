"""Promises of what comes down: in a fixed order, within the budget, nothing to who is shut out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import insert

from fieldapp.hub.asking import Asking
from fieldapp.hub.booking import offers, published
from fieldapp.hub.devices import devices, revoke
from fieldapp.hub.erasure.tables import erasure
from fieldapp.hub.lots.recalls import Word, recall
from fieldapp.hub.pulls import SOURCES, Source, fill
from fieldapp.hub.regions.publish import publish
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.wire import membership, trust
from fieldapp.wire.messages import MORE
from fieldapp.wire.signed import kind_of
from tests.hub.booking.desk import open_day, open_place
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE, FakeLaptop

KINDS = (membership.KIND, trust.KIND)


def pulled(
    world: World, laptop: FakeLaptop, budget: int, cursors: tuple[tuple[str, int], ...] = ()
) -> list[str | None]:
    """The kinds that come with the answer to a request."""
    box = world.store.keys.box_public
    body = laptop.request(laptop.pages(), box, pull_budget=budget, cursors=cursors)
    pulls = world.read(answer_sync(world.hub, laptop.authorize(body), body)).pulls
    return [kind_of(KINDS, raw, world.verify_key) if raw else "more" for raw in pulls]


def asking(world: World) -> Asking:
    laptop = world.laptop()
    with world.store.reading() as connection:
        return Asking(world.hub, devices(connection)[laptop.device], {}, NOW_S)


def parts(*blobs: bytes) -> Source:
    def source(_asking: Asking) -> Iterator[bytes]:
        yield from blobs

    return source


def test_the_trust_list_comes_before_the_membership(world: World) -> None:
    assert pulled(world, world.laptop(), 32_768) == ["trust", "member"]


def test_a_laptop_that_asks_for_nothing_or_has_everything_gets_nothing(world: World) -> None:
    laptop = world.laptop()
    assert pulled(world, laptop, 0) == []
    assert pulled(world, laptop, 32_768, (("trust", NOW_S), ("member", NOW_S))) == []


def test_a_laptop_that_is_shut_out_gets_nothing(world: World) -> None:
    lost = world.laptop()
    revoke(world.store.folder, lost.device, now_s=NOW_S)
    assert pulled(world, lost, 32_768) == []


def test_what_has_no_room_waits_and_is_announced(world: World) -> None:
    assert pulled(world, world.laptop(), 1) == ["more"]


def test_of_one_source_nothing_overtakes_and_another_still_fits(world: World) -> None:
    first, second = parts(b"aaaa", b"bbbbbbbb", b"c"), parts(b"dd")
    at = asking(world)
    assert fill(at, 7, (first, second)) == (b"aaaa", b"dd", MORE)
    assert fill(at, 99, (first, second)) == (b"aaaa", b"bbbbbbbb", b"c", b"dd")


def test_every_source_can_be_asked(world: World) -> None:
    publish(world.store, now_s=NOW_S)
    with world.store.writing() as connection:
        recall(connection, VACCINE, "TEST-0001", Word("lu.qing", NOW_S, "quality"))
        erased = {"version": 1, "at_s": NOW_S, "login": "lu.qing", "basis": "request", "why": ""}
        connection.execute(insert(erasure).values(**erased))
    leased = replace(asking(world), cursors={"lease": 0, "bookings": 0})
    place = open_place(world.store)
    with world.store.writing() as connection:
        offers.move_place(connection, place, "north")
    open_day(world.store, place=place)
    published.publish(world.store, now_s=NOW_S)
    assert all(list(source(leased)) for source in SOURCES)
