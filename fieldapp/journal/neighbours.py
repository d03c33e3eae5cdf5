"""The laptops of our hub that this one has met: who they are, and what they told of today.

neighbour.day        this laptop's own day at the meeting, for which the list counts
neighbour.token_key  the meeting's key, under which the list is told (`sightings`)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fieldapp.journal import parcels, sightings
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_day
from fieldapp.wire.neighbour import Seen, Sum


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One of them. `held` is what this laptop holds of it."""

    device: int
    name: str
    held: Sum


def note_met(
    j: Journal, device: int, name: str, token_key: bytes, today: date, seen: Sequence[Seen]
) -> None:
    """Remember a meeting and the list of that day."""
    with j.db.transaction():
        j.db.run("DELETE FROM neighbour WHERE device = ?", device)
        j.db.run(
            "INSERT INTO neighbour VALUES (?, ?, ?, ?, ?)",
            device,
            name,
            int(j.clock.now().timestamp()),
            to_day(today),
            token_key,
        )
        sightings.store_seen(j, device, seen)


def neighbours(j: Journal) -> list[Neighbour]:
    """All that were ever met, the latest first."""
    rows = j.db.rows("SELECT device, name FROM neighbour ORDER BY met_s DESC, device")
    return [Neighbour(device, name, _held_of(j, device)) for device, name in rows]


def _held_of(j: Journal, device: int) -> Sum:
    return parcels.held_sum(one.place for one in parcels.held(j, device))
