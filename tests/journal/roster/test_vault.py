"""The roster's file: unreadable without its key, thrown away when it is damaged or another's."""

from __future__ import annotations

from pathlib import Path

from fieldapp.journal.roster.vault import ROSTER_FILE, Vault

ONE, OTHER = b"1" * 32, b"2" * 32


def test_it_is_made_once_and_kept(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    assert vault.bytes_on_disk == 0
    vault.opened(ONE).writer.run("INSERT INTO word VALUES (1, '王小明')")
    assert vault.opened(ONE).reader.number("SELECT count(*) FROM word") == 1
    vault.close()
    assert vault.opened(ONE).reader.number("SELECT count(*) FROM word") == 1
    assert vault.bytes_on_disk > 0
    vault.close()
    content = (tmp_path / ROSTER_FILE).read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert "王小明".encode() not in content


def test_under_another_key_or_damaged_it_begins_anew(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    vault.opened(ONE).writer.run("INSERT INTO word VALUES (1, 'x')")
    assert vault.opened(OTHER).reader.number("SELECT count(*) FROM word") == 0
    vault.close()
    (tmp_path / ROSTER_FILE).write_bytes(b"damaged" * 1000)
    assert vault.opened(OTHER).reader.number("SELECT count(*) FROM word") == 0
    vault.close()


def test_another_editions_file_begins_anew(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    opened = vault.opened(ONE)
    opened.writer.run("INSERT INTO word VALUES (1, 'x')")
    opened.writer.run("PRAGMA user_version = 99")
    vault.close()
    assert vault.opened(ONE).reader.number("SELECT count(*) FROM word") == 0
    vault.close()
