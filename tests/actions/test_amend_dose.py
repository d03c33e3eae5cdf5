"""A corrected dose says what it said before, who corrected it, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from fieldapp.actions.amend_dose import NothingToAmend, amend_dose, details_of
from fieldapp.actions.permission import NotAllowed, SecondPerson
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.immunization import BodySite, ImmunizationEvent
from fieldapp.journal import corrections, doses
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import UserAdded
from tests.journal.laptop import LEAD, NURSE, give, register


def event(journal: Journal, dose: bytes) -> ImmunizationEvent:
    found = doses.get(journal, dose)
    assert found is not None
    return found


def test_only_what_differs_is_recorded_with_its_reason(journal: Journal) -> None:
    dose = give(journal, register(journal))
    corrected = replace(
        details_of(event(journal, dose)), lot_number="TEST-0009", site=BodySite.RIGHT_DELTOID
    )
    amend_dose(journal, dose, corrected, "read-again", user=NURSE.login)
    made = corrections.of_record(journal, dose)
    assert [(one.field, one.old, one.new, one.reason) for one in made] == [
        ("lot", "TEST-0001", "TEST-0009", "read-again"),
        ("site", "left-deltoid", "right-deltoid", "read-again"),
    ]
    assert details_of(event(journal, dose)) == corrected


def test_day_product_expiry_and_vaccinator_can_be_corrected(journal: Journal) -> None:
    dose = give(journal, register(journal))
    corrected = replace(
        details_of(event(journal, dose)),
        vaccine_id="covid-inact-sinovac",
        expiry=date(2023, 1, 31),
        occurred=datetime(2021, 5, 7, 16, 30),
        vaccinator=LEAD.login,
    )
    amend_dose(journal, dose, corrected, "typed-wrong", user=NURSE.login)
    assert details_of(event(journal, dose)) == corrected


def test_a_correction_that_changes_nothing_is_no_event(journal: Journal) -> None:
    dose, head = give(journal, register(journal)), journal.head()
    head = journal.head()
    with pytest.raises(NothingToAmend):
        same = details_of(event(journal, dose))
        amend_dose(journal, dose, same, "typed-wrong", user=NURSE.login)
    assert journal.head() == head


def test_a_dose_that_was_struck_through_is_corrected_no_more(journal: Journal) -> None:
    dose = give(journal, register(journal))
    corrected = replace(details_of(event(journal, dose)), lot_number="X")
    void_dose(journal, dose, "other", user=NURSE.login)
    with pytest.raises(NothingToAmend):
        amend_dose(journal, dose, corrected, "typed-wrong", user=NURSE.login)


def test_the_record_of_somebody_else_wants_a_lead_who_is_named(journal: Journal) -> None:
    journal.append([UserAdded("other.test", "Other Test", "recorder")], user=LEAD.login)
    dose = give(journal, register(journal))
    corrected = replace(details_of(event(journal, dose)), lot_number="X")
    with pytest.raises(NotAllowed):
        amend_dose(journal, dose, corrected, "typed-wrong", user="other.test")
    second = SecondPerson(LEAD.login)
    amend_dose(journal, dose, corrected, "typed-wrong", user="other.test", second=second)
    (made,) = corrections.of_record(journal, dose)
    assert (made.recorded_by, made.second_person) == ("other.test", LEAD.login)
