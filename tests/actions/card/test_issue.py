"""A signed card says every dose that stands, and which of them its team only heard of."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.card.issue import signed_card
from fieldapp.actions.consult import ClientGone
from fieldapp.actions.record_elsewhere import ElsewhereDose, record_elsewhere
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.immunization import Evidence
from fieldapp.journal.hub_link import NotEnrolled
from fieldapp.wire.health_card import CardDose, HealthCard, open_card
from fieldapp.wire.health_card.content import CVX
from tests.actions.card.conftest import BORN, NAME, Team, Teams
from tests.journal.laptop import LOT, NURSE, VACCINE, give


def read(team: Team, person: bytes) -> HealthCard:
    return open_card([team.card(person).text]).read()


def test_a_card_names_the_person_the_dose_and_the_team_and_no_document(teams: Teams) -> None:
    card = read(teams.here, teams.here.vaccinated())
    assert (card.name, card.birth_date, card.issuer) == (NAME, BORN, "https://hub.invalid")
    assert card.doses == (CardDose(((CVX, "510"),), date(2021, 6, 1), LOT, "Team A"),)


def test_a_dose_struck_through_is_not_on_it(teams: Teams) -> None:
    person = teams.here.vaccinated()
    dose = give(teams.here.boat.journal, person)
    void_dose(teams.here.boat.journal, dose, "recorded-twice", user=NURSE.login)
    assert len(read(teams.here, person).doses) == 1


@pytest.mark.parametrize(
    ("evidence", "reported"), [(Evidence.TOLD, True), (Evidence.CARD, True), ("certificate", False)]
)
def test_what_was_only_told_is_not_signed_for_as_given(
    teams: Teams, evidence: Evidence, reported: bool
) -> None:
    person = teams.here.vaccinated()
    order = ElsewhereDose(person, VACCINE, date(2021, 5, 1), Evidence(evidence), "X", "Harbour")
    boat = teams.here.boat
    record_elsewhere(boat.journal, order, clock=boat.clock, user=NURSE.login)
    first, _ = read(teams.here, person).doses
    assert (first.giver, first.reported) == ("Harbour", reported)


def test_where_no_hub_vouches_or_nobody_is_meant_there_is_no_card(teams: Teams) -> None:
    person = teams.here.vaccinated()
    with pytest.raises(ClientGone):
        signed_card(teams.here.practice, b"?" * 32)
    teams.here.boat.journal.db.run("DELETE FROM setting WHERE name = 'hub.enrolment'")
    with pytest.raises(NotEnrolled):
        signed_card(teams.here.practice, person)
