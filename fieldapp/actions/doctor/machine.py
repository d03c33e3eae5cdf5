"""The machine: room on the disk, the reserve, the battery, the key ring, the program itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from fieldapp import __version__
from fieldapp.actions.battery import Battery, battery
from fieldapp.actions.disk_encryption import disk_is_encrypted
from fieldapp.actions.doctor.finding import Finding, Light
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import ballast, keyslots
from fieldapp.journal.database import sqlcipher

PLENTY_BYTES = 1_000_000_000
LITTLE_BYTES = 100_000_000
NEARLY_EMPTY = 10


class DiskRoom(Finding):
    check = "Disk"
    happened = "{free} are free on the disk with the records."


class DiskLow(Finding):
    check = "Disk"
    light = Light.AMBER
    happened = "Only {free} are free on the disk with the records."
    next_step = "Delete or move what is not needed; never the folder with the records."


class DiskNearlyFull(Finding):
    check = "Disk"
    light = Light.RED
    happened = "The disk with the records is nearly full: {free} are free."
    next_step = "Make room now; never delete the folder with the records."


class DiskUnknown(Finding):
    check = "Disk"
    light = Light.RED
    happened = "The disk with the records does not answer."
    next_step = "Put it back, start again, and use paper until then."


class ReserveStands(Finding):
    check = "Reserve"
    happened = "A reserve of {reserve} stands by for a full disk."


class ReserveUsed(Finding):
    check = "Reserve"
    light = Light.AMBER
    happened = "There is no reserve for a full disk: it was needed, or there is no room for it."
    next_step = "Make room on the disk; it is made again by itself."


class BatteryWell(Finding):
    check = "Battery"
    happened = "The battery is at {percent} %."


class BatteryLow(Finding):
    check = "Battery"
    light = Light.AMBER
    happened = "The battery is at {percent} % and nothing charges it."
    next_step = "Plug the laptop in soon. Everything recorded is saved at every moment."


class BatteryNearlyEmpty(Finding):
    check = "Battery"
    light = Light.RED
    happened = "The battery is nearly empty: {percent} %."
    next_step = "Plug the laptop in now. Everything recorded is saved at every moment."


class KeyRingUsed(Finding):
    check = "Key ring"
    happened = "PINs are bound to this machine: a copied disk opens nowhere else."


class NoKeyRing(Finding):
    check = "Key ring"
    light = Light.AMBER
    happened = "This machine has no key ring: the passphrase alone protects the records."
    next_step = "Use four unrelated words instead of a PIN."


class DiskEncrypted(Finding):
    check = "Disk encryption"
    happened = "The system encrypts this disk."


class DiskNotEncrypted(Finding):
    check = "Disk encryption"
    happened = (
        "The system does not encrypt this disk. The records are encrypted all the same; "
        "what the system writes down by itself when it sleeps may not be."
    )
    next_step = "In town: turn on BitLocker, FileVault or LUKS."


class Program(Finding):
    check = "Program"
    happened = "fieldapp {version} with SQLite {sqlite}."


def look_at_machine(
    home: Path,
    power: Callable[[], Battery | None] = battery,
    encrypted: Callable[[Path], bool | None] = disk_is_encrypted,
) -> Iterator[Finding]:
    """Everything that can be said without opening the journal."""
    yield _disk(home)
    reserve = ballast.stands(home)
    yield ReserveStands(reserve_bytes=ballast.SIZE) if reserve else ReserveUsed()
    charge = power()
    if charge is not None:
        yield _charge(charge)
    with suppress(FieldAppError):
        bound = all(slot.with_device_secret for slot in keyslots.read_slots(home).slots)
        yield KeyRingUsed() if bound else NoKeyRing()
    safe = encrypted(home)
    if safe is not None:
        yield DiskEncrypted() if safe else DiskNotEncrypted()
    yield Program(version=__version__, sqlite=sqlcipher().sqlite_version)


def _disk(home: Path) -> Finding:
    try:
        free = shutil.disk_usage(home).free
    except OSError:
        return DiskUnknown()
    if free < LITTLE_BYTES:
        return DiskNearlyFull(free_bytes=free)
    return DiskLow(free_bytes=free) if free < PLENTY_BYTES else DiskRoom(free_bytes=free)


def _charge(charge: Battery) -> Finding:
    if not charge.low:
        return BatteryWell(percent=charge.percent)
    kind = BatteryNearlyEmpty if charge.percent <= NEARLY_EMPTY else BatteryLow
    return kind(percent=charge.percent)
