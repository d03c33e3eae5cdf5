"""The hub's own keys: one file beside the database, readable by its owner alone.

    hub-keys.json      the hub's id, the database key, the receipt key (Ed25519), the bundle key
                       (X25519) and the public part of the organisation's recovery key
    recovery-key.txt   the private recovery key, written once, to be moved offline

Whoever copies the folder without hub-keys.json has nothing; back both up, apart from each other.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nacl.public import PrivateKey
from nacl.signing import SigningKey, VerifyKey

from fieldapp.hub.errors import HubKeysDamaged, HubMissing

KEYS_FILE = "hub-keys.json"
RECOVERY_FILE = "recovery-key.txt"
_BEING_WRITTEN = "hub-keys.json.new"
HUB_ID_BYTES = 8
_KEY_BYTES = 32
_SIZES = {
    "hub_id": HUB_ID_BYTES,
    "database_key": _KEY_BYTES,
    "receipt_seed": _KEY_BYTES,
    "box_private": _KEY_BYTES,
    "recovery_public": _KEY_BYTES,
}
_RECOVERY_WORDS = """\
Recovery key of this organisation's laptops
===========================================
With this key a laptop whose users forgot their PINs can be opened again. The hub never needs it.

1. Print this page, or copy this file to two USB sticks.
2. Lock them away in two places, as you would a master key.
3. Delete this file from the hub.

X25519 private key: {private}
belongs to public key: {public}
"""


@dataclass(frozen=True, slots=True)
class HubKeys:
    """All of them as raw bytes."""

    hub_id: bytes
    database_key: bytes = field(repr=False)
    receipt_seed: bytes = field(repr=False)
    box_private: bytes = field(repr=False)
    recovery_public: bytes

    @property
    def receipt_key(self) -> SigningKey:
        """Signs receipts and every other answer."""
        return SigningKey(self.receipt_seed)

    @property
    def verify_key(self) -> VerifyKey:
        """What laptops check answers with."""
        return self.receipt_key.verify_key

    @property
    def box_public(self) -> bytes:
        """What laptops seal bundles to."""
        return bytes(PrivateKey(self.box_private).public_key)


def new_keys(random: Callable[[int], bytes] = os.urandom) -> tuple[HubKeys, bytes]:
    """Keys for a new hub, not stored yet, and the private recovery key."""
    recovery = PrivateKey(random(_KEY_BYTES))
    made = {name: random(size) for name, size in _SIZES.items()}
    return HubKeys(**{**made, "recovery_public": bytes(recovery.public_key)}), bytes(recovery)


def store_keys(folder: Path, keys: HubKeys, recovery_private: bytes) -> None:
    """Write both files, for a hub that has none yet."""
    words = _RECOVERY_WORDS.format(
        private=recovery_private.hex(), public=keys.recovery_public.hex()
    )
    _write_private(folder / RECOVERY_FILE, words)
    stored = json.dumps({name: getattr(keys, name).hex() for name in _SIZES}, indent=1)
    _write_private(folder / _BEING_WRITTEN, stored)
    (folder / _BEING_WRITTEN).rename(folder / KEYS_FILE)


def load_keys(folder: Path) -> HubKeys:
    """Read the keys. Raises HubMissing or HubKeysDamaged."""
    try:
        stored = json.loads((folder / KEYS_FILE).read_text(encoding="ascii"))
        found = {name: bytes.fromhex(stored[name]) for name in _SIZES}
    except FileNotFoundError as error:
        raise HubMissing(folder=folder.name, what=KEYS_FILE) from error
    except (ValueError, TypeError, KeyError, UnicodeDecodeError) as error:
        raise HubKeysDamaged(folder=folder.name) from error
    if any(len(found[name]) != size for name, size in _SIZES.items()):
        raise HubKeysDamaged(folder=folder.name)
    return HubKeys(**found)


def _write_private(path: Path, text: str) -> None:
    """A new file, 0600 from its first byte on, on the disk before this returns."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
