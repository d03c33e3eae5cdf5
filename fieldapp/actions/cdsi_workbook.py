"""Reads CDC's workbook of test cases (xlsx or csv) into cases; judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import count
from pathlib import Path

from fieldapp.actions.backlog.limits import UnreadableFile
from fieldapp.actions.backlog.sheet import read_sheet
from fieldapp.domain.cdsi.element import cvx_of
from fieldapp.domain.cdsi.forecast import SeriesStatus
from fieldapp.domain.cdsi.person import Given, Observation, Person
from fieldapp.domain.cdsi.published_case import ExpectedDose, PublishedCase
from fieldapp.domain.cdsi.track import Status
from fieldapp.domain.errors import FieldAppError

_REQUIRED = ("cdc_test_id", "dob", "gender", "series_status", "vaccine_group", "assessment_date")
_GENDERS = {"f": "Female", "m": "Male"}
_GROUPS = {
    "dtap": "DTaP/Tdap/Td",
    "flu": "Influenza",
    "ipol": "Polio",
    "mcv": "Meningococcal",
    "menb": "Meningococcal B",
    "pcv": "Pneumococcal",
    "pol": "Polio",
    "rota": "Rotavirus",
    "var": "Varicella",
}
_OLDER_WORDS = {"interval: too short": "Interval: Too Soon"}
_Cells = Mapping[str, str]


class UnreadableWorkbook(FieldAppError):
    """The file as a whole is no workbook of test cases."""

    happened = "The test cases {file} cannot be read: {why}."
    safe = "Nothing was tested."
    next_step = "Give CDC's workbook of test cases as .xlsx, or its sheet of cases as .csv."


class CaseUnreadable(ValueError):
    """A row that cannot be run; the text begins with the name of the column."""


def read_workbook(path: Path) -> Iterator[tuple[str, str, PublishedCase | CaseUnreadable]]:
    """Each row's id, its vaccine group, and its case, or why there is none.

    Raises UnreadableWorkbook when the file as a whole is none.
    """
    try:
        sheet = read_sheet(path, _REQUIRED)
    except UnreadableFile as error:
        why = error.details.get("why", "there is no such file")
        raise UnreadableWorkbook(file=path.name, why=why) from error
    empty = dict.fromkeys((name.strip().lower() for name in sheet.header), "")
    for row in sheet.rows:
        cells = empty | {name: value.strip() for name, value in row.values.items()}
        name = cells["cdc_test_id"] or f"line {row.line}"
        group = _group(cells["vaccine_group"])
        try:
            yield name, group, _case(name, group, cells)
        except CaseUnreadable as error:
            yield name, group, error


def _case(name: str, group: str, cells: _Cells) -> PublishedCase:
    doses, expected = _doses(cells)
    person = Person(
        born=_required_day(cells, "dob"),
        gender=_GENDERS.get(cells["gender"].lower()[:1], "Unknown"),
        doses=doses,
        observations=_observations(cells),
    )
    return PublishedCase(
        id=name,
        name=cells.get("test_case_name", ""),
        group=group,
        person=person,
        today=_required_day(cells, "assessment_date"),
        status=_status(cells),
        doses=expected,
        dose_number=_number(cells.get("forecast_#", "")),
        earliest=_day(cells, "earliest_date"),
        recommended=_day(cells, "recommended_date"),
        past_due=_day(cells, "past_due_date"),
    )


def _doses(cells: _Cells) -> tuple[tuple[Given, ...], tuple[ExpectedDose, ...]]:
    given, expected = [], []
    for place in _places(cells, "date_administered"):
        day = _day(cells, f"date_administered_{place}")
        if day is None:
            continue
        mvx = cells.get(f"mvx_{place}") or None
        given.append(Given(day, cvx_of(cells.get(f"cvx_{place}", "")), mvx, place))
        expected.append(_expected(cells, place))
    return tuple(given), tuple(expected)


def _expected(cells: _Cells, place: int) -> ExpectedDose:
    column = f"evaluation_status_{place}"
    for status in Status:
        if status.value.lower() == cells.get(column, "").lower():
            reason = cells.get(f"evaluation_reason_{place}", "")
            return ExpectedDose(place, status, _OLDER_WORDS.get(reason.lower(), reason))
    raise CaseUnreadable(
        f"{column}: must be one of " + ", ".join(status.value for status in Status)
    )


def _observations(cells: _Cells) -> tuple[Observation, ...]:
    return tuple(
        Observation(code.zfill(3), _day(cells, f"observation_date_{place}"))
        for place in _places(cells, "observation_code")
        if (code := cells[f"observation_code_{place}"])
    )


def _places(cells: _Cells, column: str) -> Iterator[int]:
    for place in count(1):
        if f"{column}_{place}" not in cells:
            return
        yield place


def _status(cells: _Cells) -> SeriesStatus:
    written = cells["series_status"].lower()
    for status in SeriesStatus:
        if status.value.lower() == written:
            return status
    known = ", ".join(status.value for status in SeriesStatus)
    raise CaseUnreadable(f"series_status: must be one of {known}")


def _group(written: str) -> str:
    return _GROUPS.get(written.lower(), written)


def _number(text: str) -> int | None:
    return int(text) or None if text.isdecimal() else None


def _required_day(cells: _Cells, column: str) -> date:
    day = _day(cells, column)
    if day is None:
        raise CaseUnreadable(f"{column}: is missing")
    return day


def _day(cells: _Cells, column: str) -> date | None:
    text = cells.get(column, "")
    if not text or text == "-":
        return None
    try:
        if "/" in text:
            return datetime.strptime(text, "%m/%d/%Y").date()
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise CaseUnreadable(f"{column}: must be a date such as 01/31/2025") from error
