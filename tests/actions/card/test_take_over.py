"""The doses of a proven card come into the history once, as given elsewhere, known from a card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.actions.card.take_over import TakenOver, take_over_card
from fieldapp.actions.known_history import Source, known_history
from fieldapp.domain.immunization import DoseSource
from fieldapp.wire.health_card import CardDose, HealthCard, open_card
from fieldapp.wire.health_card.content import CVX
from tests.actions.card.conftest import BORN, NAME, Teams
from tests.journal.laptop import LOT, NURSE, VACCINE, register


def card_of(teams: Teams) -> HealthCard:
    return open_card([teams.here.card(teams.here.vaccinated()).text]).read()


def taken(teams: Teams, person: bytes, card: HealthCard) -> TakenOver:
    return take_over_card(teams.away.practice, person, card, user=NURSE.login)


def test_a_dose_of_another_team_is_in_the_history_with_where_it_is_known_from(
    teams: Teams,
) -> None:
    person = register(teams.away.boat.journal, NAME, birth_date=BORN)
    assert taken(teams, person, card_of(teams)) == TakenOver(added=1)
    history = known_history(teams.away.boat.journal, person)
    (dose,) = history.events
    assert (dose.lot.vaccine_id, dose.lot.lot_number) == (VACCINE, LOT)
    assert (dose.occurred_at.date(), dose.source) == (date(2021, 6, 1), DoseSource.ELSEWHERE)
    assert (dose.evidence, dose.place) == ("certificate", "Team A")
    assert history.origins[dose.event_id].source is Source.CARD


def test_the_same_card_twice_adds_nothing(teams: Teams) -> None:
    person = register(teams.away.boat.journal, NAME, birth_date=BORN)
    card = card_of(teams)
    taken(teams, person, card)
    head = teams.away.boat.journal.head()
    assert taken(teams, person, card) == TakenOver(known=1)
    assert teams.away.boat.journal.head() == head


def test_a_dose_that_this_team_gave_itself_is_not_doubled_by_its_own_card(teams: Teams) -> None:
    person = teams.here.vaccinated()
    card = open_card([teams.here.card(person).text]).read()
    other_lot = replace(card, doses=(replace(card.doses[0], lot=LOT.lower()),))
    for one in (card, other_lot):
        done = take_over_card(teams.here.practice, person, one, user=NURSE.login)
        assert done == TakenOver(known=1)


def test_what_cannot_be_recorded_is_told_and_the_rest_is_taken(teams: Teams) -> None:
    person = register(teams.away.boat.journal, NAME, birth_date=BORN)
    card = card_of(teams)
    foreign = CardDose(((CVX, "207"),), date(2021, 4, 1), "M-1")
    unborn = CardDose(((CVX, "510"),), date(1979, 1, 1))
    to_come = CardDose(((CVX, "510"),), date(2031, 1, 1))
    twice = card.doses[0]
    done = taken(teams, person, replace(card, doses=(foreign, unborn, twice, twice, to_come)))
    assert done == TakenOver(1, 1, (foreign,), (unborn, to_come))


def test_what_was_only_reported_stays_the_word_of_somebody(teams: Teams) -> None:
    person = register(teams.away.boat.journal, NAME, birth_date=BORN)
    card = card_of(teams)
    taken(teams, person, replace(card, doses=(replace(card.doses[0], reported=True),)))
    (dose,) = known_history(teams.away.boat.journal, person).events
    assert dose.evidence == "told"
