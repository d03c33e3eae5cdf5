"""At the desk: who the person is, what is known, which vial is in use, and what may be done."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from fieldapp.actions.consult import ClientGone, Consultation, Practice, consult, vial_in_use
from fieldapp.actions.known_history import Source
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.report_reaction import report_reaction, withdraw_reaction
from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.domain.client import Document
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.schedule.advice import Verdict
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.journal.neighbours import note_met
from fieldapp.journal.sightings import seen_here
from fieldapp.wire.facts import ClientAmended
from fieldapp.wire.roster_people import ACCEPTED, REPEAT
from tests.journal.laptop import NURSE, VACCINE, Laptop, give, open_vial, register
from tests.journal.roster.filled import dose as roster_dose
from tests.journal.roster.filled import fill, somebody

ASKED = ("fever", "severe-reaction", "other-vaccine", "neurological", "pregnant")
ALL_NO = dict.fromkeys(ASKED, False)
DOSE_1 = datetime(2021, 7, 5, 9, 0)


@pytest.fixture
def practice(laptop: Laptop, journal: Journal) -> Practice:
    rules = load_programme("cn-nhc-2021-03-29")
    return Practice(journal, load_catalogue(), rules, load_questions(), laptop.clock)


def at_the_desk(practice: Practice, **answers: bool) -> Consultation:
    """A made-up adult whose dose 1 was 27 days ago, all questions answered no but these."""
    person = register(practice.journal, birth_date=date(1980, 5, 17))
    give(practice.journal, person, occurred=DOSE_1)
    return consult(practice, person, {**ALL_NO, **answers})


def test_dose_2_is_given_with_its_grounds(practice: Practice) -> None:
    vial = open_vial(practice.journal)
    told = at_the_desk(practice)
    assert told.client.details.name == "测试甲"
    assert [event.occurred_at.replace(tzinfo=None) for event in told.history.events] == [DOSE_1]
    assert told.vial is not None and told.vial.vial_id == vial
    assert told.advice.verdict is Verdict.GIVE
    assert (told.advice.forecast.dose_number, told.advice.product) == (2, VACCINE)


def test_a_question_not_asked_stays_open(practice: Practice) -> None:
    open_vial(practice.journal)
    person = register(practice.journal, birth_date=date(1980, 5, 17))
    assert "fever" in consult(practice, person, {}).advice.unanswered


def test_a_yes_changes_the_answer(practice: Practice) -> None:
    open_vial(practice.journal)
    assert at_the_desk(practice, fever=True).advice.verdict is Verdict.NOT_YET


def test_today_is_the_day_at_the_site_not_in_london(practice: Practice, laptop: Laptop) -> None:
    """16:30 UTC on 25 July is past midnight on the 26th at the site: day 21 has come."""
    open_vial(practice.journal)
    laptop.clock.wall += datetime(2021, 7, 25, 15, 59) - laptop.clock.wall.replace(tzinfo=None)
    before = at_the_desk(practice).advice
    laptop.clock.wall += timedelta(minutes=1)
    after = at_the_desk(practice).advice
    assert (before.verdict, after.verdict) == (Verdict.NOT_YET, Verdict.GIVE)


def test_without_a_vial_the_persons_own_course_is_advised_on(practice: Practice) -> None:
    told = at_the_desk(practice)
    assert told.vial is None
    assert (told.advice.product, told.advice.forecast.dose_number) == (VACCINE, 2)


def test_an_empty_vial_is_not_in_use(practice: Practice) -> None:
    person = register(practice.journal)
    first = open_vial(practice.journal, doses=1)
    give(practice.journal, person, vial=first)
    assert vial_in_use(practice.journal) is None
    second = open_vial(practice.journal, doses=1)
    found = vial_in_use(practice.journal)
    assert found is not None and found.vial_id == second


def test_of_two_vials_the_one_opened_last_is_in_use(practice: Practice, laptop: Laptop) -> None:
    open_vial(practice.journal)
    laptop.clock.pass_s(60)
    later = open_vial(practice.journal)
    found = vial_in_use(practice.journal)
    assert found is not None and found.vial_id == later


def test_a_person_the_journal_does_not_hold_is_said(practice: Practice) -> None:
    with pytest.raises(ClientGone, match="not in this laptop's records"):
        consult(practice, bytes(16), {})


def test_advising_writes_nothing(practice: Practice) -> None:
    open_vial(practice.journal)
    told = at_the_desk(practice)
    before = practice.journal.head()
    consult(practice, told.client.client_id, ALL_NO)
    assert practice.journal.head() == before


def test_a_severe_reaction_on_record_stops_the_next_dose_until_it_is_withdrawn(
    practice: Practice,
) -> None:
    journal = practice.journal
    open_vial(journal)
    person = register(journal, birth_date=date(1980, 5, 17))
    dose = give(journal, person, occurred=DOSE_1)
    told = ReactionDetails(("anaphylaxis",), serious=True)
    report = report_reaction(journal, dose, told, clock=journal.clock, user=NURSE.login)
    at = consult(practice, person, ALL_NO)
    assert at.advice.verdict is Verdict.DO_NOT_GIVE
    assert [event.details for event in at.reactions] == [told]
    withdraw_reaction(journal, report, "wrong-person", user=NURSE.login)
    after = consult(practice, person, ALL_NO)
    assert (after.advice.verdict, after.reactions) == (Verdict.GIVE, ())


def test_a_dose_by_another_lane_today_is_told_and_needs_a_reason_before_the_next(
    practice: Practice, laptop: Laptop
) -> None:
    journal = practice.journal
    open_vial(journal)
    document = Document("passport", "TEST1")
    elsewhere = register(journal, "T. Person", document)
    give(journal, elsewhere, occurred=datetime(2021, 8, 1, 9, 14))
    laptop.clock.wall = datetime(2021, 8, 1, 4, 0, tzinfo=UTC)
    told = seen_here(journal, bytes(32), date(2021, 8, 1))
    person = register(journal, "Test Person", birth_date=date(1980, 5, 17))
    assert consult(practice, person, ALL_NO).may_record
    amended = ClientAmended(journal.ref(person), "documents", None, [[8, "TEST1"]])
    journal.append([amended], user=NURSE.login)
    note_met(journal, 8, "Boat 8", bytes(32), date(2021, 8, 1), told)
    at = consult(practice, person, ALL_NO)
    assert at.seen is not None
    assert (at.seen.team, at.seen.minute) == ("Boat 8", 9 * 60 + 14)
    assert at.advice.may_record and not at.may_record


def test_dose_2_of_somebody_whom_another_team_vaccinated_counts_their_days(
    practice: Practice,
) -> None:
    open_vial(practice.journal)
    first = (DOSE_1.date() - date(1970, 1, 1)).days
    fill(practice.journal, somebody("王小明", roster_dose(first)))
    told = consult(practice, b"w" * 16, ALL_NO)
    assert told.advice.verdict is Verdict.GIVE
    assert told.advice.forecast.dose_number == 2
    assert [o.source for o in told.history.known] == [Source.ROSTER]


def test_once_they_are_registered_here_the_same_id_means_the_own_registration(
    practice: Practice,
) -> None:
    journal = practice.journal
    vial = open_vial(journal)
    fill(journal, somebody("王小明", roster_dose((DOSE_1.date() - date(1970, 1, 1)).days)))
    order = DoseOrder(b"w" * 16, VaccineLot(VACCINE, "TEST-0001"), None, vial_id=vial)
    record_dose(journal, order, clock=practice.clock, user=NURSE.login)
    told = consult(practice, b"w" * 16, ALL_NO)
    assert told.client == clients.get(journal, told.client.client_id)
    assert [o.source for o in told.history.origins.values()] == [Source.OWN, Source.ROSTER]
    assert told.advice.forecast.complete


@pytest.mark.parametrize(("mark", "dose"), [("", 2), (ACCEPTED, None), (REPEAT, 2)])
def test_the_desk_goes_by_what_a_supervisor_decided_of_an_early_dose(
    practice: Practice, mark: str, dose: int | None
) -> None:
    person = register(practice.journal, birth_date=date(1980, 5, 17))
    for day in (5, 12):
        give(practice.journal, person, occurred=datetime(2021, 7, day, 9, 0))
    told = [roster_dose((date(2021, 7, 12) - date(1970, 1, 1)).days, mark=mark)]
    fill(practice.journal, somebody("测试甲", *told, ref=person[:16]))
    forecast = consult(practice, person, ALL_NO).advice.forecast
    assert (forecast.dose_number, forecast.complete) == (dose, dose is None)
