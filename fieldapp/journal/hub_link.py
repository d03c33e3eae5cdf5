"""What this laptop knows of the hub: whom it trusts, what the hub signed for, what was tried.

Nothing but a receipt that verifies under the enrolled hub's key changes waiting to confirmed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from nacl.signing import SigningKey, VerifyKey

from fieldapp.journal import settings
from fieldapp.journal import tally as tally_of
from fieldapp.journal.attempts import Attempt, attempts, log_attempt
from fieldapp.journal.confirmed import confirmed
from fieldapp.journal.entries import Head, epochs, last_head, position
from fieldapp.journal.errors import NotEnrolled
from fieldapp.journal.journal import Journal
from fieldapp.journal.standing import let_stand
from fieldapp.wire import chain
from fieldapp.wire.receipt import Receipt, read_receipt

__all__ = [
    "Attempt",
    "Enrolment",
    "NotEnrolled",
    "StoredReceipt",
    "attempts",
    "confirmed_head",
    "confirmed_heads",
    "enrolment",
    "hash_at",
    "heads",
    "last_contact",
    "log_attempt",
    "save_enrolment",
    "signing_key",
    "store_answer",
    "store_receipt",
]

_ENROLMENT = "hub.enrolment"
_SIGNING_KEY = "device.signing_key"
_SEED_BYTES = 32


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the hub gave this laptop when it joined, and where the hub is.

    Keys are raw 32 bytes: Ed25519 to verify receipts, X25519 to seal bundles, and the
    organisation's X25519 recovery key, if it has one. `ca_pem` is None for a hub on loopback.
    """

    device: int
    hub_url: str
    ca_pem: str | None
    hub_id: bytes
    hub_verify_key: bytes
    hub_box_key: bytes
    recovery_key: bytes | None = None
    regions: tuple[str, ...] = ()


class StoredReceipt(StrEnum):
    """What a genuine receipt came to."""

    KEPT = "kept"
    OLDER = "older"  # genuine, and not the hub's latest word: kept, changes nothing
    FOREIGN = "foreign"  # about another branch of an old epoch, or another device: not kept
    BEGAN_EPOCH = "began-epoch"  # the hub knows more of this epoch than we do: we were put back


def signing_key(j: Journal) -> SigningKey:
    """This laptop's Ed25519 key, made at first use; it never leaves the encrypted journal."""
    with j.db.transaction():
        seed = settings.read(j.db, _SIGNING_KEY)
        if seed is None:
            seed = j.random(_SEED_BYTES)
            settings.write(j.db, _SIGNING_KEY, seed)
    return SigningKey(seed)


def save_enrolment(j: Journal, joined: Enrolment) -> None:
    """Remember the hub this laptop joined."""
    stored = asdict(joined)
    for name, value in stored.items():
        if isinstance(value, bytes):
            stored[name] = {"hex": value.hex()}
    settings.write(j.db, _ENROLMENT, json.dumps(stored).encode())


def enrolment(j: Journal) -> Enrolment | None:
    """The hub this laptop joined; None before."""
    found = settings.read(j.db, _ENROLMENT)
    if found is None:
        return None
    stored = json.loads(found)
    for name, value in stored.items():
        if isinstance(value, dict):
            stored[name] = bytes.fromhex(value["hex"])
    return Enrolment(**{**stored, "regions": tuple(stored["regions"])})


def heads(j: Journal) -> dict[bytes, Head]:
    """The last event of every epoch, the current epoch last."""
    with j.db.held():
        return {epoch: last_head(j.db, no, epoch) for no, epoch in epochs(j.db)}


def hash_at(j: Journal, epoch: bytes, seq: int) -> bytes | None:
    """The hash of an own event; h_0 for 0; None when there is none."""
    no = _epoch_no(j, epoch)
    if no is None:
        return None
    if seq == 0:
        return chain.genesis(epoch)
    found = j.db.row("SELECT id FROM entry WHERE pos = ?", position(no, seq))
    return None if found is None else bytes(found[0])


def confirmed_heads(j: Journal) -> dict[bytes, int]:
    """Up to where the hub has signed for each epoch; epochs without a receipt are left out."""
    known = confirmed(j.db).head_seq
    return {epoch: known[no] for no, epoch in epochs(j.db) if no in known}


def confirmed_head(j: Journal, epoch: bytes) -> int:
    """Up to where the hub has signed for one epoch; 0 for nothing yet."""
    return confirmed_heads(j).get(epoch, 0)


def last_contact(j: Journal) -> datetime | None:
    """The hub's own time of its newest receipt."""
    return tally_of.last_contact(j.db)


def store_receipt(j: Journal, raw: bytes, *, asked: int | None = None) -> StoredReceipt:
    """Check a receipt and keep it; the same one again changes nothing.

    `asked` is the moment of the question that it answers (`standing`), None where nobody knows.
    Raises BadSignature, Undecodable, NotEnrolled. A receipt that names an event of the current
    epoch which this journal does not have means that this laptop was put back: a new epoch begins.
    """
    joined = enrolment(j)
    if joined is None:
        raise NotEnrolled()
    receipt = read_receipt(raw, VerifyKey(joined.hub_verify_key))
    if (receipt.device, receipt.hub) != (joined.device, joined.hub_id):
        return StoredReceipt.FOREIGN
    with j.transaction():
        if hash_at(j, receipt.epoch, receipt.head_seq) == receipt.head_hash:
            return StoredReceipt.KEPT if _keep(j, receipt, raw, asked) else StoredReceipt.OLDER
        if receipt.epoch != j.head().epoch:
            return StoredReceipt.FOREIGN
        j.begin_epoch("receipt-ahead")
        return StoredReceipt.BEGAN_EPOCH


def store_answer(j: Journal, receipts: Iterable[tuple[bytes, Receipt]], asked: int | None) -> None:
    """Keep the receipts of one answer; of each epoch the highest comes last, and stands."""
    with j.transaction():
        for raw, _ in sorted(receipts, key=lambda one: one[1].head_seq):
            store_receipt(j, raw, asked=asked)


def _keep(j: Journal, receipt: Receipt, raw: bytes, asked: int | None) -> bool:
    """Whether it now stands."""
    no = _epoch_no(j, receipt.epoch) or 0
    j.db.run(
        "INSERT OR REPLACE INTO receipt (epoch, head_seq, durable_seq, hub_time, raw) "
        "VALUES (?, ?, ?, ?, ?)",
        no,
        receipt.head_seq,
        receipt.durable_seq,
        receipt.hub_time,
        raw,
    )
    stands = let_stand(j.db, no, receipt, last_head(j.db, no, receipt.epoch).seq, asked)
    if stands:
        _set_quarantined(j, no, receipt)
    return stands


def _set_quarantined(j: Journal, no: int, receipt: Receipt) -> None:
    """A receipt lists all that is in quarantine in its epoch: what is not listed is free again."""
    first, last = position(no, 0), position(no + 1, 0)
    j.db.run("DELETE FROM quarantine WHERE pos >= ? AND pos < ?", first, last)
    for seq, reason in receipt.quarantined:
        j.db.run("INSERT OR REPLACE INTO quarantine VALUES (?, ?)", position(no, seq), reason)


def _epoch_no(j: Journal, epoch: bytes) -> int | None:
    found = j.db.row("SELECT no FROM epoch WHERE epoch = ?", epoch)
    return None if found is None else int(found[0])
