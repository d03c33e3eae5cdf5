"""Whoever looks for a name finds it, however written: otherwise finding nothing says nothing."""

from __future__ import annotations

import base64
import json
import sqlite3
from pathlib import Path

import pytest

from tests.security.canary import traces, traces_under

NAME = "金丝雀样"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_name_is_seen_in_every_encoding(encoding: str) -> None:
    assert traces((NAME,), f"before {NAME} after".encode(encoding))


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_a_name_is_seen_within_base64_wherever_it_begins(before: str) -> None:
    assert traces((NAME,), base64.b64encode(f"{before}{NAME}tail".encode()))


def test_a_name_is_seen_in_json_in_hex_and_in_the_name_of_a_file(tmp_path: Path) -> None:
    assert traces((NAME,), json.dumps({"name": NAME}).encode())
    assert traces((NAME,), NAME.encode().hex().encode())
    (tmp_path / f"card of {NAME}.pdf").touch()
    assert traces_under((NAME,), tmp_path)


def test_a_database_in_the_clear_is_a_find_of_its_own(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "hub.db") as connection:
        connection.execute("create table t (c)")
    assert list(traces_under((NAME,), tmp_path).values()) == [["a database that is not encrypted"]]


def test_nothing_is_seen_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("王海波", "utf-8")
    assert traces_under((NAME,), tmp_path) == {}
