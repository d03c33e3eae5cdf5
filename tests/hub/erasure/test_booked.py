"""Promises of seats: what may be somebody else's stays until somebody says whose it is."""

from __future__ import annotations

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.erasure.booked import Booked, booked, give_back
from fieldapp.wire.client_codec import to_fact
from tests.hub.booking.desk import book, open_day, passport, taken
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def two_with_one_passport(world: World) -> tuple[bytes, bytes]:
    laptop: FakeLaptop = world.laptop()
    both = [
        laptop.add(to_fact(ClientDetails(name, papers, nationality="DEU")))
        for name, papers in (
            ("Canary", (passport(7).document, passport(8).document)),
            ("Canary's Sister", (passport(7).document,)),
        )
    ]
    world.push_all(laptop)
    return laptop.hash_at(both[0]), laptop.hash_at(both[1])


def seats_of(world: World, client: bytes, now_s: int = NOW_S) -> Booked:
    with world.store.reading() as connection:
        return booked(connection, world.store.keys, [client], now_s)


def test_what_is_theirs_is_counted_and_what_is_doubtful_is_shown(world: World) -> None:
    canary, sister = two_with_one_passport(world)
    session = open_day(world.store)
    book(world.store, session, 7)
    book(world.store, session, 8, slot=1)
    of_canary, of_sister = seats_of(world, canary), seats_of(world, sister)
    assert (of_canary.theirs, of_sister.theirs) == (1, 0)
    assert [one.slot.no for one in of_canary.doubtful] == [session.slots[0].no]
    assert of_canary.doubtful == of_sister.doubtful
    assert seats_of(world, canary, NOW_S + 30 * 86_400).doubtful == []


def test_a_doubtful_seat_is_given_back_where_somebody_says_so_and_no_other(world: World) -> None:
    canary, _ = two_with_one_passport(world)
    session = open_day(world.store)
    book(world.store, session, 7)
    book(world.store, session, 9)
    (doubtful,) = seats_of(world, canary).doubtful
    with world.store.writing() as connection:
        keys = world.store.keys
        assert not give_back(connection, keys, [canary], doubtful.no + 1)
        assert give_back(connection, keys, [canary], doubtful.no)
        assert not give_back(connection, keys, [canary], doubtful.no)
    assert taken(world.store, session)[0] == 1
    assert seats_of(world, canary) == Booked(0, [])
