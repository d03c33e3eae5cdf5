"""Somebody of the roster is found like an own person, and never without a lease."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fieldapp.domain.client import Document
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import find
from fieldapp.wire.roster_messages import NO_MESSAGES
from tests.journal.laptop import Laptop
from tests.journal.roster.filled import LIFE_S, WANG_ID, dose, fill, sent, somebody


def test_by_document_without_ever_holding_it(journal: Journal) -> None:
    fill(journal, somebody())
    (entry,) = find.by_document(journal, WANG_ID)
    assert (entry.person.name, entry.person.papers) == ("王小明", ())
    assert entry.document == WANG_ID, "the one that was shown, until the roster is shut"
    assert find.search(journal, "王")[0].document == WANG_ID
    assert find.by_document(journal, Document("passport", WANG_ID.number)) == []


@pytest.mark.parametrize("text", ["王小明", "王", "wangxiao", "wxm", "小明"])
def test_by_name_pinyin_and_initials(text: str, journal: Journal) -> None:
    fill(journal, somebody(), somebody("李四", ref=b"l" * 16))
    assert [entry.person.name for entry in find.search(journal, text)] == ["王小明"]


def test_the_exact_name_comes_first(journal: Journal) -> None:
    many = [somebody(f"王{n}", ref=bytes([n]) * 16) for n in range(1, 40)]
    fill(journal, somebody("王"), *many)
    assert find.search(journal, "王")[0].person.name == "王"
    assert find.search(journal, "!") == []


def test_by_the_end_of_a_phone(journal: Journal) -> None:
    fill(journal, somebody())
    assert [e.person.name for e in find.by_phone(journal, "+8613912345678")] == ["王小明"]
    assert find.by_phone(journal, "+8613912340000") == []
    assert find.by_phone(journal, "") == []


def test_by_any_of_their_registrations(journal: Journal) -> None:
    fill(journal, somebody(also=(b"x" * 16,)))
    for ref in (b"w" * 16, b"w" * 32, b"x" * 32):
        (entry,) = find.by_refs(journal, [ref])
        assert entry.refs == (b"w" * 16, b"x" * 16)
    assert find.by_refs(journal, []) == []
    assert find.by_refs(journal, [b"y" * 16]) == []


def test_who_waits_for_a_decision_is_listed(journal: Journal) -> None:
    fill(
        journal,
        somebody("王甲", dose(mark="too-early")),
        somebody("王乙", ref=b"2" * 16, contest="same-document-other-name"),
        somebody("王丙", dose(), ref=b"3" * 16),
    )
    assert [entry.person.name for entry in find.marked(journal)] == ["王乙", "王甲"]


def test_everybody_says_as_of_when(journal: Journal) -> None:
    fill(journal, somebody(), as_of=1_620_000_900)
    assert find.search(journal, "王")[0].as_of == datetime.fromtimestamp(1_620_000_900, UTC)


def test_when_the_lease_has_ended_nobody_is_found_until_the_next(laptop: Laptop) -> None:
    journal = laptop.open()
    fill(journal, somebody())
    assert find.count(journal) == 1
    laptop.clock.pass_s(LIFE_S + 1)
    assert find.count(journal) == 0
    assert find.by_document(journal, WANG_ID) == find.search(journal, "王") == []
    assert find.by_phone(journal, "5678") == find.by_refs(journal, [b"w" * 16]) == []
    assert find.marked(journal) == []


def test_what_the_hub_sent_is_told_with_the_person(journal: Journal) -> None:
    fill(journal, somebody(messages=sent()), somebody("李四", ref=b"l" * 16))
    told = {e.person.name: e for text in ("王", "李") for e in find.search(journal, text)}
    assert told["王小明"].person.messages == sent()
    assert told["李四"].person.messages == NO_MESSAGES
    assert all(entry.tells_messages for entry in told.values())
