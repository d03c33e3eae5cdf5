from __future__ import annotations

from dataclasses import replace

import pytest
from nacl.signing import SigningKey

from fieldapp.journal.entries import Head, all_entries
from fieldapp.journal.errors import NotEnrolled
from fieldapp.journal.hub_link import (
    StoredReceipt,
    confirmed_head,
    confirmed_heads,
    enrolment,
    hash_at,
    heads,
    last_contact,
    save_enrolment,
    signing_key,
    store_answer,
    store_receipt,
)
from fieldapp.journal.journal import Journal
from fieldapp.journal.standing import next_moment
from fieldapp.journal.verify import verify
from fieldapp.wire.chain import genesis
from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.facts import EpochBegan
from fieldapp.wire.receipt import read_receipt
from tests.journal.hub import ENROLMENT, HUB_KEY, enrol, receipt
from tests.journal.laptop import Laptop, register


def test_the_hub_this_laptop_joined_is_remembered(laptop: Laptop) -> None:
    journal = laptop.open()
    assert enrolment(journal) is None
    enrol(journal)
    loopback = replace(ENROLMENT, ca_pem=None, recovery_key=bytes(32), regions=())
    assert enrolment(journal) == ENROLMENT
    save_enrolment(journal, loopback)
    laptop.close()
    assert enrolment(laptop.open()) == loopback


def test_the_laptops_signing_key_is_made_once(laptop: Laptop) -> None:
    first = bytes(signing_key(laptop.open()))
    laptop.close()
    assert bytes(signing_key(laptop.open())) == first


def test_only_a_signed_receipt_confirms(journal: Journal) -> None:
    head = journal.head()
    with pytest.raises(NotEnrolled):
        store_receipt(journal, receipt(head))
    enrol(journal)
    with pytest.raises(BadSignature):
        store_receipt(journal, receipt(head, key=SigningKey.generate()))
    with pytest.raises(Undecodable):
        store_receipt(journal, b"<html>Welcome to the harbour Wi-Fi</html>")
    assert confirmed_heads(journal) == {}
    assert store_receipt(journal, receipt(head)) is StoredReceipt.KEPT
    assert confirmed_heads(journal) == {head.epoch: head.seq}
    assert confirmed_head(journal, head.epoch) == head.seq
    assert confirmed_head(journal, bytes(8)) == 0


def test_the_same_receipt_twice_changes_nothing(journal: Journal) -> None:
    enrol(journal)
    raw = receipt(journal.head())
    assert store_receipt(journal, raw) is store_receipt(journal, raw) is StoredReceipt.KEPT
    assert journal.db.number("SELECT count(*) FROM receipt") == 1


def test_an_older_receipt_that_arrives_late_takes_nothing_back(journal: Journal) -> None:
    enrol(journal)
    early = journal.head()
    register(journal)
    late = journal.head()
    store_receipt(journal, receipt(late, at=2_000_000_200))
    store_receipt(journal, receipt(early, at=2_000_000_100))
    assert confirmed_head(journal, late.epoch) == late.seq
    contact = last_contact(journal)
    assert contact is not None
    assert contact.timestamp() == 2_000_000_200


def test_what_the_newest_receipt_does_not_list_is_out_of_quarantine(journal: Journal) -> None:
    enrol(journal)
    head = journal.head()
    aside = ((1, "unknown-user"), (2, "unknown-user"))
    for at, quarantined in ((2_000_000_100, aside), (2_000_000_300, aside[:1])):
        store_receipt(journal, receipt(head, at=at, quarantined=quarantined))
    store_receipt(journal, receipt(head, at=2_000_000_200, quarantined=aside))
    assert journal.db.rows("SELECT reason FROM quarantine") == [("unknown-user",)]


def test_a_hub_that_was_put_back_makes_records_waiting_again(journal: Journal) -> None:
    enrol(journal)
    early = journal.head()
    register(journal)
    store_receipt(journal, receipt(journal.head(), at=2_000_000_100))
    store_receipt(journal, receipt(early, at=2_000_000_200), asked=next_moment(journal.db))
    assert confirmed_head(journal, early.epoch) == early.seq


def test_of_one_answer_the_highest_receipt_of_our_branch_stands(journal: Journal) -> None:
    enrol(journal)
    early = journal.head()
    register(journal)
    late = journal.head()
    raws = [receipt(late), receipt(early)]
    told = [(raw, read_receipt(raw, HUB_KEY.verify_key)) for raw in raws]
    store_answer(journal, told, next_moment(journal.db))
    assert confirmed_head(journal, late.epoch) == late.seq


def test_a_receipt_ahead_of_the_own_head_begins_a_new_epoch(journal: Journal) -> None:
    enrol(journal)
    head = journal.head()
    ahead = Head(head.epoch, head.seq + 5, b"\x05" * 32)
    assert store_receipt(journal, receipt(ahead)) is StoredReceipt.BEGAN_EPOCH
    *_, entry = all_entries(journal.db)
    assert entry.fact == EpochBegan(head.epoch, head.seq, head.hash, "receipt-ahead")
    assert list(heads(journal)) == [head.epoch, journal.head().epoch]
    assert store_receipt(journal, receipt(ahead)) is StoredReceipt.FOREIGN
    assert verify(journal).problems == ()


def test_a_receipt_for_another_branch_or_device_confirms_nothing(journal: Journal) -> None:
    enrol(journal)
    head = journal.head()
    clone = Head(head.epoch, head.seq, b"\x05" * 32)
    assert store_receipt(journal, receipt(head, device=8)) is StoredReceipt.FOREIGN
    assert store_receipt(journal, receipt(clone)) is StoredReceipt.BEGAN_EPOCH
    assert confirmed_heads(journal) == {}


def test_hashes_are_found_by_epoch_and_number(journal: Journal) -> None:
    head = journal.head()
    assert hash_at(journal, head.epoch, head.seq) == head.hash
    assert hash_at(journal, head.epoch, 0) == genesis(head.epoch)
    assert hash_at(journal, head.epoch, head.seq + 1) is None
    assert hash_at(journal, bytes(8), 1) is None
    assert heads(journal) == {head.epoch: head}
