from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.journal import parcels
from fieldapp.journal.backup import restore
from fieldapp.journal.clients import search
from fieldapp.journal.database import open_database, sqlcipher
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.doses import all_records
from fieldapp.journal.erasure import orders
from fieldapp.journal.errors import JournalDamaged, JournalNewer
from fieldapp.journal.home import unlock
from fieldapp.journal.hub_link import confirmed_heads
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.migrations import begin_file, file_version, migrate
from fieldapp.journal.rebuild import digest, rebuild
from fieldapp.journal.recalls import recall_list
from fieldapp.journal.verify import verify
from tests.journal.laptop import FakeClock

KEY = bytes(32)
ONE = ("one", ("CREATE TABLE first (a)",))
TWO = ("two", ("CREATE TABLE second (a)", "INSERT INTO first VALUES (1)"))
BROKEN = ("broken", ("CREATE TABLE third (a)", "INSERT INTO missing VALUES (1)"))
GOLDEN = Path(__file__).resolve().parents[1] / "data" / "journals"


def test_each_step_is_taken_once_and_in_order(tmp_path: Path) -> None:
    db = open_database(tmp_path / "db", KEY, create=True)
    begin_file(db)
    assert migrate(db, [ONE]) == 1
    assert migrate(db, [ONE, TWO]) == 1
    assert migrate(db, [ONE, TWO]) == 0
    assert (file_version(db), db.rows("SELECT a FROM first")) == (2, [(1,)])
    db.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    db = open_database(tmp_path / "db", KEY, create=True)
    begin_file(db)
    with pytest.raises(sqlcipher().OperationalError):
        migrate(db, [ONE, BROKEN])
    assert file_version(db) == 1
    assert db.row("SELECT 1 FROM sqlite_schema WHERE name = 'third'") is None
    db.close()


def test_a_file_of_a_later_program_is_refused(tmp_path: Path) -> None:
    db = open_database(tmp_path / "db", KEY, create=True)
    begin_file(db)
    migrate(db, [ONE, TWO])
    with pytest.raises(JournalNewer):
        migrate(db, [ONE])
    with pytest.raises(JournalDamaged):
        begin_file(db)
    db.close()


def opened(golden: Path, home: Path) -> Journal:
    clock = FakeClock()
    restore(golden, home)
    key = unlock(home, "nurse.test", "golden-pin", NoSecrets(), clock)
    return open_journal(home, key, clock)


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.backup")), ids=lambda path: path.stem)
def test_the_journal_of_every_release_still_opens(golden: Path, tmp_path: Path) -> None:
    """Made by `tests.journal.golden` at the release; see there for what it holds."""
    journal = opened(golden, tmp_path / "home")
    assert verify(journal).problems == ()
    live = digest(journal)
    rebuild(journal)
    assert digest(journal) == live
    assert [hit.client.details.name for hit in search(journal, "zengjin")] == ["曾金样"]
    assert [record.event.status for record in all_records(journal)] == [
        "completed", "entered-in-error", "not-done", "completed",
    ]  # fmt: skip
    assert confirmed_heads(journal), "what was confirmed still is"
    journal.close()


def test_what_hub_and_neighbours_brought_to_the_first_release_is_still_there(
    tmp_path: Path,
) -> None:
    journal = opened(GOLDEN / "0.1.0.backup", tmp_path / "home")
    listed = recall_list(journal)
    assert listed is not None
    assert [one.lot for one in listed.recalls] == ["TEST-0010"]
    assert [one.place.last_seq for one in parcels.held(journal)] == [2]
    assert orders.carried_out(journal) == 1
    assert search(journal, "Golden Gone") == []
    journal.close()
