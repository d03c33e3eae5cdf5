"""The lots that the hub recalled, by the newest list of it that this laptop heard.

What this laptop itself was told of lots is in its journal (`lots`); this is the hub's word and no
record of our own.
"""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.signed_lists import SignedList
from fieldapp.wire.recalls import CURSOR, OlderRecallList, RecallList, read_recalls


def _is_of(read: RecallList, hub_id: bytes) -> bool:
    return read.hub == hub_id


_RECALLS = SignedList("hub.recalls", "recall list", CURSOR, read_recalls, _is_of, OlderRecallList)


def store_recalls(j: Journal, raw: bytes) -> RecallList:
    """Keep a list that our hub signed; the same one again changes nothing.

    Raises OlderRecallList, BadSignature, Undecodable, NewerFormat.
    """
    return _RECALLS.store(j, raw)


def recall_list(j: Journal) -> RecallList | None:
    """The list in force; None before the first."""
    return _RECALLS.newest(j)


def cursors(j: Journal) -> list[tuple[str, int]]:
    """What a request says of the list that is here."""
    return _RECALLS.cursors(j)


def version(j: Journal) -> int:
    """Of the list that is here; 0 before the first."""
    return _RECALLS.version(j)


def newer_than(j: Journal, version: int) -> list[bytes]:
    """The list as the hub signed it, for a neighbour that has this version of it."""
    return _RECALLS.newer_than(j, version)
