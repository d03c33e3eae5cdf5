"""A receipt: the hub's signed word that it holds a device's epoch up to an event, and what it did.

receipt = b"VX1R" + CBOR [body bytes, signature]
body    = CBOR [hub, device, epoch, head_seq, head_hash, durable_seq, [[seq, code]...],
                hub_time, nonce, next_after_s]
signature = Ed25519 over b"VX1 receipt" + body
"""

from __future__ import annotations

from dataclasses import dataclass

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import BadSignature, Undecodable

MAGIC = b"VX1R"
MAX_RECEIPT_BYTES = 256 * 1024
_PREFIX = b"VX1 receipt"


@dataclass(frozen=True, slots=True)
class Receipt:
    """`head_seq` is stored, `durable_seq` also replicated; `quarantined` is (seq, reason code)."""

    hub: bytes
    device: int
    epoch: bytes
    head_seq: int
    head_hash: bytes
    durable_seq: int
    quarantined: tuple[tuple[int, str], ...]
    hub_time: int
    nonce: bytes
    next_after_s: int


def sign_receipt(receipt: Receipt, key: SigningKey) -> bytes:
    """The receipt as it travels and is kept."""
    r = receipt
    quarantined = [[seq, code] for seq, code in r.quarantined]
    place = [r.hub, r.device, r.epoch, r.head_seq, r.head_hash, r.durable_seq]
    body = cbor.dumps([*place, quarantined, r.hub_time, r.nonce, r.next_after_s])
    return MAGIC + cbor.dumps([body, bytes(key.sign(_PREFIX + body).signature)])


def read_receipt(data: bytes, key: VerifyKey) -> Receipt:
    """Check and read a receipt. Raises Undecodable or BadSignature."""
    if data[:4] != MAGIC:
        raise Undecodable(what="receipt", why="it does not begin like one")
    match cbor.loads(data[4:], max_bytes=MAX_RECEIPT_BYTES):
        case [bytes(body), bytes(signature)]:
            _check(body, signature, key)
            return _read(body)
    raise Undecodable(what="receipt", why="it is not [body, signature]")


def _check(body: bytes, signature: bytes, key: VerifyKey) -> None:
    try:
        key.verify(_PREFIX + body, signature)
    except (BadSignatureError, ValueError) as error:
        raise BadSignature(what="receipt", who="the hub") from error


def _read(body: bytes) -> Receipt:
    match cbor.loads(body, max_bytes=MAX_RECEIPT_BYTES):
        case [
            bytes(hub), int(device), bytes(epoch), int(head_seq), bytes(head_hash),
            int(durable_seq), list(quarantined), int(hub_time), bytes(nonce), int(next_after_s),
        ]:  # fmt: skip
            held = tuple(_quarantined(item) for item in quarantined)
            return Receipt(
                hub, device, epoch, head_seq, head_hash, durable_seq, held, hub_time, nonce,
                next_after_s,
            )  # fmt: skip
    raise Undecodable(what="receipt", why="its fields are not those of a receipt")


def _quarantined(item: object) -> tuple[int, str]:
    match item:
        case [int(seq), str(code)]:
            return seq, code
    raise Undecodable(what="receipt", why="a quarantined event is not [seq, code]")
