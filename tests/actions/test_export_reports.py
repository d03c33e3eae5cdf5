"""What this laptop knows can be carried away as a file, complete and in the import's columns."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldapp.actions.export_reports import export_doses, export_sync_log
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.client import Document
from fieldapp.journal.attempts import Attempt, log_attempt
from fieldapp.journal.journal import Journal
from fieldapp.reports.files import CannotWrite
from tests.journal.hub import ENROLMENT, enrol
from tests.journal.laptop import NURSE, Laptop, give, register

from .backlog.made_up import import_it


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def doses(journal: Journal, path: Path, since: date | None = None) -> list[dict[str, str]]:
    count = export_doses(journal, "csv", path, since)
    rows = rows_of(path)
    assert count == len(rows)
    return rows


def test_a_dose_is_listed_with_person_vaccine_and_proof(journal: Journal, tmp_path: Path) -> None:
    document = Document("cn-resident-id", "11010519491231002X")
    person = register(journal, "测试甲", document, phone="+8613900000000")
    give(journal, person, occurred=datetime(2021, 4, 9, 9, 0))
    give(journal, person)
    first, second = doses(journal, tmp_path / "doses.csv")
    assert (first["client_name"], first["id_number"]) == ("测试甲", "11010519491231002X")
    assert (first["status"], first["vaccine"], first["lot"]) == (
        "given",
        "covid-inact-bibp",
        "TEST-0001",
    )
    assert (first["given_at"], second["given_at"]) == ("2021-04-09T09:00", "2021-05-08T09:00")
    assert (first["dose_number"], second["dose_number"]) == ("1", "2")
    assert (first["state"], first["recorded_by"]) == ("waiting", NURSE.login)


def test_a_struck_dose_stays_in_the_list_and_counts_no_number(
    journal: Journal, tmp_path: Path
) -> None:
    person = register(journal)
    wrong = give(journal, person)
    give(journal, person)
    void_dose(journal, wrong, "recorded-twice", user=NURSE.login)
    first, second = doses(journal, tmp_path / "doses.csv")
    assert (first["status"], first["state"], first["dose_number"]) == (
        "entered-in-error",
        "voided",
        "",
    )
    assert second["dose_number"] == "1"


def test_since_leaves_out_what_happened_before_but_not_its_number(
    journal: Journal, tmp_path: Path
) -> None:
    person = register(journal)
    give(journal, person, occurred=datetime(2021, 4, 9, 9, 0))
    give(journal, person)
    (row,) = doses(journal, tmp_path / "doses.csv", date(2021, 5, 8))
    assert (row["given_at"], row["dose_number"]) == ("2021-05-08T09:00", "2")


@pytest.mark.parametrize("fmt", ["csv", "jsonl", "xlsx"])
def test_every_format_holds_every_row(fmt: str, journal: Journal, tmp_path: Path) -> None:
    person, path = register(journal, "测试甲"), tmp_path / f"doses.{fmt}"
    for _ in range(3):
        give(journal, person)
    assert export_doses(journal, fmt, path) == 3
    if fmt == "csv":
        names = [row["client_name"] for row in rows_of(path)]
    elif fmt == "jsonl":
        lines = path.read_text(encoding="utf-8").splitlines()
        names = [json.loads(line)["client_name"] for line in lines]
    else:
        sheet = load_workbook(path).worksheets[0]
        names = [str(row[1]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert names == ["测试甲"] * 3


def test_an_exported_backlog_imported_elsewhere_is_the_same_backlog(
    journal: Journal, tmp_path: Path
) -> None:
    source = Path(__file__).parents[1] / "data" / "backlog-1000.csv"
    first = import_it(journal, source, dry_run=True)
    import_it(journal, copied(source, tmp_path))
    export_doses(journal, "csv", tmp_path / "doses.csv")
    other = Laptop(tmp_path / "other", clock=journal.clock)  # type: ignore[arg-type]  # a FakeClock
    other.set_up()
    second = import_it(other.open(), tmp_path / "doses.csv")
    other.close()
    assert (second.doses, second.not_given, second.clients) == (
        first.doses,
        first.not_given,
        first.clients,
    )
    assert second.refusals == ()
    assert import_it(journal, tmp_path / "doses.csv").doses == 0


def copied(source: Path, folder: Path) -> Path:
    """The file in a folder where refused rows may be written."""
    path = folder / source.name
    path.write_bytes(source.read_bytes())
    return path


def attempt(day: int, happened: str) -> Attempt:
    return Attempt(datetime(2021, 7, day, 4, 0, tzinfo=UTC), "http", happened, requests=2)


def test_the_sync_log_ends_with_a_sum_that_leaves_nothing_unaccounted(
    journal: Journal, tmp_path: Path
) -> None:
    enrol(journal)
    for _ in range(2):
        give(journal, register(journal))
    log_attempt(journal, attempt(1, "No network."))
    log_attempt(journal, attempt(2, "Everything is confirmed."))
    path = tmp_path / "log.csv"
    assert export_sync_log(journal, "csv", path, journal.clock) == 3
    first, second, total = rows_of(path)
    assert (first["what_happened"], second["what_happened"]) == (
        "No network.",
        "Everything is confirmed.",
    )
    assert total["device"] == str(ENROLMENT.device)
    sums = [total[key] for key in ("line", "recorded", "waiting", "confirmed", "unaccounted")]
    assert sums == ["sum", "2", "2", "0", "0"]


def test_the_sync_log_names_nobody(journal: Journal, tmp_path: Path) -> None:
    give(journal, register(journal, "测试甲", phone="+8613900000000"))
    log_attempt(journal, attempt(1, "No network."))
    path = tmp_path / "log.csv"
    export_sync_log(journal, "csv", path, journal.clock)
    text = path.read_text(encoding="utf-8-sig")
    assert "测试甲" not in text
    assert "13900000000" not in text


def test_since_leaves_out_older_attempts_but_never_the_sum(
    journal: Journal, tmp_path: Path
) -> None:
    log_attempt(journal, attempt(1, "No network."))
    log_attempt(journal, attempt(9, "No network."))
    path = tmp_path / "log.csv"
    export_sync_log(journal, "csv", path, journal.clock, date(2021, 7, 5))
    assert [row["line"] for row in rows_of(path)] == ["attempt", "sum"]


def test_a_stick_that_is_gone_is_said_in_words(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"doses\.csv"):
        export_doses(journal, "csv", tmp_path / "gone" / "doses.csv")
