"""What stays of an erased fee in the table of fees: its receipt's number and the money in the box.

Cash was counted with it, and a number on a slip is never given twice. Nothing in it is of anybody.
"""

from __future__ import annotations

from typing import Any

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry, epoch_of, resolve
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire.events import decode_header
from fieldapp.wire.facts import CURRENT, Erased, FeeRefunded, FeeTaken

TABLES = ()
STATEMENTS = ()

_TAKEN, _REFUNDED = CURRENT[FeeTaken][0], CURRENT[FeeRefunded][0]


def leave(db: Database, entry: JournalEntry, fact: Erased) -> None:
    """The body of an event is destroyed; where money came or went with it, that stays."""
    no = place_of(db, fact.event, entry)
    found = db.row("SELECT header, id FROM entry WHERE pos = ? AND body IS NULL", no)
    if found is None or fact.fee is None:
        return
    header, rest = decode_header(found[0]), list[Any](fact.fee)
    about = resolve(db, rest.pop(0), epoch_of(entry.pos))
    moment = (header.wall_s, header.user)
    if header.type == _TAKEN:
        db.run(
            "INSERT OR IGNORE INTO fee (no, event_id, dose, series, number, amount, currency, "
            "rule, session, taken_s, taken_by) VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)",
            no, found[1], about, *rest, fact.session, *moment,
        )  # fmt: skip
    elif header.type == _REFUNDED:
        db.run(
            "UPDATE fee SET refunded_s = ?, refunded_by = ?, refund_session = ?, refund = ? "
            "WHERE no = ? AND refunded_s IS NULL",
            *moment, fact.session, no, about,
        )  # fmt: skip


FOLDS: Folds = {
    Erased: leave,
}
