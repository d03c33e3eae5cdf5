"""The verb: vaccine came from the depot into the team's store."""

from __future__ import annotations

from fieldapp.actions.stock.amount import Amount, moved
from fieldapp.domain.stock import Kind
from fieldapp.journal.journal import Journal


def receive_lot(
    journal: Journal,
    amount: Amount,
    *,
    user: str,
    code: str | None = None,
    note: str | None = None,
    vvm: int | None = None,
) -> bytes:
    """Record the receipt and return its event id. Raises NotANumberOfDoses.

    An expired lot is received too: it is there, and shown as expired.
    """
    fact = moved(Kind.RECEIVED, amount, code=code, note=note, vvm=vvm)
    (recorded,) = journal.append([fact], user=user)
    return recorded.event_id
