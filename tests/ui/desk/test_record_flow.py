"""What is at the desk becomes one record, and is said only once it is saved."""

from __future__ import annotations

from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.ui.desk.record_flow import RecordFlow
from fieldapp.ui.desk.visit import Visit
from tests.journal.laptop import give, register
from tests.ui.desk.conftest import Desk


def test_without_advice_nothing_is_recorded(desk: Desk) -> None:
    told: list[bytes] = []
    RecordFlow(desk.flow.means).dose(Visit(), None, None, told.append)
    desk.settle()
    assert (told, desk.records()) == ([], [])


def test_a_dose_not_given_and_a_dose_struck_through_are_told_when_saved(desk: Desk) -> None:
    records, told = RecordFlow(desk.flow.means), list[bytes]()
    person = register(desk.practice.journal)
    dose = give(desk.practice.journal, person)
    records.not_given(person, "fever", told.append)
    records.void(dose, "wrong-person", told.append)
    desk.sees(lambda: len(told) == 2)
    states = {record.event.status for record in desk.records()}
    assert states == {ImmunizationStatus.NOT_DONE, ImmunizationStatus.ENTERED_IN_ERROR}
