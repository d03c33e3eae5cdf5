from __future__ import annotations

import pytest

from fieldapp.journal.errors import JournalDamaged
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections import edition
from fieldapp.journal.projections.edition import bring_up_to_date
from fieldapp.journal.rebuild import digest
from fieldapp.journal.settings import write
from fieldapp.journal.verify import verify
from tests.journal.laptop import give, open_vial, register


def test_a_file_of_this_program_is_left_as_it_is(journal: Journal) -> None:
    assert not bring_up_to_date(journal.db)


def test_other_tables_of_another_program_are_made_anew_from_the_events(journal: Journal) -> None:
    give(journal, register(journal), vial=open_vial(journal))
    before = digest(journal)
    write(journal.db, "projections.edition", b"another program")
    journal.db.run("CREATE TABLE of_another_program (a)")
    journal.db.run("DROP TABLE vial")
    journal.db.run("ALTER TABLE dose ADD COLUMN forgotten")
    assert bring_up_to_date(journal.db)
    assert digest(journal) == before
    assert journal.db.row("SELECT 1 FROM sqlite_schema WHERE name = 'of_another_program'") is None
    assert verify(journal).problems == ()


def test_nothing_is_derived_from_events_that_do_not_hold(journal: Journal) -> None:
    register(journal)
    write(journal.db, "projections.edition", b"another program")
    journal.db.run("UPDATE entry SET body = x'80' WHERE pos = (SELECT max(pos) FROM entry)")
    with pytest.raises(JournalDamaged):
        bring_up_to_date(journal.db)


def test_the_edition_names_tables_facts_and_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition, "__version__", "99.0")
    assert edition._edition() != edition.EDITION
