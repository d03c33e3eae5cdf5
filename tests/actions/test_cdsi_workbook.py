"""The workbook of test cases is read row by row, from xlsx and csv."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from fieldapp.actions.cdsi_workbook import CaseUnreadable, UnreadableWorkbook, read_workbook
from fieldapp.domain.cdsi.forecast import SeriesStatus
from fieldapp.domain.cdsi.person import Given, Observation
from fieldapp.domain.cdsi.published_case import ExpectedDose, PublishedCase
from fieldapp.domain.cdsi.track import Status

ROW: dict[str, object] = {
    "CDC_Test_ID": "2099-0001",
    "Test_Case_Name": "Made up",
    "DOB": datetime(2025, 1, 10),
    "gender": "F",
    "Series_Status": "Not complete",
    "Date_Administered_1": datetime(2025, 3, 10),
    "CVX_1": "03",
    "MVX_1": "MSD",
    "Evaluation_Status_1": "Not Valid",
    "Evaluation_Reason_1": "Age: Too Young",
    "Date_Administered_2": None,
    "Forecast_#": "1",
    "Earliest_Date": datetime(2025, 4, 10),
    "Recommended_Date": datetime(2025, 4, 11),
    "Past_Due_Date": None,
    "Vaccine_Group": "DTAP",
    "Assessment_Date": datetime(2025, 3, 10),
}


def book(tmp_path: Path, **changed: object) -> Path:
    """A workbook as CDC publishes it: a page of words first, the cases on another."""
    made, row = Workbook(), {**ROW, **changed}
    made.active.title = "Overview"  # type: ignore[union-attr]  # a new book has a sheet
    made.active["A1"] = "Overview"  # type: ignore[index]  # a new book has a sheet
    sheet = made.create_sheet("FITS Exported TestCases")
    sheet.append(list(row))
    sheet.append(list(row.values()))
    made.save(tmp_path / "cases.xlsx")
    return tmp_path / "cases.xlsx"


def the_case(path: Path) -> PublishedCase:
    ((_, _, case),) = read_workbook(path)
    assert isinstance(case, PublishedCase)
    return case


def test_a_row_is_read_with_its_question_and_its_answer(tmp_path: Path) -> None:
    case = the_case(book(tmp_path))
    assert (case.id, case.group, case.today) == ("2099-0001", "DTaP/Tdap/Td", date(2025, 3, 10))
    assert (case.person.born, case.person.gender) == (date(2025, 1, 10), "Female")
    assert case.person.doses == (Given(date(2025, 3, 10), "3", "MSD", 1),)
    assert case.doses == (ExpectedDose(1, Status.NOT_VALID, "Age: Too Young"),)
    assert case.status is SeriesStatus.NOT_COMPLETE
    assert (case.dose_number, case.earliest) == (1, date(2025, 4, 10))
    assert (case.recommended, case.past_due) == (date(2025, 4, 11), None)


def test_observations_are_read_where_the_workbook_has_them(tmp_path: Path) -> None:
    path = book(tmp_path, Observation_Code_1="7", Observation_Date_1=datetime(2025, 2, 1))
    assert the_case(path).person.observations == (Observation("007", date(2025, 2, 1)),)


def test_older_workbooks_say_the_same_in_other_words(tmp_path: Path) -> None:
    older = {"Evaluation_Reason_1": "Interval: too short", "Forecast_#": "0"}
    case = the_case(book(tmp_path, **older))
    assert case.doses[0].reason == "Interval: Too Soon"
    assert case.dose_number is None


def test_dates_in_a_csv_are_american(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(
        "CDC_Test_ID,DOB,Gender,Series_Status,Vaccine_Group,Assessment_Date,Forecast_#\n"
        "X-1,01/10/2025,M,Complete,Sunpox,12/31/2025,-\n"
    )
    case = the_case(path)
    assert (case.person.born, case.person.gender) == (date(2025, 1, 10), "Male")
    assert (case.today, case.group, case.dose_number) == (date(2025, 12, 31), "Sunpox", None)


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("DOB", "", "dob: is missing"),
        ("DOB", "soon", "dob: must be a date"),
        ("Series_Status", "Perhaps", "series_status: must be one of"),
        ("Evaluation_Status_1", "Perhaps", "evaluation_status_1: must be one of"),
        ("Assessment_Date", "13/13/2025", "assessment_date: must be a date"),
    ],
)
def test_a_row_that_cannot_be_run_names_the_column(
    tmp_path: Path, column: str, value: str, why: str
) -> None:
    ((name, _, case),) = read_workbook(book(tmp_path, **{column: value}))
    assert name == "2099-0001"
    assert isinstance(case, CaseUnreadable)
    assert str(case).startswith(why)


def test_a_row_that_ends_early_is_one_with_empty_cells(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("CDC_Test_ID,DOB,Gender,Series_Status,Vaccine_Group,Assessment_Date\nX-1,\n")
    ((name, group, case),) = read_workbook(path)
    assert (name, group, str(case)) == ("X-1", "", "dob: is missing")


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,phone\nA,1\n")
    with pytest.raises(UnreadableWorkbook, match="cdc_test_id"):
        list(read_workbook(path))
    with pytest.raises(UnreadableWorkbook):
        list(read_workbook(tmp_path / "gone.xlsx"))
