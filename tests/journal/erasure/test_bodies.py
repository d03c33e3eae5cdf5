"""A body is destroyed with all that could tell it again; its neighbours keep their own salts."""

from __future__ import annotations

from fieldapp.journal.entries import first_break, position, salts, seeds
from fieldapp.journal.erasure.bodies import destroy
from fieldapp.journal.journal import Journal
from fieldapp.journal.pages import pages
from fieldapp.wire.chain import SALT_BLOCK
from fieldapp.wire.frame import decode_frame, replay
from tests.journal.hub import enrol
from tests.journal.laptop import give, register


def destroy_here(journal: Journal, *seqs: int) -> None:
    with journal.transaction():
        destroy(journal.db, [position(1, seq) for seq in seqs])
        journal.forget_seed()


def test_body_and_salt_go_and_the_seed_of_the_block(journal: Journal) -> None:
    give(journal, register(journal))
    last = journal.head().seq
    destroy_here(journal, 2)
    row = journal.db.row("SELECT body, length(commitment) FROM entry WHERE pos = ?", position(1, 2))
    assert row == (None, 32)
    assert seeds(journal.db, 1) == {}
    assert set(salts(journal.db, 1)) == {*range(1, last + 1)} - {2}
    assert first_break(journal.db) is None


def test_other_blocks_keep_their_seeds(journal: Journal) -> None:
    person = register(journal)
    while journal.head().seq < SALT_BLOCK + 3:
        give(journal, person)
    destroy_here(journal, 4)
    assert set(seeds(journal.db, 1)) == {1}
    assert max(salts(journal.db, 1)) == SALT_BLOCK
    assert first_break(journal.db) is None


def test_a_block_of_which_something_was_erased_before_takes_it_again(journal: Journal) -> None:
    give(journal, register(journal))
    destroy_here(journal, 2)
    give(journal, register(journal))  # under a fresh seed
    last = journal.head().seq
    destroy_here(journal, 1, last)
    assert first_break(journal.db) is None
    assert not {1, 2, last} & set(salts(journal.db, 1))
    give(journal, register(journal))
    assert first_break(journal.db) is None


def test_what_is_sent_again_carries_the_commitment_in_place_of_the_body(journal: Journal) -> None:
    enrol(journal)
    give(journal, register(journal))
    ids = [id_ for (id_,) in journal.db.rows("SELECT id FROM entry ORDER BY pos")]
    destroy_here(journal, 3)
    register(journal)
    (sealed,) = pages(journal, {}, 64 * 1024, 64 * 1024)
    frame = decode_frame(sealed.frame_bytes)
    assert [entry.id for entry in replay(frame)][: len(ids)] == ids
    assert [seq for seq, part in enumerate(frame.events, 1) if part[1] is None] == [3]
    assert 3 not in frame.salts
