"""A line carries whole messages, and gives nobody more time or memory than a meeting needs."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from fieldapp.sync.neighbours.errors import MeetingCut, NotALaptop
from fieldapp.sync.neighbours.line import MEETING_S, STRANGERS_S, SocketLine

Ends = tuple[socket.socket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    near, far = socket.socketpair()
    with near, far:
        yield near, far


def test_messages_arrive_whole_and_are_counted(ends: Ends) -> None:
    here, there = (SocketLine(end) for end in ends)
    for message in (b"one", b"x" * 70_000):
        here.send(message)
        assert there.receive() == message
    assert here.bytes_out == there.bytes_in == 3 + 70_000 + 8


@pytest.mark.parametrize("length", [0, 1 << 21, (1 << 32) - 1])
def test_a_length_that_no_message_has_is_not_waited_for(ends: Ends, length: int) -> None:
    ends[1].sendall(length.to_bytes(4, "big"))
    with pytest.raises(NotALaptop):
        SocketLine(ends[0]).receive()


def test_a_connection_that_ends_is_a_cut(ends: Ends) -> None:
    ends[1].sendall(b"\x00\x00\x00\x09half")
    ends[1].close()
    with pytest.raises(MeetingCut):
        SocketLine(ends[0]).receive()


def test_a_stranger_has_seconds_and_a_neighbour_minutes(ends: Ends) -> None:
    now = [0.0]
    line = SocketLine(ends[0], lambda: now[0])
    now[0] = STRANGERS_S + 1
    with pytest.raises(MeetingCut):
        line.receive()
    now[0] = 0.0
    line.proven()
    now[0] = MEETING_S - 1
    SocketLine(ends[1]).send(b"words")
    assert line.receive() == b"words"
    now[0] = MEETING_S + 1
    with pytest.raises(MeetingCut):
        line.send(b"too late")
