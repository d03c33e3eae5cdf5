"""What befell this journal: returns to the past, noticed by whom. Read from where epochs begin.

A clone is noticed by the laptop whose receipts run ahead of its own journal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.journal.entries import epochs, position
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_wall
from fieldapp.wire.events import decode_body, decode_header
from fieldapp.wire.facts import EpochBegan

RETURNED = (
    "This laptop came back from a copy. Nothing is numbered twice; what the copy lacks, "
    "the hub has if it was ever sent."
)
PUT_BACK = (
    "The records on this disk were older than the last time. Nothing is numbered twice. "
    "Tell your supervisor."
)
PARTED = (
    "The hub has records of this laptop that are not here: it was copied or put back. "
    "Both are counted once. Tell your supervisor."
)
WENT_ON = "The records went on in a new run. Tell your supervisor."
IN_WORDS = {"restored": RETURNED, "rollback-noticed": PUT_BACK, "receipt-ahead": PARTED}


@dataclass(frozen=True, slots=True)
class Incident:
    """One of them. `reason` is EpochBegan's; `before` is the last event's number until then."""

    at: datetime
    reason: str
    before: int

    @property
    def happened(self) -> str:
        """For people."""
        return IN_WORDS.get(self.reason, WENT_ON)


def incidents(j: Journal) -> list[Incident]:
    """All of them, newest first."""
    with j.db.held():
        firsts = [
            j.db.row("SELECT header, body FROM entry WHERE pos = ?", position(no, 1))
            for no, _ in epochs(j.db)
        ]
    found = [_incident(*row) for row in firsts if row is not None and row[1] is not None]
    return [one for one in reversed(found) if one is not None]


def _incident(header_bytes: bytes, body: bytes) -> Incident | None:
    header = decode_header(header_bytes)
    fact = decode_body(header.type, header.version, body)
    if not isinstance(fact, EpochBegan):
        return None
    return Incident(from_wall(header.wall_s), fact.reason, fact.previous_seq)
