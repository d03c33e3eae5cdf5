"""The lots that the hub recalled, by the newest list of it that this laptop heard.

An older list never replaces a newer one, whatever road it comes by. What this laptop itself was
told of lots is in its journal (`lots`); this is the hub's word and no record of our own.
"""

from __future__ import annotations

from collections.abc import Iterable

from nacl.signing import VerifyKey

from fieldapp.journal import settings
from fieldapp.journal.hub_link import enrolment
from fieldapp.journal.journal import Journal
from fieldapp.wire.errors import BadSignature, WireError
from fieldapp.wire.recalls import CURSOR, OlderRecallList, RecallList, read_recalls

_KEPT = "hub.recalls"


def store_recalls(j: Journal, raw: bytes) -> RecallList:
    """Keep a list that our hub signed; the same one again changes nothing.

    Raises OlderRecallList, BadSignature, Undecodable, NewerFormat.
    """
    read = _read(j, raw)
    with j.db.transaction():
        known = recall_list(j)
        if known is not None and read.version < known.version:
            raise OlderRecallList()
        if known is None or read.version > known.version:
            settings.write(j.db, _KEPT, raw)
    return read


def recall_list(j: Journal) -> RecallList | None:
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
    known = recall_list(j)
    return [] if known is None else [(CURSOR, known.version)]


def _read(j: Journal, raw: bytes) -> RecallList:
    joined = enrolment(j)
    if joined is None:
        raise BadSignature(what="recall list", who="our hub")
    read = read_recalls(raw, VerifyKey(joined.hub_verify_key))
    if read.hub != joined.hub_id:
        raise BadSignature(what="recall list", who="our hub")
    return read
