"""The journal's own rows: where an event stands, how it is read back, and whether the chain holds.

A position is the epoch's number in this file and the sequence number in one integer, so that
positions sort as things were written. Knows no projections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from fieldapp.journal.database import Database, Row
from fieldapp.journal.errors import JournalDamaged
from fieldapp.wire import chain
from fieldapp.wire.events import AnyFact, Header, decode_body, decode_header
from fieldapp.wire.facts import Ref

_SEQ_BITS = 40
_SEQ_MASK = (1 << _SEQ_BITS) - 1
_CHUNK = 5000
_TELL_EVERY = 1000


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One event of the journal, decoded. `fact` is None when its body was erased."""

    pos: int
    id: bytes
    header: Header
    fact: AnyFact | None


@dataclass(frozen=True, slots=True)
class Head:
    """The newest event of an epoch; seq 0 and the epoch's own hash before the first."""

    epoch: bytes
    seq: int
    hash: bytes


def position(epoch_no: int, seq: int) -> int:
    """Where event `seq` of an epoch stands."""
    return epoch_no << _SEQ_BITS | seq


def epoch_of(pos: int) -> int:
    """The epoch's number of a position."""
    return pos >> _SEQ_BITS


def seq_of(pos: int) -> int:
    """The sequence number of a position."""
    return pos & _SEQ_MASK


def epochs(db: Database) -> list[tuple[int, bytes]]:
    """Number and name of every epoch of this journal, oldest first."""
    return [(no, epoch) for no, epoch in db.rows("SELECT no, epoch FROM epoch ORDER BY no")]


def resolve(db: Database, ref: Ref, epoch_no: int) -> int | None:
    """The position that a reference inside an event of `epoch_no` means."""
    if isinstance(ref, int):
        found = db.row("SELECT pos FROM entry WHERE pos = ?", position(epoch_no, ref))
    else:
        found = db.row(
            "SELECT pos FROM entry WHERE id >= ? AND id < ? LIMIT 1", ref, ref + b"\xff" * 17
        )
    return None if found is None else int(found[0])


def position_of(db: Database, event_id: bytes) -> int | None:
    """The position of an event by its whole id."""
    found = db.row("SELECT pos FROM entry WHERE id = ?", event_id)
    return None if found is None else int(found[0])


def rows_after(db: Database, pos: int = 0, up_to: int = 1 << 62) -> Iterator[Row]:
    """(pos, header, body, commitment, id) in order; other threads may work between chunks."""
    while True:
        chunk = db.rows(
            "SELECT pos, header, body, commitment, id FROM entry "
            "WHERE pos > ? AND pos <= ? ORDER BY pos LIMIT ?",
            pos,
            up_to,
            _CHUNK,
        )
        yield from chunk
        if len(chunk) < _CHUNK:
            return
        pos = chunk[-1][0]


def all_entries(db: Database) -> Iterator[JournalEntry]:
    """Every event, decoded, in order."""
    for pos, header_bytes, body, _, event_id in rows_after(db):
        header = decode_header(header_bytes)
        fact = None if body is None else decode_body(header.type, header.version, body)
        yield JournalEntry(pos, event_id, header, fact)


def seeds(db: Database, epoch_no: int) -> dict[int, bytes]:
    """The salt seeds of an epoch by block number."""
    first, last = position(epoch_no, 0), position(epoch_no + 1, 0)
    stored = db.rows(
        "SELECT block, seed FROM salt_seed WHERE block >= ? AND block < ?", first, last
    )
    return {seq_of(block): seed for block, seed in stored}


def salts(db: Database, epoch_no: int) -> dict[int, bytes]:
    """The salts of single events of an epoch by sequence number: of what was not erased in a block
    of which something was. They go before a seed, which is then for what came later."""
    first, last = position(epoch_no, 0), position(epoch_no + 1, 0)
    stored = db.rows("SELECT pos, salt FROM salt WHERE pos >= ? AND pos < ?", first, last)
    return {seq_of(pos): salt for pos, salt in stored}


def last_head(db: Database, epoch_no: int, epoch: bytes) -> Head:
    """The newest event of an epoch as the file says, unchecked."""
    found = db.row(
        "SELECT pos, id FROM entry WHERE pos > ? AND pos < ? ORDER BY pos DESC LIMIT 1",
        position(epoch_no, 0),
        position(epoch_no + 1, 0),
    )
    return (
        Head(epoch, 0, chain.genesis(epoch))
        if found is None
        else Head(epoch, seq_of(found[0]), found[1])
    )


@dataclass(frozen=True, slots=True)
class Break:
    """The first event at which the chain does not hold."""

    epoch: bytes
    seq: int
    why: str


def first_break(db: Database, seen: Callable[[int], None] | None = None) -> Break | None:
    """Recompute every hash of every epoch; None when all of it is as it was written.

    `seen` hears now and then how many events were looked at; others may work meanwhile.
    """
    looked_at = _Looked(seen)
    for epoch_no, epoch in epochs(db):
        broken = _break_in(db, epoch_no, epoch, looked_at)
        if broken is not None:
            return broken
    stray = db.row("SELECT pos FROM entry WHERE pos >> ? NOT IN (SELECT no FROM epoch)", _SEQ_BITS)
    return None if stray is None else Break(b"", seq_of(stray[0]), "it belongs to no epoch")


def require_whole(db: Database) -> None:
    """Raises JournalDamaged, naming the first event at which the chain does not hold."""
    broken = first_break(db)
    if broken is not None:
        where = f"event {broken.seq} of epoch {broken.epoch.hex()}"
        raise JournalDamaged(what=f"{where}: {broken.why}", first_bad=broken.seq)


class _Looked:
    """Counts what was looked at, and tells it once a chunk."""

    def __init__(self, seen: Callable[[int], None] | None) -> None:
        self._seen, self._events = seen, 0

    def one_more(self) -> None:
        self._events += 1
        if self._seen is not None and self._events % _TELL_EVERY == 0:
            self._seen(self._events)


def _break_in(db: Database, epoch_no: int, epoch: bytes, looked_at: _Looked) -> Break | None:
    seed_of, salt_of = seeds(db, epoch_no), salts(db, epoch_no)
    previous = chain.genesis(epoch)
    rows = rows_after(db, position(epoch_no, 0), position(epoch_no, _SEQ_MASK))
    for seq, (pos, header, body, commitment, event_id) in enumerate(rows, start=1):
        looked_at.one_more()
        if seq_of(pos) != seq:
            return Break(epoch, seq, "it is missing")
        if body is not None:
            salt = salt_of.get(seq) or _salt_by_seed(seed_of, seq)
            if salt is None:
                return Break(epoch, seq, "its salt is missing")
            commitment = chain.commitment(salt, body)
        previous = chain.link(previous, chain.leaf(header, commitment))
        if previous != event_id:
            return Break(epoch, seq, "its hash does not fit")
    return None


def _salt_by_seed(seed_of: Mapping[int, bytes], seq: int) -> bytes | None:
    seed = seed_of.get(chain.salt_block(seq))
    return None if seed is None else chain.salt(seed, seq)
