"""What a laptop gets from the hub besides receipts: so far its membership."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

from fieldapp.domain.clock import Clock
from fieldapp.journal import memberships
from fieldapp.journal.journal import Journal
from fieldapp.sync.errors import SyncError
from fieldapp.sync.link import HubLink
from fieldapp.sync.trip import Trip, party_of
from fieldapp.wire.errors import WireError
from fieldapp.wire.messages import SyncReply


def take_pulls(journal: Journal, reply: SyncReply) -> int:
    """Keep the membership that was asked for; how many pulls were something else."""
    others = 0
    for raw in reply.pulls:
        try:
            memberships.store_membership(journal, raw)
        except WireError:
            others += 1
    return others


def ask_for_membership(
    journal: Journal, link: HubLink, clock: Clock, random: Callable[[int], bytes] = os.urandom
) -> None:
    """One small request right after joining; what goes wrong now, the first sync mends."""
    trip = Trip(party_of(journal), link, clock, random, wants_membership=True)
    with suppress(SyncError):
        take_pulls(journal, trip.push([], [])[1])
