"""Promises about which database a folder belongs to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fieldapp.hub.errors import OtherDatabase, PasswordInUrl, UnknownDatabase
from fieldapp.hub.whose_database import FILE, begin, checked, database_of, finish

URL = "postgresql://hub@db.example.org/hub"


def test_sqlite_is_meant_where_nothing_is_said() -> None:
    assert checked(None) is checked("sqlite") is None
    assert checked(URL) == URL


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://hub:secret@db.example.org/hub",
        "postgresql://db.example.org/hub?user=hub&password=secret",
        "postgres:///hub?host=db.example.org&sslpassword=secret",
    ],
)
def test_a_password_that_all_can_see_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(PasswordInUrl) as refused:
        checked(url)
    assert "secret" not in str(refused.value)


def test_another_kind_of_database_is_refused_without_its_secrets() -> None:
    with pytest.raises(UnknownDatabase) as refused:
        checked("mysql://hub:secret@db.example.org/hub")
    assert "secret" not in str(refused.value)


def test_a_folder_remembers_and_asking_for_another_is_refused(tmp_path: Path) -> None:
    assert database_of(tmp_path, URL, is_sqlite=False) == URL
    begin(tmp_path, URL)
    assert database_of(tmp_path, None, is_sqlite=False) is None, "not before it is made"
    finish(tmp_path)
    for asked in (None, URL):
        assert database_of(tmp_path, asked, is_sqlite=False) == URL
    for other in ("sqlite", "postgresql://elsewhere.example.org/hub"):
        with pytest.raises(OtherDatabase):
            database_of(tmp_path, other, is_sqlite=False)


def test_a_database_that_moved_is_written_into_the_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(f"{URL}\n", "utf-8")
    assert database_of(tmp_path, None, is_sqlite=False) == URL


def test_what_a_folder_remembers_is_on_the_disk_before_anything_else_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_disk: list[str] = []

    def noted(descriptor: int) -> None:
        on_disk.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)

    monkeypatch.setattr(os, "fsync", noted)
    begin(tmp_path, URL)
    assert [name.partition(".txt")[0] for name in on_disk] == ["hub-database", tmp_path.name]
    finish(tmp_path)
    assert on_disk[2:] == [tmp_path.name]
