"""Dose 1 by one team, dose 2 by another that knows of it from the roster alone: one person, whole.

The hub is a process of its own; each laptop has its own journal and its own line to it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from fieldapp.actions.consult import Consultation, Practice, consult
from fieldapp.actions.enrol import enrol
from fieldapp.actions.find_client import find_clients
from fieldapp.actions.known_history import Source, known_history
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.put_aside import put_aside
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.register_client import register_client
from fieldapp.actions.sync_now import sync_now
from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.domain.immunization import BodySite, VaccineLot
from fieldapp.domain.scan import identify
from fieldapp.domain.schedule.advice import Verdict
from fieldapp.hub import schema
from fieldapp.hub.regions.stick import write_roster
from fieldapp.hub.store import open_store
from fieldapp.journal import leases
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import find
from fieldapp.sync.roster_stick import read_roster
from tests.journal.laptop import NURSE, VACCINE, FakeClock, Laptop, open_vial
from tests.sync.real_hub import RealHub

PAPER = Document("cn-resident-id", "370826198005171237")
WANG = ClientDetails("王小明", (PAPER,), date(1980, 5, 17), Sex.MALE)
ASKED = ("fever", "severe-reaction", "other-vaccine", "neurological", "pregnant")
ALL_NO = dict.fromkeys(ASKED, False)
NOW = datetime.now(UTC).replace(microsecond=0)


@dataclass
class Team:
    """One team's laptop, joined to the hub."""

    laptop: Laptop
    journal: Journal

    @property
    def practice(self) -> Practice:
        rules = load_programme("cn-nhc-2021-03-29")
        clock = self.laptop.clock
        return Practice(self.journal, load_catalogue(), rules, load_questions(), clock)

    def sync(self) -> None:
        sync_now(self.journal, self.laptop.clock)

    def scan(self, text: str) -> bytes:
        """Who is meant, as a desk finds them."""
        (client,) = find_clients(self.journal, identify(text, NOW.date()))
        return client.client_id

    def consult(self, client_id: bytes) -> Consultation:
        return consult(self.practice, client_id, ALL_NO)

    def give(self, client_id: bytes, days_ago: int = 0) -> None:
        """A dose from an open vial, as the desk orders it."""
        vial, clock = open_vial(self.journal), self.laptop.clock
        when = clock.now() + timedelta(minutes=clock.utc_offset_min()) - timedelta(days=days_ago)
        order = DoseOrder(
            client_id,
            VaccineLot(VACCINE, "TEST-0001"),
            BodySite.LEFT_DELTOID,
            vial_id=vial,
            occurred=when.replace(tzinfo=None),
        )
        record_dose(self.journal, order, clock=clock, user=NURSE.login)

    def until(self, seen: Callable[[], bool]) -> None:
        """Sync until the hub has published what is awaited: a few seconds after it came."""
        for _ in range(60):
            self.sync()
            if seen():
                return
            time.sleep(0.5)
        pytest.fail("the roster never told of it")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RealHub]:
    made = RealHub(tmp_path / "hub")
    yield made
    made.kill()


@pytest.fixture
def teams(hub: RealHub, tmp_path: Path) -> Iterator[tuple[Team, Team]]:
    """Two teams of one region, both joined."""
    code = hub.code()
    url = hub.start()
    first = team(tmp_path / "first", url, code)
    second = team(tmp_path / "second", url, hub.code())
    yield first, second
    for one in (first, second):
        one.laptop.close()


def team(home: Path, url: str, code: str) -> Team:
    laptop = Laptop(home, FakeClock(NOW))
    laptop.set_up()
    journal = laptop.open()
    enrol(journal, url, code, None, laptop.clock)
    return Team(laptop, journal)


def test_the_second_team_gives_dose_2_and_the_first_hears_of_it(
    teams: tuple[Team, Team], hub: RealHub
) -> None:
    first, second = teams
    wang = register_client(first.journal, WANG, user=NURSE.login).client_id
    first.give(wang, days_ago=30)
    first.sync()
    second.until(lambda: find.count(second.journal) == 1)
    person = second.scan(PAPER.number)
    open_vial(second.journal)
    at = second.consult(person)
    assert (at.advice.verdict, at.advice.forecast.dose_number) == (Verdict.GIVE, 2)
    assert [origin.source for origin in at.history.known] == [Source.ROSTER]
    assert at.advice.forecast.previous is not None
    assert (NOW.date() - at.advice.forecast.previous.date).days in (29, 30, 31)
    second.give(person)
    second.sync()
    first.until(lambda: len(known_history(first.journal, wang).events) == 2)
    assert first.consult(wang).advice.forecast.complete
    assert put_aside(first.journal) == []
    counted = hub.counts()
    assert (counted["doses_counted"], counted["contested"], counted["quarantined"]) == (2, 0, 0)
    assert people_at(hub) == 1
    assert hub.problems().ok


def test_the_same_by_stick_and_a_lease_that_ends_locks_the_roster(
    teams: tuple[Team, Team], hub: RealHub, tmp_path: Path
) -> None:
    first, second = teams
    wang = register_client(first.journal, WANG, user=NURSE.login).client_id
    first.give(wang, days_ago=30)
    first.sync()
    file = tmp_path / "roster.vxd"
    write_roster(hub.data, file)
    hub.kill()
    assert read_roster(second.journal, file).people == 1
    assert second.consult(second.scan("wangxiaoming")).advice.forecast.dose_number == 2
    second.laptop.clock.pass_s(15 * 86_400)
    assert find_clients(second.journal, identify("王小明", NOW.date())) == []
    assert leases.state(second.journal).ended
    fresh = register_client(second.journal, ClientDetails("李四"), user=NURSE.login)
    second.give(fresh.client_id)


def test_without_any_source_the_dose_is_recorded_and_both_teams_hear_what_the_hub_finds(
    teams: tuple[Team, Team],
) -> None:
    first, second = teams
    wang = register_client(first.journal, WANG, user=NURSE.login).client_id
    first.give(wang, days_ago=5)
    again = register_client(second.journal, WANG, user=NURSE.login).client_id
    assert second.consult(again).history.known == ()
    second.give(again)
    first.sync()
    for one, person in ((second, again), (first, wang)):
        one.until(lambda at=one, who=person: "too-early" in known_history(at.journal, who).findings)  # type: ignore[misc]  # bound now, not in the loop
        assert {held.reason for held in put_aside(one.journal)} == {"too-early"}
        assert len(known_history(one.journal, person).events) == 2


def people_at(hub: RealHub) -> int:
    """How many people the hub sees, however often they were registered."""
    with closing(open_store(hub.data)) as store, store.reading() as connection:
        people = select(func.count(schema.client.c.person.distinct()))
        return int(connection.execute(people).scalar_one())
