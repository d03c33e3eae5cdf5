"""Promises of the sync log for programs: read on from where one was, with the proof as a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest

from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.api.sync_log import COLUMNS
from fieldapp.reports import hub_sync_log
from tests.hub.api.program import Program, program_of
from tests.hub.web.pages_process import PagesHub


@pytest.fixture(scope="module")
def program(hub: PagesHub) -> Iterator[Program]:
    world = hub.world
    for number in range(3):
        world.push_all(world.laptop(b"epoch-3%d" % number, name=f"Team {number}"))
    yield program_of(hub, Scope.SYNC_LOG)


def test_attempts_come_in_their_order_and_go_on_where_one_was(program: Program) -> None:
    whole = program.json("/api/v1/sync-log")
    assert [tuple(row) for row in whole["rows"]] == [COLUMNS] * 4
    assert whole["next"] == whole["rows"][-1]["no"]
    first = program.json("/api/v1/sync-log", limit=1)
    rest = program.json("/api/v1/sync-log", after=first["next"])
    assert first["rows"] + rest["rows"] == whole["rows"]
    nothing = program.json("/api/v1/sync-log", after=whole["next"])
    assert nothing == {"rows": [], "next": whole["next"]}


def test_of_one_laptop_and_of_one_time(program: Program) -> None:
    rows = program.json("/api/v1/sync-log", device=2)["rows"]
    assert {row["device"] for row in rows} == {2}
    assert program.json("/api/v1/sync-log", since="2031-01-01T00:00:00Z")["rows"] == []
    assert program.json("/api/v1/sync-log", until="1971-01-01T00:00:00+08:00")["rows"] == []
    old = program.json("/api/v1/sync-log", since="0001-01-01T00:00:00Z")
    assert len(old["rows"]) == 4


def test_the_file_holds_the_proof(program: Program) -> None:
    text = program.get("/api/v1/sync-log.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == hub_sync_log.COLUMNS
    assert (rows[-1]["line"], rows[-1]["unaccounted"]) == ("total", "0")
    lines = program.get("/api/v1/sync-log.jsonl").text.splitlines()
    assert [json.loads(line)["line"] for line in lines] == [row["line"] for row in rows]
