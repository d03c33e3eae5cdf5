"""The other end of a meeting: waits at a door, one meeting at a time, until told to stop.

The door is open only while a person wants it to be.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import closing

from fieldapp.domain.clock import Clock
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal.journal import Journal
from fieldapp.sync.neighbours.address import PORT, Address
from fieldapp.sync.neighbours.errors import CannotListen, MeetingCut
from fieldapp.sync.neighbours.line import SocketLine
from fieldapp.sync.neighbours.meeting import meet
from fieldapp.sync.neighbours.proving import own_side
from fieldapp.sync.neighbours.tally import Met

EVERYWHERE = "0.0.0.0"  # noqa: S104  the whole local network, and only while a person wants it
_LOOK_S = 0.3
_QUEUE = 4


class Door:
    """A bound socket; `address` is where it listens. `close` when done."""

    def __init__(self, host: str = EVERYWHERE, port: int = PORT) -> None:
        """The port if it is free, else, where it was our usual one, any. Raises CannotListen."""
        try:
            self._socket = _bound(host, port)
        except OSError as error:
            if port != PORT:
                raise _cannot(host, port, error) from error
            try:
                self._socket = _bound(host, 0)
            except OSError as fault:
                raise _cannot(host, port, fault) from fault
        self._socket.settimeout(_LOOK_S)
        self.address = Address(host, int(self._socket.getsockname()[1]))

    def close(self) -> None:
        """Let the address go; safe to repeat."""
        self._socket.close()

    def next_caller(self) -> socket.socket | None:
        """Whoever knocks within a moment; None for nobody. Raises MeetingCut once closed."""
        try:
            return self._socket.accept()[0]
        except TimeoutError:
            return None
        except OSError as error:
            raise MeetingCut from error


def listen(
    journal: Journal,
    door: Door,
    clock: Clock,
    *,
    met: Callable[[Met], None],
    failed: Callable[[FieldAppError], None],
    stopped: Callable[[], bool],
    random: Callable[[int], bytes] = os.urandom,
) -> None:
    """Meet everybody who knocks, until `stopped`; then close the door.

    `met` and `failed` are called in this thread. Raises NotEnrolled, NoMembership, MembershipEnded
    before anybody is let in.
    """
    own_side(journal)
    with closing(door):
        while not stopped():
            caller = door.next_caller()
            if caller is None:
                continue
            with closing(caller):
                try:
                    line = SocketLine(caller)
                    met(meet(own_side(journal), line, clock, caller=False, random=random))
                except FieldAppError as error:
                    failed(error)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.create_server((host, port), family=family, backlog=_QUEUE)
    return made


def _cannot(host: str, port: int, error: OSError) -> CannotListen:
    return CannotListen(address=str(Address(host, port)), why=error.strerror or "no such address")
