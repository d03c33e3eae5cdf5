"""A fee is recorded with its dose, goes back with a void, and is left out by somebody by name."""

from __future__ import annotations

import pytest

from fieldapp.actions.open_session import open_session
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.settle_fee import (
    EXEMPT,
    Paid,
    Settlement,
    Waived,
    WaiverUnnamed,
    refund_fee,
    settle_fee,
)
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.fees import FeeDue, FeeKind
from fieldapp.domain.immunization import BodySite, VaccineLot
from fieldapp.journal import fees
from fieldapp.journal.journal import Journal
from tests.journal.laptop import LOT, NURSE, VACCINE, Laptop, register

DUE = FeeDue(FeeKind.DUE, 10_000, "CNY", "rule, 1", "no-social-security")
FREE = FeeDue(FeeKind.FREE, 0, "CNY", "rule, 1", "citizen")


def record(laptop: Laptop, journal: Journal, fee: Settlement | None) -> bytes:
    client = register(journal, "Test Foreigner")
    lot = VaccineLot(VACCINE, LOT)
    order = DoseOrder(client, lot, BodySite.LEFT_DELTOID, fee=fee)
    return record_dose(journal, order, clock=laptop.clock, user=NURSE.login)


def in_session(journal: Journal) -> None:
    open_session(journal, label="s1", place="Pier 3", operation=1, programme="x", user="n")


def test_a_paid_fee_gets_the_next_receipt_in_the_same_transaction(
    laptop: Laptop, journal: Journal
) -> None:
    in_session(journal)
    doses = [record(laptop, journal, Paid(DUE)) for _ in range(2)]
    taken = fees.of_session(journal, "s1")
    assert [(fee.dose_id, fee.number, fee.amount) for fee in taken] == [
        (doses[0], 1, 10_000),
        (doses[1], 2, 10_000),
    ]
    assert taken[0].receipt.startswith("0-00001-")  # not joined to a hub: series 0
    assert taken[0].taken_by == NURSE.login


def test_a_free_dose_makes_no_receipt(laptop: Laptop, journal: Journal) -> None:
    dose = record(laptop, journal, Paid(FREE))
    assert fees.of_dose(journal, dose) is None
    assert fees.next_number(journal) == 1


def test_a_void_gives_the_fee_back_once(laptop: Laptop, journal: Journal) -> None:
    in_session(journal)
    dose = record(laptop, journal, Paid(DUE, payer="Test Company"))
    void_dose(journal, dose, "wrong-person", user=NURSE.login)
    (given_back,) = fees.refunds_of_session(journal, "s1")
    assert (given_back.dose_id, given_back.refund_reason) == (dose, "wrong-person")
    before = journal.head()
    refund_fee(journal, dose, "again", user=NURSE.login)
    assert journal.head() == before


def test_a_waiver_says_who_and_why(laptop: Laptop, journal: Journal) -> None:
    in_session(journal)
    dose = record(laptop, journal, Waived(DUE, EXEMPT, " shipwrecked ", "Gao Jun"))
    (waived,) = fees.waivers_of_session(journal, "s1")
    assert (waived.dose_id, waived.reason, waived.amount) == (dose, "shipwrecked", 10_000)
    assert fees.of_session(journal, "s1") == []


@pytest.mark.parametrize(("reason", "who"), [("", "Gao Jun"), ("because", " ")])
def test_a_waiver_by_nobody_records_neither_fee_nor_dose(
    laptop: Laptop, journal: Journal, reason: str, who: str
) -> None:
    register(journal, "Test Foreigner")
    before = journal.db.number("SELECT count(*) FROM dose")
    with pytest.raises(WaiverUnnamed):
        record(laptop, journal, Waived(DUE, EXEMPT, reason, who))
    assert journal.db.number("SELECT count(*) FROM dose") == before


def test_settling_alone_is_one_transaction_too(laptop: Laptop, journal: Journal) -> None:
    dose = record(laptop, journal, None)
    settle_fee(journal, dose, Paid(DUE), user=NURSE.login)
    fee = fees.of_dose(journal, dose)
    assert fee is not None and fee.session is None
