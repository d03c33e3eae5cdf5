from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.journal.entries import (
    Head,
    all_entries,
    epoch_of,
    epochs,
    first_break,
    last_head,
    position,
    position_of,
    resolve,
    rows_after,
    seeds,
    seq_of,
)
from fieldapp.journal.journal import Journal
from fieldapp.wire.chain import SALT_BLOCK, genesis
from fieldapp.wire.facts import Opened, UserAdded
from tests.journal.laptop import register


@given(epoch=st.integers(1, 1000), seq=st.integers(0, 1 << 39))
def test_a_position_holds_epoch_and_number_and_sorts_by_both(epoch: int, seq: int) -> None:
    pos = position(epoch, seq)
    assert (epoch_of(pos), seq_of(pos)) == (epoch, seq)
    assert pos < position(epoch, seq + 1) < position(epoch + 1, 0)


def test_entries_are_read_back_in_order(journal: Journal) -> None:
    kinds = [type(entry.fact) for entry in all_entries(journal.db)]
    assert kinds == [UserAdded, UserAdded, Opened]
    positions = [row[0] for row in rows_after(journal.db)]
    assert positions == [position(1, seq) for seq in (1, 2, 3)]
    assert len(list(rows_after(journal.db, positions[0], positions[1]))) == 1


def test_a_reference_is_a_number_here_or_a_piece_of_a_hash(journal: Journal) -> None:
    head = journal.head()
    place = position(1, head.seq)
    assert resolve(journal.db, head.seq, 1) == place
    assert resolve(journal.db, head.hash[:16], 99) == place
    assert position_of(journal.db, head.hash) == place
    assert resolve(journal.db, head.seq + 1, 1) is None
    assert resolve(journal.db, head.seq, 2) is None
    assert resolve(journal.db, bytes(16), 1) is None
    assert position_of(journal.db, head.hash[:16]) is None


def test_every_block_has_a_seed_of_its_own(journal: Journal) -> None:
    with journal.transaction():
        for _ in range(SALT_BLOCK):
            register(journal)
    found = seeds(journal.db, 1)
    assert sorted(found) == [0, 1]
    assert len(set(found.values())) == 2
    assert seeds(journal.db, 2) == {}


def test_an_epoch_without_events_has_the_head_of_its_name(journal: Journal) -> None:
    ((no, epoch),) = epochs(journal.db)
    assert last_head(journal.db, no, epoch) == journal.head()
    assert last_head(journal.db, 2, bytes(8)) == Head(bytes(8), 0, genesis(bytes(8)))


def test_an_event_of_no_epoch_breaks_the_chain(journal: Journal) -> None:
    assert first_break(journal.db) is None
    journal.db.run("UPDATE epoch SET no = 7")
    broken = first_break(journal.db)
    assert broken is not None
    assert "epoch" in broken.why


def test_an_erased_body_leaves_the_chain_whole(journal: Journal) -> None:
    """Who destroys a body keeps its commitment; the hashes above it still prove themselves."""
    from fieldapp.wire import chain

    pos, seed = position(1, 2), seeds(journal.db, 1)[0]
    (body,) = journal.db.row("SELECT body FROM entry WHERE pos = ?", pos) or (b"",)
    kept = chain.commitment(chain.salt(seed, 2), body)
    journal.db.run("UPDATE entry SET body = NULL, commitment = ? WHERE pos = ?", kept, pos)
    assert first_break(journal.db) is None
    assert [entry.fact is None for entry in all_entries(journal.db)] == [False, True, False]
