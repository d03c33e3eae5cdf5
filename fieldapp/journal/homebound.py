"""The hub's receipts on their way home to a neighbour who could not ask for them."""

from __future__ import annotations

from collections.abc import Iterable

from fieldapp.journal.journal import Journal
from fieldapp.wire.neighbour import MOST_RECEIPTS
from fieldapp.wire.receipt import Receipt

_MOST_BYTES = 256 * 1024
"""At one meeting; the rest goes at the next."""


def keep(j: Journal, receipts: Iterable[tuple[bytes, Receipt]]) -> None:
    """Keep receipts whose signature was checked; of an end the latest, of a laptop the newest."""
    with j.db.transaction():
        for raw, receipt in receipts:
            came = 1 + j.db.number("SELECT max(came) FROM homebound")
            j.db.run(
                "INSERT OR REPLACE INTO homebound VALUES (?, ?, ?, ?)",
                receipt.device,
                receipt.head_hash,
                raw,
                came,
            )
            j.db.run(
                "DELETE FROM homebound WHERE device = ?1 AND head_hash NOT IN (SELECT head_hash "
                "FROM homebound WHERE device = ?1 ORDER BY came DESC LIMIT ?2)",
                receipt.device,
                MOST_RECEIPTS,
            )


def for_home(j: Journal, device: int) -> list[bytes]:
    """What a neighbour gets at this meeting, in the order in which the hub signed."""
    rows = j.db.rows("SELECT raw FROM homebound WHERE device = ? ORDER BY came", device)
    chosen: list[bytes] = []
    room = _MOST_BYTES
    for (raw,) in rows:
        room -= len(raw)
        if room < 0 and chosen:
            break
        chosen.append(bytes(raw))
    return chosen


def delivered(j: Journal, device: int, receipts: Iterable[bytes]) -> None:
    """They are home."""
    with j.db.transaction():
        for raw in receipts:
            j.db.run("DELETE FROM homebound WHERE device = ? AND raw = ?", device, raw)
