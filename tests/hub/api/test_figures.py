"""Promises of figures for programs: the same rows as in the files that people take away, under
names that stay."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import load_workbook

from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.coverage import export as coverage
from fieldapp.hub.daily import export as daily
from fieldapp.hub.lots import export as lots
from tests.hub.api.program import Program, program_of
from tests.hub.lots.stock import a_day
from tests.hub.web.pages_process import PagesHub

COLUMNS = {
    "daily-report": daily.COLUMNS,
    "coverage": coverage.COLUMNS,
    "lots": lots.BALANCE_COLUMNS,
}


@pytest.fixture(scope="module")
def program(hub: PagesHub) -> Iterator[Program]:
    hub.world.push_all(a_day(hub.world.laptop(b"epoch-55", name="Vehicle 5")))
    hub.world.fold()
    yield program_of(hub, Scope.FIGURES)


@pytest.mark.parametrize("name", list(COLUMNS))
def test_json_and_files_say_the_same_under_the_same_names(program: Program, name: str) -> None:
    told = program.json(f"/api/v1/{name}")["rows"]
    assert name == "coverage" or told
    as_csv = program.get(f"/api/v1/{name}.csv")
    assert f'filename="{name}-2021-06-' in as_csv.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(as_csv.content.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS[name] and len(rows) == len(told) + 1
    sheet = load_workbook(io.BytesIO(program.get(f"/api/v1/{name}.xlsx").content)).active
    assert sheet is not None and sheet.max_row == len(rows)
    for row, object_ in zip(rows[1:], told, strict=True):
        assert object_[rows[0][0]] == row[0]
        assert tuple(object_) == COLUMNS[name]


def test_the_report_of_a_day_that_has_not_come_is_todays(program: Program) -> None:
    future = program.json("/api/v1/daily-report", as_of="2031-01-01")
    assert future == program.json("/api/v1/daily-report")
    past = program.json("/api/v1/daily-report", as_of="2021-05-01")
    assert past["as_of"] == "2021-05-01"
    assert sum(row["doses"] for row in past["rows"] if row["line"] == "so-far") >= 1


def test_names_come_in_the_language_that_was_asked_for(program: Program) -> None:
    english, chinese = (
        program.json("/api/v1/daily-report", language=language)["rows"]
        for language in ("en", "zh-CN")
    )
    assert len(english) == len(chinese)
    assert {row["name"] for row in english} != {row["name"] for row in chinese}


def test_lots_come_so_many_at_a_time(program: Program) -> None:
    whole = program.json("/api/v1/lots")
    assert whole["next_skip"] is None
    pieces: list[Any] = []
    skip: int | None = 0
    while skip is not None:
        piece = program.json("/api/v1/lots", limit=1, skip=skip)
        pieces += piece["rows"]
        skip = piece["next_skip"]
    assert pieces == whole["rows"]
