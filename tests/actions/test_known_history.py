"""A history says of every dose and as a whole where it is known from, and as of when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from fieldapp.actions.known_history import Source, known_history
from fieldapp.actions.record_elsewhere import ElsewhereDose, record_elsewhere
from fieldapp.domain.immunization import Evidence
from fieldapp.journal.hub_link import store_receipt
from fieldapp.journal.journal import Journal
from tests.journal.hub import enrol, receipt
from tests.journal.laptop import NURSE, VACCINE, Laptop, give, register

NOW = datetime(2021, 8, 1, 4, 0, tzinfo=UTC)


def tell(laptop: Laptop, journal: Journal, person: bytes, day: date, evidence: Evidence) -> bytes:
    told = ElsewhereDose(person, VACCINE, day, evidence)
    return record_elsewhere(journal, told, clock=laptop.clock, user=NURSE.login)


def test_a_history_is_told_oldest_first(journal: Journal) -> None:
    person = register(journal)
    later = give(journal, person, occurred=datetime(2021, 5, 8, 9, 0))
    sooner = give(journal, person, occurred=datetime(2021, 4, 9, 9, 0))
    events = known_history(journal, person).events
    assert [event.event_id for event in events] == [sooner, later]


def test_nothing_known_is_unknown_and_known_from_nowhere(journal: Journal) -> None:
    history = known_history(journal, register(journal))
    assert (history.events, history.known, history.known_as_of) == ((), (), None)


def test_after_a_receipt_the_history_says_when_the_hub_was_reached(journal: Journal) -> None:
    enrol(journal)
    person = register(journal)
    store_receipt(journal, receipt(journal.head(), at=1_627_776_000))
    known = known_history(journal, person).known_as_of
    assert known == datetime.fromtimestamp(1_627_776_000, UTC)


def test_an_own_dose_is_known_from_the_own_journal(journal: Journal) -> None:
    person = register(journal)
    dose = give(journal, person)
    history = known_history(journal, person)
    assert history.origins[dose].source is Source.OWN
    assert [(o.source, o.as_of) for o in history.known] == [(Source.OWN, NOW)]


@pytest.mark.parametrize(
    ("evidence", "source"),
    [
        (Evidence.CARD, Source.CARD),
        (Evidence.CERTIFICATE, Source.CARD),
        (Evidence.REGISTER, Source.TOLD),
        (Evidence.TOLD, Source.TOLD),
    ],
)
def test_a_dose_of_others_is_known_by_how_it_was_shown(
    evidence: Evidence, source: Source, laptop: Laptop, journal: Journal
) -> None:
    person = register(journal)
    dose = tell(laptop, journal, person, date(2021, 7, 5), evidence)
    origin = known_history(journal, person).origins[dose]
    assert (origin.source, origin.as_of) == (source, NOW)


def test_as_a_whole_every_source_stands_once_the_newest_first(
    laptop: Laptop, journal: Journal
) -> None:
    person = register(journal)
    tell(laptop, journal, person, date(2021, 6, 5), Evidence.CARD)
    laptop.clock.pass_s(60)
    tell(laptop, journal, person, date(2021, 7, 5), Evidence.CARD)
    laptop.clock.pass_s(60)
    give(journal, person)
    known = [(o.source, o.as_of) for o in known_history(journal, person).known]
    assert known == [
        (Source.OWN, NOW + timedelta(seconds=120)),
        (Source.CARD, NOW + timedelta(seconds=60)),
    ]
