"""The verb: doses are thrown away, broken or lost, with a reason."""

from __future__ import annotations

from fieldapp.actions.stock.amount import Amount, UnknownReason, moved, require_there
from fieldapp.domain.stock import WASTE_REASONS, Kind, Place
from fieldapp.journal.journal import Journal


def waste(
    journal: Journal,
    amount: Amount,
    reason: str,
    *,
    user: str,
    session: Place = None,
    note: str | None = None,
) -> bytes:
    """Record the waste and return its event id. `session`: from that session's box, otherwise from
    the store. `reason` is one of WASTE_REASONS. The rest of an open vial is wasted by closing it.

    Raises NotANumberOfDoses, UnknownReason, NotThatMany.
    """
    if reason not in WASTE_REASONS:
        raise UnknownReason(reason=reason)
    fact = moved(Kind.WASTED, amount, session=session, reason=reason, note=note)
    with journal.transaction():
        require_there(journal, amount, session)
        (recorded,) = journal.append([fact], user=user)
    return recorded.event_id
