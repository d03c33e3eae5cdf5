"""The verb: doses leave the store for the depot: not needed, expired, recalled, held."""

from __future__ import annotations

from fieldapp.actions.stock.amount import Amount, UnknownReason, moved, require_there
from fieldapp.domain.stock import SENT_BACK_REASONS, Kind
from fieldapp.journal.journal import Journal


def send_back(
    journal: Journal, amount: Amount, reason: str, *, user: str, note: str | None = None
) -> bytes:
    """Record it and return its event id. `reason` is one of SENT_BACK_REASONS.

    Raises NotANumberOfDoses, UnknownReason, NotThatMany.
    """
    if reason not in SENT_BACK_REASONS:
        raise UnknownReason(reason=reason)
    fact = moved(Kind.SENT_BACK, amount, reason=reason, note=note)
    with journal.transaction():
        require_there(journal, amount, None)
        (recorded,) = journal.append([fact], user=user)
    return recorded.event_id
