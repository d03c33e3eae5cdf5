"""The wrapped copies of the data key: one for each user, one for the organisation. Readable while
locked; worthless without a PIN and the laptop's secret, or the organisation's private key.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from fieldapp.journal.database import file_errors
from fieldapp.journal.errors import (
    DeviceSecretMissing,
    JournalDamaged,
    JournalNewer,
    RecoveryImpossible,
)
from fieldapp.journal.files import write_json

KEYSLOTS_FILE = "keyslots.json"
FORMAT = 1
KEY_BYTES = 32
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class DataKey:
    """The key of the database. Never shown."""

    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Argon2id's cost of one try at a PIN."""

    memory_kib: int
    passes: int
    lanes: int


STRONG = KdfCost(memory_kib=256 * 1024, passes=3, lanes=4)


@dataclass(frozen=True, slots=True)
class StaffUser:
    """A user as the lock screen shows them."""

    login: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One user's wrapped key; `with_device_secret` says whether the key ring is needed too."""

    login: str
    name: str
    role: str
    cost: KdfCost
    salt: bytes
    with_device_secret: bool
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class KeySlots:
    """All of keyslots.json."""

    home_id: str
    slots: tuple[KeySlot, ...]
    recovery: bytes | None = None

    def of(self, login: str) -> KeySlot | None:
        """The slot of one user."""
        return next((slot for slot in self.slots if slot.login == login), None)

    def with_slot(self, fresh: KeySlot) -> KeySlots:
        """The same with one slot added, or replaced in its place."""
        if self.of(fresh.login) is None:
            return replace(self, slots=(*self.slots, fresh))
        kept = (fresh if slot.login == fresh.login else slot for slot in self.slots)
        return replace(self, slots=tuple(kept))

    def without(self, login: str) -> KeySlots:
        """The same without the slot of one user."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.login != login))


def seal_slot(
    user: StaffUser,
    pin: str,
    key: DataKey,
    *,
    home_id: str,
    device_secret: bytes | None,
    cost: KdfCost,
    random: Callable[[int], bytes],
) -> KeySlot:
    """Wrap the data key under a PIN."""
    from nacl.secret import Aead

    salt = random(_SALT_BYTES)
    box = Aead(_wrapping_key(pin, salt, cost, device_secret or b""))
    wrapped = bytes(box.encrypt(key.secret, _named(home_id, user.login), random(Aead.NONCE_SIZE)))
    with_secret = device_secret is not None
    return KeySlot(user.login, user.name, user.role, cost, salt, with_secret, wrapped)


def open_slot(slot: KeySlot, pin: str, home_id: str, device_secret: bytes | None) -> DataKey | None:
    """The data key; None for a wrong PIN. Raises DeviceSecretMissing."""
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    if slot.with_device_secret and device_secret is None:
        raise DeviceSecretMissing()
    secret = device_secret if slot.with_device_secret and device_secret is not None else b""
    try:
        box = Aead(_wrapping_key(pin, slot.salt, slot.cost, secret))
        return DataKey(bytes(box.decrypt(slot.wrapped, _named(home_id, slot.login))))
    except CryptoError:
        return None


def seal_for_recovery(key: DataKey, recovery_public: bytes) -> bytes:
    """Wrap the data key for the holder of the organisation's X25519 private key."""
    from nacl.public import PublicKey, SealedBox

    return bytes(SealedBox(PublicKey(recovery_public)).encrypt(key.secret))


def open_recovery(slots: KeySlots, recovery_private: bytes) -> DataKey:
    """Unwrap it again. Raises RecoveryImpossible."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    if slots.recovery is None:
        raise RecoveryImpossible()
    try:
        return DataKey(bytes(SealedBox(PrivateKey(recovery_private)).decrypt(slots.recovery)))
    except (CryptoError, ValueError, TypeError) as error:
        raise RecoveryImpossible() from error


def read_slots(home: Path) -> KeySlots:
    """Read a home's slots. Raises HomeMissing, JournalDamaged, JournalNewer."""
    with file_errors(KEYSLOTS_FILE):
        content = (home / KEYSLOTS_FILE).read_bytes()
    return parse_slots(content)


def parse_slots(content: bytes) -> KeySlots:
    """Read slots from bytes. Raises JournalDamaged, JournalNewer."""
    try:
        stored = json.loads(content)
        if stored["format"] > FORMAT:
            raise JournalNewer(version=stored["format"])
        recovery = stored["recovery"]
        return KeySlots(
            str(stored["home_id"]),
            tuple(_slot_from(one) for one in stored["slots"]),
            None if recovery is None else bytes.fromhex(recovery),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise JournalDamaged(what=f"{KEYSLOTS_FILE} is not readable", first_bad=None) from error


def write_slots(home: Path, slots: KeySlots) -> None:
    """Durably replace a home's slots."""
    write_json(home / KEYSLOTS_FILE, as_json(slots))


def as_json(slots: KeySlots) -> dict[str, object]:
    """The slots as keyslots.json holds them."""
    return {
        "format": FORMAT,
        "home_id": slots.home_id,
        "slots": [_slot_as_json(slot) for slot in slots.slots],
        "recovery": None if slots.recovery is None else slots.recovery.hex(),
    }


def _slot_as_json(slot: KeySlot) -> dict[str, object]:
    return {**asdict(slot), "salt": slot.salt.hex(), "wrapped": slot.wrapped.hex()}


def _slot_from(stored: dict[str, object]) -> KeySlot:
    match stored:
        case {
            "login": str(login),
            "name": str(name),
            "role": str(role),
            "cost": {"memory_kib": int(memory), "passes": int(passes), "lanes": int(lanes)},
            "salt": str(salt),
            "with_device_secret": bool(with_secret),
            "wrapped": str(wrapped),
        }:
            cost = KdfCost(memory, passes, lanes)
            sealed = bytes.fromhex(wrapped)
            return KeySlot(login, name, role, cost, bytes.fromhex(salt), with_secret, sealed)
    raise ValueError("not a slot")


def _named(home_id: str, login: str) -> bytes:
    return f"fieldapp data key/{home_id}/{login}".encode()


def _wrapping_key(pin: str, salt: bytes, cost: KdfCost, device_secret: bytes) -> bytes:
    """HKDF-SHA256 (RFC 5869, one block) over Argon2id's output and the laptop's secret."""
    import hmac

    from argon2.low_level import Type, hash_secret_raw

    stretched = hash_secret_raw(
        pin.encode(), salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
    )
    pseudo_random = hmac.digest(salt, stretched + device_secret, "sha256")
    return hmac.digest(pseudo_random, b"fieldapp keyslot 1\x01", "sha256")
