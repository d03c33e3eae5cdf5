"""A reasoned *not given* is a record of its own and never counts as a dose."""

from __future__ import annotations

import pytest

from fieldapp.actions.open_session import open_session
from fieldapp.actions.record_not_given import REASONS, record_not_given
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal import doses
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import tally
from tests.journal.laptop import NURSE, open_vial, register


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_kept_in_the_persons_history(reason: str, journal: Journal) -> None:
    person = register(journal)
    record_id = record_not_given(
        journal, person, reason, clock=journal.clock, user=NURSE.login, note="made up"
    )
    (event,) = doses.of_client(journal, person)
    assert (event.event_id, event.status) == (record_id, ImmunizationStatus.NOT_DONE)
    assert (event.reason, event.note, event.recorded_by) == (reason, "made up", NURSE.login)


def test_it_is_no_dose_and_takes_nothing_from_the_vial(journal: Journal) -> None:
    open_vial(journal)
    person = register(journal)
    record_not_given(
        journal,
        person,
        "fever",
        clock=journal.clock,
        user=NURSE.login,
        vaccine_id="covid-inact-bibp",
    )
    now = tally(journal, journal.clock.now())
    assert (now.recorded, now.doses) == (0, 0)
    (event,) = doses.of_client(journal, person)
    assert event.lot.vaccine_id == "covid-inact-bibp"
    assert event.vaccinator is None


def test_it_knows_its_session(journal: Journal) -> None:
    person = register(journal)
    open_session(journal, label="s1", place="Pier 3", operation=None, programme="x", user="n")
    record_not_given(journal, person, "left", clock=journal.clock, user=NURSE.login)
    assert doses.of_client(journal, person)[0].session == "s1"
