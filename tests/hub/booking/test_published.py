"""Promises of the lists for laptops: their region's, signed, sealed, whole, and soon forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fieldapp.hub.booking import offers, published, seats
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.devices import devices, revoke
from fieldapp.hub.pulls import pulls_for
from fieldapp.hub.regions.publish import publish as publish_people
from fieldapp.hub.regions.stick import write_roster
from fieldapp.wire import bookings as wire
from fieldapp.wire.lease import KIND as LEASE
from fieldapp.wire.lease import open_lease, read_sealed
from fieldapp.wire.messages import SyncRequest
from fieldapp.wire.roster_file import read_blobs
from fieldapp.wire.signed import kind_of
from tests.hub.booking.desk import DAY, HOURS, book, looked_up, open_day, open_place, passport, wish
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop

DAY_S = 86_400
CURSORS = (("lease", 0), ("bookings", 0))


@pytest.fixture
def laptop(world: World) -> FakeLaptop:
    """Of region north, whose place the port clinic is."""
    laptop = world.laptop()
    world.push_all(laptop)
    publish_people(world.store, now_s=NOW_S)
    return laptop


def open_in(world: World, region: str = "north", days: int = 0) -> Session:
    """A day at a place of this region."""
    place = open_place(world.store)
    with world.store.writing() as connection:
        offers.move_place(connection, place, region)
    return open_day(world.store, replace(HOURS, day=DAY - timedelta(days=days)), place=place)


def ask(
    world: World,
    laptop: FakeLaptop,
    cursors: Sequence[tuple[str, int]] = CURSORS,
    now_s: int = NOW_S,
) -> tuple[bytes, ...]:
    with world.store.reading() as connection:
        device = devices(connection)[laptop.device]
    return pulls_for(world.hub, device, SyncRequest(b"n", (), tuple(cursors), 2**20, b""), now_s)


def lists(
    world: World, laptop: FakeLaptop, blobs: Sequence[bytes]
) -> dict[str, tuple[int, tuple[wire.Session, ...]]]:
    """By region: the version, and what it says to this laptop."""
    keys, found = {}, {}
    for raw in blobs:
        kind = kind_of((LEASE, wire.KIND), raw, world.verify_key)
        if kind == LEASE:
            for lent in open_lease(read_sealed(raw, world.verify_key), laptop.key).keys:
                keys[lent.name, lent.id] = lent.key
        elif kind == wire.KIND:
            one = wire.read_bookings(raw, world.verify_key)
            key = keys[f"region/{one.region}", one.key_id]
            found[one.region] = one.version, wire.open_box(one, key)
    return found


def test_a_laptop_hears_who_has_booked_in_its_region(world: World, laptop: FakeLaptop) -> None:
    session, other = open_in(world), open_in(world, "")
    book(world.store, session, 1, slot=1)
    book(world.store, other, 2)
    assert published.publish(world.store, now_s=NOW_S) == 1
    version, (told,) = lists(world, laptop, ask(world, laptop))["north"]
    assert version == NOW_S
    assert (told.no, told.name_en, told.name_zh) == (session.no, "Port clinic", "港口接种点")
    assert [slot.seats for slot in told.slots] == [2, 2, 2]
    (seat,) = told.slots[1].taken
    assert wire.code_text(seat.code) == wish(world.store, session, 1, slot=1).code
    declared = (seat.document, seat.nationality, seat.key_group, seat.social_security)
    assert declared == (passport(1).document, "DEU", "grp-foreigner", False)


def test_what_is_there_is_not_sent_again_and_nothing_is_written_anew(
    world: World, laptop: FakeLaptop
) -> None:
    book(world.store, open_in(world), 1)
    published.publish(world.store, now_s=NOW_S)
    assert published.publish(world.store, now_s=NOW_S + 60) == 0
    there = (*CURSORS, ("bookings/north", NOW_S))
    assert lists(world, laptop, ask(world, laptop, there)) == {}


def test_a_laptop_that_does_not_know_the_lists_is_sent_none(
    world: World, laptop: FakeLaptop
) -> None:
    book(world.store, open_in(world), 1)
    published.publish(world.store, now_s=NOW_S)
    assert lists(world, laptop, ask(world, laptop, [("lease", 0)])) == {}


def test_a_seat_given_back_is_gone_with_the_next_list(world: World, laptop: FakeLaptop) -> None:
    session = open_in(world)
    book(world.store, session, 1)
    book(world.store, session, 2)
    published.publish(world.store, now_s=NOW_S)
    found = looked_up(world.store, wish(world.store, session, 1))
    assert found is not None
    seats.cancel(world.store, found, NOW_S)
    book(world.store, session, 3)
    assert published.publish(world.store, now_s=NOW_S) == 1
    version, (told,) = lists(world, laptop, ask(world, laptop))["north"]
    assert version == NOW_S + 1
    papers = {seat.document for seat in told.slots[0].taken}
    assert papers == {passport(2).document, passport(3).document}


def test_a_session_called_off_is_told_no_more(world: World, laptop: FakeLaptop) -> None:
    session = open_in(world)
    book(world.store, session, 1)
    published.publish(world.store, now_s=NOW_S)
    with world.store.writing() as connection:
        offers.call_off(connection, session.no, NOW_S)
    published.publish(world.store, now_s=NOW_S)
    assert lists(world, laptop, ask(world, laptop))["north"] == (NOW_S + 1, ())


def test_only_the_coming_days_are_told_and_a_day_after_nobody(
    world: World, laptop: FakeLaptop
) -> None:
    session = open_in(world)
    begins_s = session.slots[0].begins_s
    for days, told in ((-8, False), (-7, True), (0, True), (1, True), (2, False)):
        published.publish(world.store, now_s=begins_s + days * DAY_S)
        _, sessions = lists(world, laptop, ask(world, laptop)).get("north", (0, ()))
        assert bool(sessions) is told, days


def test_after_a_laptop_was_shut_out_the_list_stands_under_a_new_key(
    world: World, laptop: FakeLaptop
) -> None:
    book(world.store, open_in(world), 1)
    published.publish(world.store, now_s=NOW_S)
    lost = world.laptop(b"epoch-02", name="Lost")
    revoke(world.store.folder, lost.device, now_s=NOW_S)
    assert published.publish(world.store, now_s=NOW_S) == 1
    assert lists(world, laptop, ask(world, laptop))["north"][1]
    assert ask(world, lost) == ()


def test_what_is_too_much_is_left_out_from_the_farthest(
    world: World, laptop: FakeLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "MOST_SEATS", 1)
    near, far = open_in(world, days=2), open_in(world)
    book(world.store, near, 1)
    book(world.store, far, 2)
    published.publish(world.store, now_s=NOW_S)
    _, told = lists(world, laptop, ask(world, laptop))["north"]
    assert [session.no for session in told] == [near.no]


def test_a_stick_brings_it_too(world: World, laptop: FakeLaptop, tmp_path: Path) -> None:
    session = open_in(world)
    book(world.store, session, 1)
    file = tmp_path / "north.vxd"
    written = write_roster(world.store.folder, file, now_s=lambda: NOW_S)
    assert written.regions == ("north",)
    with file.open("rb") as stream:
        _, (told,) = lists(world, laptop, list(read_blobs(stream)))["north"]
    assert told.no == session.no
    assert passport(1).document.number.encode() not in file.read_bytes()


def test_before_anything_is_lent_nothing_is_published(world: World) -> None:
    world.laptop()
    open_in(world)
    assert published.publish(world.store, now_s=NOW_S) == 0
