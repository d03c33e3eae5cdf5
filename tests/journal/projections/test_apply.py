from __future__ import annotations

from fieldapp.journal.entries import JournalEntry, position
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.apply import TABLES, apply, clear
from fieldapp.journal.rebuild import digest
from fieldapp.wire.events import Header, UnknownFact
from tests.journal.laptop import give, open_vial, register


def test_an_event_of_a_later_program_changes_nothing_here(journal: Journal) -> None:
    before = digest(journal)
    header = Header(200, 1, 0, 0, "nurse.test")
    for fact in (UnknownFact(200, 1, b"\x80"), None):
        apply(journal.db, JournalEntry(position(1, 99), bytes(32), header, fact))
    assert digest(journal) == before


def test_clearing_empties_every_table(journal: Journal) -> None:
    give(journal, register(journal), vial=open_vial(journal))
    clear(journal.db)
    assert [journal.db.number(f"SELECT count(*) FROM {table}") for table in TABLES] == [0] * len(
        TABLES
    )
