"""A meeting of two laptops of a history: both ends run the real code, one at a time.

Each end has a thread of its own, because both wait for each other; a baton lets only one of them
run, so that a seed tells the same meeting every time. The line may break at any message.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from fieldapp.sync.neighbours.errors import MeetingCut
from fieldapp.sync.neighbours.meeting import meet
from fieldapp.sync.neighbours.proving import own_side
from fieldapp.sync.neighbours.tally import Met
from tests.simulation.laptops import SimLaptop

Ending = Met | BaseException
_PATIENCE_S = 60.0


@dataclass
class _End:
    """What one end has not read yet, and how its part ended."""

    inbox: deque[bytes] = field(default_factory=deque)
    turn: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    ending: Ending | None = None


class _Air:
    """The line between two ends; after `messages` of them it is dead."""

    def __init__(self, messages: int | None) -> None:
        self.ends = (_End(), _End())
        self._left = messages

    def carries(self) -> bool:
        """Whether one more message gets through."""
        if self._left is not None:
            self._left -= 1
        return self._left is None or self._left >= 0


class _SimLine:
    """A `Line` whose reader gives the baton away while it waits."""

    def __init__(self, air: _Air, own: int) -> None:
        self._air, self._own, self._other = air, air.ends[own], air.ends[1 - own]

    def proven(self) -> None:
        """Time is not what breaks this line."""

    def send(self, message: bytes) -> None:
        if self._other.ending is not None or not self._air.carries():
            raise MeetingCut
        self._other.inbox.append(message)

    def receive(self) -> bytes:
        if not self._own.inbox and self._other.ending is None:
            self._other.turn.release()
            if not self._own.turn.acquire(timeout=_PATIENCE_S):
                raise TimeoutError("nobody gave the baton back")
        if not self._own.inbox:
            raise MeetingCut
        return self._own.inbox.popleft()


def hold_meeting(
    caller: SimLaptop, listener: SimLaptop, messages: int | None = None
) -> tuple[Ending, Ending]:
    """Let two laptops meet over a line that breaks after so many messages, or never; how it ended
    at each end: with a count, or with what was raised."""
    air = _Air(messages)
    parts = [_part(air, number, laptop) for number, laptop in enumerate((caller, listener))]
    threads = [threading.Thread(target=part, daemon=True) for part in parts]
    for thread in threads:
        thread.start()
    air.ends[0].turn.release()
    for thread in threads:
        thread.join()
    first, second = (end.ending for end in air.ends)
    assert first is not None
    assert second is not None
    return first, second


def _part(air: _Air, number: int, laptop: SimLaptop) -> Callable[[], None]:
    own, other = air.ends[number], air.ends[1 - number]

    def run() -> None:
        own.turn.acquire()
        try:
            line = _SimLine(air, number)
            own.ending = meet(
                own_side(laptop.open()),
                line,
                laptop.clock,
                caller=number == 0,
                random=laptop.random,
            )
        except BaseException as raised:  # noqa: BLE001  a power cut too is how it ended here
            own.ending = raised
        finally:
            other.turn.release()

    return run
