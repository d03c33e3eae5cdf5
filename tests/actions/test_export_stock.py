"""Stock can be carried away as a file that adds up by itself."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from fieldapp.actions.cold_chain.lot_decisions import hold_lot
from fieldapp.actions.export_stock import export_stock
from fieldapp.actions.stock.load_box import load_box
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import LOT, SESSION, USER, vials
from tests.journal.laptop import give, open_vial, register


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_report_adds_up(journal: Journal, tmp_path: Path) -> None:
    receive_lot(journal, vials(4), user=USER)
    load_box(journal, vials(2), SESSION, user=USER)
    give(journal, register(journal), vial=open_vial(journal))
    hold_lot(journal, LOT.vaccine_id, LOT.lot_number, "vvm", user=USER)
    file = tmp_path / "stock.csv"
    assert export_stock(journal, "csv", file) == 4
    *moved, lot = rows(file)
    assert [row["kind"] for row in moved] == ["received", "loaded", "opened"]
    assert (lot["sum_given"], lot["on_hand"], lot["in_store"], lot["standing"]) == (
        "1",
        "19",
        "10",
        "held",
    )


def test_since_leaves_out_older_movements_and_never_a_balance(
    journal: Journal, tmp_path: Path
) -> None:
    receive_lot(journal, vials(4), user=USER)
    file = tmp_path / "stock.csv"
    export_stock(journal, "csv", file, date(2022, 1, 1))
    (lot,) = rows(file)
    assert (lot["line"], lot["on_hand"]) == ("balance", "20")
