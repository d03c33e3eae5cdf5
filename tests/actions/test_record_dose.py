"""A dose is recorded as it was given, and taken from the open vial in the same breath."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from fieldapp.actions.open_session import open_session
from fieldapp.actions.permission import NotAllowed, SecondPerson
from fieldapp.actions.record_dose import DoseOrder, VialEmpty, record_dose
from fieldapp.domain.immunization import BodySite, DoseSource, ImmunizationStatus, VaccineLot
from fieldapp.journal import doses, vials
from fieldapp.journal.entries import all_entries
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import DoseRecorded, OverrideVouched
from tests.journal.laptop import LEAD, NURSE, Laptop, open_vial, register

FROM_VIAL = VaccineLot("covid-inact-bibp", "TEST-0001", date(2022, 1, 31))


def order(journal: Journal) -> DoseOrder:
    """A dose for a made-up person, from no vial in particular."""
    return DoseOrder(register(journal), FROM_VIAL, BodySite.LEFT_DELTOID)


def record(journal: Journal, what: DoseOrder) -> bytes:
    return record_dose(journal, what, clock=journal.clock, user=NURSE.login)


def last_fact(journal: Journal) -> DoseRecorded:
    *_, last = all_entries(journal.db)
    assert isinstance(last.fact, DoseRecorded)
    return last.fact


def test_a_recorded_dose_is_in_the_persons_history_with_all_that_was_said(journal: Journal) -> None:
    what = replace(order(journal), note="made up", source=DoseSource.GIVEN_HERE)
    dose_id = record(journal, what)
    (event,) = doses.of_client(journal, what.client_id)
    assert (event.event_id, event.status) == (dose_id, ImmunizationStatus.COMPLETED)
    assert (event.lot, event.site, event.note) == (FROM_VIAL, BodySite.LEFT_DELTOID, "made up")
    assert (event.recorded_by, event.vaccinator) == (NURSE.login, NURSE.login)
    assert event.occurred_at.isoformat() == "2021-08-01T12:00:00+08:00"


def test_a_dose_is_still_there_after_the_laptop_was_closed(laptop: Laptop) -> None:
    journal = laptop.open()
    what = order(journal)
    dose_id = record(journal, what)
    laptop.close()
    assert [event.event_id for event in doses.of_client(laptop.open(), what.client_id)] == [dose_id]


def test_each_dose_is_taken_from_the_open_vial_until_it_is_empty(journal: Journal) -> None:
    vial = open_vial(journal, doses=2)
    what = replace(order(journal), vial_id=vial)
    record(journal, what)
    assert [v.doses_left for v in vials.in_use(journal)] == [1]
    record(journal, what)
    before = journal.head()
    with pytest.raises(VialEmpty):
        record(journal, what)
    assert journal.head() == before


def test_a_vial_that_was_put_away_gives_no_dose(journal: Journal) -> None:
    with pytest.raises(VialEmpty):
        record(journal, replace(order(journal), vial_id=bytes(32)))


@pytest.mark.parametrize(
    ("answered", "kept"),
    [(None, None), ((), []), (("fever",), ["fever"])],
)
def test_not_asked_and_all_answered_no_are_different_things(
    answered: tuple[str, ...] | None, kept: list[str] | None, journal: Journal
) -> None:
    record(journal, replace(order(journal), screening=answered))
    assert last_fact(journal).screening == kept


def test_what_the_rules_said_is_kept_beside_what_was_done(journal: Journal) -> None:
    said = ("not-yet", "TOO_EARLY", "cn-nhc-2021-03-29")
    against = replace(order(journal), advice=said, override_reason="leaves tonight")
    record_dose(journal, against, clock=journal.clock, user=LEAD.login)
    fact = last_fact(journal)
    assert (fact.advice, fact.override_reason) == (list(said), "leaves tonight")


def test_a_recorder_gives_a_dose_against_the_advice_with_a_lead_beside_them(
    journal: Journal,
) -> None:
    against = replace(order(journal), override_reason="leaves tonight")
    head = journal.head()
    with pytest.raises(NotAllowed):
        record(journal, against)
    assert journal.head() == head
    record(journal, replace(against, second=SecondPerson(LEAD.login)))
    *_, last = all_entries(journal.db)
    assert isinstance(last.fact, OverrideVouched)
    assert last.fact.second_person == LEAD.login


def test_a_late_entry_bears_its_own_time(journal: Journal) -> None:
    when = datetime(2021, 5, 8, 9, 30)
    what = replace(order(journal), occurred=when, source=DoseSource.LATE_ENTRY, screening=None)
    record(journal, what)
    (event,) = doses.of_client(journal, what.client_id)
    assert event.occurred_at.replace(tzinfo=None) == when
    assert event.source is DoseSource.LATE_ENTRY


def test_a_dose_knows_the_session_it_was_given_in(journal: Journal) -> None:
    what = order(journal)
    record(journal, what)
    open_session(
        journal, label="boat-test-0801", place="Pier 3", operation=4, programme="x", user="n"
    )
    record(journal, what)
    events = doses.of_client(journal, what.client_id)
    assert [event.session for event in events] == [None, "boat-test-0801"]


def test_two_doses_within_a_second_stay_two_doses(journal: Journal) -> None:
    what = order(journal)
    assert record(journal, what) != record(journal, what)
    assert len(doses.of_client(journal, what.client_id)) == 2
