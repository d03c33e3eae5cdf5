"""The erasure list: which events the hub erased, for laptops to erase them too. It names nobody.

    page     = signed "erasures" of CBOR [1, hub, after, version, issued, erasures]
    erasures = [[version, erased, basis, [[device, epoch, [[seq, ref]...]]...]]...]

The list only grows, and is told in pages: one tells all that was erased after version `after` up
to `version`, an erasure (of one person) each, in order. Times are Unix seconds of the hub. `basis`
is the stable code of a legal basis; `ref` begins the event's id, as references do: a person of a
roster is known by the ref of a registration. A laptop says as its cursor up to which version it
has carried the list out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.chain import EPOCH_BYTES, REF_BYTES
from fieldapp.wire.errors import NewerFormat, Undecodable, WireError
from fieldapp.wire.fields import Fields
from fieldapp.wire.messages import PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.signed import MAX_SIGNED_BYTES, open_signed, sign

KIND = "erasures"
CURSOR = "erasures"
MOST_EVENTS = 4096
"""Of one erasure, and of one page."""
MOST_BASIS = 40
_WHAT = "erasure list"


class MissingErasures(WireError):
    """Genuine, and not the next one: what was erased between would never be heard of."""

    happened = "A part of the list of erased records is missing here."
    safe = "Nothing was changed on this laptop."
    next_step = "Nothing needs doing: the next sync brings the missing part."


@dataclass(frozen=True, slots=True)
class ErasedEvent:
    """One event whose body is gone at the hub: where it stands in its device's journal."""

    device: int
    epoch: bytes
    seq: int
    ref: bytes


@dataclass(frozen=True, slots=True)
class Erasure:
    """One person, or what of them the law let go, in the order of devices, epochs, numbers."""

    version: int
    erased_s: int
    basis: str
    events: tuple[ErasedEvent, ...]


@dataclass(frozen=True, slots=True)
class ErasureList:
    """A page: all erasures after version `after`, up to `version`."""

    hub: bytes
    after: int
    version: int
    issued: int
    erasures: tuple[Erasure, ...] = ()


def in_order(events: Iterable[ErasedEvent]) -> tuple[ErasedEvent, ...]:
    """As an erasure tells them."""
    return tuple(sorted(events, key=lambda e: (e.device, e.epoch, e.seq, e.ref)))


def sign_erasures(listed: ErasureList, key: SigningKey) -> bytes:
    """A page as it comes with a sync and on a stick."""
    erasures = [[e.version, e.erased_s, e.basis, _grouped(e.events)] for e in listed.erasures]
    head = [PROTOCOL, listed.hub, listed.after, listed.version, listed.issued]
    return sign(KIND, cbor.dumps([*head, erasures]), key)


def _grouped(events: Sequence[ErasedEvent]) -> list[object]:
    return [
        [device, epoch, [[event.seq, event.ref] for event in of_epoch]]
        for (device, epoch), of_epoch in groupby(events, key=lambda e: (e.device, e.epoch))
    ]


def read_erasures(data: bytes, key: VerifyKey) -> ErasureList:
    """Check and read a page. Raises Undecodable, NewerFormat or BadSignature."""
    body = open_signed(KIND, data, key)
    fields = Fields(cbor.loads(body, max_bytes=MAX_SIGNED_BYTES), _WHAT, 6)
    protocol = fields.number()
    if protocol != PROTOCOL:
        raise NewerFormat(what=_WHAT, version=protocol)
    hub, after = fields.bytes(most=MOST_ID_BYTES), fields.number()
    version, issued = fields.number(least=after + 1), fields.time()
    erasures = fields.all(_erasure, MOST_EVENTS)
    versions = [after, *(erasure.version for erasure in erasures)]
    if versions[-1] > version or sorted(set(versions)) != versions:
        raise Undecodable(what=_WHAT, why="its erasures are not in order")
    return ErasureList(hub, after, version, issued, erasures)


def _erasure(item: object) -> Erasure:
    fields = Fields(item, _WHAT, 4)
    version, erased_s, basis = fields.number(), fields.time(), fields.text(MOST_BASIS)
    of_epochs = fields.all(_of_epoch, MOST_EVENTS)
    return Erasure(version, erased_s, basis, tuple(event for some in of_epochs for event in some))


def _of_epoch(item: object) -> tuple[ErasedEvent, ...]:
    fields = Fields(item, _WHAT, 3)
    device, epoch = fields.number(), fields.bytes(EPOCH_BYTES)
    placed = fields.all(_seq_and_ref, MOST_EVENTS)
    return tuple(ErasedEvent(device, epoch, seq, ref) for seq, ref in placed)


def _seq_and_ref(item: object) -> tuple[int, bytes]:
    fields = Fields(item, _WHAT, 2)
    return fields.number(least=1), fields.bytes(REF_BYTES)
