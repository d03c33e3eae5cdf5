"""How a meeting of two laptops becomes secret: keys made for it alone, everything sealed after.

    shared = X25519 of both hails' keys        said = SHA256(caller's hail | listener's hail)
    key    = HMAC-SHA256(shared, b"VX1 neighbour " + what + said)
             what: "caller", "listener" (each seals what it says), "tokens" (who was seen today)
    proof  = Ed25519 by the device over b"VX1 neighbour proof " + "caller" | "listener" + said
    sealed = XSalsa20-Poly1305, its nonce the number of the message in its direction

A stranger sees two hails and lengths. Whoever relays between two laptops proves nothing: both sign
what they themselves heard.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field

from nacl.bindings import crypto_scalarmult, crypto_scalarmult_base
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire.errors import BadSignature, Undecodable

SEAL_BYTES = SecretBox.MACBYTES
_PREFIX, _PROOF = b"VX1 neighbour ", b"VX1 neighbour proof "


def public_of(private: bytes) -> bytes:
    """The half of a meeting's key that the hail carries."""
    return crypto_scalarmult_base(private)


@dataclass
class Session:
    """The secrets of one meeting, seen from one end; messages must be opened in their order."""

    said: bytes
    caller: bool
    token_key: bytes
    _out: SecretBox
    _in: SecretBox
    _sent: int = field(default=0)
    _heard: int = field(default=0)

    def seal(self, message: bytes) -> bytes:
        """The next message of ours, for the other end alone."""
        nonce, self._sent = _nonce(self._sent), self._sent + 1
        return bytes(self._out.encrypt(message, nonce).ciphertext)

    def open(self, sealed: bytes) -> bytes:
        """The next message of the other end. Raises Undecodable for anything else."""
        nonce, self._heard = _nonce(self._heard), self._heard + 1
        try:
            return bytes(self._in.decrypt(sealed, nonce))
        except (CryptoError, ValueError) as error:
            raise Undecodable(what="message", why="it is not from the laptop we met") from error

    def prove(self, key: SigningKey) -> bytes:
        """This laptop's signature over this meeting."""
        return bytes(key.sign(_under(self.caller, self.said)).signature)

    def check(self, signature: bytes, key: VerifyKey) -> None:
        """Raises BadSignature unless the other end holds this key and heard what we heard."""
        try:
            key.verify(_under(not self.caller, self.said), signature)
        except (BadSignatureError, ValueError) as error:
            raise BadSignature(what="proof", who="the laptop that it names") from error


def begin(private: bytes, theirs: bytes, hails: tuple[bytes, bytes], *, caller: bool) -> Session:
    """The secrets from our key, the other's public one, and both hails (the caller's first).

    Raises Undecodable for a key that makes no secret.
    """
    try:
        shared = crypto_scalarmult(private, theirs)
    except (CryptoError, RuntimeError, ValueError) as error:
        raise Undecodable(what="hail", why="its key is none") from error
    said = hashlib.sha256(hails[0] + hails[1]).digest()
    callers, listeners = (SecretBox(_key(shared, who, said)) for who in (b"caller", b"listener"))
    out, heard = (callers, listeners) if caller else (listeners, callers)
    return Session(said, caller, _key(shared, b"tokens", said), out, heard)


def _key(shared: bytes, what: bytes, said: bytes) -> bytes:
    return hmac.digest(shared, _PREFIX + what + said, "sha256")


def _under(caller: bool, said: bytes) -> bytes:
    return _PROOF + (b"caller" if caller else b"listener") + said


def _nonce(number: int) -> bytes:
    return number.to_bytes(SecretBox.NONCE_SIZE, "big")
