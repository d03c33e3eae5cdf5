"""A seal: one Ed25519 signature over the chain up to the end of a frame, and so over all below it.

The signed bytes are b"VX1 seal" + CBOR [device, epoch, last_seq, h_last, device_time]. h_last is
never sent: whoever has the frame computes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.frame import Entry, Frame, decode_frame, replay

SIGNATURE_BYTES = 64
_PREFIX = b"VX1 seal"


@dataclass(frozen=True, slots=True)
class Seal:
    """What a device says of its journal: up to here, it is this. `device_time`: Unix seconds."""

    device: int
    epoch: bytes
    last_seq: int
    last_hash: bytes
    device_time: int


@dataclass(frozen=True, slots=True)
class SealedFrame:
    """A frame with its seal as it travels. Numbers and epoch are a claim until `open_sealed`."""

    device: int
    epoch: bytes
    first_seq: int
    last_seq: int
    device_time: int
    signature: bytes
    frame_bytes: bytes

    @property
    def event_count(self) -> int:
        """How many events the frame holds."""
        return self.last_seq - self.first_seq + 1


def signed_bytes(seal: Seal) -> bytes:
    """The exact bytes under the signature."""
    s = seal
    return _PREFIX + cbor.dumps([s.device, s.epoch, s.last_seq, s.last_hash, s.device_time])


def sign_seal(seal: Seal, key: SigningKey) -> bytes:
    """The device's signature, 64 bytes."""
    return bytes(key.sign(signed_bytes(seal)).signature)


def check_seal(seal: Seal, signature: bytes, key: VerifyKey) -> None:
    """Raises BadSignature unless `key` signed exactly this."""
    try:
        key.verify(signed_bytes(seal), signature)
    except (BadSignatureError, ValueError) as error:
        raise BadSignature(what="page", who=f"device {seal.device}") from error


def open_sealed(sealed: SealedFrame, key: VerifyKey) -> tuple[Frame, list[Entry], Seal]:
    """Decode a frame, compute its hashes and check its seal. Raises Undecodable, NewerFormat or
    BadSignature."""
    frame = decode_frame(sealed.frame_bytes)
    entries = replay(frame)
    last = entries[-1]
    claimed = (sealed.device, sealed.epoch, sealed.first_seq, sealed.last_seq)
    if claimed != (frame.device, frame.epoch, frame.base_seq, last.seq):
        raise Undecodable(what="page", why="it is not the page it was announced as")
    seal = Seal(frame.device, frame.epoch, last.seq, last.id, sealed.device_time)
    check_seal(seal, sealed.signature, key)
    return frame, entries, seal
