"""A hub, a team's records in it, and another system's FHIR server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.push.link import Link
from fieldapp.hub.push.sending import Job, Outcome, push
from tests.hub.api.program import a_team
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.messages.clinic import BIBP
from tests.hub.push.fhir_server import FhirServer, fhir_server
from tests.reports.fhir.people import GROUND


@dataclass
class Pushing:
    """What a test of pushing has."""

    world: World
    laptop: FakeLaptop
    server: FhirServer

    def job(self) -> Job:
        """A run that begins now."""
        return Job(self.world.store, Link(self.server.url), GROUND, lambda: NOW_S)

    def push(self, *, again: bool = False) -> Outcome:
        """One run."""
        job = self.job()
        try:
            return push(job, again=again)
        finally:
            job.link.close()

    def send(self) -> None:
        """Everything of the laptop is at the hub."""
        self.world.push_all(self.laptop)


@pytest.fixture
def server() -> Iterator[FhirServer]:
    """A FHIR server that holds nothing yet."""
    with fhir_server() as listening:
        yield listening


@pytest.fixture
def pushing(world: World, server: FhirServer) -> Pushing:
    """A team's records, and a server that has none of them."""
    use_vaccines(world.store, [BIBP])
    return Pushing(world, a_team(world), server)
