from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.journal import clients, doses
from fieldapp.journal.anchor import ANCHOR_FILE
from fieldapp.journal.database import open_database
from fieldapp.journal.entries import all_entries
from fieldapp.journal.errors import (
    AlreadyOpen,
    DiskFull,
    HomeMissing,
    JournalDamaged,
    JournalError,
    JournalNewer,
)
from fieldapp.journal.home import DataKey
from fieldapp.journal.journal import JOURNAL_FILE, Journal, open_journal
from fieldapp.journal.keyslots import KEYSLOTS_FILE
from fieldapp.journal.projections.references import DanglingReference
from fieldapp.journal.rebuild import digest
from fieldapp.journal.verify import verify
from fieldapp.wire.events import FLAG_CLOCK_DOUBTFUL
from fieldapp.wire.facts import DoseVoided, EpochBegan, Opened, SessionOpened
from tests.journal.laptop import NURSE, TEAM, Laptop, dose_of, give, register

ROOT = Path(__file__).resolve().parents[2]
OPEN_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from fieldapp.journal.errors import AlreadyOpen
from fieldapp.journal.home import DataKey
from fieldapp.journal.journal import open_journal
from tests.journal.laptop import FakeClock
try:
    open_journal(Path(sys.argv[1]), DataKey(bytes.fromhex(sys.argv[2])), FakeClock())
except AlreadyOpen as refused:
    print(refused)
    sys.exit(7)
"""


def facts_of(journal: Journal) -> list[object]:
    return [entry.fact for entry in all_entries(journal.db)]


def test_what_was_recorded_is_there_after_a_restart(laptop: Laptop) -> None:
    journal = laptop.open()
    client_id = register(journal)
    dose_id = give(journal, client_id)
    head = journal.head()
    laptop.close()
    again = laptop.open()
    assert doses.of_client(again, client_id)[0].event_id == dose_id
    assert again.team == TEAM
    assert (again.head().epoch, again.head().seq) == (head.epoch, head.seq + 1)


def test_every_start_is_an_event_with_a_nonce_of_its_own(laptop: Laptop) -> None:
    for _ in range(2):
        laptop.open()
        laptop.close()
    nonces = [fact.nonce for fact in facts_of(laptop.open()) if isinstance(fact, Opened)]
    assert len(nonces) == len(set(nonces)) == 3


def test_facts_of_one_transaction_are_saved_together_or_not_at_all(journal: Journal) -> None:
    before, tables = journal.head(), digest(journal)
    with pytest.raises(RuntimeError), journal.transaction():
        client_id = register(journal)
        give(journal, client_id)
        raise RuntimeError("the battery is pulled")
    assert (journal.head(), digest(journal)) == (before, tables)
    give(journal, register(journal))
    assert verify(journal).problems == ()


def test_a_reference_to_nothing_is_refused_and_leaves_nothing(journal: Journal) -> None:
    before = journal.head()
    with pytest.raises(DanglingReference):
        journal.append([DoseVoided(999, "other")], user=NURSE.login)
    assert journal.head() == before


def test_a_person_of_an_earlier_epoch_can_be_referred_to(journal: Journal) -> None:
    client_id = register(journal)
    assert isinstance(journal.ref(client_id), int)
    journal.begin_epoch("restored")
    assert journal.ref(client_id) == client_id[:16]
    give(journal, client_id)
    assert len(doses.of_client(journal, client_id)) == 1


def test_a_file_put_back_to_the_past_begins_a_new_epoch(laptop: Laptop) -> None:
    register(laptop.open())
    laptop.close()
    file = laptop.home / JOURNAL_FILE
    image = file.read_bytes()
    journal = laptop.open()
    late = register(journal, "测试乙")
    old = journal.head()
    laptop.close()
    file.write_bytes(image)
    journal = laptop.open()
    assert journal.head().epoch != old.epoch
    (began,) = [fact for fact in facts_of(journal) if isinstance(fact, EpochBegan)]
    assert (began.reason, began.previous_epoch) == ("rollback-noticed", old.epoch)
    assert began.previous_seq < old.seq
    assert clients.get(journal, late) is None
    assert verify(journal).problems == ()


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1]", b"\xff\x00", b'{"epoch": 3}'])
def test_a_missing_or_unreadable_anchor_is_no_error(laptop: Laptop, content: bytes | None) -> None:
    epoch = laptop.open().head().epoch
    laptop.close()
    anchor = laptop.home / ANCHOR_FILE
    anchor.unlink() if content is None else anchor.write_bytes(content)
    assert laptop.open().head().epoch == epoch


def test_the_first_bad_event_is_named_and_the_journal_stays_shut(laptop: Laptop) -> None:
    journal = laptop.open()
    for _ in range(5):
        register(journal)
    journal.db.run("UPDATE entry SET body = x'00' WHERE (pos & 0xffff) = 5")
    laptop.close()
    with pytest.raises(JournalDamaged, match="event 5 of epoch") as refused:
        laptop.open()
    assert refused.value.details["first_bad"] == 5


def test_a_missing_event_is_noticed(laptop: Laptop) -> None:
    journal = laptop.open()
    for _ in range(3):
        register(journal)
    journal.db.run("DELETE FROM entry WHERE (pos & 0xffff) = 4")
    laptop.close()
    with pytest.raises(JournalDamaged, match=r"event 4 of epoch .* missing"):
        laptop.open()


def test_a_second_process_is_turned_away_in_clear_words(laptop: Laptop) -> None:
    laptop.open()
    found = subprocess.run(
        [sys.executable, "-c", OPEN_IN_ANOTHER_PROCESS, laptop.home, laptop.key().secret.hex()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 7, found.stderr
    assert "already open" in found.stdout


def test_a_second_opening_in_the_same_process_is_turned_away_too(laptop: Laptop) -> None:
    laptop.open()
    with pytest.raises(AlreadyOpen):
        laptop.open()


def test_a_failed_opening_leaves_the_home_free_for_the_next(laptop: Laptop) -> None:
    key = laptop.key()
    moved = laptop.home / "moved"
    (laptop.home / JOURNAL_FILE).rename(moved)
    with pytest.raises(HomeMissing):
        open_journal(laptop.home, key, laptop.clock)
    assert not (laptop.home / JOURNAL_FILE).exists()
    moved.rename(laptop.home / JOURNAL_FILE)
    laptop.open()


@pytest.mark.parametrize("missing", [JOURNAL_FILE, KEYSLOTS_FILE])
def test_no_empty_journal_is_made_where_one_was_expected(laptop: Laptop, missing: str) -> None:
    key = laptop.key()
    (laptop.home / missing).unlink()
    before = sorted(laptop.home.iterdir())
    with pytest.raises(HomeMissing, match=missing):
        open_journal(laptop.home, key, laptop.clock)
    assert sorted(laptop.home.iterdir()) == before


def test_an_unplugged_disk_is_said_to_be_missing(laptop: Laptop) -> None:
    key = laptop.key()
    laptop.home.rename(laptop.home.with_name("elsewhere"))
    with pytest.raises(HomeMissing):
        open_journal(laptop.home, key, laptop.clock)
    assert not laptop.home.exists()


def test_a_journal_of_a_newer_version_is_left_alone(laptop: Laptop) -> None:
    db = open_database(laptop.home / JOURNAL_FILE, laptop.key().secret)
    db.run("INSERT INTO migration (version, name) VALUES (99, 'of-a-later-year')")
    db.close()
    with pytest.raises(JournalNewer, match="newer version"):
        laptop.open()


def test_another_homes_key_opens_nothing(laptop: Laptop) -> None:
    with pytest.raises(JournalDamaged):
        open_journal(laptop.home, DataKey(bytes(32)), laptop.clock)


def test_a_full_disk_refuses_the_dose_and_keeps_all_before(laptop: Laptop) -> None:
    """The real thing: the system lets no file grow, and SQLite says what that means."""
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    journal = laptop.open()
    client_id = register(journal)
    head, tables = journal.head(), digest(journal)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    grown = max(file.stat().st_size for file in laptop.home.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (grown, limits[1]))
    try:
        with pytest.raises(JournalError, match="last record was not"):
            for _ in range(300):
                head, tables = journal.head(), digest(journal)
                give(journal, client_id)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (journal.head(), digest(journal)) == (head, tables)
    give(journal, client_id)
    assert verify(journal).problems == ()


def test_a_clock_that_was_set_back_is_flagged_and_blocks_nothing(laptop: Laptop) -> None:
    journal = laptop.open()
    client_id = register(journal)
    laptop.clock.wall = laptop.clock.wall.replace(year=1999)
    give(journal, client_id)
    *_, entry = all_entries(journal.db)
    assert entry.header.flags & FLAG_CLOCK_DOUBTFUL
    assert len(doses.of_client(journal, client_id)) == 1


def test_a_record_beyond_the_limit_is_refused_in_words(journal: Journal) -> None:
    with pytest.raises(JournalError, match="too long"):
        journal.append([SessionOpened("s", "x" * 20_000, None, "p")], user=NURSE.login)


def test_head_and_recorded_name_the_same_event(journal: Journal) -> None:
    client_id = register(journal)
    (recorded,) = journal.append([dose_of(journal, client_id)], user=NURSE.login)
    assert (recorded.seq, recorded.event_id) == (journal.head().seq, journal.head().hash)
    assert recorded.recorded_at == journal.clock.now()


def test_disk_full_says_what_is_safe() -> None:
    assert "Everything recorded before is saved" in str(DiskFull())
