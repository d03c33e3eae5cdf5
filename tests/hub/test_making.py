"""Promises of a hub that is made: whole, once, and only where none was."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub import making, whose_database
from fieldapp.hub.errors import (
    HubMissing,
    NoFolderForHub,
)
from fieldapp.hub.keys import KEYS_FILE, HubKeys, store_keys
from fieldapp.hub.making import open_or_make
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.store import DATABASE_FILE, open_store
from tests.hub.databases import Server


def test_a_new_hub_is_made_once_and_found_again(tmp_path: Path) -> None:
    first = open_or_make(tmp_path / "hub")
    first.close()
    again = open_store(tmp_path / "hub")
    again.close()
    assert again.keys == first.keys


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
        patched.setattr(making, "store_keys", cut)
        with pytest.raises(PowerCut):
            open_or_make(tmp_path)
    open_or_make(tmp_path).close()
    open_store(tmp_path).close()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "hub").write_text("not a folder", "ascii")
    with pytest.raises(NoFolderForHub):
        open_or_make(tmp_path / "hub")


def test_a_hub_on_a_server_is_made_once_and_found_by_its_folder(
    tmp_path: Path, postgres_server: Server
) -> None:
    url = postgres_server.empty_database()
    first = open_or_make(tmp_path / "hub", database=url)
    with first.writing() as connection:
        set_setting(connection, "test", "kept")
    first.close()
    for again in (open_store(tmp_path / "hub"), open_or_make(tmp_path / "hub", database=url)):
        with again.reading() as connection:
            assert setting(connection, "test") == "kept"
        again.close()
        assert again.keys == first.keys
    assert not (tmp_path / "hub" / DATABASE_FILE).exists()


@pytest.mark.parametrize("moment", ["keys", "tables", "note"])
def test_a_hub_on_a_server_whose_making_was_cut_short_is_made_at_the_next_try(
    tmp_path: Path, postgres_server: Server, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    class PowerCut(Exception):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    where = {
        "keys": (making, "store_keys"),
        "tables": (making, "make_views"),
        "note": (whose_database, "finish"),
    }[moment]
    url = postgres_server.empty_database()
    with monkeypatch.context() as patched:
        patched.setattr(*where, cut)
        with pytest.raises(PowerCut):
            open_or_make(tmp_path, database=url)
    open_or_make(tmp_path, database=url).close()
    open_store(tmp_path).close()
