from __future__ import annotations

from fieldapp.journal.entries import JournalEntry, all_entries, position
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.apply import PROJECTIONS, TABLES, apply, replay
from fieldapp.journal.rebuild import digest
from fieldapp.wire.events import Header, UnknownFact
from tests.journal.laptop import give, open_vial, register


def test_an_event_of_a_later_program_changes_nothing_here(journal: Journal) -> None:
    before = digest(journal)
    header = Header(200, 1, 0, 0, "nurse.test")
    for fact in (UnknownFact(200, 1, b"\x80"), None):
        apply(journal.db, JournalEntry(position(1, 99), bytes(32), header, fact))
    assert digest(journal) == before


def test_a_replay_leaves_nothing_that_no_event_says(journal: Journal) -> None:
    give(journal, register(journal), vial=open_vial(journal))
    before = digest(journal)
    journal.db.run("INSERT INTO staff VALUES ('ghost', 'Nobody', 'lead', 1)")
    assert replay(journal.db) == len(list(all_entries(journal.db)))
    assert digest(journal) == before


def test_every_table_belongs_to_one_projection() -> None:
    assert len(TABLES) == len(set(TABLES)) > len(PROJECTIONS)
