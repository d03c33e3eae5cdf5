from __future__ import annotations

import os

import pytest

from fieldapp.journal.entries import first_break, position
from fieldapp.journal.errors import RecordTooLong
from fieldapp.journal.journal import Journal
from fieldapp.journal.writer import ChainWriter, Moment
from fieldapp.wire.chain import SALT_BLOCK, genesis
from fieldapp.wire.events import Header
from fieldapp.wire.facts import SessionClosed

NOW = Moment(1_620_440_000, 77, "nurse.test", 2)


def test_events_follow_each_other_across_blocks_and_epochs(journal: Journal) -> None:
    writer = ChainWriter(journal.db, os.urandom)
    assert writer.head == journal.head()
    for _ in range(SALT_BLOCK + 3):
        entry = writer.write(SessionClosed("s"), NOW)
    assert entry.header == Header(5, 1, 1_620_440_000, 77, "nurse.test", 2)
    writer.begin_epoch()
    assert (writer.head.seq, writer.head.hash) == (0, genesis(writer.head.epoch))
    assert writer.write(SessionClosed("s"), NOW).pos == position(writer.epoch_no, 1)
    assert first_break(journal.db) is None


def test_a_rollback_forgets_what_was_written_since_the_mark(journal: Journal) -> None:
    writer = ChainWriter(journal.db, os.urandom)
    before = writer.head
    mark = writer.mark()
    writer.write(SessionClosed("s"), NOW)
    writer.return_to(mark)
    assert writer.head == before


def test_a_body_beyond_the_limit_is_not_written(journal: Journal) -> None:
    writer = ChainWriter(journal.db, os.urandom)
    with pytest.raises(RecordTooLong):
        writer.write(SessionClosed("s", "x" * 20_000), NOW)
    assert writer.head == journal.head()
