"""A workbook comes back without a dose lost, doubled or changed in silence."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.actions.permission import NotAllowed
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.workbook.differences import Change
from fieldapp.actions.workbook.judging import REFUSALS
from fieldapp.actions.workbook.reading import Returned, read_workbook
from fieldapp.actions.workbook.strangers import DOUBLE
from fieldapp.actions.workbook.take_back import Plan, Taken, carry_out, plan
from fieldapp.domain.immunization import BodySite, ImmunizationStatus
from fieldapp.journal import doses, stock
from fieldapp.journal.doses import DoseRecord
from fieldapp.journal.verify import verify
from fieldapp.reports.workbook.columns import index
from tests.actions.operation import A, B
from tests.actions.workbook.made_up import RESIDENT, Field, fill, lot_text
from tests.journal.laptop import LEAD, NURSE
from tests.office import needs_office, saved_by_office
from tests.properties import ONE_FIXTURE

GIVEN = {"status": "Given", "lot": lot_text(A), "site": "Left arm", "vaccinator": "Nurse Test"}
NOT_GIVEN = {"status": "Not given", "reason": "Fever or acute illness", "note": "38.2"}
STRANGER = {**GIVEN, "name": "刘洋", "kind": "Resident ID card", "document": "110101198003072311"}


def planned(field: Field, path: Path) -> Plan:
    return plan(field.operation.practice, path)


def takes(field: Field, path: Path, *yes: int) -> Taken:
    made = planned(field, path)
    return carry_out(field.operation.practice, path, made, user=NURSE.login, yes=yes)


def records(field: Field) -> list[DoseRecord]:
    """What the session recorded."""
    label = field.operation.label
    return [one for one in doses.all_records(field.operation.journal) if one.event.session == label]


def standing(field: Field) -> list[tuple[str, str]]:
    """Who had which lot in the session, as far as it stands."""
    return [
        (one.client.details.name, one.event.lot.lot_number)
        for one in records(field)
        if one.event.status is ImmunizationStatus.COMPLETED
    ]


def at_work(field: Field) -> Path:
    """Two people are due, the session is open, the workbook is out."""
    field.knows("王建国", 40)
    field.knows("Fatima Al-Sayed", 30)
    field.begins()
    return field.exports()


def test_a_dry_run_changes_nothing(field: Field) -> None:
    path, head = fill(at_work(field), {1: GIVEN, 2: NOT_GIVEN}), field.operation.journal.head()
    made = planned(field, path)
    assert (made.doses, made.not_given, made.empty) == (1, 1, 5)
    assert field.operation.journal.head() == head


def test_what_was_typed_is_recorded_and_proven(field: Field) -> None:
    path = fill(at_work(field), {1: GIVEN, 2: NOT_GIVEN, 3: STRANGER})
    taken = takes(field, path)
    assert (taken.doses, taken.not_given, taken.waiting, taken.refused_file) == (2, 1, 0, None)
    assert standing(field) == [("王建国", "0417"), ("刘洋", "0417")]
    (fever,) = [one.event for one in records(field) if one.event.reason]
    assert (fever.reason, fever.note) == ("fever", "38.2")
    first = records(field)[0].event
    assert (first.site, first.vaccinator) == (BodySite.LEFT_DELTOID, "nurse.test")
    assert not verify(field.operation.journal).problems


def test_the_same_rows_are_recorded_once_from_whatever_copy(field: Field) -> None:
    path = fill(at_work(field), {1: GIVEN, 3: STRANGER})
    takes(field, path)
    copy = field.folder / "copy.xlsx"
    shutil.copy(path, copy)
    for again in (path, copy):
        made = planned(field, again)
        assert (made.doses, made.seen.already_here, made.seen.held) == (0, 2, ())
        takes(field, again)
    assert len(standing(field)) == 2


def test_a_second_export_of_the_session_doubles_nobody(field: Field) -> None:
    path = fill(at_work(field), {1: GIVEN})
    other = fill(field.exports("other.xlsx"), {1: GIVEN, 2: GIVEN})
    takes(field, path)
    made = planned(field, other)
    assert (made.seen.already_here, made.doses) == (1, 1)


def test_a_dose_that_the_laptop_recorded_too_waits_for_somebodys_yes(field: Field) -> None:
    wang = field.knows("王建国", 40)
    field.begins()
    path = fill(field.exports(), {1: GIVEN})
    order = DoseOrder(wang, A, BodySite.LEFT_DELTOID)
    practice = field.operation.practice
    record_dose(practice.journal, order, clock=practice.clock, user=NURSE.login)
    made = planned(field, path)
    assert ([one.number for one in made.seen.held], made.doses, set(made.asked)) == ([1], 0, {1})
    assert takes(field, path).waiting == 1
    assert len(standing(field)) == 1
    assert takes(field, path, 1).doses == 1
    assert len(standing(field)) == 2


def test_a_dose_recorded_between_look_and_yes_is_not_doubled(field: Field) -> None:
    wang = field.knows("王建国", 40)
    field.begins()
    path, practice = fill(field.exports(), {1: GIVEN}), field.operation.practice
    made = planned(field, path)
    assert made.doses == 1
    order = DoseOrder(wang, A, BodySite.LEFT_DELTOID)
    record_dose(practice.journal, order, clock=practice.clock, user=NURSE.login)
    taken = carry_out(practice, path, made, user=NURSE.login, yes={1})
    assert (taken.doses, taken.waiting, len(standing(field))) == (0, 1, 1)
    assert takes(field, path, 1).doses == 1


def test_what_was_imported_or_corrected_between_look_and_yes_is_neither_doubled_nor_undone(
    field: Field,
) -> None:
    path, practice = fill(at_work(field), {1: GIVEN, 3: STRANGER}), field.operation.practice
    made = planned(field, path)
    takes(field, path)
    taken = carry_out(practice, path, made, user=NURSE.login)
    assert (taken.doses, taken.waiting, len(standing(field))) == (0, 0, 2)
    fill(path, {1: {"lot": lot_text(B)}})
    made = planned(field, path)
    fill(path, {1: {"site": "Right arm"}})
    takes(field, path, 1)
    taken = carry_out(practice, path, made, user=NURSE.login, yes={1})
    assert (taken.corrected, taken.waiting) == (0, 1)


def test_an_emptied_vaccinator_is_shown_as_who_recorded_it_and_becomes_so_on_a_yes(
    field: Field,
) -> None:
    path = fill(at_work(field), {1: {**GIVEN, "vaccinator": "Li Na"}})
    takes(field, path)
    fill(path, {1: {"vaccinator": None}})
    (difference,) = planned(field, path).seen.changed
    assert difference.changes == (Change("vaccinator", "Li Na", "nurse.test"),)
    assert takes(field, path, 1).corrected == 1
    assert records(field)[0].event.vaccinator == "nurse.test"
    assert planned(field, path).seen.changed == ()
    fill(path, {1: {"note": "asked again"}})
    assert takes(field, path, 1).corrected == 1
    assert records(field)[-1].event.vaccinator == "nurse.test"
    assert not verify(field.operation.journal).problems


def test_one_person_listed_and_typed_into_a_blank_row_too_is_not_given_two_doses(
    field: Field,
) -> None:
    field.knows("王建国", 40, documents=(RESIDENT,))
    field.begins()
    made = planned(field, fill(field.exports(), {1: GIVEN, 2: {**STRANGER, "name": "王建国"}}))
    assert (made.doses, [(one.number, one.asks) for one in made.seen.held]) == (1, [(2, DOUBLE)])


def test_a_row_that_was_corrected_after_its_import_is_shown_and_amended_on_a_yes(
    field: Field,
) -> None:
    path = fill(at_work(field), {1: GIVEN, 2: GIVEN})
    takes(field, path)
    fill(path, {1: {"lot": lot_text(B)}, 2: {**dict.fromkeys(GIVEN, None), **NOT_GIVEN}})
    first, second = planned(field, path).seen.changed
    assert [(one.column, one.old[-4:], one.new[-4:]) for one in first.changes] == [
        ("lot", "0417", "0418")
    ]
    assert second.changes[0].column == "status"
    assert (takes(field, path).corrected, len(standing(field))) == (0, 2)
    assert takes(field, path, 1, 2).corrected == 2
    assert standing(field) == [("王建国", "0418")]
    made = planned(field, path)
    assert (made.seen.already_here, made.seen.changed) == (2, ())
    assert not verify(field.operation.journal).problems


def test_what_somebody_may_not_correct_keeps_the_rest_from_being_recorded_too(
    field: Field,
) -> None:
    path = fill(at_work(field), {1: GIVEN})
    practice, made = field.operation.practice, planned(field, path)
    carry_out(practice, path, made, user=LEAD.login)
    fill(path, {1: {"lot": lot_text(B)}, 2: GIVEN})
    with pytest.raises(NotAllowed):
        takes(field, path, 1)
    assert standing(field) == [("王建国", "0417")]
    assert (takes(field, path).doses, len(standing(field))) == (1, 2)


def test_refused_rows_are_corrected_in_their_own_file(field: Field) -> None:
    path = fill(at_work(field), {1: {**GIVEN, "lot": "9999"}, 2: GIVEN})
    taken = takes(field, path)
    assert (taken.doses, taken.refused_file) == (1, field.folder / "session.xlsx.refused.csv")
    assert taken.refused_file is not None
    with taken.refused_file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[1][20:23] == ["unknown_lot", REFUSALS["unknown_lot"], "lot"]
    rows[1][rows[0].index("Lot")] = "0417"
    with taken.refused_file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)
    assert takes(field, taken.refused_file).doses == 1
    assert len(standing(field)) == 2


def test_a_row_that_was_copied_or_whose_code_is_gone_is_refused(field: Field) -> None:
    path = at_work(field)
    made = planned(field, path)
    codes = [row.cells["row"] for row in made.returned.rows]
    fill(path, {
        1: GIVEN,
        2: {**GIVEN, "name": "王建国", "row": codes[0], "lot": lot_text(B)},
        3: {**STRANGER, "row": None},
        4: {**STRANGER, "row": codes[4]},
    })  # fmt: skip
    made = planned(field, path)
    assert [no.code for no in made.refusals] == ["changed_row", "no_row_code"]
    assert made.doses == 2


def test_doses_leave_the_stock_of_the_session(field: Field) -> None:
    takes(field, fill(at_work(field), {1: GIVEN, 2: GIVEN}))
    found = stock.of_session(field.operation.journal, field.operation.label)
    lots = {one.lot: one for one in found}
    assert (lots[A].given, lots[B].given) == (2, 0)
    assert not verify(field.operation.journal).problems


typed = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8)
choices = {
    "status": st.sampled_from(["Given", "Not given", "已接种", " given ", ""]) | typed,
    "lot": st.sampled_from([lot_text(A), "0418", lot_text(B, "zh_CN"), ""]) | typed,
    "day": st.sampled_from(["2021-08-01", "２０２１年８月１日", "2021-08-01T00:00"]) | typed,
    "site": st.sampled_from(["Left arm", "右臂", ""]) | typed,
    "reason": st.sampled_from(["Too early", ""]) | typed,
    "vaccinator": st.sampled_from(["Nurse Test", ""]) | typed,
    "note": typed,
}


def retyped(returned: Returned, rows: list[dict[str, str]], to: Path) -> Path:
    """The workbook saved as CSV, with other words in its first rows."""
    lines = [list(row.raw) for row in returned.rows]
    for line, cells in zip(lines, rows, strict=False):
        for key, text in cells.items():
            line[index(key)] = text
    with to.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([returned.header, *lines, *([one] for one in returned.seal)])
    return to


@settings(ONE_FIXTURE, max_examples=40)
@given(st.lists(st.fixed_dictionaries(choices), min_size=1, max_size=2))
def test_whatever_is_typed_is_recorded_or_refused_and_never_doubled(
    field: Field, rows: list[dict[str, str]]
) -> None:
    master = field.folder / "master.xlsx"
    if not master.exists():
        at_work(field).rename(master)
    returned = read_workbook(field.operation.journal, master)
    path = retyped(returned, rows, field.folder / "typed.csv")
    before, made = len(records(field)), planned(field, path)
    told = len(made.seen.ready) + len(made.seen.held) + len(made.seen.changed) + len(made.refusals)
    assert told + made.seen.already_here + made.empty == len(made.returned.rows)
    assert all(no.column and no.reason for no in made.refusals)
    taken = takes(field, path)
    assert len(records(field)) - before == taken.doses + taken.not_given == len(made.seen.ready)
    again = planned(field, path)
    assert (again.seen.ready, len(again.refusals)) == ((), len(made.refusals))


@needs_office
def test_a_day_in_office_comes_back_whole(field: Field) -> None:
    path = at_work(field)
    fill(path, {1: GIVEN, 2: NOT_GIVEN, 3: STRANGER, 4: {**GIVEN, "name": "No Papers"}})
    saved = saved_by_office(path)
    made = planned(field, saved)
    assert (made.doses, made.not_given, made.empty) == (2, 1, 3)
    assert [(no.code, no.column) for no in made.refusals] == [("no_papers", "kind")]
    takes(field, saved)
    assert standing(field) == [("王建国", "0417"), ("刘洋", "0417")]
    assert planned(field, path).seen.already_here == 3
