"""A mistaken record is struck through with a reason; it stays readable for ever."""

from __future__ import annotations

import pytest

from fieldapp.actions.permission import NotAllowed, vouch
from fieldapp.actions.void_dose import REASONS, NothingToVoid, void_dose
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.domain.roles import Deed
from fieldapp.domain.schedule.history import doses_given
from fieldapp.journal import corrections, doses, vials
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import tally
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import UserAdded
from tests.journal.laptop import LEAD, NURSE, Laptop, give, open_vial, register


@pytest.mark.parametrize("reason", REASONS)
def test_a_voided_dose_stays_in_the_history_with_its_reason(reason: str, journal: Journal) -> None:
    person = register(journal)
    dose = give(journal, person)
    void_dose(journal, dose, reason, user=NURSE.login)
    (event,) = doses.of_client(journal, person)
    assert (event.event_id, event.status) == (dose, ImmunizationStatus.ENTERED_IN_ERROR)
    assert event.reason == reason


def test_a_voided_dose_no_longer_counts_for_the_rules(journal: Journal) -> None:
    person = register(journal)
    kept, wrong = give(journal, person), give(journal, person)
    void_dose(journal, wrong, "recorded-twice", user=NURSE.login)
    history = doses.of_client(journal, person)
    assert len(doses_given(history)) == 1
    assert [e.event_id for e in history if e.status is ImmunizationStatus.COMPLETED] == [kept]


def test_the_sum_still_comes_out_after_a_void(journal: Journal) -> None:
    dose = give(journal, register(journal))
    void_dose(journal, dose, "wrong-person", user=NURSE.login)
    now = tally(journal, journal.clock.now())
    assert now.recorded == now.waiting + now.confirmed
    assert (now.recorded, now.doses) == (1, 0)
    assert verify(journal).ok


def test_a_dose_is_voided_once(journal: Journal) -> None:
    dose = give(journal, register(journal))
    void_dose(journal, dose, "wrong-person", user=NURSE.login)
    before = journal.head()
    with pytest.raises(NothingToVoid):
        void_dose(journal, dose, "other", user=NURSE.login)
    assert journal.head() == before


@pytest.mark.parametrize("unknown", [bytes(32), b"short", b""])
def test_what_is_not_a_dose_here_cannot_be_voided(unknown: bytes, journal: Journal) -> None:
    with pytest.raises(NothingToVoid):
        void_dose(journal, unknown, "other", user=NURSE.login)


def test_a_person_or_a_vial_is_not_a_dose(journal: Journal) -> None:
    for other in (register(journal), open_vial(journal)):
        with pytest.raises(NothingToVoid):
            void_dose(journal, other, "other", user=NURSE.login)


def test_a_record_struck_through_gives_its_dose_back_to_the_vial(journal: Journal) -> None:
    vial = open_vial(journal, doses=5)
    dose = give(journal, register(journal), vial=vial)
    assert vials.in_use(journal)[0].doses_left == 4
    void_dose(journal, dose, "recorded-twice", user=NURSE.login)
    assert vials.in_use(journal)[0].doses_left == 5


def test_the_record_of_somebody_else_wants_a_lead_who_is_named(
    laptop: Laptop, journal: Journal
) -> None:
    journal.append([UserAdded("other.test", "Other Test", "recorder")], user=LEAD.login)
    dose = give(journal, register(journal))
    with pytest.raises(NotAllowed):
        void_dose(journal, dose, "wrong-person", user="other.test")
    wanted = ("other.test", Deed.VOID_OTHERS, LEAD.login, LEAD.pin, laptop.secrets)
    second = vouch(journal, *wanted)
    void_dose(journal, dose, "wrong-person", user="other.test", second=second)
    (void,) = corrections.of_record(journal, dose)
    assert (void.recorded_by, void.second_person) == ("other.test", LEAD.login)
