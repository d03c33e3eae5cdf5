"""Rows of people are replaced and dropped whole, with all that finds them."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import people
from fieldapp.journal.roster.access import writing
from fieldapp.journal.roster.stored_doses import Words
from tests.journal.roster.filled import dose, fill, somebody


def counts(journal: Journal) -> list[int]:
    db = writing(journal)
    assert db is not None
    tables = ("person", "paper", "alias", "person_search")
    return [db.number(f"SELECT count(*) FROM {table}") for table in tables]


def test_what_is_written_again_takes_the_place_of_before(journal: Journal) -> None:
    fill(journal, somebody("王小明", dose(), also=(b"x" * 16,)))
    assert counts(journal) == [1, 1, 1, 1]
    db = writing(journal)
    assert db is not None
    people.write(db, 1, [somebody("王小明")], 2, Words(db))
    assert counts(journal) == [1, 1, 0, 1]


def test_who_is_dropped_leaves_nothing(journal: Journal) -> None:
    fill(journal, somebody("王小明", also=(b"x" * 16,)))
    db = writing(journal)
    assert db is not None
    people.drop(db, 2, [b"w" * 16])
    assert counts(journal) == [1, 1, 1, 1], "of another region"
    people.drop_older(db, 1, 1)
    assert counts(journal) == [1, 1, 1, 1], "told by this very segment"
    people.drop(db, 1, [b"w" * 16])
    assert counts(journal) == [0, 0, 0, 0]
