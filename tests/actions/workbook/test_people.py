"""Who stands in a workbook, and how little of them."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.workbook.people import due_people, somebody_of
from fieldapp.reports.workbook.lines import line_of
from tests.actions.operation import A
from tests.actions.workbook.made_up import TODAY, Field
from tests.journal.roster.filled import dose, fill, somebody


def test_whoever_is_due_or_soon_due_stands_in_it_and_nobody_else(field: Field) -> None:
    field.knows("王建国", 40)
    field.knows("Soon Due", 19)
    field.knows("Whole Course", 90, 60)
    field.knows("Never Vaccinated")
    practice = field.operation.practice
    assert {one.client.details.name for one in due_people(practice, TODAY)} == {
        "王建国",
        "Soon Due",
    }


def test_no_more_is_told_than_finds_somebody_again(field: Field) -> None:
    field.knows("王建国", 40, born=date(1980, 3, 7))
    practice = field.operation.practice
    (due,) = due_people(practice, TODAY)
    line = line_of(practice, somebody_of(practice, due), 1, [A], TODAY)
    assert (line.name, line.born, line.phone) == ("王建国", "1980", "…1234")
    assert line.history == "1: 2021-06-22 BIBP"
    assert (line.planned.number, line.by_lot[0].number) == (2, 2)


def test_people_of_the_regions_stand_in_it_too_once(field: Field) -> None:
    own = field.knows("王建国", 40)
    practice, day = field.operation.practice, (TODAY - date(1970, 1, 1)).days
    fill(
        practice.journal,
        somebody("王小明", dose(day - 40)),
        somebody("Not Yet Due", dose(day - 2), ref=b"n" * 16),
        somebody("王建国", dose(day - 40), ref=own[:16]),
    )
    found = due_people(practice, TODAY)
    assert [one.client.details.name for one in found] == ["王建国", "王小明"]
    line = line_of(practice, somebody_of(practice, found[1]), 2, [A], TODAY)
    assert (line.born, line.phone, line.planned.number) == ("1949", "…5678", 2)
