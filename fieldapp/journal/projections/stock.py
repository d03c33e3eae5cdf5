"""The table of stock movements. `stock_movement`: one row for each movement and each vial opened
or closed; `doses` is signed. Doses given are not here: the `dose` table tells them.

A vial's remainder is wasted in the box of the session that is open when it is closed, or else of
the one in which it was opened; of a vial that was kept after a session, in the store. `vial`: the
opening that a row tells of or belongs to; `reversed`: the position of the counter-movement.
"""

from __future__ import annotations

from fieldapp.domain.stock import Kind
from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire.facts import StockMoved, VialClosed, VialKept, VialOpened

TABLES = ("stock_movement",)
STATEMENTS = (
    """CREATE TABLE stock_movement (
        no INTEGER PRIMARY KEY,
        event_id BLOB NOT NULL,
        kind TEXT NOT NULL,
        vaccine TEXT NOT NULL,
        lot TEXT NOT NULL,
        expiry_day INTEGER,
        vial_doses INTEGER NOT NULL,
        doses INTEGER NOT NULL,
        session TEXT,
        reason TEXT,
        note TEXT,
        code TEXT,
        counted INTEGER,
        at_s INTEGER NOT NULL,
        by_user TEXT NOT NULL,
        vvm INTEGER,
        vial INTEGER,
        reverses INTEGER,
        reversed INTEGER
    )""",
    "CREATE INDEX stock_movement_lot ON stock_movement (vaccine, lot, kind, session, doses)",
    "CREATE INDEX dose_taken ON dose (vaccine, lot, session) "
    "WHERE given = 1 AND source < 2 AND row IS NULL AND void_reason IS NULL",
    "CREATE INDEX dose_of_workbook ON dose (vaccine, lot, session) "
    "WHERE given = 1 AND source < 2 AND substr(hex(row), 13, 1) = '8' AND void_reason IS NULL",
)

_KINDS = frozenset(kind.value for kind in Kind)

_INSERT = """INSERT INTO stock_movement (
    no, event_id, kind, vaccine, lot, expiry_day, vial_doses, doses, session, reason, note, code,
    counted, vvm, at_s, by_user, vial, reverses
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def move(db: Database, entry: JournalEntry, fact: StockMoved) -> None:
    """Doses moved, or a movement was taken back; of an unknown kind nothing is counted."""
    if fact.kind not in _KINDS:
        return
    reverses = None if fact.reverses is None else place_of(db, fact.reverses, entry)
    db.run(
        _INSERT,
        entry.pos,
        entry.id,
        fact.kind,
        fact.vaccine,
        fact.lot,
        fact.expiry_day,
        fact.vial_doses,
        fact.doses,
        fact.session,
        fact.reason,
        fact.note,
        fact.code,
        fact.counted,
        fact.vvm,
        entry.header.wall_s,
        entry.header.user,
        None,
        reverses,
    )
    if reverses is not None:
        db.run("UPDATE stock_movement SET reversed = ? WHERE no = ?", entry.pos, reverses)


def open_vial(db: Database, entry: JournalEntry, fact: VialOpened) -> None:
    """A vial came into use: nothing leaves its place yet."""
    db.run(
        _INSERT,
        entry.pos,
        entry.id,
        Kind.OPENED.value,
        fact.vaccine,
        fact.lot,
        fact.expiry_day,
        fact.doses,
        fact.doses,
        _open_session(db),
        None,
        None,
        fact.code,
        None,
        None,
        entry.header.wall_s,
        entry.header.user,
        entry.pos,
        None,
    )


def close_vial(db: Database, entry: JournalEntry, fact: VialClosed) -> None:
    """What is left in a vial is thrown away; below zero it gave more than its label says."""
    vial = place_of(db, fact.vial, entry)
    opened = db.row(
        "SELECT session FROM stock_movement WHERE no = ?",
        vial,
    )
    if opened is None or fact.doses_left == 0:
        return
    kind = Kind.WASTED if fact.doses_left > 0 else Kind.EXTRA
    place = _open_session(db) or (None if _was_kept(db, vial) else opened[0])
    _move_rest(db, entry, vial, kind, abs(fact.doses_left), place, fact.reason)


def keep_vial(db: Database, entry: JournalEntry, fact: VialKept) -> None:
    """What is left in an open vial goes back to the store in it."""
    vial = place_of(db, fact.vial, entry)
    if fact.doses_left > 0:
        _move_rest(db, entry, vial, Kind.RETURNED, fact.doses_left, _open_session(db), None)


def _move_rest(
    db: Database,
    entry: JournalEntry,
    vial: int | None,
    kind: Kind,
    doses: int,
    session: str | None,
    reason: str | None,
) -> None:
    """A row about the remainder of an opened vial; none where its opening is not here."""
    opened = db.row(
        "SELECT vaccine, lot, expiry_day, vial_doses FROM stock_movement WHERE no = ?", vial
    )
    if opened is None:
        return
    db.run(
        _INSERT,
        entry.pos,
        entry.id,
        kind.value,
        *opened,
        doses,
        session,
        reason,
        None,
        None,
        None,
        None,
        entry.header.wall_s,
        entry.header.user,
        vial,
        None,
    )


def _was_kept(db: Database, vial: int | None) -> bool:
    kept = "SELECT 1 FROM stock_movement WHERE vial = ? AND kind = 'returned' LIMIT 1"
    return db.row(kept, vial) is not None


def _open_session(db: Database) -> str | None:
    found = db.row("SELECT label FROM session WHERE closed_s IS NULL ORDER BY opened DESC LIMIT 1")
    return None if found is None else str(found[0])


FOLDS: Folds = {
    StockMoved: move,
    VialOpened: open_vial,
    VialClosed: close_vial,
    VialKept: keep_vial,
}
