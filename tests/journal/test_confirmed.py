from __future__ import annotations

from fieldapp.journal.confirmed import confirmed
from fieldapp.journal.entries import Head, position
from fieldapp.journal.hub_link import hash_at, store_receipt
from fieldapp.journal.journal import Journal
from tests.journal.hub import enrol, receipt


def test_before_the_first_receipt_nothing_is_confirmed(journal: Journal) -> None:
    known = confirmed(journal.db)
    assert not known.head_seq
    assert not known.covers(position(1, 1))


def test_a_receipt_covers_its_epoch_up_to_its_head_and_no_other(journal: Journal) -> None:
    enrol(journal)
    epoch = journal.head().epoch
    said = Head(epoch, 2, hash_at(journal, epoch, 2) or b"")
    store_receipt(journal, receipt(said, durable=9, quarantined=((2, "unknown-vaccine"),)))
    known = confirmed(journal.db)
    assert [known.covers(position(1, seq)) for seq in (1, 2, 3)] == [True, True, False]
    assert not known.covers(position(2, 1))
    assert known.durable_seq == {1: 2}
    assert known.quarantined == {position(1, 2): "unknown-vaccine"}
