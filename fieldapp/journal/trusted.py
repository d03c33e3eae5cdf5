"""The newest trust list that this laptop heard: whose cards count, and up to when it can be said.

An older list never replaces a newer one, whatever road it comes by.
"""

from __future__ import annotations

from collections.abc import Iterable

from nacl.signing import VerifyKey

from fieldapp.journal import settings
from fieldapp.journal.hub_link import enrolment
from fieldapp.journal.journal import Journal
from fieldapp.wire.errors import BadSignature, WireError
from fieldapp.wire.trust import OlderTrustList, TrustList, read_trust

CURSOR = "trust"
_KEPT = "hub.trust"


def store_trust(j: Journal, raw: bytes) -> TrustList:
    """Keep a list that our hub signed; the same one again changes nothing.

    Raises OlderTrustList, BadSignature, Undecodable, NewerFormat.
    """
    read = _read(j, raw)
    with j.db.transaction():
        known = trust_list(j)
        if known is not None and read.version < known.version:
            raise OlderTrustList()
        if known is None or read.version > known.version:
            settings.write(j.db, _KEPT, raw)
    return read


def trust_list(j: Journal) -> TrustList | None:
    """The list in force; None before the first."""
    raw = settings.read(j.db, _KEPT)
    if raw is None:
        return None
    try:
        return _read(j, raw)
    except WireError:
        return None  # of a hub that was left, or of a newer program


def cursors(j: Journal) -> Iterable[tuple[str, int]]:
    """What a request says of the list that is here."""
    known = trust_list(j)
    return [] if known is None else [(CURSOR, known.version)]


def _read(j: Journal, raw: bytes) -> TrustList:
    joined = enrolment(j)
    if joined is None:
        raise BadSignature(what="trust list", who="our hub")
    read = read_trust(raw, VerifyKey(joined.hub_verify_key))
    if all(hub.hub != joined.hub_id for hub in read.hubs):
        raise BadSignature(what="trust list", who="our hub")
    return read
