"""What a laptop notes about itself: its starts, its epochs, and its named users."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Ref, Types, Value


@dataclass(frozen=True, slots=True)
class Opened(Fact):
    """The program started on this journal. The nonce parts clones at once."""

    nonce: bytes
    boot_id: bytes
    app_version: str
    utc_offset_min: int


@dataclass(frozen=True, slots=True)
class EpochBegan(Fact):
    """First event of an epoch that follows another: a rollback was noticed, or a restore done."""

    previous_epoch: bytes
    previous_seq: int
    previous_hash: bytes
    reason: str  # "rollback-noticed" | "restored" | "receipt-ahead"


@dataclass(frozen=True, slots=True)
class UserAdded(Fact):
    """A named user of this laptop, from now on; the same login again replaces name and role."""

    login: str
    name: str
    role: str  # "recorder" | "lead" | "supervisor"


@dataclass(frozen=True, slots=True)
class IssuingKeyMade(Fact):
    """From now on this laptop signs vaccination cards with the private part of this key.

    `key` is its public point on P-256, x and y of 32 bytes each.
    """

    key: bytes


@dataclass(frozen=True, slots=True)
class UserEnded(Fact):
    """A user may not unlock this laptop any more, until `UserAdded` names them again. What they
    recorded stays theirs."""

    login: str


@dataclass(frozen=True, slots=True)
class Erased(Fact):
    """An event's body and salt were destroyed everywhere, on a legal basis.

    `decided_s` is when, by the hub's clock. Of a dose that came from the team's stock stays what
    the stock is counted by, and nothing of the person: `vaccine`, `lot`, `session`, `vial`, and
    that clock's distance from UTC. Of money in the cash box of `session` stays in `fee`, of a fee
    taken, [dose, series, number, amount, currency], of one refunded, [fee], by reference.
    """

    event: Ref
    legal_basis: str
    decided_s: int | None = None
    vaccine: str | None = None
    lot: str | None = None
    session: str | None = None
    vial: Ref | None = None
    utc_offset_min: int | None = None
    fee: list[Value] | None = None


TYPES: Types = {
    Opened: (1, 1),
    EpochBegan: (2, 1),
    UserAdded: (3, 1),
    IssuingKeyMade: (8, 1),
    Erased: (64, 2),
    UserEnded: (65, 1),
}
