"""The verb: a movement was written down wrongly: a counter-movement takes it back. Both stay."""

from __future__ import annotations

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from fieldapp.journal.stock import StockMovement
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import StockMoved


class CannotTakeBack(FieldAppError):
    """Taken back before, itself a counter-movement, or the doing of a vial or a dose."""

    happened = "This movement cannot be taken back."
    safe = "Nothing was changed."
    next_step = "Look at the list of movements again, or count the lot."


def can_be_taken_back(movement: StockMovement) -> bool:
    """Whether somebody wrote it down by hand and it still counts."""
    return not (movement.from_vial or movement.taken_back or movement.takes_back)


def undo_movement(journal: Journal, event_id: bytes, *, user: str) -> bytes:
    """Record the counter-movement and return its event id. Raises CannotTakeBack."""
    with journal.transaction():
        movement = stock.movement(journal, event_id)
        if movement is None or not can_be_taken_back(movement):
            raise CannotTakeBack()
        (recorded,) = journal.append([_counter(journal, movement)], user=user)
    return recorded.event_id


def _counter(journal: Journal, movement: StockMovement) -> StockMoved:
    lot = movement.lot
    return StockMoved(
        kind=movement.kind.value,
        vaccine=lot.vaccine_id,
        lot=lot.lot_number,
        expiry_day=to_day(lot.expiry),
        vial_doses=movement.vial_doses,
        doses=-movement.doses,
        session=movement.session,
        reason=movement.reason,
        reverses=journal.ref(movement.event_id),
    )
