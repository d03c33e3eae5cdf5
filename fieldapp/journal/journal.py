"""The journal of one laptop, open: facts go in at its end, durably, with all that follows.

Owns the transaction, the chain's end and the epochs. Queries are in the modules beside it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fieldapp import __version__
from fieldapp.domain.clock import Clock
from fieldapp.journal import ballast, settings
from fieldapp.journal.anchor import Anchor, read_anchor, write_anchor
from fieldapp.journal.copy_return import UNFINISHED_COPY, fold_in
from fieldapp.journal.database import Database, open_database
from fieldapp.journal.entries import Head, epoch_of, position_of, require_whole, seq_of
from fieldapp.journal.erasure.wash import wash_if_due
from fieldapp.journal.errors import DiskFull, HomeMissing, ReserveFreed
from fieldapp.journal.keyslots import KEYSLOTS_FILE, DataKey
from fieldapp.journal.migrations import migrate
from fieldapp.journal.process_lock import ProcessLock
from fieldapp.journal.projections.apply import apply
from fieldapp.journal.projections.edition import bring_up_to_date
from fieldapp.journal.roster.vault import Vault
from fieldapp.journal.settings import TeamProfile
from fieldapp.journal.writer import ChainWriter, Moment
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.dates import from_wall
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.events import FLAG_CLOCK_DOUBTFUL, decode_header
from fieldapp.wire.facts import EpochBegan, Fact, Opened, Ref
from fieldapp.wire.lease import Lease

JOURNAL_FILE = "journal.db"
SYSTEM = "system"
"""The user in the header of events that no person asked for."""

_NONCE_BYTES = 16
_CLOCK_SLACK_S = 120


@dataclass(frozen=True, slots=True)
class Recorded:
    """One event as saved: on this laptop's disk when `append` has returned."""

    seq: int
    event_id: bytes
    recorded_at: datetime


class Journal:
    """An open journal. Threads may share it; a transaction keeps the others waiting.

    `opened_lease` saves `leases` from opening the same one for every question; it forgets it.
    """

    def __init__(
        self,
        home: Path,
        db: Database,
        clock: Clock,
        random: Callable[[int], bytes],
        lock: ProcessLock | None,
    ) -> None:
        self.home = home
        self.db = db
        self.clock = clock
        self.random = random
        self.vault = Vault(home)
        self.opened_lease: tuple[bytes, Lease] | None = None
        self._lock = lock
        self._writer = ChainWriter(db, random)
        self._latest_wall_s = _last_wall(db)

    @property
    def team(self) -> TeamProfile:
        """Whose laptop this is."""
        return settings.team(self.db)

    @property
    def clock_doubtful(self) -> bool:
        """Whether the wall clock stands earlier than something already written."""
        return int(self.clock.now().timestamp()) < self._latest_wall_s - _CLOCK_SLACK_S

    @property
    def latest_wall_s(self) -> int:
        """The latest wall clock time in anything written here."""
        return self._latest_wall_s

    def head(self) -> Head:
        """The newest event; waits for another thread's transaction."""
        with self.db.held():
            return self._writer.head

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is saved together when it ends, or not at all if it raises.

        A disk that is all but full gets its reserve back first, so that recording goes on.
        """
        with self.db.held():
            mark, latest = self._writer.mark(), self._latest_wall_s

            def forget() -> None:
                self._writer.return_to(mark)
                self._latest_wall_s = latest

            ballast.make_room(self.home)
            try:
                with self.db.transaction(after_commit=self._leave_anchor, after_rollback=forget):
                    yield
            except DiskFull as full:
                if ballast.release(self.home):
                    raise ReserveFreed() from full
                raise

    def append(self, facts: Sequence[Fact], *, user: str, flags: int = 0) -> list[Recorded]:
        """Save facts and what follows from them; on the disk when this returns.

        Inside `transaction` they are on the disk when that ends. Raises DiskFull, HomeReadOnly,
        DiskFault, RecordTooLong; then nothing of it was saved.
        """
        with self.transaction():
            moment = self._moment(user, flags)
            recorded_at = from_wall(moment.wall_s)
            recorded = []
            for fact in facts:
                entry = self._writer.write(fact, moment)
                apply(self.db, entry)
                recorded.append(Recorded(seq_of(entry.pos), entry.id, recorded_at))
        return recorded

    def ref(self, event_id: bytes) -> Ref:
        """How a new fact refers to an event: short within this epoch, by its hash otherwise."""
        pos = position_of(self.db, event_id)
        if pos is not None and epoch_of(pos) == self._writer.epoch_no:
            return seq_of(pos)
        return event_id[:REF_BYTES]

    def forget_seed(self) -> None:
        """The seed of the newest salt block was destroyed, inside the caller's transaction."""
        self._writer.forget_seed()

    def begin_epoch(self, reason: str) -> None:
        """Leave the old run of the journal as it is and go on in a new one."""
        with self.transaction():
            old = self._writer.head
            self._writer.begin_epoch()
            self.append([EpochBegan(old.epoch, old.seq, old.hash, reason)], user=SYSTEM)

    def begin_first_epoch(self) -> None:
        """Start the very first run, in a new file."""
        with self.transaction():
            self._writer.begin_epoch()

    def note_opening(self) -> None:
        """Append that the program started; the nonce parts clones at once."""
        opened = Opened(
            self.random(_NONCE_BYTES),
            self.clock.boot_id(),
            __version__,
            self.clock.utc_offset_min(),
        )
        self.append([opened], user=SYSTEM)

    def close(self) -> None:
        """Close the file and let the next process in; safe to repeat."""
        self.vault.close()
        self.db.close()
        if self._lock is not None:
            self._lock.release()

    def _moment(self, user: str, flags: int) -> Moment:
        wall_s = int(self.clock.now().timestamp())
        if wall_s < self._latest_wall_s - _CLOCK_SLACK_S:
            flags |= FLAG_CLOCK_DOUBTFUL  # earlier than something already written: a clock set back
        self._latest_wall_s = max(self._latest_wall_s, wall_s)
        return Moment(wall_s, self.clock.uptime_s(), user, flags)

    def _leave_anchor(self) -> None:
        head = self._writer.head
        write_anchor(self.home, Anchor(head.epoch, head.seq, head.hash))


def open_journal(
    home: Path, key: DataKey, clock: Clock, *, random: Callable[[int], bytes] = os.urandom
) -> Journal:
    """Open a home's journal for this process alone, check it, and append that it was opened.

    Raises HomeMissing, AlreadyOpen, HomeReadOnly, JournalDamaged (naming the first bad event),
    JournalNewer, DiskFull. Never makes an empty journal.
    """
    for needed in (KEYSLOTS_FILE, JOURNAL_FILE):
        if not (home / needed).is_file():
            raise HomeMissing(what=needed)
    lock = ProcessLock(home)
    try:
        db = open_database(home / JOURNAL_FILE, key.secret)
        try:
            migrate(db)
            bring_up_to_date(db)
            fold_in(db, home)
            (home / UNFINISHED_COPY).unlink(missing_ok=True)
            journal = _checked(Journal(home, db, clock, random, lock))
            wash_if_due(db)
            return journal
        except BaseException:
            db.close()
            raise
    except BaseException:
        lock.release()
        raise


def _checked(journal: Journal) -> Journal:
    require_whole(journal.db)
    with journal.transaction():
        reason = _why_new_epoch(journal.db, read_anchor(journal.home))
        if reason is not None:
            journal.begin_epoch(reason)
        journal.note_opening()
    return journal


def _why_new_epoch(db: Database, anchor: Anchor | None) -> str | None:
    """Whether this file is older than what was once committed, and how that came about."""
    if anchor is None:
        return None
    if anchor.restored:
        return "restored"
    if anchor.seq == 0 or position_of(db, anchor.hash) is not None:
        return None
    return "rollback-noticed"


def _last_wall(db: Database) -> int:
    found = db.row("SELECT header FROM entry ORDER BY pos DESC LIMIT 1")
    try:
        return 0 if found is None else decode_header(found[0]).wall_s
    except Undecodable:
        return 0  # the check of the chain will say so
