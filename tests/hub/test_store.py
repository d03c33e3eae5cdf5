"""Promises of the hub's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub import store as store_module
from fieldapp.hub.errors import DatabaseUnreadable, HubMissing, NewerHub, OtherDatabase
from fieldapp.hub.keys import KEYS_FILE, HubKeys, store_keys
from fieldapp.hub.store import DATABASE_FILE, open_or_make, open_store, set_setting, setting


def test_a_new_hub_is_made_once_and_found_again(tmp_path: Path) -> None:
    first = open_or_make(tmp_path / "hub")
    first.close()
    again = open_store(tmp_path / "hub")
    again.close()
    assert again.keys == first.keys


def test_nothing_is_readable_without_the_key(tmp_path: Path) -> None:
    made = open_or_make(tmp_path)
    with made.writing() as connection:
        set_setting(connection, "canary", "Test Canary Person")
    for file in tmp_path.glob("hub.db*"):
        assert b"Canary" not in file.read_bytes()
    made.close()
    assert not (tmp_path / DATABASE_FILE).read_bytes().startswith(b"SQLite")


def test_where_a_hub_was_expected_none_is_made(tmp_path: Path) -> None:
    open_or_make(tmp_path).close()
    (tmp_path / DATABASE_FILE).rename(tmp_path / "elsewhere")
    with pytest.raises(HubMissing):
        open_or_make(tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / DATABASE_FILE)
    (tmp_path / KEYS_FILE).unlink()
    for opening in (open_or_make, open_store):
        with pytest.raises(HubMissing):
            opening(tmp_path)
    with pytest.raises(HubMissing):
        open_store(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_hub_whose_making_was_cut_short_is_made_at_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    class PowerCut(Exception):
        pass

    def cut(folder: Path, keys: HubKeys, private: bytes) -> None:
        if moment == "after":
            store_keys(folder, keys, private)
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(store_module, "store_keys", cut)
        with pytest.raises(PowerCut):
            open_or_make(tmp_path)
    open_or_make(tmp_path).close()
    open_store(tmp_path).close()


def test_a_flipped_byte_a_foreign_key_and_a_newer_hub_are_named(tmp_path: Path) -> None:
    made = open_or_make(tmp_path)
    with made.writing() as connection:
        set_setting(connection, "version", "99")
    made.close()
    with pytest.raises(NewerHub):
        open_store(tmp_path)
    raw = bytearray((tmp_path / DATABASE_FILE).read_bytes())
    raw[100] ^= 1
    (tmp_path / DATABASE_FILE).write_bytes(raw)
    with pytest.raises(DatabaseUnreadable):
        open_store(tmp_path)


def test_only_what_was_committed_is_there(tmp_path: Path) -> None:
    made = open_or_make(tmp_path)

    class PowerCut(Exception):
        pass

    with pytest.raises(PowerCut), made.writing() as connection:
        set_setting(connection, "half", "done")
        raise PowerCut
    with made.reading() as connection:
        assert setting(connection, "half") is None
    made.close()


def test_another_database_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(OtherDatabase) as refused:
        open_store(tmp_path, database="postgresql://user:secret@db.example.org/hub")
    assert "secret" not in str(refused.value)
