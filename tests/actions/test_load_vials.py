from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.load_vials import (
    Load,
    LotOnHold,
    LotRecalledAway,
    MonitorSpent,
    load_vials,
)
from fieldapp.actions.open_vial import LotExpired
from fieldapp.actions.stock.amount import NotANumberOfDoses
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal import stock
from fieldapp.wire.facts import Fact, LotHeld, LotRecalled
from tests.actions.operation import A, Operation
from tests.journal.laptop import NURSE, VACCINE
from tests.journal.recalled import hub_recalls


def test_vials_are_loaded_as_doses(operation: Operation) -> None:
    operation.start()
    load_vials(operation.journal, Load(A, 3, 5, "CODE", 2), operation.label, user=NURSE.login)
    (lot,) = stock.of_session(operation.journal, operation.label)
    assert (lot.loaded, lot.vial_doses) == (15, 5)


@pytest.mark.parametrize(
    ("load", "error"),
    [
        (Load(VaccineLot(VACCINE, "OLD", date(2021, 7, 31)), 1), LotExpired),
        (Load(A, 1, vvm=3), MonitorSpent),
        (Load(A, 0), NotANumberOfDoses),
        (Load(VaccineLot(VACCINE, "HELD"), 1), LotOnHold),
        (Load(VaccineLot(VACCINE, "CALLED"), 1), LotRecalledAway),
    ],
)
def test_what_must_not_be_used_stays_off_the_boat(
    operation: Operation, load: Load, error: type[Exception]
) -> None:
    operation.start()
    decisions: list[Fact] = [
        LotHeld(VACCINE, "HELD", "too-warm"),
        LotRecalled(VACCINE, "CALLED"),
    ]
    operation.journal.append(decisions, user=NURSE.login)
    with pytest.raises(error):
        load_vials(operation.journal, load, operation.label, user=NURSE.login)
    assert stock.of_session(operation.journal, operation.label) == []


def test_the_last_good_day_is_good(operation: Operation) -> None:
    operation.start()
    today = Load(VaccineLot(VACCINE, "LAST", date(2021, 8, 1)), 1)
    load_vials(operation.journal, today, operation.label, user=NURSE.login)


def test_what_the_hub_recalled_stays_off_the_boat_too(operation: Operation) -> None:
    operation.start()
    hub_recalls(operation.journal, (VACCINE, A.lot_number))
    with pytest.raises(LotRecalledAway) as refused:
        load_vials(operation.journal, Load(A, 3, 5), operation.label, user=NURSE.login)
    assert refused.value.recall.from_hub
