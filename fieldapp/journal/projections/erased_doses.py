"""What stays of an erased dose in the table of doses: that there was one, and what the stock needs.

It is of nobody: `client` is its own number, which no registration has. `erased_s` and `legal_basis`
say when and why; its minute is the one in which it was written down.
"""

from __future__ import annotations

from fieldapp.domain.immunization import DoseSource
from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.journal.projections.vials import draw
from fieldapp.wire.events import decode_header
from fieldapp.wire.facts import CURRENT, DoseRecorded, Erased

TABLES = ()
STATEMENTS = ()

_DOSE = CURRENT[DoseRecorded][0]


def leave(db: Database, entry: JournalEntry, fact: Erased) -> None:
    """The body of an event is destroyed; where it was a dose, that stays."""
    no = place_of(db, fact.event, entry)
    found = db.row("SELECT header, id FROM entry WHERE pos = ? AND body IS NULL", no)
    if found is None or db.row("SELECT 1 FROM dose WHERE no = ?", no):
        return
    header, from_stock = decode_header(found[0]), fact.vaccine is not None
    if header.type != _DOSE:
        return
    offset_min = fact.utc_offset_min or 0
    vial = None if fact.vial is None else place_of(db, fact.vial, entry)
    db.run(
        "INSERT INTO dose (no, event_id, client, given, vaccine, lot, occurred_min, "
        "utc_offset_min, recorded_s, recorded_by, source, session, vial, erased_s, legal_basis) "
        "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        no,
        found[1],
        no,
        fact.vaccine or "",
        fact.lot or "",
        header.wall_s // 60 + offset_min,
        offset_min,
        header.wall_s,
        header.user,
        (DoseSource.GIVEN_HERE if from_stock else DoseSource.ELSEWHERE).value,
        fact.session,
        vial,
        fact.decided_s or entry.header.wall_s,
        fact.legal_basis,
    )
    draw(db, vial, 1)


FOLDS: Folds = {
    Erased: leave,
}
