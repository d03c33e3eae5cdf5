"""Receipts for a neighbour wait here until it has them."""

from __future__ import annotations

from fieldapp.journal.entries import Head
from fieldapp.journal.homebound import delivered, for_home, keep
from fieldapp.journal.journal import Journal
from fieldapp.wire.neighbour import MOST_RECEIPTS
from fieldapp.wire.receipt import Receipt, read_receipt
from tests.journal.hub import HUB_KEY, receipt

OWNER = 8


def told(seq: int, at: int = 1_620_440_000) -> tuple[bytes, Receipt]:
    raw = receipt(Head(b"epoch-08", seq, seq.to_bytes(32, "big")), device=OWNER, at=at)
    return raw, read_receipt(raw, HUB_KEY.verify_key)


def test_receipts_go_home_in_the_order_of_the_hub_and_once(journal: Journal) -> None:
    first, second = told(4), told(9)
    keep(journal, [first, second])
    assert for_home(journal, OWNER) == [first[0], second[0]]
    assert for_home(journal, 9) == []
    delivered(journal, OWNER, [first[0]])
    assert for_home(journal, OWNER) == [second[0]]


def test_of_one_end_the_latest_receipt_counts(journal: Journal) -> None:
    old, new = told(4), told(4, at=1_620_450_000)
    keep(journal, [old, new])
    assert for_home(journal, OWNER) == [new[0]]
    delivered(journal, OWNER, [old[0]])
    assert for_home(journal, OWNER) == [new[0]], "a later one that came meanwhile stays"


def test_only_so_many_are_kept(journal: Journal) -> None:
    keep(journal, [told(seq) for seq in range(1, MOST_RECEIPTS + 4)])
    every = for_home(journal, OWNER)
    assert len(every) == MOST_RECEIPTS
    assert every[-1] == told(MOST_RECEIPTS + 3)[0]


def test_a_meeting_carries_a_bounded_load_of_them(journal: Journal) -> None:
    long = tuple((seq, "x" * 200) for seq in range(1, 1200))
    for seq in (1, 2, 3):
        head = Head(b"epoch-08", seq, bytes([seq]) * 32)
        raw = receipt(head, device=OWNER, quarantined=long)
        keep(journal, [(raw, read_receipt(raw, HUB_KEY.verify_key))])
    assert 1 <= len(for_home(journal, OWNER)) < 3
