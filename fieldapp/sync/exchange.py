"""How a sync proceeds, decided without any I/O: what to send next, and what an answer means.

`Course` is all that an exchange remembers between two requests. It is never stored: the next sync
begins again from the receipts in the journal, and the hub's answers correct it. Knows nothing of
HTTP, threads and databases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from fieldapp.sync.errors import HubStuck
from fieldapp.sync.pace import Pace
from fieldapp.wire.receipt import Receipt
from fieldapp.wire.seal import SealedFrame

MOST_BODY_BYTES = 1024 * 1024
MOST_EVENTS = 2000
MOST_FRUITLESS = 2
MOST_SETBACKS = 3


class End(Protocol):
    """The last event of an epoch."""

    @property
    def seq(self) -> int: ...

    @property
    def hash(self) -> bytes: ...


Known = tuple[int, bytes]
"""Sequence number and hash of an event that the hub has."""


class Log(Protocol):
    """What an exchange reads of a journal. Every call is one short look at the present state."""

    def heads(self) -> Mapping[bytes, End]:
        """The last event of every epoch of this laptop, the current epoch last."""
        ...

    def hash_at(self, epoch: bytes, seq: int) -> bytes | None:
        """The hash of an own event; h_0 for 0; None when there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Course:
    """Where an exchange stands.

    `after`: by epoch, up to where the hub is known to hold our branch; sending goes on from there.
    `fruitless` counts answers in a row that took nothing further, `setbacks` how often the hub
    turned out to hold less than we believed.
    """

    after: Mapping[bytes, int]
    pace: Pace
    fruitless: int = 0
    setbacks: int = 0


def begin(confirmed: Mapping[bytes, int], pace: Pace) -> Course:
    """Start from what signed receipts in the journal cover."""
    return Course(dict(confirmed), pace)


def is_done(course: Course, heads: Mapping[bytes, End]) -> bool:
    """Whether the hub is known to hold every event there is."""
    return all(course.after.get(epoch, 0) >= head.seq for epoch, head in heads.items())


def choose(frames: Iterable[SealedFrame], pace: Pace) -> list[SealedFrame]:
    """The frames for one request: the first, and further ones while all fit into one frame's size.

    What is under way when the link is cut is sent again, so it is never more than one frame.
    """
    chosen: list[SealedFrame] = []
    size = events = 0
    for frame in frames:
        size += len(frame.frame_bytes)
        events += frame.event_count
        if chosen and (size > min(pace.frame_bytes, MOST_BODY_BYTES) or events > MOST_EVENTS):
            break
        chosen.append(frame)
    return chosen


def take_answer(
    course: Course,
    log: Log,
    receipts: Iterable[Receipt],
    unknown: Mapping[bytes, Iterable[Known]] | None = None,
) -> Course:
    """Go on after an answer. Raises HubStuck after several in a row that took nothing further.

    The receipts' signatures have been checked. One about another branch, of a clone of this
    laptop perhaps, says nothing about ours and is passed over. `unknown`: by epoch, the newest
    events of a hub that lacks the parent of what was sent; sending goes on from the newest one
    that both sides have. When none of them is ours everything of that epoch is offered again:
    the hub files by hash, so that costs bytes and nothing else.
    """
    held = {
        epoch: max((seq for seq, id in known if log.hash_at(epoch, seq) == id), default=0)
        for epoch, known in (unknown or {}).items()
    }
    for receipt in receipts:
        if log.hash_at(receipt.epoch, receipt.head_seq) == receipt.head_hash:
            held[receipt.epoch] = max(receipt.head_seq, held.get(receipt.epoch, 0))
    return _moved(course, held, log)


def _moved(course: Course, held: Mapping[bytes, int], log: Log) -> Course:
    gains = [seq - course.after.get(epoch, 0) for epoch, seq in held.items()]
    moved = replace(course, after={**course.after, **held})
    if any(gain < 0 for gain in gains):
        moved = replace(moved, fruitless=0, setbacks=course.setbacks + 1)
    elif any(gains) or is_done(moved, log.heads()):
        moved = replace(moved, fruitless=0)
    else:
        moved = replace(moved, fruitless=course.fruitless + 1)
    if moved.fruitless > MOST_FRUITLESS or moved.setbacks > MOST_SETBACKS:
        raise HubStuck
    return moved
