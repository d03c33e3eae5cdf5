"""The verb: somebody counted a lot. The difference from the book is a movement with a reason."""

from __future__ import annotations

from fieldapp.actions.stock.amount import (
    MOST_DOSES,
    Amount,
    NotANumberOfDoses,
    UnknownReason,
    doses_at,
)
from fieldapp.domain.stock import COUNT_REASONS, Kind, Place
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import StockMoved


def count_lot(
    journal: Journal,
    counted: Amount,
    *,
    user: str,
    session: Place = None,
    reason: str | None = None,
    note: str | None = None,
) -> int:
    """Record how many doses there are in a session's box or in the store; returns the difference
    from the book. A count that agrees is recorded too. `reason` is one of COUNT_REASONS, needed
    when it does not agree.

    Raises NotANumberOfDoses, UnknownReason.
    """
    if not 0 <= counted.doses <= MOST_DOSES:
        raise NotANumberOfDoses(doses=counted.doses)
    lot = counted.lot
    with journal.transaction():
        difference = counted.doses - doses_at(journal, lot, session)
        if difference and reason not in COUNT_REASONS:
            raise UnknownReason(reason=reason or "nothing")
        fact = StockMoved(
            kind=Kind.COUNTED.value,
            vaccine=lot.vaccine_id,
            lot=lot.lot_number,
            expiry_day=to_day(lot.expiry),
            vial_doses=counted.vial_doses,
            doses=difference,
            session=session,
            reason=reason if difference else None,
            note=note,
            counted=counted.doses,
        )
        journal.append([fact], user=user)
    return difference
