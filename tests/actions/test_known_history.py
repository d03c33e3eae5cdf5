"""A history says of every dose and as a whole where it is known from, and as of when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from fieldapp.actions.known_history import Source, known_history
from fieldapp.actions.record_elsewhere import ElsewhereDose, record_elsewhere
from fieldapp.actions.record_not_given import record_not_given
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.immunization import DoseSource, Evidence, ImmunizationStatus
from fieldapp.domain.message import Fate, Kind
from fieldapp.domain.schedule.history import doses_given
from fieldapp.journal.hub_link import store_receipt
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster.apply import keep_segment
from fieldapp.wire.roster_people import ACCEPTED, REPEAT, RosterDose
from tests.journal.hub import enrol, receipt
from tests.journal.laptop import NURSE, VACCINE, Laptop, give, register
from tests.journal.roster.filled import LIFE_S, WANG_ID, Region, dose, fill, sent, somebody

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


def roster_dose(day: date, mark: str = "", device: int = 3) -> RosterDose:
    return dose((day - date(1970, 1, 1)).days, mark=mark, device=device)


def test_a_dose_of_another_team_is_known_from_the_roster(journal: Journal) -> None:
    fill(journal, somebody("王小明", roster_dose(date(2021, 7, 5))))
    history = known_history(journal, b"w" * 16)
    (event,) = history.events
    assert (event.occurred_at.date(), event.place) == (date(2021, 7, 5), "Boat One")
    assert event.source is DoseSource.ELSEWHERE
    assert history.origins[event.event_id].source is Source.ROSTER
    assert [(o.source, o.as_of) for o in history.known] == [(Source.ROSTER, NOW)]


def test_who_is_in_the_roster_without_a_dose_is_not_unknown(journal: Journal) -> None:
    fill(journal, somebody())
    history = known_history(journal, b"w" * 16)
    assert history.events == ()
    assert [o.source for o in history.known] == [Source.ROSTER]


def test_an_own_person_shows_the_later_dose_that_others_gave(journal: Journal) -> None:
    person = register(journal, "王小明", WANG_ID)
    give(journal, person, occurred=datetime(2021, 7, 5, 9, 0))
    told = [roster_dose(date(2021, 7, 5), device=7), roster_dose(date(2021, 7, 30))]
    fill(journal, somebody("王小明", *told, ref=person[:16]))
    history = known_history(journal, person)
    sources = [history.origins[event.event_id].source for event in history.events]
    assert sources == [Source.OWN, Source.ROSTER], "the own dose is told once"
    assert {o.source for o in history.known} == {Source.OWN, Source.ROSTER}


def test_a_shared_document_joins_them_before_the_hub_does_and_another_name_never(
    journal: Journal,
) -> None:
    same = register(journal, "王小明", WANG_ID)
    other = register(journal, "李四", WANG_ID)
    fill(journal, somebody("王小明", roster_dose(date(2021, 7, 5))))
    assert len(known_history(journal, same).events) == 1
    assert known_history(journal, other).events == ()


def test_two_doses_of_one_day_by_two_teams_are_both_shown(journal: Journal) -> None:
    person = register(journal, "王小明")
    give(journal, person, occurred=datetime(2021, 7, 5, 9, 0))
    day = date(2021, 7, 5)
    double = [roster_dose(day, "possible-double", device) for device in (7, 3)]
    fill(journal, somebody("王小明", *double, ref=person[:16]))
    history = known_history(journal, person)
    assert len(history.events) == 2
    assert history.findings == ("possible-double",)


def test_what_a_supervisor_decided_of_a_dose_stands_at_it_whoever_recorded_it(
    journal: Journal,
) -> None:
    person = register(journal, "王小明", WANG_ID)
    give(journal, person, occurred=datetime(2021, 7, 5, 9, 0))
    told = [
        roster_dose(date(2021, 7, 5), ACCEPTED, device=7),
        roster_dose(date(2021, 7, 12), REPEAT),
        roster_dose(date(2021, 7, 30)),
    ]
    fill(journal, somebody("王小明", *told, ref=person[:16]))
    history = known_history(journal, person)
    assert [event.counts for event in history.events] == [True, False, None]
    assert [dose.counts for dose in doses_given(history.events)] == [True, False, None]


def test_a_dose_struck_through_here_is_not_brought_back_by_an_older_roster(
    journal: Journal,
) -> None:
    person = register(journal, "王小明")
    given = give(journal, person, occurred=datetime(2021, 7, 5, 9, 0))
    void_dose(journal, given, "recorded-twice", user=NURSE.login)
    fill(journal, somebody("王小明", roster_dose(date(2021, 7, 5)), ref=person[:16]))
    (event,) = known_history(journal, person).events
    assert event.status is ImmunizationStatus.ENTERED_IN_ERROR


def test_what_was_not_given_does_not_hide_a_dose(journal: Journal, laptop: Laptop) -> None:
    person = register(journal, "王小明")
    record_not_given(
        journal, person, "fever", clock=laptop.clock, user=NURSE.login, vaccine_id=VACCINE
    )
    fill(journal, somebody("王小明", roster_dose(NOW.date()), ref=person[:16]))
    assert len(known_history(journal, person).events) == 2


def test_a_roster_whose_lease_ended_is_said_to_be_locked(laptop: Laptop) -> None:
    journal = laptop.open()
    fill(journal, somebody())
    person = register(journal)
    assert known_history(journal, person).locked_since is None
    laptop.clock.pass_s(LIFE_S + 1)
    assert known_history(journal, person).locked_since is not None


def test_what_the_hub_wrote_comes_with_the_roster_and_is_unknown_without(journal: Journal) -> None:
    person = register(journal)
    assert known_history(journal, person).messages is None
    fill(journal, somebody(ref=person[:16], messages=sent(day=18_821)))
    messages = known_history(journal, person).messages
    assert messages is not None
    (reminder,) = messages.sent
    assert (reminder.kind, reminder.fate, reminder.day) == (
        Kind.DUE,
        Fate.DELIVERED,
        date(2021, 7, 13),
    )
    assert messages.as_of == NOW


def test_an_older_hub_says_nothing_of_messages(journal: Journal) -> None:
    person = register(journal)
    region = fill(journal)
    told = Region()
    told.raws = region.raws
    keep_segment(journal, told.segment(somebody(ref=person[:16]), tells_messages=False))
    assert known_history(journal, person).messages is None
