"""The newest trust list that this laptop heard: whose cards count, and until when that is known."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.signed_lists import SignedList
from fieldapp.wire.trust import OlderTrustList, TrustList, read_trust

CURSOR = "trust"


def _is_of(read: TrustList, hub_id: bytes) -> bool:
    return any(hub.hub == hub_id for hub in read.hubs)


_TRUST = SignedList("hub.trust", "trust list", CURSOR, read_trust, _is_of, OlderTrustList)


def store_trust(j: Journal, raw: bytes) -> TrustList:
    """Keep a list that our hub signed; the same one again changes nothing.

    Raises OlderTrustList, BadSignature, Undecodable, NewerFormat.
    """
    return _TRUST.store(j, raw)


def trust_list(j: Journal) -> TrustList | None:
    """The list in force; None before the first."""
    return _TRUST.newest(j)


def cursors(j: Journal) -> list[tuple[str, int]]:
    """What a request says of the list that is here."""
    return _TRUST.cursors(j)


def version(j: Journal) -> int:
    """Of the list that is here; 0 before the first."""
    return _TRUST.version(j)


def newer_than(j: Journal, version: int) -> list[bytes]:
    """The list as the hub signed it, for a neighbour that has this version of it."""
    return _TRUST.newer_than(j, version)
