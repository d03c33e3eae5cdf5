"""The verb: doses that were not needed go from a session's box back into the store."""

from __future__ import annotations

from fieldapp.actions.stock.amount import Amount, moved, require_there
from fieldapp.domain.stock import Kind
from fieldapp.journal.journal import Journal


def return_lot(journal: Journal, amount: Amount, session: str, *, user: str) -> bytes:
    """Record the return and return its event id. Raises NotANumberOfDoses, NotThatMany."""
    fact = moved(Kind.RETURNED, amount, session=session)
    with journal.transaction():
        require_there(journal, amount, session)
        (recorded,) = journal.append([fact], user=user)
    return recorded.event_id
