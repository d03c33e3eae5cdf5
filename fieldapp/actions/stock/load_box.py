"""The verb: doses go from the store into a session's box.

What the store lacks by the book was taken from the depot without being written down: it is received
in the same breath, with that reason, for the vials are in the nurse's hand.
"""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.stock.amount import Amount, doses_at, moved
from fieldapp.domain.stock import LOAD_SHORTFALL, Kind
from fieldapp.journal.journal import Journal


def load_box(
    journal: Journal,
    amount: Amount,
    session: str,
    *,
    user: str,
    code: str | None = None,
    vvm: int | None = None,
) -> bytes:
    """Record the loading for the session of this label; returns its event id.

    Raises NotANumberOfDoses.
    """
    loaded = moved(Kind.LOADED, amount, session=session, code=code, vvm=vvm)
    with journal.transaction():
        lacking = amount.doses - max(0, doses_at(journal, amount.lot, None))
        if lacking > 0:
            shortfall = replace(amount, doses=lacking)
            received = moved(Kind.RECEIVED, shortfall, reason=LOAD_SHORTFALL, code=code, vvm=vvm)
            journal.append([received], user=user)
        (recorded,) = journal.append([loaded], user=user)
    return recorded.event_id
