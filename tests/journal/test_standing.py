"""Which receipt is the newest: told by what was asked when, by no clock and no number alone."""

from __future__ import annotations

import pytest

from fieldapp.journal.entries import Head
from fieldapp.journal.hub_link import StoredReceipt, confirmed_head, last_contact, store_receipt
from fieldapp.journal.journal import Journal
from fieldapp.journal.standing import asked_at, next_moment, note_question, standing
from tests.journal.hub import enrol, receipt
from tests.journal.laptop import register

WRONG_YEAR, RIGHT_YEAR = 2_080_000_000, 1_620_440_000


@pytest.fixture
def heads(journal: Journal) -> tuple[Head, Head]:
    """An early event and the last one, of a laptop that joined."""
    enrol(journal)
    early = journal.head()
    register(journal)
    return early, journal.head()


def ask(journal: Journal, head: Head, at: int) -> StoredReceipt:
    """What the hub answers to a request made just now."""
    return store_receipt(journal, receipt(head, at=at), asked=next_moment(journal.db))


def known(journal: Journal) -> int:
    return confirmed_head(journal, journal.head().epoch)


def test_a_hub_whose_clock_was_wrong_and_then_right_leaves_nothing_waiting(
    journal: Journal, heads: tuple[Head, Head]
) -> None:
    early, late = heads
    ask(journal, early, WRONG_YEAR)
    assert ask(journal, late, RIGHT_YEAR) is StoredReceipt.KEPT
    assert known(journal) == late.seq
    contact = last_contact(journal)
    assert contact is not None
    assert contact.timestamp() == RIGHT_YEAR


def test_a_hub_whose_clock_was_wrong_and_that_was_put_back_confirms_no_more_than_it_has(
    journal: Journal, heads: tuple[Head, Head]
) -> None:
    early, late = heads
    ask(journal, late, WRONG_YEAR)
    ask(journal, early, RIGHT_YEAR)
    assert known(journal) == early.seq


def test_an_old_receipt_from_elsewhere_takes_the_place_of_no_fresh_one(
    journal: Journal, heads: tuple[Head, Head]
) -> None:
    early, late = heads
    ask(journal, early, RIGHT_YEAR)
    carried = receipt(late, at=WRONG_YEAR)
    assert store_receipt(journal, carried) is StoredReceipt.OLDER
    assert known(journal) == early.seq


def test_a_receipt_for_what_was_written_since_is_newer_whoever_brings_it(
    journal: Journal, heads: tuple[Head, Head]
) -> None:
    ask(journal, heads[1], WRONG_YEAR)
    register(journal, "测试乙")
    assert store_receipt(journal, receipt(journal.head(), at=1)) is StoredReceipt.KEPT
    assert known(journal) == journal.head().seq


def test_of_receipts_whose_order_nobody_knows_the_furthest_stands(
    journal: Journal, heads: tuple[Head, Head]
) -> None:
    early, late = heads
    for head, at in ((early, RIGHT_YEAR), (late, 1), (early, WRONG_YEAR)):
        store_receipt(journal, receipt(head, at=at))
    assert known(journal) == late.seq


def test_the_answer_to_an_earlier_question_is_not_newer(
    journal: Journal, heads: tuple[Head, Head]
) -> None:
    early, late = heads
    note_question(journal.db, b"stick")
    ask(journal, early, RIGHT_YEAR)
    asked = asked_at(journal.db, b"stick")
    assert asked is not None
    assert store_receipt(journal, receipt(late), asked=asked) is StoredReceipt.OLDER
    note_question(journal.db, b"next stick")
    asked = asked_at(journal.db, b"next stick")
    assert store_receipt(journal, receipt(late), asked=asked) is StoredReceipt.KEPT
    assert asked_at(journal.db, b"nobody's") is None


def test_a_standing_receipt_says_whether_its_order_is_sure(
    journal: Journal, heads: tuple[Head, Head]
) -> None:
    assert standing(journal.db, 1) is None
    store_receipt(journal, receipt(heads[0]))
    guessed = standing(journal.db, 1)
    assert guessed is not None and not guessed.sure
    ask(journal, heads[0], RIGHT_YEAR)
    asked = standing(journal.db, 1)
    assert asked is not None and asked.sure


def test_only_so_many_questions_are_remembered(journal: Journal) -> None:
    for number in range(1003):
        note_question(journal.db, number.to_bytes(4, "big"))
    assert journal.db.number("SELECT count(*) FROM question") == 1000
    assert asked_at(journal.db, (0).to_bytes(4, "big")) is None
