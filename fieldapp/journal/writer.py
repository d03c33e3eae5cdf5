"""Writes events at the end of the chain: header, salt, hash, row. Knows nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from fieldapp.journal.database import Database
from fieldapp.journal.entries import Head, JournalEntry, epochs, last_head, position
from fieldapp.journal.errors import RecordTooLong
from fieldapp.wire import chain
from fieldapp.wire.events import (
    MAX_BODY_BYTES,
    Header,
    encode_body,
    encode_header,
    type_and_version,
)
from fieldapp.wire.facts import Fact

SEED_BYTES = 16
_NO_BLOCK = -1


@dataclass(frozen=True, slots=True)
class Moment:
    """When and by whom: the same for all facts of one append."""

    wall_s: int
    uptime_s: int
    user: str
    flags: int


@dataclass(frozen=True, slots=True)
class _End:
    epoch_no: int
    head: Head
    block: int
    seed: bytes


class ChainWriter:
    """The end of the chain, in memory and in the file; `mark`, `return_to` frame a transaction."""

    def __init__(self, db: Database, random: Callable[[int], bytes]) -> None:
        self._db = db
        self._random = random
        known = epochs(db)
        if known:
            epoch_no, epoch = known[-1]
            self._end = _End(epoch_no, last_head(db, epoch_no, epoch), _NO_BLOCK, b"")
        else:
            self._end = _End(0, Head(b"", 0, b""), _NO_BLOCK, b"")

    @property
    def head(self) -> Head:
        """The newest event."""
        return self._end.head

    @property
    def epoch_no(self) -> int:
        """The number of the current epoch in this file."""
        return self._end.epoch_no

    def mark(self) -> object:
        """Remember this end of the chain."""
        return self._end

    def return_to(self, mark: object) -> None:
        """Forget what was written since `mark`, as a rollback does in the file."""
        assert isinstance(mark, _End)  # noqa: S101  only `mark` makes them
        self._end = mark

    def forget_seed(self) -> None:
        """The seed of the block was destroyed: the next event takes a fresh one."""
        self._end = replace(self._end, block=_NO_BLOCK, seed=b"")

    def begin_epoch(self) -> None:
        """Start a new random epoch; the old one is closed for ever."""
        epoch, number = self._random(chain.EPOCH_BYTES), self._end.epoch_no + 1
        self._db.run("INSERT INTO epoch (no, epoch) VALUES (?, ?)", number, epoch)
        self._end = _End(number, Head(epoch, 0, chain.genesis(epoch)), _NO_BLOCK, b"")

    def write(self, fact: Fact, moment: Moment) -> JournalEntry:
        """Add one event and return it. Raises RecordTooLong."""
        end = self._end
        seq = end.head.seq + 1
        kind, version = type_and_version(fact)
        header = Header(kind, version, moment.wall_s, moment.uptime_s, moment.user, moment.flags)
        header_bytes, body = encode_header(header), encode_body(fact)
        if len(body) > MAX_BODY_BYTES:
            raise RecordTooLong()
        salt = chain.salt(self._seed_for(seq), seq)
        event_id = chain.extend(end.head.hash, header_bytes, body, salt)
        pos = position(end.epoch_no, seq)
        self._db.run(
            "INSERT INTO entry (pos, header, body, id) VALUES (?, ?, ?, ?)",
            pos,
            header_bytes,
            body,
            event_id,
        )
        self._end = replace(self._end, head=Head(end.head.epoch, seq, event_id))
        return JournalEntry(pos, event_id, header, fact)

    def _seed_for(self, seq: int) -> bytes:
        end, block = self._end, chain.salt_block(seq)
        if end.block == block:
            return end.seed
        place = position(end.epoch_no, block)
        found = self._db.row("SELECT seed FROM salt_seed WHERE block = ?", place)
        seed: bytes = self._random(SEED_BYTES) if found is None else found[0]
        if found is None:
            self._db.run("INSERT INTO salt_seed (block, seed) VALUES (?, ?)", place, seed)
        self._end = replace(end, block=block, seed=seed)
        return seed
