"""What a fold needs to know besides the events: which vaccines there are. And what doubt is."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.chain import HASH_BYTES, REF_BYTES


@dataclass(frozen=True, slots=True)
class Rules:
    """`vaccines` are the catalogue's ids; None when no catalogue was given, and any id will do."""

    vaccines: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why an event counts for nothing for now: a stable code, and words with a way to fix it.

    `wants` names what would have to come for it to be judged again.
    """

    code: str
    words: str
    wants: bytes | None = None


UNREADABLE = Doubt("unreadable", "It cannot be read. Void it and record it again.")
NEWER = Doubt("newer-format", "It was written by a newer program. Update the hub.")
REVOKED = Doubt(
    "revoked", "It came after this laptop was revoked. A supervisor decides whether it counts."
)
BAD_REFERENCE = Doubt("bad-reference", "It refers to something of another kind. Void it.")
CLIENT_QUARANTINED = Doubt(
    "client-quarantined", "The registration of its client is itself in quarantine. Amend that."
)
FUTURE = Doubt("future-date", "Its date lies after the day it arrived. Amend the date.")
BEFORE_BIRTH = Doubt(
    "before-birth", "Its date lies before its client's birth. Amend the one that is wrong."
)
SET_ASIDE = Doubt("set-aside", "A supervisor decided that it counts for nothing. Nothing is to do.")
READS_NOW = Doubt(
    "reads-now", "It could count by now. A supervisor decided before that it does not."
)
MISSING_NAME = Doubt("missing-name", "The client has no name. Amend it.")


def dangling(ref: bytes) -> Doubt:
    """The event that it refers to has not arrived, or can never."""
    if len(ref) not in (REF_BYTES, HASH_BYTES):
        return BAD_REFERENCE
    words = "It refers to a record that has not arrived yet. It will count when that comes."
    return Doubt("dangling", words, reference_key(ref))


def unknown_user(device: int, login: str) -> Doubt:
    """Nobody of this login was ever named on that laptop."""
    words = "Its user was never named on that laptop. It will count when the user is."
    return Doubt("unknown-user", words, user_key(device, login))


def unknown_vaccine() -> Doubt:
    """Not in the catalogue. The id itself is left out: it could be any text."""
    words = "Its vaccine is not in the catalogue. Amend it, or add the vaccine to the catalogue."
    return Doubt("unknown-vaccine", words)


def never_decided(id_: bytes) -> Doubt:
    """A laptop says that it erased an event that is not on the hub's own list."""
    words = "It says that a record was erased. The hub never decided that: look at the laptop."
    return Doubt("erasure-undecided", words, listing_key(id_))


def reference_key(ref: bytes) -> bytes:
    """What waits for the event whose id begins so waits for this."""
    return b"r" + ref


def listing_key(id_: bytes) -> bytes:
    """What waits for an event to be on the list of what is erased waits for this."""
    return b"e" + id_


def user_key(device: int, login: str) -> bytes:
    """What waits for a user waits for this."""
    return b"u%d:" % device + login.encode()
