"""The hub's word that this laptop is one of its own, and which laptops it has shut out.

Asked for at a sync and shown to neighbours; proves nothing about records.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nacl.signing import VerifyKey

from fieldapp.journal import settings
from fieldapp.journal.hub_link import enrolment, signing_key
from fieldapp.journal.journal import Journal
from fieldapp.wire.errors import BadSignature, WireError
from fieldapp.wire.membership import Membership, read_membership

CURSOR = "member"
_OWN, _NEWEST = "hub.membership", "hub.newest_membership"


@dataclass(frozen=True, slots=True)
class Card:
    """A membership as the hub signed it, and as read."""

    raw: bytes
    membership: Membership


def store_membership(j: Journal, raw: bytes) -> Membership:
    """Keep what the hub sent. Raises BadSignature or Undecodable unless it is ours."""
    read = read_for(j, raw)
    joined = enrolment(j)
    ours = bytes(signing_key(j).verify_key)
    if joined is None or (read.device, read.device_key) != (joined.device, ours):
        raise BadSignature(what="membership", who="the hub for this laptop")
    settings.write(j.db, _OWN, raw)
    _keep_newest(j, raw, read.issued)
    return read


def read_for(j: Journal, raw: bytes) -> Membership:
    """Anybody's membership of our hub. Raises BadSignature, Undecodable, NewerFormat."""
    joined = enrolment(j)
    if joined is None:
        raise BadSignature(what="membership", who="our hub")
    read = read_membership(raw, VerifyKey(joined.hub_verify_key))
    if read.hub != joined.hub_id:
        raise BadSignature(what="membership", who="our hub")
    return read


def card(j: Journal) -> Card | None:
    """This laptop's own membership, valid or ended; None before the first, or of another hub."""
    raw = settings.read(j.db, _OWN)
    read = None if raw is None else _read_kept(j, raw)
    return None if raw is None or read is None else Card(raw, read)


def cursors(j: Journal) -> Iterable[tuple[str, int]]:
    """What a request says of the membership that is here; the hub decides when it is renewed."""
    known = card(j)
    return [] if known is None else [(CURSOR, max(0, known.membership.issued))]


def note_shut_out(j: Journal, raw: bytes) -> None:
    """Learn from a neighbour's membership who is shut out, if the hub signed it after ours."""
    _keep_newest(j, raw, read_for(j, raw).issued - 1)


def _keep_newest(j: Journal, raw: bytes, issued: int) -> None:
    with j.db.transaction():
        known = settings.read(j.db, _NEWEST)
        kept = None if known is None else _read_kept(j, known)
        if kept is None or issued >= kept.issued:
            settings.write(j.db, _NEWEST, raw)


def shut_out(j: Journal) -> frozenset[int]:
    """The laptops that are known here to be shut out."""
    raw = settings.read(j.db, _NEWEST)
    newest = None if raw is None else _read_kept(j, raw)
    return frozenset() if newest is None else frozenset(newest.shut_out)


def _read_kept(j: Journal, raw: bytes) -> Membership | None:
    try:
        return read_for(j, raw)
    except WireError:
        return None
