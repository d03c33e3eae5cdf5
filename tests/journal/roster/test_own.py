"""The roster and this laptop's registrations meet by reference, or by document and name."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.roster.own import entries_of, own_registration
from fieldapp.wire.facts import ClientLinked
from tests.journal.laptop import NURSE, register
from tests.journal.roster.filled import WANG_ID, fill, somebody

REF = b"w" * 16


def names(journal: Journal, client_id: bytes) -> list[str]:
    return [entry.person.name for entry in entries_of(journal, client_id)]


def test_by_the_registration_itself(journal: Journal) -> None:
    own = register(journal, "王小明")
    fill(journal, somebody(ref=own[:16]))
    assert own_registration(journal, [REF, own[:16]]) == own
    assert names(journal, own) == ["王小明"]


def test_by_a_link(journal: Journal) -> None:
    own = register(journal, "王小明")
    fill(journal, somebody(also=(b"x" * 16,)))
    assert own_registration(journal, [REF, b"x" * 16]) is None
    journal.append([ClientLinked(journal.ref(own), b"x" * 16, "roster")], user=NURSE.login)
    assert own_registration(journal, [REF, b"x" * 16]) == own
    assert names(journal, own) == ["王小明"]


def test_by_document_where_the_names_agree(journal: Journal) -> None:
    own, other = register(journal, "王小明", WANG_ID), register(journal, "李四", WANG_ID)
    fill(journal, somebody())
    assert names(journal, own) == ["王小明"]
    assert names(journal, other) == []
