"""Lots as files: balances by team, and who got a recalled lot, for the call-back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection

from fieldapp.hub.lots import people, reading
from fieldapp.hub.lots.reading import LotFilter, LotLine, TeamLot
from fieldapp.hub.lots.sums import COLUMNS
from fieldapp.reports.cells import day_or_none, minute
from fieldapp.reports.files import write_table
from fieldapp.reports.table import Cell, Table
from fieldapp.wire.dates import from_minutes

BALANCE_COLUMNS = (
    "vaccine", "lot", "expiry", "device", "team", *COLUMNS.values(), "left", "wasted_reasons",
)  # fmt: skip
PEOPLE_COLUMNS = (
    "person", "name", "birth_date", "phone", "language", "home_area", "given_at", "vaccine", "lot",
    "device", "team", "recorded_by", "known_from",
)  # fmt: skip
FORMATS = ("csv", "xlsx")
BATCH = 500


def write_balances(
    connection: Connection, which: LotFilter, teams: Mapping[int, str], fmt: str, out: Path
) -> int:
    """A row for each lot and team; returns how many. Raises CannotWrite."""
    rows = list(_balances(connection, which, teams))
    write_table(Table("lots", BALANCE_COLUMNS, rows), fmt, out)
    return len(rows)


def _balances(
    connection: Connection, which: LotFilter, teams: Mapping[int, str]
) -> Iterator[tuple[Cell, ...]]:
    skip = 0
    while lines := reading.page_of(connection, which, skip=skip, most=BATCH):
        yield from balances_of(connection, lines, teams)
        skip += len(lines)


def balances_of(
    connection: Connection, lines: Sequence[LotLine], teams: Mapping[int, str]
) -> Iterator[tuple[Cell, ...]]:
    """The rows of these lots, team by team."""
    holders = reading.teams_of(connection, [(line.vaccine, line.key) for line in lines])
    for line in lines:
        for team in holders[line.vaccine, line.key]:
            yield _balance(line, team, teams)


def _balance(line: LotLine, team: TeamLot, teams: Mapping[int, str]) -> tuple[Cell, ...]:
    sums = (getattr(team.doses, name) for name in COLUMNS.values())
    reasons = "; ".join(f"{why or 'unknown'}: {n}" for why, n in sorted(team.wasted.items()))
    expiry = day_or_none(line.expiry)
    return (
        line.vaccine, line.lot, expiry, team.device, teams.get(team.device, ""), *sums,
        team.doses.left, reasons,
    )  # fmt: skip


def write_people(
    connection: Connection,
    vaccine: str,
    lot: str,
    teams: Mapping[int, str],
    fmt: str,
    out: Path,
) -> int:
    """A row for each dose of a lot with whoever got it; returns how many. Raises CannotWrite."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.person.hex()[:16] if one.person else "", one.name or "", one.born, one.phone or "",
            one.language or "", one.area, minute(from_minutes(one.occurred_min, 0)),
            vaccine, lot, one.device, teams.get(one.device, ""), one.recorded_by,
            "told" if one.told else "given",
        )
        for one in people.everybody(connection, vaccine, lot)
    ]  # fmt: skip
    write_table(Table("who-got-the-lot", PEOPLE_COLUMNS, rows), fmt, out)
    return len(rows)
