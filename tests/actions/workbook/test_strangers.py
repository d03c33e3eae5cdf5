"""Two copies of a workbook, two strangers in the same blank row: no dose is lost or taken for
another's."""

from __future__ import annotations

import pytest

from fieldapp.actions.workbook.strangers import Ready, tell_apart
from fieldapp.actions.workbook.take_back import carry_out
from tests.actions.operation import B
from tests.actions.workbook.made_up import Field, fill, lot_text
from tests.actions.workbook.plans import DOSE
from tests.actions.workbook.test_take_back import (
    STRANGER,
    at_work,
    planned,
    records,
    standing,
    takes,
)
from tests.journal.laptop import NURSE

OTHER = {**STRANGER, "name": "陈静", "document": "110101199003074514"}


def test_a_row_from_which_nobody_was_recorded_stays_as_it_is(field: Field) -> None:
    row = Ready(1, DOSE, None)
    assert tell_apart(field.operation.journal, [row]) == ([row], set())


@pytest.mark.parametrize("typed", [{}, {"lot": lot_text(B)}])
def test_another_person_in_the_same_row_of_another_copy_waits_and_is_recorded_once(
    field: Field, typed: dict[str, object]
) -> None:
    master = at_work(field)
    one = fill(master, {3: STRANGER}, field.folder / "one.xlsx")
    two = fill(master, {3: {**OTHER, **typed}}, field.folder / "two.xlsx")
    takes(field, one)
    made = planned(field, two)
    assert ([r.number for r in made.held], made.already_here, made.changed) == ([3], 0, ())
    assert (takes(field, two).waiting, len(records(field))) == (1, 1)
    assert takes(field, two, 3).doses == 1
    assert [name for name, _ in standing(field)] == ["刘洋", "陈静"]
    for copy in (one, two):
        made = planned(field, copy)
        assert (made.already_here, made.asked, made.doses) == (1, frozenset(), 0)


def test_another_copy_that_came_between_plan_and_yes_is_told_apart_too(field: Field) -> None:
    master = at_work(field)
    one = fill(master, {3: STRANGER}, field.folder / "one.xlsx")
    two = fill(master, {3: OTHER}, field.folder / "two.xlsx")
    made = planned(field, two)
    takes(field, one)
    taken = carry_out(field.operation.practice, two, made, user=NURSE.login)
    assert (taken.doses, taken.waiting) == (0, 1)
    assert takes(field, two, 3).doses == 1
