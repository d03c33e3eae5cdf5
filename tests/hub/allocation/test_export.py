"""Promises of the file: a row a place and week, a total a week, second and first doses apart."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from fieldapp.hub.allocation.decisions import Decision, Head
from fieldapp.hub.allocation.export import decision_table, write_decision
from fieldapp.hub.allocation.problem import Allocation, Held, Place, Problem
from fieldapp.reports.allocation import COLUMNS

HELD = Held((10, 0), over=5, books=20)
PLACES = (Place("north", (50, 20), (0, 10), 500, 2, HELD), Place("south", (10, 0), (0, 0)))
DECISION = Decision(
    Head(7, "bopv", 0, "lu", "ferry"),
    (date(2026, 11, 30), date(2026, 12, 7)),
    Problem(10, (8, 4), PLACES),
    Allocation(((4, 3), (1, 0)), ((0, 1), (0, 1))),
    Allocation(((5, 2), (1, 0)), ((0, 1), (0, 1))),
)


def test_rows_are_places_then_totals(tmp_path: Path) -> None:
    write_decision(DECISION, "csv", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["line"] for row in rows] == ["place"] * 4 + ["total"] * 2
    first, total = rows[0], rows[4]
    assert (first["place"], first["week"], first["monday"]) == ("north", "49", "2026-11-30")
    assert (first["second_doses"], first["proposed_second_doses"]) == ("40", "50")
    assert (first["second_due_people"], first["second_waiting_people"]) == ("50", "0")
    named = ("second_needed_doses", "second_held_doses", "second_to_send_doses")
    assert [first[name] for name in named] == ["50", "10", "40"]
    assert (first["held_over_doses"], first["held_by_books_doses"]) == ("5", "20")
    assert [rows[2][name] for name in named] == ["10", "", "10"], "left out of account"
    assert [total[name] for name in named] == ["60", "10", "50"]
    assert (total["second_doses"], total["first_doses"], total["supply_doses"]) == ("50", "0", "80")
    assert (rows[5]["left_doses"], rows[5]["first_doses"]) == ("20", "20")


def test_every_row_has_every_column() -> None:
    table = decision_table(DECISION)
    assert table.columns == COLUMNS
    assert {len(row) for row in table.rows} == {len(COLUMNS)}
