"""The pages of the hub's erasure list as it signed them, for neighbours and for what waits here.

They stand without a gap, each going on where one before it ends. There is a bound: the newest stay.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.wire.erasures import ErasureList

MOST_BYTES = 1024 * 1024
"""Some ten thousand erasures; whoever is further behind hears the rest from the hub."""


def keep(db: Database, page: ErasureList, raw: bytes) -> None:
    """Keep a page that is proven to be our hub's, inside the caller's transaction."""
    known = reached(db)
    if page.version < known or _says_nothing_new(db, page):
        return
    if page.after > known:  # what came between was never kept
        db.run("DELETE FROM erasure_page")
    db.run("DELETE FROM erasure_page WHERE after >= ?", page.after)
    db.run("INSERT INTO erasure_page VALUES (?, ?, ?)", page.after, page.version, raw)
    _bound(db)


def reached(db: Database) -> int:
    """Up to which version pages are kept; 0 for none."""
    return db.number("SELECT max(version) FROM erasure_page")


def following(db: Database, version: int) -> list[bytes]:
    """The pages that go on from this version without a gap; none where the next was not kept."""
    found: list[bytes] = []
    rows = db.rows(
        "SELECT after, version, raw FROM erasure_page WHERE version > ? ORDER BY after", version
    )
    for after, last, raw in rows:
        if after > version:
            break
        found.append(bytes(raw))
        version = last
    return found


def _says_nothing_new(db: Database, page: ErasureList) -> bool:
    """Whether one that begins earlier reaches as far."""
    covering = "SELECT count(*) FROM erasure_page WHERE after < ? AND version >= ?"
    return db.number(covering, page.after, page.version) > 0


def _bound(db: Database) -> None:
    """Let the oldest go until the rest is small enough; the newest stays however large."""
    rows = db.rows("SELECT after, length(raw) FROM erasure_page ORDER BY after DESC")
    size = rows[0][1]
    for after, length in rows[1:]:
        size += length
        if size > MOST_BYTES:
            db.run("DELETE FROM erasure_page WHERE after <= ?", after)
            return
