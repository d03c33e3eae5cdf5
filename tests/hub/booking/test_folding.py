"""Promises of who came, as laptops say it: what cannot be is put aside, and the fold is sure."""

from __future__ import annotations

from fieldapp.hub.booking.folding import attended
from fieldapp.wire.facts import BookingAttended
from tests.hub.conftest import World


def came(world: World, session: int = 1) -> set[bytes]:
    with world.store.reading() as connection:
        return attended(connection, session)


def test_the_newest_word_on_a_code_counts(world: World) -> None:
    laptop = world.laptop()
    for code, here in ((b"code1", True), (b"code2", True), (b"code2", False)):
        laptop.add(BookingAttended(1, code, here))
    world.push_all(laptop)
    world.fold()
    assert (came(world), came(world, 2)) == ({b"code1"}, set())


def test_what_is_no_code_counts_for_nobody(world: World) -> None:
    laptop = world.laptop()
    laptop.add(BookingAttended(1, b"too long a code", True))
    laptop.add(BookingAttended(1, b"code1", True))
    world.push_all(laptop)
    world.fold()
    assert came(world) == {b"code1"}
