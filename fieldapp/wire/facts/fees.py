"""Fees: taken for a dose with a receipt, given back, or reasonably not taken.

Amounts are whole numbers of the currency's smallest unit.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Ref, Types


@dataclass(frozen=True, slots=True)
class FeeTaken(Fact):
    """Somebody paid for a dose. `series` is the laptop's number then, `number` its receipt's.

    The mark on the slip follows from this event's hash (`domain.receipt_number`). `payer` is None
    when the person vaccinated paid.
    """

    dose: Ref
    series: int
    number: int
    amount: int
    currency: str
    rule: str
    session: str | None = None
    payer: str | None = None


@dataclass(frozen=True, slots=True)
class FeeRefunded(Fact):
    """The whole of a fee was given back, out of the cash box of `session`."""

    fee: Ref
    reason: str
    session: str | None = None


@dataclass(frozen=True, slots=True)
class FeeWaived(Fact):
    """A fee was due and was not taken: `decided_by` says so, and why."""

    dose: Ref
    kind: str  # "exempt" | "unpaid"
    amount: int
    currency: str
    rule: str
    reason: str
    decided_by: str
    session: str | None = None


TYPES: Types = {
    FeeTaken: (96, 1),
    FeeRefunded: (97, 1),
    FeeWaived: (98, 1),
}
