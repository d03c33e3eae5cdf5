"""Destroys events' bodies with their salts and the seeds of these; knows nothing of people."""

from __future__ import annotations

from collections.abc import Iterable

from fieldapp.journal.database import Database
from fieldapp.journal.entries import epoch_of, position, seq_of
from fieldapp.wire import chain


def destroy(db: Database, positions: Iterable[int]) -> None:
    """Leave header and commitment of these events; the others of their blocks get salts of their
    own. Inside the caller's transaction, who must forget a seed still in memory."""
    doomed = sorted(positions)
    for block in sorted({_block_of(pos) for pos in doomed}):
        _spread(db, block)
    for pos in doomed:
        salt, body = db.rows(
            "SELECT salt, body FROM salt JOIN entry USING (pos) WHERE pos = ?", pos
        )[0]
        kept = chain.commitment(salt, body)
        db.run("UPDATE entry SET body = NULL, commitment = ? WHERE pos = ?", kept, pos)
        db.run("DELETE FROM salt WHERE pos = ?", pos)


def _block_of(pos: int) -> int:
    return position(epoch_of(pos), chain.salt_block(seq_of(pos)))


def _spread(db: Database, block: int) -> None:
    """Give each event of a block the salt that its seed makes, and destroy the seed."""
    found = db.row("SELECT seed FROM salt_seed WHERE block = ?", block)
    if found is None:
        return
    first = position(epoch_of(block), seq_of(block) * chain.SALT_BLOCK + 1)
    rows = db.rows(
        "SELECT pos FROM entry LEFT JOIN salt USING (pos) "
        "WHERE pos BETWEEN ? AND ? AND body IS NOT NULL AND salt IS NULL",
        first,
        first + chain.SALT_BLOCK - 1,
    )
    own = [(pos, chain.salt(found[0], seq_of(pos))) for (pos,) in rows]
    db.run_many("INSERT INTO salt (pos, salt) VALUES (?, ?)", own)
    db.run("DELETE FROM salt_seed WHERE block = ?", block)
