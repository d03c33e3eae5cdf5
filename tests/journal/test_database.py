from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.domain.client import Document
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import clients, doses
from fieldapp.journal.database import (
    Database,
    file_errors,
    open_database,
    require_sound_sqlite,
    sqlcipher,
)
from fieldapp.journal.errors import (
    DiskFault,
    DiskFull,
    HomeMissing,
    HomeReadOnly,
    JournalBusy,
    JournalDamaged,
    SqliteTooOld,
)
from fieldapp.journal.journal import JOURNAL_FILE, Journal, open_journal
from fieldapp.journal.verify import verify
from tests.journal.laptop import Laptop, give, register

KEY = bytes(range(32))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "made.db", KEY, create=True)
    made.run("CREATE TABLE thing (no INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    yield made
    made.close()


def test_every_commit_is_flushed_and_nothing_goes_to_temporary_files(db: Database) -> None:
    found = {name: db.row(f"PRAGMA {name}") for name in ("journal_mode", "synchronous")}
    assert found == {"journal_mode": ("wal",), "synchronous": (2,)}
    assert db.number("PRAGMA foreign_keys") == 1
    assert db.number("PRAGMA temp_store") == 2


@pytest.mark.parametrize("version", ["3.40.1", "3.51.2", "3.51.1.4"])
def test_a_sqlite_that_can_corrupt_a_journal_is_refused(version: str) -> None:
    with pytest.raises(SqliteTooOld, match=version):
        require_sound_sqlite(version)


def test_the_sqlite_here_is_sound_and_sqlite_utils_uses_it(db: Database) -> None:
    require_sound_sqlite(sqlcipher().sqlite_version)
    with db.tables() as tables:
        tables.table("thing").insert({"no": 1, "name": "a", "new_column": 5}, alter=True)
    assert db.rows("SELECT * FROM thing") == [(1, "a", 5)]


def test_a_transaction_inside_another_belongs_to_it(db: Database) -> None:
    told: list[str] = []
    with (
        pytest.raises(RuntimeError),
        db.transaction(
            after_commit=lambda: told.append("commit"), after_rollback=lambda: told.append("back")
        ),
    ):
        with db.transaction():
            db.run("INSERT INTO thing (name) VALUES ('a')")
        raise RuntimeError
    assert (db.number("SELECT count(*) FROM thing"), told) == (0, ["back"])
    with db.transaction(after_commit=lambda: told.append("commit")):
        db.run("INSERT INTO thing (name) VALUES ('a')")
    assert (db.number("SELECT count(*) FROM thing"), told) == (1, ["back", "commit"])


def test_another_thread_never_sees_half_a_transaction(db: Database) -> None:
    seen: list[int] = []
    reader = threading.Thread(target=lambda: seen.append(db.number("SELECT count(*) FROM thing")))
    with db.transaction():
        db.run("INSERT INTO thing (name) VALUES ('a')")
        reader.start()
        db.run("INSERT INTO thing (name) VALUES ('b')")
    reader.join()
    assert seen == [2]


def test_a_bug_stays_a_bug(db: Database) -> None:
    driver = sqlcipher()
    with pytest.raises(driver.OperationalError, match="no such table"):
        db.rows("SELECT * FROM absent")
    with pytest.raises(driver.IntegrityError):
        db.run("INSERT INTO thing (name) VALUES (NULL)")


def test_another_program_on_the_file_is_said_to_be_busy(db: Database) -> None:
    other = open_database(db.path, KEY)
    db.rows("PRAGMA busy_timeout = 1")
    with other.transaction():
        other.run("INSERT INTO thing (name) VALUES ('theirs')")
        with pytest.raises(JournalBusy), db.transaction():
            pass
    other.close()


def test_a_missing_file_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(HomeMissing):
        open_database(tmp_path / "not-there.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_garbage_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "garbage.db"
    file.write_bytes(os.urandom(8192))
    with pytest.raises(JournalDamaged):
        open_database(file, KEY)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(2, HomeMissing), (28, DiskFull), (27, DiskFull), (30, HomeReadOnly), (13, HomeReadOnly),
     (5, DiskFault)],
)  # fmt: skip
def test_what_an_error_of_a_file_means(number: int, expected: type[FieldAppError]) -> None:
    with pytest.raises(expected), file_errors("anchor.json"):
        raise OSError(number, "made up")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if mount is None or sys.platform != "linux" or subprocess.run(command, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_disk_that_fills_up_while_recording_loses_nothing_reported(small_disk: Path) -> None:
    laptop = Laptop(small_disk / "home")
    laptop.set_up()
    journal = laptop.open()
    client_id, saved = register(journal), []
    with pytest.raises(DiskFull, match="The disk is full"):
        for _ in range(20_000):
            saved.append(give(journal, client_id))
    head = journal.head()
    assert [dose.event_id for dose in doses.of_client(journal, client_id)] == saved
    with pytest.raises(DiskFull):
        for _ in range(100):
            saved.append(give(journal, client_id))
    head = journal.head()
    laptop.close()
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    journal = laptop.open()
    assert journal.head().seq == head.seq + 1
    assert [dose.event_id for dose in doses.of_client(journal, client_id)] == saved
    assert verify(journal).problems == ()
    laptop.close()


def test_a_disk_turned_read_only_refuses_in_words(small_disk: Path) -> None:
    laptop = Laptop(small_disk / "home")
    laptop.set_up()
    key = laptop.key()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    before = sorted(laptop.home.iterdir())
    with pytest.raises(HomeReadOnly):
        open_journal(laptop.home, key, laptop.clock)
    with pytest.raises(HomeReadOnly):
        laptop.key()
    assert sorted(laptop.home.iterdir()) == before


def filled(laptop: Laptop) -> tuple[Journal, bytes]:
    journal = laptop.open()
    for number in range(40):
        client_id = register(journal, f"测试{number}", Document("passport", f"TEST{number}"))
        give(journal, client_id)
    return journal, client_id


def spread(length: int, count: int) -> list[int]:
    """Offsets in a file: its head, its tail, and evenly between, at many places of a page."""
    return [0, 15, 16, 24, 99, length - 1, *(n * length // count + n % 97 for n in range(count))]


def content(journal: Journal) -> list[object]:
    """Everything a person could be shown."""
    return [list(doses.all_records(journal)), clients.search(journal, "测试", limit=1000)]


def test_a_flipped_byte_anywhere_is_refused_or_found(laptop: Laptop) -> None:
    journal, _ = filled(laptop)
    truth = content(journal)
    laptop.close()
    whole = (laptop.home / JOURNAL_FILE).read_bytes()
    for offset in spread(len(whole), 60):
        altered = bytearray(whole)
        altered[offset] ^= 0x40
        (laptop.home / JOURNAL_FILE).write_bytes(altered)
        try:
            journal = laptop.open()
            assert verify(journal).problems, f"byte {offset} went unnoticed"
            assert content(journal) == truth
        except JournalDamaged:
            pass
        finally:
            laptop.close()
    assert len(whole) > 60


def test_a_flipped_byte_in_the_log_never_changes_what_is_said(laptop: Laptop) -> None:
    """A log of a crash that was damaged: what it held may be gone, and then that is said."""
    journal, _ = filled(laptop)
    log = laptop.home / f"{JOURNAL_FILE}-wal"
    files = {file: file.read_bytes() for file in laptop.home.iterdir() if file.name != "lock"}
    truth, head = content(journal), journal.head()
    laptop.close()
    for offset in spread(len(files[log]), 60):
        for file, kept in files.items():
            file.write_bytes(kept)
        altered = bytearray(files[log])
        altered[offset] ^= 0x40
        log.write_bytes(altered)
        try:
            journal = laptop.open()
            if content(journal) != truth:
                assert journal.head().epoch != head.epoch, f"byte {offset}: a silent loss"
        except JournalDamaged:
            pass
        finally:
            laptop.close()


def test_no_name_and_no_number_can_be_read_from_the_disk(laptop: Laptop) -> None:
    journal = laptop.open()
    canaries = ("测试金丝雀", "CANARY77001", "13800077001")
    client_id = register(journal, canaries[0], Document("passport", canaries[1]), phone=canaries[2])
    give(journal, client_id)
    forms = [
        form
        for text in canaries
        for form in (
            text.encode("utf-8"),
            text.encode("utf-16-le"),
            text.encode("utf-16-be"),
            base64.b64encode(text.encode())[:-3],
        )
    ]
    files = [file for file in laptop.home.rglob("*") if file.is_file()]
    assert f"{JOURNAL_FILE}-wal" in {file.name for file in files}
    for file in files:
        stored = file.read_bytes()
        assert not stored.startswith(b"SQLite format 3")
        assert [form for form in forms if form in stored] == [], file.name
