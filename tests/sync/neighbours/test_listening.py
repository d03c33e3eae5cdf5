"""Listening lets in one at a time, survives every stranger, and ends when told."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import pytest

from fieldapp.domain.errors import FieldAppError
from fieldapp.sync.neighbours.address import PORT, Address
from fieldapp.sync.neighbours.calling import call
from fieldapp.sync.neighbours.errors import CannotListen, MeetingCut, NoMembership, NotALaptop
from fieldapp.sync.neighbours.listening import Door, listen
from fieldapp.sync.neighbours.tally import Met
from tests.sync.neighbours.fleet import Boat, Fleet


@dataclass
class Heard:
    """Where a laptop listens, and what came of it."""

    address: Address
    met: list[Met] = field(default_factory=list)
    failed: list[FieldAppError] = field(default_factory=list)


@contextmanager
def listening(boat: Boat) -> Iterator[Heard]:
    """Let a laptop listen on loopback, in a thread, for the length of a `with`."""
    door, stopped = Door("127.0.0.1", 0), threading.Event()
    heard = Heard(door.address)

    def work() -> None:
        listen(
            boat.journal,
            door,
            boat.clock,
            met=heard.met.append,
            failed=heard.failed.append,
            stopped=stopped.is_set,
        )

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield heard
    finally:
        stopped.set()
        thread.join()


def knock(address: Address, words: bytes) -> None:
    """A stranger."""
    with socket.create_connection((address.host, address.port)) as stranger:
        stranger.sendall(words)
        stranger.shutdown(socket.SHUT_WR)
        with suppress(ConnectionResetError):  # what it said was not even read to the end
            stranger.recv(1000)


def test_strangers_are_turned_away_and_the_next_neighbour_let_in(two: tuple[Boat, Boat]) -> None:
    one, other = two
    with listening(other) as heard:
        knock(heard.address, b"GET / HTTP/1.1\r\n\r\n")
        knock(heard.address, b"\x00\x00")
        assert call(one.journal, heard.address, one.clock).name == "Boat 2"
        assert call(one.journal, heard.address, one.clock).name == "Boat 2"
    assert [type(error) for error in heard.failed] == [NotALaptop, MeetingCut]
    assert len(heard.met) == 2


def test_once_told_to_stop_nobody_is_let_in(two: tuple[Boat, Boat]) -> None:
    with listening(two[1]) as heard:
        pass
    with pytest.raises(OSError):
        socket.create_connection((heard.address.host, heard.address.port), 1)


def test_the_usual_port_is_taken_when_it_is_free_and_another_when_not() -> None:
    first = Door("127.0.0.1")
    second = Door("127.0.0.1")
    try:
        assert first.address.port != second.address.port
        with pytest.raises(CannotListen):
            Door("127.0.0.1", second.address.port)
    finally:
        first.close()
        second.close()
    assert PORT


def test_a_place_that_is_not_here_cannot_be_listened_at() -> None:
    with pytest.raises(CannotListen, match=r"192\.0\.2\.1"):
        Door("192.0.2.1")


def test_a_door_that_was_closed_lets_nobody_in() -> None:
    door = Door("127.0.0.1", 0)
    assert door.next_caller() is None
    door.close()
    with pytest.raises(MeetingCut):
        door.next_caller()


def test_who_has_nothing_to_show_does_not_listen(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    door = Door("127.0.0.1", 0)
    with pytest.raises(NoMembership):
        listen(boat.journal, door, boat.clock, met=print, failed=print, stopped=lambda: True)
    door.close()
