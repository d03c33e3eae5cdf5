"""What an answer carries down besides receipts, in a fixed order and within the laptop's budget.

A new kind of blob is one more line in `SOURCES`: what goes first, goes first everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import TypeAlias

from fieldapp.hub import memberships, trust_list
from fieldapp.hub.asking import Asking
from fieldapp.hub.booking import published
from fieldapp.hub.devices import Device
from fieldapp.hub.erasure import listed
from fieldapp.hub.lots import heard
from fieldapp.hub.regions import leases, serving
from fieldapp.hub.running import Hub
from fieldapp.wire.messages import MORE, SyncRequest

MOST_BYTES = 2 * 1024 * 1024
"""Whatever budget a laptop names."""


Source: TypeAlias = Callable[[Asking], Iterator[bytes]]
"""Signed blobs that a laptop lacks, the one to be kept first first; read as they are needed."""

SOURCES: tuple[Source, ...] = (
    heard.for_laptop,
    trust_list.for_laptop,
    memberships.for_laptop,
    leases.for_laptop,
    listed.for_laptop,
    published.for_laptop,
    serving.for_laptop,
)


def pulls_for(hub: Hub, device: Device, request: SyncRequest, now_s: int) -> tuple[bytes, ...]:
    """As much as fits; MORE stands last when something did not. Nothing for who is shut out."""
    if not request.pull_budget or device.revoked_s is not None:
        return ()
    asking = Asking(hub, device, MappingProxyType(dict(request.cursors)), now_s)
    return fill(asking, min(request.pull_budget, MOST_BYTES), SOURCES)


def fill(asking: Asking, budget: int, sources: tuple[Source, ...]) -> tuple[bytes, ...]:
    """Of one source nothing overtakes what had no room; another source may still fit."""
    blobs: list[bytes] = []
    more = False
    for source in sources:
        for blob in source(asking):
            if len(blob) > budget:
                more = True
                break
            blobs.append(blob)
            budget -= len(blob)
    return (*blobs, MORE) if more else tuple(blobs)
