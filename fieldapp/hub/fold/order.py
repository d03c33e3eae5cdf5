"""Which of several corrections or decisions stand: the last of each device, by its own order.

Never by the wall clock. On one device a later epoch comes after the one it names as previous. Two
that nobody ordered both stand, and when they differ the matter is contested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from fieldapp.hub import schema
from fieldapp.hub.fold.rows import rows_in

_before = schema.epoch_before.c


class Ordered(Protocol):
    """Something that a device did at a place of its journal."""

    @property
    def device(self) -> int: ...
    @property
    def epoch(self) -> bytes: ...
    @property
    def seq(self) -> int: ...


T = TypeVar("T", bound=Ordered)
Rank = Callable[[int, bytes], int]


def epoch_ranks(connection: Connection, devices: Iterable[int]) -> Rank:
    """How many epochs of a device came before one, as far as is known here."""
    columns = [_before.device, _before.epoch, _before.previous]
    rows = rows_in(connection, columns, _before.device, set(devices))
    previous = {(device, epoch): before for device, epoch, before in sorted(map(tuple, rows))}

    def rank(device: int, epoch: bytes) -> int:
        depth, seen = 0, {epoch}
        while (before := previous.get((device, epoch))) is not None and before not in seen:
            depth, epoch = depth + 1, before
            seen.add(epoch)
        return depth

    return rank


def is_after(later: Ordered, earlier: Ordered, rank: Rank) -> bool:
    """Whether one is known to come after the other: the same device, further on."""
    if later.device != earlier.device:
        return False
    if later.epoch == earlier.epoch:
        return later.seq > earlier.seq
    return rank(later.device, later.epoch) > rank(earlier.device, earlier.epoch)


def standing(made: Sequence[T], rank: Rank) -> list[T]:
    """Those that no later one of the same device replaces."""
    return [one for one in made if not any(is_after(other, one, rank) for other in made)]
