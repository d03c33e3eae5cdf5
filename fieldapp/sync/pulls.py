"""What a laptop gets from the hub besides receipts: signed blobs, kept by whoever knows their kind.

A new kind is one more line in `KINDS`. What is here already is told by cursors, (name, number).
What the hub signed for everybody alike goes on from laptop to laptop, too (`neighbours.lists`);
what is sealed to one laptop, or hangs on its lease, never does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from nacl.signing import VerifyKey

from fieldapp.domain.clock import Clock
from fieldapp.journal import hub_link, leases, memberships, recalls, trusted
from fieldapp.journal.erasure import orders
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import apply as roster
from fieldapp.journal.roster import bookings
from fieldapp.sync.errors import SyncError, SyncStopped
from fieldapp.sync.link import HubLink
from fieldapp.sync.trip import Trip, Wanted, party_of
from fieldapp.wire import bookings as booking_list
from fieldapp.wire import erasures, lease, membership, segment, trust
from fieldapp.wire import recalls as recall_list
from fieldapp.wire.errors import BadSignature, WireError
from fieldapp.wire.messages import MORE, SyncReply
from fieldapp.wire.signed import kind_of

SMALL_BYTES = 32 * 1024
"""What may come with the first answer, before the records are out: no more than keys and names."""
LARGE_BYTES = 512 * 1024
"""What may come with an answer once nothing waits any more; the largest blob fits into it."""
START_BYTES = 64 * 1024
"""What is asked for first then: some eight seconds of 2G."""
QUICK_S, SLOW_S = 4.0, 12.0


@dataclass(frozen=True, slots=True)
class HandedOn:
    """How a kind goes on to neighbours: which version is here, and what is newer than another."""

    version: Callable[[Journal], int]
    newer_than: Callable[[Journal, int], list[bytes]]


@dataclass(frozen=True, slots=True)
class Kind:
    """Blobs signed as `name`. `keep` stores one, safe to repeat, and says how many records for
    people it brought; `cursors` tells what is here. `handed_on` is None for what stays here."""

    name: str
    keep: Callable[[Journal, bytes], int]
    cursors: Callable[[Journal], Iterable[tuple[str, int]]]
    handed_on: HandedOn | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What the pulls of one answer came to. `more`: the hub has more than fitted into it."""

    records: int
    refused: int
    more: bool


def _of_nobody(store: Callable[[Journal, bytes], object]) -> Callable[[Journal, bytes], int]:
    """Keeps what brings no records for people: keys, and what the hub lists."""

    def keep(journal: Journal, raw: bytes) -> int:
        store(journal, raw)
        return 0

    return keep


def _of_none(journal: Journal) -> Iterable[tuple[str, int]]:
    return []


_RECALLS = HandedOn(recalls.version, recalls.newer_than)
_TRUST = HandedOn(trusted.version, trusted.newer_than)
_ERASURES = HandedOn(orders.version, orders.newer_than)
KINDS = (
    Kind(recall_list.KIND, _of_nobody(recalls.store_recalls), recalls.cursors, _RECALLS),
    Kind(trust.KIND, _of_nobody(trusted.store_trust), trusted.cursors, _TRUST),
    Kind(erasures.KIND, _of_nobody(orders.take_page), orders.cursors, _ERASURES),
    Kind(membership.KIND, _of_nobody(memberships.store_membership), memberships.cursors),
    Kind(lease.KIND, _of_nobody(leases.store_lease), leases.cursors),
    Kind(booking_list.KIND, bookings.keep_bookings, bookings.cursors),
    Kind(segment.KIND, roster.keep_segment, roster.cursors),
    Kind(segment.HEAD_KIND, roster.keep_head, _of_none),
)


def _keep_carried_lease(journal: Journal, raw: bytes) -> int:
    joined = hub_link.enrolment(journal)
    if joined is None:
        raise BadSignature(what="lease", who="our hub")
    issued = lease.read_sealed(raw, VerifyKey(joined.hub_verify_key)).issued
    age_s = int(journal.clock.now().timestamp()) - issued
    leases.store_lease(journal, raw, age_s=age_s)
    return 0


_CARRIED = tuple(
    replace(kind, keep=_keep_carried_lease) if kind.name == lease.KIND else kind for kind in KINDS
)


def keep_carried(journal: Journal, raw: bytes) -> int:
    """Keep one that came by stick, and lay there for a while; how many records it brought. What is
    of another hub, for another laptop or known already is passed over."""
    with suppress(WireError):
        return keep_signed(journal, raw, _CARRIED)
    return 0


def wanted(journal: Journal, budget: int) -> Wanted:
    """What to ask for: whatever is newer than what is here, within a budget of bytes."""
    return Wanted(tuple(one for kind in KINDS for one in kind.cursors(journal)), budget)


def take_pulls(journal: Journal, reply: SyncReply) -> Taken:
    """Keep what came; what is not known here, or does not hold, is counted and does no harm."""
    records = refused = 0
    for raw in reply.pulls:
        if raw == MORE:
            continue
        try:
            records += keep_signed(journal, raw, KINDS)
        except WireError:
            refused += 1
    return Taken(records, refused, MORE in reply.pulls)


def keep_signed(journal: Journal, raw: bytes, kinds: Iterable[Kind]) -> int:
    """Keep a blob that our hub signed as one of these kinds; the records for people it brought.

    Raises Undecodable, BadSignature, NewerFormat, and what its kind raises of an older one.
    """
    keepers = {kind.name: kind.keep for kind in kinds}
    keep = keepers.get(_kind(journal, raw, keepers) or "")
    if keep is None:
        raise BadSignature(what="list", who="our hub")
    return keep(journal, raw)


def _kind(journal: Journal, raw: bytes, kinds: Iterable[str]) -> str | None:
    joined = hub_link.enrolment(journal)
    return None if joined is None else kind_of(kinds, raw, VerifyKey(joined.hub_verify_key))


def ask_for_membership(
    journal: Journal, link: HubLink, clock: Clock, random: Callable[[int], bytes] = os.urandom
) -> None:
    """One small request right after joining; what goes wrong now, the first sync mends."""
    trip = Trip(party_of(journal), link, clock, random)
    with suppress(SyncError):
        take_pulls(journal, trip.push([], [], wanted(journal, SMALL_BYTES))[1])


def pull_the_rest(
    journal: Journal, trip: Trip, more: bool, cancelled: Callable[[], bool] = lambda: False
) -> None:
    """Ask again for as long as the hub has more and each answer brings us further. Raises
    SyncError; what was kept is kept and counted by the trip, wherever it ends."""
    asked = wanted(journal, min(START_BYTES, LARGE_BYTES))
    while more:
        if cancelled():
            raise SyncStopped
        answer, reply = trip.push([], [], asked)
        taken = take_pulls(journal, reply)
        trip.received += taken.records
        before, asked = asked, wanted(journal, next_budget(asked.budget, answer.seconds))
        more = taken.more and asked != before


def next_budget(budget: int, seconds: float) -> int:
    """What to ask for next, after an answer that took so long: what a cut loses stays small where
    the link is slow, and a quick link is not asked a hundred times."""
    if seconds < QUICK_S:
        return min(budget * 2, LARGE_BYTES)
    return max(budget // 2, START_BYTES) if seconds > SLOW_S else budget
