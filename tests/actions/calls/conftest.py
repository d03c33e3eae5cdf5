"""A team that gave first doses some weeks ago, and now calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from fieldapp.actions.calls.call_list import CallList, Entry, call_list
from fieldapp.actions.calls.record_call import CallNote, record_call
from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.domain.call import Outcome
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import SessionOpened
from tests.journal.laptop import NURSE, VACCINE, FakeClock, Laptop, dose_of, register

SESSION, PLACE = "boat-test-0508", "Nanyang pier"
PHONE = "+8613800000001"


@dataclass
class Team:
    """The laptop, and what its people do."""

    laptop: Laptop
    practice: Practice

    @property
    def journal(self) -> Journal:
        return self.practice.journal

    @property
    def clock(self) -> FakeClock:
        return self.laptop.clock

    @property
    def today(self) -> date:
        return (self.clock.now() + timedelta(minutes=480)).date()

    def knows(self, name: str, days_ago: int = 30, *more_doses: int, **details: object) -> bytes:
        """Somebody who had doses here so many days ago; returns their id."""
        told = {"phone": PHONE, "language": "zh", "birth_date": date(1980, 1, 1), **details}
        client = register(self.journal, name, **told)
        for ago in (days_ago, *more_doses):
            self.gives(client, ago)
        return client

    def gives(self, client: bytes, days_ago: int = 0, vaccine: str = VACCINE) -> None:
        """A dose, so many days ago."""
        occurred = datetime.combine(self.today, datetime.min.time()) - timedelta(days=days_ago)
        fact = dose_of(self.journal, client, occurred=occurred.replace(hour=9))
        fact = replace(fact, vaccine=vaccine, session=SESSION)
        self.journal.append([fact], user=NURSE.login)

    def calls(self, client: bytes, outcome: Outcome, **more: object) -> bytes:
        """Write down what came of a call."""
        note = CallNote(client, VACCINE, 2, outcome, **more)  # type: ignore[arg-type]  # fields of CallNote
        return record_call(self.journal, note, clock=self.clock, user=NURSE.login)

    def list(self) -> CallList:
        return call_list(self.practice)

    def entry(self, client: bytes) -> Entry | None:
        """The person's line, whether off the list or on it."""
        return next((one for one in self.list().entries if one.client_id == client), None)

    def in_days(self, days: int) -> date:
        return self.today + timedelta(days=days)


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    laptop = Laptop(tmp_path / "home", FakeClock(datetime(2021, 8, 1, 4, 0, tzinfo=UTC)))
    laptop.set_up()
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    practice = Practice(laptop.open(), *rules, laptop.clock, secrets=laptop.secrets)
    practice.journal.append([SessionOpened(SESSION, PLACE, 71, "p")], user=NURSE.login)
    yield Team(laptop, practice)
    laptop.close()
