"""A receipt for a fee, or for its refund, as plain values: what the slip in the hand says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReceiptSlip:
    """One payment. `number` is the receipt's, `amount` in the currency's smallest unit.

    `what_for` is the product's id with `dose_number`; `rule` cites the fee rule and its edition, as
    the books do; `rule_titles` says it in words, by language, as far as this release has it.
    `payer` is whoever paid, when that is not `person`. With `refunded_at` this is the slip of the
    refund: the whole amount was given back, because of `refund_reason` (a void code).
    """

    number: str
    amount: int
    currency: str
    person: str
    document: str
    what_for: str
    dose_number: int | None
    lot: str
    team: str
    session: str
    taken_at: datetime
    taken_by: str
    rule: str
    decimals: int = 2
    payer: str = ""
    refunded_at: datetime | None = None
    refund_reason: str = ""
    rule_titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_refund(self) -> bool:
        """Whether money went back."""
        return self.refunded_at is not None
