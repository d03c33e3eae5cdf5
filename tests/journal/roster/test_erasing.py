"""Who was erased by law is not found in the roster either, before any segment says so."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import find
from fieldapp.journal.roster.erasing import forget_people
from tests.journal.erasing import traces_in
from tests.journal.roster.filled import VAULT_KEY, WANG_ID, fill, somebody


def test_nobody_is_found_by_any_registration_that_was_erased(journal: Journal) -> None:
    fill(
        journal,
        somebody("金丝雀鸟", also=(b"x" * 16,)),
        somebody("王二", ref=b"2" * 16, papers=()),
    )
    assert find.by_document(journal, WANG_ID)
    file = journal.home / "roster.db"
    assert traces_in(file, VAULT_KEY)
    forget_people(journal, [b"?" * 16, b"x" * 16])
    assert find.by_document(journal, WANG_ID) == []
    assert find.search(journal, "金丝") == []
    assert [entry.person.name for entry in find.search(journal, "王")] == ["王二"]
    assert traces_in(file, VAULT_KEY) == []


def test_without_a_lease_nobody_can_be_forgotten_or_read(journal: Journal) -> None:
    forget_people(journal, [b"x" * 16])
    assert find.count(journal) == 0
