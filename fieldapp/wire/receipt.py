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
from fieldapp.wire.chain import EPOCH_BYTES, HASH_BYTES
from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.seal import SIGNATURE_BYTES

MAGIC = b"VX1R"
MAX_RECEIPT_BYTES = 256 * 1024
MAX_QUARANTINED = 4096
MOST_ID_BYTES = 32
MOST_CODE = 200
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
    parts = Fields(cbor.loads(data[4:], max_bytes=MAX_RECEIPT_BYTES), "receipt", 2)
    body, signature = parts.bytes(), parts.bytes(SIGNATURE_BYTES)
    try:
        key.verify(_PREFIX + body, signature)
    except (BadSignatureError, ValueError) as error:
        raise BadSignature(what="receipt", who="the hub") from error
    return _read(body)


def _read(body: bytes) -> Receipt:
    fields = Fields(cbor.loads(body, max_bytes=MAX_RECEIPT_BYTES), "receipt", 10)
    return Receipt(
        hub=fields.bytes(most=MOST_ID_BYTES),
        device=fields.number(),
        epoch=fields.bytes(EPOCH_BYTES),
        head_seq=fields.number(),
        head_hash=fields.bytes(HASH_BYTES),
        durable_seq=fields.number(),
        quarantined=fields.all(_quarantined, MAX_QUARANTINED),
        hub_time=fields.time(),
        nonce=fields.bytes(most=MOST_ID_BYTES),
        next_after_s=fields.number(),
    )


def _quarantined(item: object) -> tuple[int, str]:
    fields = Fields(item, "receipt", 2)
    return fields.number(least=1), fields.text(MOST_CODE)
