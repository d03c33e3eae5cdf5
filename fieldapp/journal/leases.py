"""The keys that the hub lends this laptop, by name, and until when it may use them.

A lease runs by this laptop's own clock from the moment it came: a clock that is wrong neither ends
it at once nor makes it last for ever, and one set back gains nothing beyond the newest event in the
journal. A lease that has ended is forgotten, and what its keys opened stays shut until the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from nacl.signing import VerifyKey

from fieldapp.journal import settings
from fieldapp.journal.hub_link import Enrolment, enrolment, signing_key
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_wall
from fieldapp.wire.errors import BadSignature, WireError
from fieldapp.wire.lease import Lease, SealedLease, open_lease, read_sealed

CURSOR = "lease"
_KEPT, _SINCE, _ENDED = "hub.lease", "hub.lease_since", "hub.lease_ended"


@dataclass(frozen=True, slots=True)
class LeaseState:
    """`until` when it ends or ended, by this laptop's clock; None when there was never one."""

    until: datetime | None
    ended: bool


def store_lease(j: Journal, raw: bytes, *, age_s: int = 0) -> Lease:
    """Keep a lease of our hub for this laptop; an older one changes nothing.

    `age_s`: how long ago it was made, where it did not come straight from the hub.
    Raises BadSignature, Undecodable, NewerFormat.
    """
    joined = enrolment(j)
    if joined is None:
        raise BadSignature(what="lease", who="our hub")
    sealed = _sealed_for_us(joined, raw)
    lease = open_lease(sealed, signing_key(j))
    with j.db.transaction():
        known = _read_kept(j)
        if known is None or known.issued < lease.issued:
            settings.write(j.db, _KEPT, raw)
            settings.write(j.db, _SINCE, str(_now_s(j) - max(0, age_s)).encode())
    return lease


def current(j: Journal) -> Lease | None:
    """The lease in force; None when there is none, or it has ended: then it is forgotten."""
    lease = _read_kept(j)
    if lease is None:
        return None
    since = int(settings.read(j.db, _SINCE) or b"0")
    if _now_s(j) - since <= lease.until - lease.issued:
        return lease
    ended = since + lease.until - lease.issued
    with j.db.transaction():
        settings.forget(j.db, _KEPT)
        settings.write(j.db, _ENDED, str(ended).encode())
    j.opened_lease = None
    return None


def key_named(j: Journal, name: str) -> tuple[int, bytes] | None:
    """A lent key and its id; None when none is lent, or the lease has ended."""
    lease = current(j)
    lent = () if lease is None else lease.keys
    return next(((key.id, key.key) for key in lent if key.name == name), None)


def state(j: Journal) -> LeaseState:
    """Until when the keys may be used."""
    lease = current(j)
    if lease is not None:
        since = int(settings.read(j.db, _SINCE) or b"0")
        return LeaseState(from_wall(since + lease.until - lease.issued), False)
    ended = settings.read(j.db, _ENDED)
    return LeaseState(None if ended is None else from_wall(int(ended)), ended is not None)


def cursors(j: Journal) -> Iterable[tuple[str, int]]:
    """What a request says of the lease that is here; 0 asks for one."""
    lease = current(j)
    return [(CURSOR, 0 if lease is None else max(0, lease.issued))]


def _sealed_for_us(joined: Enrolment, raw: bytes) -> SealedLease:
    sealed = read_sealed(raw, VerifyKey(joined.hub_verify_key))
    if (sealed.hub, sealed.device) != (joined.hub_id, joined.device):
        raise BadSignature(what="lease", who="the hub for this laptop")
    return sealed


def _read_kept(j: Journal) -> Lease | None:
    raw, joined, known = settings.read(j.db, _KEPT), enrolment(j), j.opened_lease
    if raw is None or joined is None:
        j.opened_lease = None
        return None
    if known is not None and known[0] == raw and known[1].hub == joined.hub_id:
        return known[1]
    try:
        lease = open_lease(_sealed_for_us(joined, raw), signing_key(j))
    except WireError:
        return None  # of a hub that was left
    j.opened_lease = raw, lease
    return lease


def _now_s(j: Journal) -> int:
    return max(int(j.clock.now().timestamp()), j.latest_wall_s)
