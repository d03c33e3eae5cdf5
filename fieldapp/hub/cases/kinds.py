"""What kinds of cases there are, in which ways each can be decided, and which case is which."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import StrEnum

from fieldapp.hub.fold.rules import REVOKED
from fieldapp.wire import cbor

_ID_BYTES = 16


class Kind(StrEnum):
    """What is in doubt."""

    DOUBLE = "double"
    IDENTITY = "identity"
    TOO_EARLY = "too-early"
    WRONG_PRODUCT = "wrong-product"
    AFTER_SERIES = "after-series"
    QUARANTINE = "quarantine"


class Way(StrEnum):
    """What somebody decided. `UNDONE` takes back what stood before it."""

    ONE_DOSE = "one-dose"
    TWO_DOSES = "two-doses"
    ONE_PERSON = "one-person"
    TWO_PEOPLE = "two-people"
    ACCEPTED = "accepted"
    REPEAT = "repeat"
    SET_ASIDE = "set-aside"
    LAPTOP = "laptop-corrects"
    COUNTS = "counts"
    REFERRED = "referred"
    UNDONE = "undone"


JUDGED = (Kind.TOO_EARLY, Kind.WRONG_PRODUCT, Kind.AFTER_SERIES)
"""What a programme says of a dose."""
WAYS: Mapping[Kind, tuple[Way, ...]] = {
    Kind.DOUBLE: (Way.ONE_DOSE, Way.TWO_DOSES, Way.REFERRED),
    Kind.IDENTITY: (Way.ONE_PERSON, Way.TWO_PEOPLE, Way.REFERRED),
    **dict.fromkeys(JUDGED, (Way.ACCEPTED, Way.REPEAT, Way.REFERRED)),
    Kind.AFTER_SERIES: (Way.ACCEPTED, Way.REFERRED),
    Kind.QUARANTINE: (Way.LAPTOP, Way.SET_ASIDE, Way.REFERRED),
}
_TOO_LATE = (Way.COUNTS, Way.SET_ASIDE, Way.REFERRED)
"""Who was shut out corrects nothing any more."""
WAITING = frozenset({Way.LAPTOP, Way.REFERRED})
"""Somebody has it in hand; it is not decided."""


def ways_of(kind: Kind, code: str) -> tuple[Way, ...]:
    """How a case can be decided that is one for this reason."""
    if kind is Kind.QUARANTINE and code == REVOKED.code:
        return _TOO_LATE
    return WAYS[kind]


def case_id(kind: Kind, one: bytes, other: bytes | None = None) -> bytes:
    """The id of the case of this kind about these records, the smaller id first."""
    return hashlib.sha256(cbor.dumps([kind.value, one, other])).digest()[:_ID_BYTES]


def facts_of(*said: object) -> bytes:
    """A digest of what a decision rests on: texts, numbers, and lists of them."""
    return hashlib.sha256(cbor.dumps(list(said))).digest()[:_ID_BYTES]
