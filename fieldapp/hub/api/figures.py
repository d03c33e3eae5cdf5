"""Figures for programs: the daily report, coverage, balances of lots. The same rows as in the files
that people take away, as JSON and as these files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from fieldapp.hub.api.endpoints import JSON, Call, Endpoint, Outcome, json_response
from fieldapp.hub.api.parameters import DAY, FLAG, In, Parameter, choice, number, text
from fieldapp.hub.api.rows import answer_schema, objects, row_schema
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.coverage import export as coverage
from fieldapp.hub.coverage.reading import read_coverage
from fieldapp.hub.daily import export as daily
from fieldapp.hub.daily.report import read_report
from fieldapp.hub.daily.small import for_readers
from fieldapp.hub.devices import devices
from fieldapp.hub.lots import export as lots
from fieldapp.hub.lots.reading import LotFilter, page_of
from fieldapp.hub.lots.sums import COLUMNS as SUMS
from fieldapp.hub.web.catalogue import naming
from fieldapp.hub.web.downloads import TYPES, file_response
from fieldapp.hub.web.guard import teams_offset_min
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import ENGLISH, LANGUAGES, words_of
from fieldapp.reports.files import write_table
from fieldapp.reports.table import Table

FILES = ("csv", "xlsx")
_FIRST_DAY = date(1971, 1, 1)
_MOST_LOTS, _LOTS, _MOST_SKIP = 200, 100, 1_000_000
_DAILY_WHOLE = frozenset(daily.COLUMNS[5:]) - {"reported_utc"}
_COVERAGE_WHOLE = ("people", "covered", "fully_covered")
_COVERAGE_PARTS = ("covered_percent", "fully_covered_percent")
_LOT_WHOLE = ("device", *SUMS.values(), "left")
_AS_OF = {"type": "string", "format": "date"}

AS_OF = Parameter("as_of", DAY, "The day that is reported; today where it is left out.")
LANGUAGE = Parameter("language", choice(*LANGUAGES), "Of the names; English where it is left out.")
FORMAT = Parameter("fmt", choice(*FILES), "Which kind of file.", In.PATH, needed=True)
VACCINE = Parameter("vaccine", text(80), "Only this product.")
LOT = Parameter("lot", text(80), "Only lots whose number begins so, however it was typed.")
HELD = Parameter("held", FLAG, "Only lots that some team still has.")
SKIP = Parameter("skip", number(0, _MOST_SKIP, 0), "How many lots to pass over.")
LIMIT = Parameter("limit", number(1, _MOST_LOTS, _LOTS), "How many lots at the most.")


def _place(connection: Connection, call: Call) -> Place:
    return Place(teams_offset_min(connection), call.given.get("language", ENGLISH))


def _day(call: Call, place: Place) -> date:
    """What was asked for, and no day that has not come."""
    today = place.local(call.now_s).date()
    asked: date = call.given.get("as_of", today)
    return min(max(asked, _FIRST_DAY), today)


def _daily(call: Call) -> tuple[date, Table]:
    """As readers see it: the small groups and areas together."""
    with call.hub.store.reading() as connection:
        place = _place(connection, call)
        day = _day(call, place)
        report = for_readers(connection, read_report(connection, day), day)
    return day, daily.table_of(report, naming(words_of(place.language)))


def _coverage(call: Call) -> tuple[date, Table]:
    """The same: without the figures of the small ones."""
    with call.hub.store.reading() as connection:
        place = _place(connection, call)
        day = _day(call, place)
        rows = read_coverage(connection, day, all_shown=False)
        hub = call.hub.store.keys.hub_id.hex()
    words = words_of(place.language)
    order = coverage.Order(words, place, call.now_s, hub, day, naming(words))
    return day, coverage.table_of(rows, order)


def _as_json(read: Callable[[Call], tuple[date, Table]]) -> Callable[[Call], Outcome]:
    def answer(call: Call) -> Outcome:
        day, table = read(call)
        rows = objects(table.columns, table.rows)
        return Outcome(json_response({"as_of": day.isoformat(), "rows": rows}), len(rows))

    return answer


def _as_file(name: str, read: Callable[[Call], tuple[date, Table]]) -> Callable[[Call], Outcome]:
    def answer(call: Call) -> Outcome:
        day, table = read(call)
        fmt = call.given["fmt"]

        def write(file: Path) -> None:
            write_table(table, fmt, file)

        return Outcome(file_response(name, fmt, write, day), len(table.rows))

    return answer


def _which(call: Call) -> LotFilter:
    given = call.given
    return LotFilter(given.get("vaccine"), given.get("lot", ""), given.get("held", False))


def _teams(connection: Connection) -> dict[int, str]:
    return {no: device.name for no, device in devices(connection).items()}


def lots_json(call: Call) -> Outcome:
    """A row for each lot and team, so many lots at a time."""
    skip, most = call.given.get("skip", 0), call.given.get("limit", _LOTS)
    with call.hub.store.reading() as connection:
        lines = page_of(connection, _which(call), skip=skip, most=most)
        balances = lots.balances_of(connection, lines, _teams(connection))
        rows = objects(lots.BALANCE_COLUMNS, balances)
    more = skip + len(lines) if len(lines) == most else None
    return Outcome(json_response({"rows": rows, "next_skip": more}), len(rows))


def lots_file(call: Call) -> Outcome:
    """All of them."""
    fmt, store, written = call.given["fmt"], call.hub.store, 0
    with store.reading() as connection:
        today = _place(connection, call).local(call.now_s).date()

    def write(file: Path) -> None:
        nonlocal written
        with store.reading() as connection:
            teams = _teams(connection)
            written = lots.write_balances(connection, _which(call), teams, fmt, file)

    return Outcome(file_response("lots", fmt, write, today), written)


def files_of(*kinds: str) -> dict[str, dict[str, Any]]:
    """Files as answers: there is nothing that JSON Schema could say of them."""
    return {TYPES[kind]: {} for kind in kinds}


_DAILY_ROWS = answer_schema(row_schema(daily.COLUMNS, whole=_DAILY_WHOLE), as_of=_AS_OF)
_COVERAGE_ROWS = answer_schema(
    row_schema(coverage.COLUMNS, whole=_COVERAGE_WHOLE, fractions=_COVERAGE_PARTS), as_of=_AS_OF
)
_LOT_ROWS = answer_schema(
    row_schema(lots.BALANCE_COLUMNS, whole=_LOT_WHOLE), next_skip={"type": ["integer", "null"]}
)
_BY_DAY, _OF_LOTS = (AS_OF, LANGUAGE), (VACCINE, LOT, HELD)

ENDPOINTS = (
    Endpoint(
        "dailyReport", "GET", "/api/v1/daily-report", "The figures of every day up to one day.",
        Scope.FIGURES, _as_json(_daily), {JSON: _DAILY_ROWS}, _BY_DAY,
    ),
    Endpoint(
        "dailyReportFile", "GET", "/api/v1/daily-report.{fmt}", "The same as a file.",
        Scope.FIGURES, _as_file("daily-report", _daily), files_of(*FILES), (FORMAT, *_BY_DAY),
    ),
    Endpoint(
        "coverage", "GET", "/api/v1/coverage", "People covered, of how many there are.",
        Scope.FIGURES, _as_json(_coverage), {JSON: _COVERAGE_ROWS}, _BY_DAY,
    ),
    Endpoint(
        "coverageFile", "GET", "/api/v1/coverage.{fmt}", "The same as a file.",
        Scope.FIGURES, _as_file("coverage", _coverage), files_of(*FILES), (FORMAT, *_BY_DAY),
    ),
    Endpoint(
        "lots", "GET", "/api/v1/lots", "What became of the doses of every lot, team by team.",
        Scope.FIGURES, lots_json, {JSON: _LOT_ROWS}, (*_OF_LOTS, SKIP, LIMIT),
    ),
    Endpoint(
        "lotsFile", "GET", "/api/v1/lots.{fmt}", "The same as a file, all of them.",
        Scope.FIGURES, lots_file, files_of(*FILES), (FORMAT, *_OF_LOTS),
    ),
)  # fmt: skip
