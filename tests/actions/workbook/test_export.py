"""A workbook holds who is due, says so under the laptop's signature, and calculates as the
programme does."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.actions.load_vials import Load
from fieldapp.actions.workbook.export import (
    NoSessionOpen,
    NoSuchSession,
    export_workbook,
    lots_on_board,
)
from fieldapp.domain.due import courses_of
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.lot import HOLD_REASONS
from fieldapp.domain.schedule.advice import Person, Verdict, advise
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.journal import hub_link
from fieldapp.reports.workbook.lots import lot_words
from fieldapp.reports.workbook.words import LANGUAGES, Words
from fieldapp.wire.facts import LotHeld
from fieldapp.wire.workbook import Frame, join_seal, read_frame, rows_by_code
from tests.actions.operation import A, B
from tests.actions.workbook.made_up import FIRST_LINE, TODAY, Field, cells, fill, lot_text
from tests.journal.laptop import NURSE, VACCINE
from tests.office import needs_office, saved_by_office

AGES_AGO = (18, 19, 20, 21, 22, 27, 28, 35, 56, 57, 90)


def frame_of(field: Field, path: Path) -> Frame:
    sheet = load_workbook(path).worksheets[1]
    lines = [str(row[0]) for row in sheet.iter_rows(values_only=True) if row[0]]
    key = hub_link.signing_key(field.operation.journal).verify_key
    return read_frame(join_seal(lines), key)


def test_every_row_is_signed_and_found_by_its_code(field: Field) -> None:
    client = field.knows("王建国", 40)
    field.begins()
    path = field.exports(blanks=3)
    frame = frame_of(field, path)
    assert (frame.session, frame.day, frame.lots) == ("Boat 3 · 71", TODAY, (A, B))
    assert [row.person for row in frame.rows] == [client[:16], b"", b"", b""]
    for number in range(1, 5):
        assert rows_by_code(frame)[cells(path, number)["row"]].number == number


def test_the_file_is_for_its_owners_eyes_and_its_writing_is_on_record(field: Field) -> None:
    field.begins()
    before = field.operation.journal.head().seq
    path = field.exports()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert field.operation.journal.head().seq == before + 1


def test_two_exports_have_the_same_rows_for_people_and_others_for_strangers(field: Field) -> None:
    field.knows("王建国", 40)
    field.begins()
    one, other = (frame_of(field, field.exports(name)) for name in ("a.xlsx", "b.xlsx"))
    assert one.rows[0].id == other.rows[0].id
    assert {row.id for row in one.rows[1:]}.isdisjoint(row.id for row in other.rows[1:])


def test_without_a_session_nothing_is_written(field: Field) -> None:
    with pytest.raises(NoSessionOpen):
        field.exports()
    field.begins()
    with pytest.raises(NoSuchSession, match="Boat 9"):
        export_workbook(
            field.operation.practice,
            field.folder / "x.xlsx",
            language="en",
            user=NURSE.login,
            session="Boat 9 · 1",
        )


def test_a_lot_that_nobody_may_use_is_not_offered(field: Field) -> None:
    field.begins()
    held = LotHeld(A.vaccine_id, A.lot_number, HOLD_REASONS[0])
    field.operation.journal.append([held], user=NURSE.login)
    assert lots_on_board(field.operation.journal, field.operation.label) == [B]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_before_anything_is_typed_is_right_without_calculating(
    field: Field, language: str
) -> None:
    field.knows("王建国", 40)
    field.begins()
    sheet = load_workbook(field.exports(language=language), data_only=True).worksheets[1]
    values = [cell.value for cell in sheet[FIRST_LINE]]
    assert values[1] == "王建国"
    assert values[4:6] == [1980, 41]
    assert values[8:10] == [2, datetime(2021, 7, 13)]


@needs_office
@pytest.mark.parametrize("language", LANGUAGES)
def test_office_calculates_what_the_programme_says(field: Field, language: str) -> None:
    words, days = Words(language), [TODAY - timedelta(days=n) for n in range(4)]
    for ago in AGES_AGO:
        field.knows(f"Person {ago}", ago, born=date(1960, 1, 1) + timedelta(days=97 * ago))
    field.begins()
    path, rows = field.exports(language=language), {}
    for number in range(1, len(AGES_AGO) + 1):
        rows[number] = {
            "status": words("status.given"),
            "lot": lot_text((A, B)[number % 2], language),
            "day": days[number % 4],
        }
    saved = saved_by_office(fill(path, rows))
    assert _calculated(saved, len(rows)) == [
        _said(field, _ago(saved, number), days[number % 4], words) for number in rows
    ]


def _ago(path: Path, number: int) -> int:
    return int(str(cells(path, number)["name"]).removeprefix("Person "))


def _calculated(path: Path, count: int) -> Sequence[tuple[object, ...]]:
    sheet: Any = load_workbook(path, data_only=True).worksheets[1]
    found = []
    for line in range(FIRST_LINE, FIRST_LINE + count):
        values = [cell.value for cell in sheet[line]]
        after = values[18].date() if isinstance(values[18], datetime) else None
        found.append((values[8], values[9].date(), values[17], after))
    return found


def _said(field: Field, ago: int, day: date, words: Words) -> tuple[object, ...]:
    """What the desk says of the same dose on the same day, and what is due after it."""
    practice, born = field.operation.practice, date(1960, 1, 1) + timedelta(days=97 * ago)
    before = (PriorDose(TODAY - timedelta(days=ago), VACCINE),)
    rules = (practice.programme, practice.catalogue)
    advice = advise(
        *rules, Person(born, before), questions=(), answers={}, today=day, product=VACCINE,
        visit_product=VACCINE,
    )  # fmt: skip
    code = {Verdict.GIVE: "ok", Verdict.NOT_YET: "too_early"}[advice.verdict]
    after = Person(born, (*before, PriorDose(day, VACCINE)))
    (course,) = courses_of(*rules, after, day + timedelta(days=1), load_call_rules())
    due = course.due if code == "ok" else None
    return advice.forecast.dose_number, advice.forecast.earliest, words(f"check.{code}"), due


@needs_office
def test_office_says_when_the_third_dose_is_due_by_the_vaccine_that_was_given(field: Field) -> None:
    subunit = VaccineLot("covid-cho-zhifei", "Z1", date(2022, 6, 30))
    field.knows("Two Of Three", 40, vaccine=subunit.vaccine_id)
    field.begins(Load(A, 2, 5), Load(subunit, 2, 1))
    words = {"status": "Given", "day": TODAY - timedelta(days=1)}
    path = fill(field.exports(), {1: {**words, "lot": _choice(field, subunit)}})
    sheet: Any = load_workbook(saved_by_office(path), data_only=True).worksheets[1]
    values = [cell.value for cell in sheet[FIRST_LINE]]
    third = datetime.combine(TODAY + timedelta(days=27), datetime.min.time())
    assert [values[8], values[17], values[18]] == [2, "OK", third]


def _choice(field: Field, lot: VaccineLot) -> str:
    return lot_words(lot, field.operation.practice.catalogue, Words("en"))


@needs_office
def test_office_looks_at_the_age_of_walk_ins_and_says_what_is_missing(field: Field) -> None:
    field.begins()
    words, given = Words("en"), {"status": "Given", "lot": lot_text(A)}
    path = fill(field.exports(blanks=8), {
        1: {**given, "name": "刘洋", "kind": words("kind.cn-resident-id"),
            "document": "110101198003072311"},
        2: {**given, "name": "Too Young", "born": datetime(2003, 8, 2)},
        3: {**given, "name": "Just Old Enough", "born": datetime(2003, 8, 1)},
        4: {**given, "name": "By Year", "born": 2005},
        5: given,
        6: {"status": "Given", "name": "No Lot"},
        7: {"status": "Not given", "name": "No Reason"},
        8: {"name": "No Word", "note": "?"},
    })  # fmt: skip
    sheet = load_workbook(saved_by_office(path), data_only=True).worksheets[1]
    said = [sheet.cell(FIRST_LINE + n, 18).value for n in range(8)]
    assert said == [
        "OK", "TOO EARLY", "OK", "TOO EARLY", "Write the name", "Choose the lot",
        "Choose a reason", "Given or not?",
    ]  # fmt: skip
    assert [sheet.cell(FIRST_LINE + n, 6).value for n in range(4)] == [41, 17, 18, 16]
