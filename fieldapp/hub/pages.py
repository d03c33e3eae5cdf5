"""Pages as they come out of a bundle: whose they are, whether they are what they claim to be.

Nothing is stored before all of it is proven here; one bad page never holds up the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nacl.signing import VerifyKey

from fieldapp.domain.errors import FieldAppError
from fieldapp.wire import chain
from fieldapp.wire.errors import BadSignature, Undecodable, WireError
from fieldapp.wire.frame import Entry, Frame
from fieldapp.wire.seal import SealedFrame, open_sealed

MOST_SEQ = 2**53
MOST_TIME = 2**40


@dataclass(frozen=True, slots=True)
class ProvenPage:
    """A page whose chain and seal hold."""

    sealed: SealedFrame
    frame: Frame
    entries: list[Entry]


Refused = tuple[bytes, int, str]
"""Epoch, first sequence number, and why a page was not taken."""


class UnknownPageDevice(WireError):
    """A page of a laptop that never enrolled here."""

    happened = "Laptop {device} is not known to this hub."


def prove(
    sealed_pages: Sequence[SealedFrame], keys: Mapping[int, VerifyKey]
) -> tuple[list[ProvenPage], list[Refused]]:
    """Check every page; `keys` by device."""
    proven: list[ProvenPage] = []
    refused: list[Refused] = []
    for sealed in sealed_pages:
        try:
            proven.append(_proven(sealed, keys))
        except FieldAppError as error:
            refused.append((sealed.epoch, sealed.first_seq, error.happened))
    return proven, refused


def _proven(sealed: SealedFrame, keys: Mapping[int, VerifyKey]) -> ProvenPage:
    key = keys.get(sealed.device)
    if key is None:
        raise UnknownPageDevice(device=sealed.device)
    frame, entries, _ = open_sealed(sealed, key)
    if (frame.device, frame.epoch) != (sealed.device, sealed.epoch):
        raise BadSignature(what="page", who=f"device {sealed.device}")
    if entries[-1].seq > MOST_SEQ or not 0 <= sealed.device_time < MOST_TIME:
        raise Undecodable(what="page", why="its numbers are beyond what any laptop writes")
    if frame.base_seq == 1 and frame.previous != chain.genesis(frame.epoch):
        raise Undecodable(what="page", why="its first event does not begin its epoch")
    return ProvenPage(sealed, frame, entries)
