"""Doses come back from their column; a text is stored once."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.roster.access import writing
from fieldapp.journal.roster.stored_doses import Words, pack, texts_of, unpack
from tests.journal.roster.filled import dose, fill


def test_doses_come_back(journal: Journal) -> None:
    fill(journal)
    db = writing(journal)
    assert db is not None
    doses = (dose(), dose(18_830, mark="possible-double", team="Boat Two"))
    column = pack(doses, Words(db))
    assert unpack(column, texts_of(db)) == doses
    before = len(texts_of(db))
    assert pack(doses, Words(db)) == column
    assert len(texts_of(db)) == before
