"""How far the hub has confirmed this journal, by the signed receipts kept here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.journal.database import Database
from fieldapp.journal.entries import epoch_of, seq_of

SET_ASIDE = "set-aside"
"""The hub's code of a record that a supervisor decided to count for nothing, for good."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The confirmed and the durable sequence number of each epoch, and what is quarantined."""

    head_seq: Mapping[int, int]
    durable_seq: Mapping[int, int]
    quarantined: Mapping[int, str]

    def covers(self, pos: int) -> bool:
        """Whether the hub has signed for this event."""
        return seq_of(pos) <= self.head_seq.get(epoch_of(pos), 0)


def confirmed(db: Database) -> Confirmed:
    """What the receipt that stands for each epoch says.

    The newest, not the highest: a hub that was put back to an older state signs for less, and
    what it lost is waiting again.
    """
    marks = db.rows("SELECT epoch, head_seq, durable_seq FROM standing")
    return Confirmed(
        {epoch: head for epoch, head, _ in marks},
        {epoch: durable for epoch, _, durable in marks},
        dict(db.rows("SELECT pos, reason FROM quarantine")),
    )
