"""Reads fees: of a dose, of a session's cash box, and the next receipt's number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.domain.receipt_number import receipt_number
from fieldapp.journal.database import Row
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_wall

_COLUMNS = (
    "fee.event_id, dose.event_id, fee.series, fee.number, fee.amount, fee.currency, fee.rule, "
    "fee.payer, fee.session, fee.taken_s, fee.taken_by, fee.refunded_s, fee.refund_reason"
)
_FROM = "FROM fee JOIN dose ON dose.no = fee.dose"


@dataclass(frozen=True, slots=True)
class Fee:
    """One payment with its receipt. `payer` None: the person vaccinated. `session`: in whose cash
    box it is; None while it waits for the next one's."""

    fee_id: bytes
    dose_id: bytes
    series: int
    number: int
    amount: int
    currency: str
    rule: str
    payer: str | None
    session: str | None
    taken_at: datetime
    taken_by: str
    refunded_at: datetime | None
    refund_reason: str | None

    @property
    def receipt(self) -> str:
        """The number on the slip."""
        return receipt_number(self.series, self.number, self.fee_id)


@dataclass(frozen=True, slots=True)
class FeeWaiver:
    """A fee that was due and not taken: `kind` is exempt or unpaid."""

    dose_id: bytes
    kind: str
    amount: int
    currency: str
    rule: str
    reason: str
    decided_by: str
    session: str | None


def next_number(j: Journal) -> int:
    """The running number of the next receipt of this laptop; never one that it used before."""
    return j.db.number("SELECT max(number) FROM fee") + 1


def of_dose(j: Journal, dose_id: bytes) -> Fee | None:
    """What was paid for a dose, refunded since or not."""
    found = j.db.row(
        f"SELECT {_COLUMNS} {_FROM} WHERE fee.dose = ? ORDER BY fee.no DESC LIMIT 1",
        position_of(j.db, dose_id),
    )
    return None if found is None else _fee(found)


def of_session(j: Journal, label: str) -> list[Fee]:
    """What was paid in a session, oldest receipt first."""
    rows = j.db.rows(f"SELECT {_COLUMNS} {_FROM} WHERE fee.session = ? ORDER BY fee.no", label)
    return [_fee(row) for row in rows]


def refunds_of_session(j: Journal, label: str) -> list[Fee]:
    """What was given back out of a session's cash box, whenever it had been paid."""
    rows = j.db.rows(
        f"SELECT {_COLUMNS} {_FROM} WHERE fee.refunded_s IS NOT NULL AND fee.refund_session = ? "
        "ORDER BY fee.no",
        label,
    )
    return [_fee(row) for row in rows]


def waiting_for_a_box(j: Journal) -> int:
    """What was taken, less what was given back, since no session is open: the next one counts it.

    Below zero: more was given back.
    """
    return j.db.number(
        "SELECT (SELECT coalesce(sum(amount), 0) FROM fee WHERE session IS NULL) - (SELECT "
        "coalesce(sum(amount), 0) FROM fee WHERE refund_session IS NULL AND refunded_s IS NOT NULL)"
    )


def waivers_of_session(j: Journal, label: str) -> list[FeeWaiver]:
    """What was due in a session and not taken."""
    rows = j.db.rows(
        "SELECT dose.event_id, w.kind, w.amount, w.currency, w.rule, w.reason, w.decided_by, "
        "w.session FROM fee_waiver AS w JOIN dose ON dose.no = w.dose "
        "WHERE w.session = ? ORDER BY w.no",
        label,
    )
    return [FeeWaiver(*row) for row in rows]


def _fee(row: Row) -> Fee:
    (
        fee_id, dose_id, series, number, amount, currency, rule, payer, session,
        taken_s, taken_by, refunded_s, refund_reason,
    ) = row  # fmt: skip
    return Fee(
        fee_id,
        dose_id,
        series,
        number,
        amount,
        currency,
        rule,
        payer,
        session,
        from_wall(taken_s),
        taken_by,
        None if refunded_s is None else from_wall(refunded_s),
        refund_reason,
    )
