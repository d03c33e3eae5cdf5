"""Two teams of one hub: one gives and signs, the other is far away and checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from fieldapp.actions.card.issue import SignedCard, signed_card
from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.domain.client import Document
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.journal.issuing import issuing_key
from tests.journal.laptop import give, register
from tests.sync.neighbours.fleet import Boat, Fleet, fleet

NAME, BORN = "王测试", date(1980, 5, 17)
WANG = Document("cn-resident-id", "110105198005170017")
FIRST = datetime(2021, 6, 1, 9, 0)


@dataclass
class Team:
    """A laptop with its rules."""

    boat: Boat

    @property
    def practice(self) -> Practice:
        rules = load_programme("cn-nhc-2021-03-29")
        boat = self.boat
        return Practice(boat.journal, load_catalogue(), rules, load_questions(), boat.clock)

    def vaccinated(self, occurred: datetime = FIRST) -> bytes:
        """The made-up person, with a dose."""
        person = register(self.boat.journal, NAME, WANG, birth_date=BORN)
        give(self.boat.journal, person, occurred=occurred)
        return person

    def card(self, person: bytes) -> SignedCard:
        return signed_card(self.practice, person)


@dataclass
class Teams:
    """All of it; `meet` lets everybody sync, so that each knows the others' keys."""

    fleet: Fleet
    here: Team
    away: Team

    def meet(self) -> None:
        for team in (self.here, self.away, self.here):
            team.boat.sync()


@pytest.fixture
def teams(tmp_path: Path) -> Iterator[Teams]:
    with fleet(tmp_path) as joined:
        use_vaccines(joined.world.store, [vaccine.id for vaccine in load_catalogue()])
        made = Teams(joined, Team(joined.boat("Team A")), Team(joined.boat("Team B")))
        for team in (made.here, made.away):
            issuing_key(team.boat.journal)
        made.meet()
        yield made
