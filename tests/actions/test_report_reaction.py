"""A reaction is reported in a few words, added to later, and never silently changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from fieldapp.actions.report_reaction import (
    NoSuchDose,
    NoSuchReport,
    NothingReported,
    follow_up_reaction,
    report_reaction,
    withdraw_reaction,
)
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.adverse_event import AdverseEvent, ReactionDetails
from fieldapp.journal import reactions, watches
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from tests.journal.laptop import NURSE, give, register

TODAY = datetime(2021, 8, 1, 12, 0)
FAINTED = ReactionDetails(("syncope",), serious=False)


def report(journal: Journal, dose: bytes, told: ReactionDetails = FAINTED, **more: bool) -> bytes:
    return report_reaction(journal, dose, told, clock=journal.clock, user=NURSE.login, **more)


def stored(journal: Journal, reaction: bytes) -> AdverseEvent:
    event = reactions.get(journal, reaction)
    assert event is not None
    return event


def test_a_report_is_at_its_dose(journal: Journal) -> None:
    dose = give(journal, register(journal))
    event = stored(journal, report(journal, dose))
    assert (event.dose_id, event.details, event.reported_by) == (dose, FAINTED, NURSE.login)
    assert watches.is_going_on(journal, dose)  # a reaction releases nobody


def test_taken_to_hospital_ends_the_watch_in_the_same_breath(journal: Journal) -> None:
    dose = give(journal, register(journal), occurred=TODAY)
    report(journal, dose, to_hospital=True)
    assert not watches.is_going_on(journal, dose)
    report(journal, dose, to_hospital=True)  # once more, later: nothing is left to end
    assert verify(journal).ok


def test_a_follow_up_keeps_who_reported_first(journal: Journal) -> None:
    reaction = report(journal, give(journal, register(journal)))
    later = replace(FAINTED, outcome="recovered", onset=datetime(2021, 8, 1, 12, 4))
    assert follow_up_reaction(journal, reaction, later, user="lead.test")
    event = stored(journal, reaction)
    assert (event.details, event.reported_by, event.follow_ups) == (later, NURSE.login, 1)


def test_a_follow_up_that_says_nothing_new_writes_nothing(journal: Journal) -> None:
    reaction = report(journal, give(journal, register(journal)))
    before = journal.head()
    assert not follow_up_reaction(journal, reaction, FAINTED, user=NURSE.login)
    assert journal.head() == before


def test_a_follow_up_can_send_to_hospital(journal: Journal) -> None:
    dose = give(journal, register(journal), occurred=TODAY)
    reaction = report(journal, dose)
    assert follow_up_reaction(journal, reaction, FAINTED, user=NURSE.login, to_hospital=True)
    assert not watches.is_going_on(journal, dose)


def test_a_report_at_a_struck_dose_or_without_a_reaction_is_refused(journal: Journal) -> None:
    dose = give(journal, register(journal))
    with pytest.raises(NothingReported):
        report(journal, dose, ReactionDetails())
    void_dose(journal, dose, "other", user=NURSE.login)
    for gone in (dose, bytes(32)):
        with pytest.raises(NoSuchDose):
            report(journal, gone)


def test_a_withdrawn_report_stays_struck_through_and_is_not_added_to(journal: Journal) -> None:
    reaction = report(journal, give(journal, register(journal)))
    with pytest.raises(NothingReported):
        follow_up_reaction(journal, reaction, ReactionDetails(), user=NURSE.login)
    withdraw_reaction(journal, reaction, "wrong-person", user=NURSE.login)
    assert stored(journal, reaction).withdrawn == "wrong-person"
    with pytest.raises(NoSuchReport):
        follow_up_reaction(journal, reaction, replace(FAINTED, serious=True), user=NURSE.login)
    with pytest.raises(NoSuchReport):
        withdraw_reaction(journal, reaction, "other", user=NURSE.login)
