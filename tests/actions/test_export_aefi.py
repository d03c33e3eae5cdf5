"""The reported reactions can be carried away as a file, with all that follows from the dose."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from fieldapp.actions.export_aefi import export_aefi
from fieldapp.actions.report_reaction import report_reaction, withdraw_reaction
from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE, give, register

FAINTED = ReactionDetails(("syncope",), serious=False)


def report(journal: Journal) -> bytes:
    dose = give(journal, register(journal, "测试甲"))
    return report_reaction(journal, dose, FAINTED, clock=journal.clock, user=NURSE.login)


def test_a_report_is_listed_with_its_dose_and_what_is_still_missing(
    journal: Journal, tmp_path: Path
) -> None:
    withdraw_reaction(journal, report(journal), "reported-twice", user=NURSE.login)
    report(journal)
    file = tmp_path / "aefi.csv"
    assert export_aefi(journal, "csv", file) == 2
    with file.open(encoding="utf-8-sig", newline="") as stream:
        struck, kept = csv.DictReader(stream)
    assert (struck["withdrawn"], kept["withdrawn"]) == ("reported-twice", "")
    assert (kept["patient_name"], kept["reactions"], kept["serious"]) == ("测试甲", "syncope", "no")
    assert (kept["lot"], kept["dose_number"]) == ("TEST-0001", "1")
    assert kept["brand_and_maker"].startswith("COVID-19 vaccine (Vero cell)")
    assert kept["vaccination_centre"] == "Boat Test, boat-test-0508"
    assert (kept["reporter_name"], kept["reporter_post"]) == (NURSE.name, NURSE.role)
    assert kept["still_missing"] == "onset_at; outcome"


def test_every_format_holds_the_same_rows(journal: Journal, tmp_path: Path) -> None:
    report(journal)
    export_aefi(journal, "jsonl", tmp_path / "aefi.jsonl")
    export_aefi(journal, "xlsx", tmp_path / "aefi.xlsx")
    told = json.loads((tmp_path / "aefi.jsonl").read_text("utf-8"))
    sheet = load_workbook(tmp_path / "aefi.xlsx")["aefi"]
    header, row = sheet.iter_rows(values_only=True)
    assert dict(zip(header, row, strict=True)) == told


def test_only_doses_since_a_day_when_asked_for(journal: Journal, tmp_path: Path) -> None:
    report(journal)
    for since, rows in ((date(2021, 5, 8), 1), (date(2021, 5, 9), 0)):
        assert export_aefi(journal, "csv", tmp_path / "aefi.csv", since) == rows
