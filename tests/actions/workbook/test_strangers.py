"""Two copies of a workbook, two strangers in the same blank row: no dose is lost or taken for
another's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.actions.amend_client import amend_client
from fieldapp.actions.workbook.strangers import ANOTHER, Ready, tell_apart
from fieldapp.actions.workbook.take_back import carry_out
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.journal import clients
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
    row = Ready(1, DOSE, None, walk_in=True)
    assert tell_apart(field.operation.journal, [row]) == ([row], set())


@pytest.mark.parametrize("typed", [{}, {"lot": lot_text(B)}])
def test_another_person_in_the_same_row_of_another_copy_waits_and_is_recorded_once(
    field: Field, typed: dict[str, object]
) -> None:
    master = at_work(field)
    one = fill(master, {3: STRANGER}, field.folder / "one.xlsx")
    two = fill(master, {3: {**OTHER, **typed}}, field.folder / "two.xlsx")
    takes(field, one)
    seen = planned(field, two).seen
    assert [(one.number, one.asks) for one in seen.held] == [(3, ANOTHER)]
    assert (seen.already_here, seen.changed) == (0, ())
    assert (takes(field, two).waiting, len(records(field))) == (1, 1)
    assert takes(field, two, 3).doses == 1
    assert [name for name, _ in standing(field)] == ["刘洋", "陈静"]
    for copy in (one, two):
        made = planned(field, copy)
        assert (made.seen.already_here, made.asked, made.doses) == (1, frozenset(), 0)


def test_another_copy_that_came_between_plan_and_yes_is_told_apart_too(field: Field) -> None:
    master = at_work(field)
    one = fill(master, {3: STRANGER}, field.folder / "one.xlsx")
    two = fill(master, {3: OTHER}, field.folder / "two.xlsx")
    made = planned(field, two)
    takes(field, one)
    taken = carry_out(field.operation.practice, two, made, user=NURSE.login)
    assert (taken.doses, taken.waiting) == (0, 1)
    assert takes(field, two, 3).doses == 1


@pytest.mark.parametrize(
    "now",
    [
        {"name": "刘阳"},
        {"documents": (Document("passport", "E12345678"),)},
        {"name": "Liu Yang", "documents": (Document("passport", "E12345678"),)},
    ],
)
def test_whoever_was_written_down_otherwise_at_the_laptop_since_is_no_other_person(
    field: Field, now: dict[str, object]
) -> None:
    path = fill(at_work(field), {3: STRANGER})
    takes(field, path)
    journal = field.operation.journal
    (client,) = clients.by_document(journal, Document("cn-resident-id", str(STRANGER["document"])))
    corrected: ClientDetails = replace(client.details, **now)  # type: ignore[arg-type]  # fields of a person
    amend_client(journal, client.client_id, corrected, "typed-wrong", user=NURSE.login)
    made = planned(field, path)
    assert (made.seen.already_here, made.asked) == (1, frozenset())
    assert (takes(field, path, 3).doses, len(records(field))) == (0, 1)
