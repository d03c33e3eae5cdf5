"""A home: the folder of one laptop's records, who may open it, and how it is made.

Knows keys and users; what is recorded is the journal's.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fieldapp.domain.clock import Clock
from fieldapp.journal import keyslots, pin_delay
from fieldapp.journal.database import open_database
from fieldapp.journal.device_secrets import DeviceSecrets
from fieldapp.journal.errors import (
    HomeMissing,
    PinTooShort,
    UserExists,
    UserUnknown,
    WrongPin,
)
from fieldapp.journal.journal import JOURNAL_FILE, SYSTEM, Journal
from fieldapp.journal.keyslots import STRONG, DataKey, KdfCost, KeySlots, StaffUser
from fieldapp.journal.migrations import begin_file, migrate
from fieldapp.journal.new_home import new_home
from fieldapp.journal.projections.edition import bring_up_to_date
from fieldapp.journal.settings import TeamProfile, save_team
from fieldapp.wire.facts import UserAdded

__all__ = [
    "STRONG",
    "DataKey",
    "KdfCost",
    "NewUser",
    "StaffUser",
    "TeamProfile",
    "add_recovery_slot",
    "add_user",
    "change_pin",
    "create_home",
    "home_exists",
    "is_for_practice",
    "remove_user",
    "rename_user",
    "unlock",
    "unlock_with_recovery",
    "users_of",
]

LEAST_PIN = 4
_FOR_PRACTICE = "made-up-"
LEAST_PIN_WITHOUT_KEYRING = 8


@dataclass(frozen=True, slots=True)
class NewUser:
    """A user to be added; `role` is recorder, lead or supervisor."""

    login: str
    name: str
    role: str
    pin: str = field(repr=False)


def home_exists(home: Path) -> bool:
    """Whether this folder was set up before, whatever has become of its journal."""
    return (home / keyslots.KEYSLOTS_FILE).exists()


def create_home(
    home: Path,
    team: TeamProfile,
    users: Sequence[NewUser],
    secrets: DeviceSecrets,
    clock: Clock,
    *,
    random: Callable[[int], bytes] = os.urandom,
    kdf: KdfCost = STRONG,
) -> None:
    """Make a home with its first epoch and users; it is there whole, or not at all.

    Raises HomeNotEmpty, PinTooShort, UserExists, DiskFull, HomeReadOnly.
    """
    with new_home(home) as building:
        slots, key = _first_slots(_new_id(team, random), users, secrets, random, kdf)
        _begin_journal(building, key, team, users, clock, random)
        keyslots.write_slots(building, slots)


def is_for_practice(home: Path) -> bool:
    """Whether this home is for practice; readable while locked, and bound to its keys: whoever
    changes it in the file can open nothing. Raises HomeMissing, JournalDamaged."""
    return keyslots.read_slots(home).home_id.startswith(_FOR_PRACTICE)


def users_of(home: Path) -> list[StaffUser]:
    """Who can unlock this home; readable while locked. Raises HomeMissing, JournalDamaged."""
    slots = keyslots.read_slots(home).slots
    return [StaffUser(slot.login, slot.name, slot.role) for slot in slots]


def unlock(home: Path, login: str, pin: str, secrets: DeviceSecrets, clock: Clock) -> DataKey:
    """The data key, for the right PIN.

    Raises WrongPin (with `wait_s`), TooManyTries, UserUnknown, HomeMissing, DeviceSecretMissing.
    """
    slots = keyslots.read_slots(home)
    if not (home / JOURNAL_FILE).is_file():
        raise HomeMissing(what=JOURNAL_FILE)
    slot = slots.of(login)
    if slot is None:
        raise UserUnknown(login=login)
    device_secret = secrets.read(slots.home_id)
    tries = pin_delay.begin_try(home, login, clock)
    key = keyslots.open_slot(slot, pin, slots.home_id, device_secret)
    if key is None:
        raise WrongPin(wait_s=pin_delay.wait_after(tries.wrong))
    pin_delay.forget_tries(home, login, clock)
    return key


def add_user(
    home: Path,
    key: DataKey,
    user: NewUser,
    secrets: DeviceSecrets,
    *,
    random: Callable[[int], bytes] = os.urandom,
    kdf: KdfCost = STRONG,
) -> None:
    """Give another user a PIN of their own. The journal is told apart (`UserAdded`).

    Raises UserExists, PinTooShort.
    """
    slots = keyslots.read_slots(home)
    if slots.of(user.login) is not None:
        raise UserExists(login=user.login)
    _save_slot(home, slots, user, key, secrets, random, kdf)


def change_pin(
    home: Path,
    key: DataKey,
    login: str,
    pin: str,
    secrets: DeviceSecrets,
    *,
    random: Callable[[int], bytes] = os.urandom,
    kdf: KdfCost = STRONG,
) -> None:
    """Give a user another PIN; the old one opens nothing now. Raises UserUnknown, PinTooShort."""
    slots = keyslots.read_slots(home)
    old = slots.of(login)
    if old is None:
        raise UserUnknown(login=login)
    _save_slot(home, slots, NewUser(login, old.name, old.role, pin), key, secrets, random, kdf)


def rename_user(home: Path, login: str, name: str, role: str) -> None:
    """Show a user under another name or role; their PIN stays. Raises UserUnknown."""
    slots = keyslots.read_slots(home)
    old = slots.of(login)
    if old is None:
        raise UserUnknown(login=login)
    keyslots.write_slots(home, slots.with_slot(replace(old, name=name, role=role)))


def remove_user(home: Path, login: str) -> None:
    """A user's PIN opens nothing any more; safe to repeat."""
    keyslots.write_slots(home, keyslots.read_slots(home).without(login))


def add_recovery_slot(home: Path, key: DataKey, recovery_public: bytes) -> None:
    """Let the organisation's offline key open this home too."""
    slots = keyslots.read_slots(home)
    sealed = keyslots.seal_for_recovery(key, recovery_public)
    keyslots.write_slots(home, replace(slots, recovery=sealed))


def unlock_with_recovery(home: Path, recovery_private: bytes) -> DataKey:
    """The data key, for the organisation's private key. Raises RecoveryImpossible, HomeMissing."""
    return keyslots.open_recovery(keyslots.read_slots(home), recovery_private)


def _new_id(team: TeamProfile, random: Callable[[int], bytes]) -> str:
    name = random(16).hex()
    return f"{_FOR_PRACTICE}{name}" if team.made_up else name


def _first_slots(
    home_id: str,
    users: Sequence[NewUser],
    secrets: DeviceSecrets,
    random: Callable[[int], bytes],
    kdf: KdfCost,
) -> tuple[KeySlots, DataKey]:
    key = DataKey(random(keyslots.KEY_BYTES))
    secret = random(keyslots.KEY_BYTES)
    device_secret = secret if secrets.write(home_id, secret) else None
    slots = KeySlots(home_id, ())
    for user in users:
        if slots.of(user.login) is not None:
            raise UserExists(login=user.login)
        slots = slots.with_slot(_slot(slots, user, key, device_secret, random, kdf))
    return slots, key


def _save_slot(
    home: Path,
    slots: KeySlots,
    user: NewUser,
    key: DataKey,
    secrets: DeviceSecrets,
    random: Callable[[int], bytes],
    kdf: KdfCost,
) -> None:
    fresh = _slot(slots, user, key, secrets.read(slots.home_id), random, kdf)
    keyslots.write_slots(home, slots.with_slot(fresh))


def _slot(
    slots: KeySlots,
    user: NewUser,
    key: DataKey,
    device_secret: bytes | None,
    random: Callable[[int], bytes],
    kdf: KdfCost,
) -> keyslots.KeySlot:
    least = LEAST_PIN_WITHOUT_KEYRING if device_secret is None else LEAST_PIN
    if len(user.pin) < least:
        raise PinTooShort(least=least)
    return keyslots.seal_slot(
        StaffUser(user.login, user.name, user.role),
        user.pin,
        key,
        home_id=slots.home_id,
        device_secret=device_secret,
        cost=kdf,
        random=random,
    )


def _begin_journal(
    folder: Path,
    key: DataKey,
    team: TeamProfile,
    users: Sequence[NewUser],
    clock: Clock,
    random: Callable[[int], bytes],
) -> None:
    db = open_database(folder / JOURNAL_FILE, key.secret, create=True)
    try:
        begin_file(db)
        migrate(db)
        bring_up_to_date(db)
        save_team(db, team)
        journal = Journal(folder, db, clock, random, None)
        with journal.transaction():
            journal.begin_first_epoch()
            journal.append([UserAdded(u.login, u.name, u.role) for u in users], user=SYSTEM)
    finally:
        db.close()
