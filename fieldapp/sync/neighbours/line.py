"""Messages over a connection, each behind its length, within bounded size and time."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import Protocol

from fieldapp.sync.neighbours.errors import MeetingCut, NotALaptop
from fieldapp.wire.handshake import SEAL_BYTES
from fieldapp.wire.neighbour import MAX_MESSAGE_BYTES

STRANGERS_S = 8.0
"""For hails and proofs: who proves nothing keeps nobody waiting."""
MEETING_S = 120.0
QUIET_S = 15.0
_LENGTH_BYTES = 4
_MOST_BYTES = MAX_MESSAGE_BYTES + SEAL_BYTES


class Line(Protocol):
    """A connection to the other end that carries whole messages."""

    def send(self, message: bytes) -> None:
        """Raises MeetingCut."""
        ...

    def receive(self) -> bytes:
        """The next message. Raises MeetingCut, NotALaptop."""
        ...

    def proven(self) -> None:
        """The other end is one of ours: it gets the time of a meeting."""
        ...


class SocketLine:
    """A `Line` over TCP; the time of the whole meeting is bounded, and so is every silence."""

    def __init__(
        self, connection: socket.socket, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._connection, self._monotonic = connection, monotonic
        self._deadline = monotonic() + STRANGERS_S
        self.bytes_out = self.bytes_in = 0

    def proven(self) -> None:
        """From now on the time of a meeting counts."""
        self._deadline = self._monotonic() + MEETING_S

    def send(self, message: bytes) -> None:
        """Raises MeetingCut."""
        data = len(message).to_bytes(_LENGTH_BYTES, "big") + message
        try:
            self._connection.settimeout(self._time_left())
            self._connection.sendall(data)
        except OSError as error:
            raise MeetingCut from error
        self.bytes_out += len(data)

    def receive(self) -> bytes:
        """Raises MeetingCut, and NotALaptop for a length that no message has."""
        length = int.from_bytes(self._exactly(_LENGTH_BYTES), "big")
        if not 0 < length <= _MOST_BYTES:
            raise NotALaptop
        return self._exactly(length)

    def _exactly(self, size: int) -> bytes:
        received = bytearray()
        while len(received) < size:
            try:
                self._connection.settimeout(self._time_left())
                piece = self._connection.recv(min(size - len(received), 1 << 16))
            except OSError as error:
                raise MeetingCut from error
            if not piece:
                raise MeetingCut
            received += piece
        self.bytes_in += size
        return bytes(received)

    def _time_left(self) -> float:
        left = self._deadline - self._monotonic()
        if left <= 0:
            raise MeetingCut
        return min(left, QUIET_S)
