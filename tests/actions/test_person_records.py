"""All that is known of a person on one page: every record, correction and open doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from fieldapp.actions.amend_dose import amend_dose, details_of
from fieldapp.actions.consult import ClientGone
from fieldapp.actions.link_clients import link_clients
from fieldapp.actions.person_records import records_of_person
from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.void_dose import void_dose
from fieldapp.journal import doses
from fieldapp.journal.doses import DoseState
from fieldapp.journal.journal import Journal
from tests.journal.laptop import LEAD, NURSE, give, register
from tests.journal.roster.filled import dose as roster_dose
from tests.journal.roster.filled import fill, somebody

BORN = date(1980, 5, 17)


def test_every_record_has_its_number_its_state_and_its_corrections(journal: Journal) -> None:
    person = register(journal)
    struck, kept = (give(journal, person, occurred=datetime(2021, 5, day)) for day in (6, 8))
    event = doses.get(journal, kept)
    assert event is not None
    corrected = replace(details_of(event), lot_number="TEST-0002")
    amend_dose(journal, kept, corrected, "read-again", user=NURSE.login)
    void_dose(journal, struck, "wrong-person", user=NURSE.login)
    first, second = records_of_person(journal, person, load_catalogue()).records
    assert (first.state, first.number) == (DoseState.VOIDED, None)
    assert first.corrections[0].reason == "wrong-person"
    assert (second.state, second.number) == (DoseState.WAITING, 1)
    assert [(made.old, made.new) for made in second.corrections] == [("TEST-0001", "TEST-0002")]


def test_linked_registrations_and_open_doubts_are_told(journal: Journal) -> None:
    one, other = (register(journal, "李伟", birth_date=BORN) for _ in range(2))
    doubt = register(journal, "李玮", birth_date=BORN)
    give(journal, other)
    link_clients(journal, one, other, "same-phone", user=LEAD.login)
    found = records_of_person(journal, one, load_catalogue())
    assert len(found.records) == 1
    assert [(client.client_id, why) for client, why in found.others] == [(other, "same-phone")]
    assert [unsettled.client.client_id for unsettled in found.unsettled] == [doubt]


def test_somebody_unknown_is_said(journal: Journal) -> None:
    with pytest.raises(ClientGone):
        records_of_person(journal, b"?" * 32, load_catalogue())


def test_a_dose_2_after_one_known_from_the_roster_is_dose_2_and_findings_are_told(
    journal: Journal,
) -> None:
    person = register(journal, "王小明")
    give(journal, person, occurred=datetime(2021, 7, 30, 9, 0))
    first = roster_dose((date(2021, 7, 5) - date(1970, 1, 1)).days)
    second = roster_dose((date(2021, 7, 30) - date(1970, 1, 1)).days, mark="too-early", device=7)
    fill(journal, somebody("王小明", first, second, ref=person[:16]))
    found = records_of_person(journal, person, load_catalogue())
    assert [record.number for record in found.records] == [2]
    assert found.findings == ("too-early",)
