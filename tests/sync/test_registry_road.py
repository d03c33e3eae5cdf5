"""Promises of the pull: resumed, proven, stopped at will, by a real hub."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fieldapp.hub.registry.build import REGISTRY_FILE
from fieldapp.journal.hub_link import save_enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.registry import RegistryUnusable, kept
from fieldapp.journal.registry_arrival import RegistryNotNewer
from fieldapp.sync.errors import HubUnreachable
from fieldapp.sync.http_link import HttpLink
from fieldapp.sync.link import Answer
from fieldapp.sync.registry_road import NoRegistry, PullStopped, pull_registry
from fieldapp.wire.registry.entry import Holding
from fieldapp.wire.registry.head import BLOCK_BYTES
from tests.hub.conftest import World, new_world
from tests.hub.test_app import served
from tests.journal.hub import ENROLMENT
from tests.journal.laptop import Laptop
from tests.wire.registry.made_up import made_up_file, made_up_key

DOSE = Holding("covid-test-1", 1, date(2026, 11, 1))
MANY = {made_up_key(number): [DOSE] for number in range(90_000)}  # two blocks


class Road:
    """A real link that can be cut after so many answers, or change what it carries."""

    def __init__(self, url: str) -> None:
        self._link = HttpLink(url, None)
        self.answers: list[int] = []
        self.cut_after: int | None = None
        self.turn_bit = False

    def close(self) -> None:
        self._link.close()

    def fetch(self, path: str, span: tuple[int, int] | None = None) -> Answer:
        if self.cut_after is not None and len(self.answers) >= self.cut_after:
            raise HubUnreachable
        answer = self._link.fetch(path, span)
        self.answers.append(len(answer.body))
        if self.turn_bit and span:
            return replace(answer, body=bytes([answer.body[0] ^ 1]) + answer.body[1:])
        return answer


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = new_world(tmp_path / "hub")
    yield made
    made.store.close()


@pytest.fixture
def road(world: World) -> Iterator[Road]:
    with served(world) as url, closing(Road(url)) as made:
        yield made


@pytest.fixture
def journal(tmp_path: Path, world: World) -> Iterator[Journal]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    opened, keys = laptop.open(), world.store.keys
    of_hub = replace(ENROLMENT, hub_id=keys.hub_id, hub_verify_key=bytes(world.verify_key))
    save_enrolment(opened, of_hub)
    yield opened
    laptop.close()


def publish(world: World, edition: int = 1) -> bytes:
    keys = world.store.keys
    content = made_up_file(MANY, edition=edition, hub=keys.hub_id, key=keys.receipt_key)
    (world.store.folder / REGISTRY_FILE).write_bytes(content)
    return content


def test_a_registry_comes_whole_and_only_once(world: World, journal: Journal, road: Road) -> None:
    content, told = publish(world), list[tuple[int, int]]()
    head = pull_registry(journal, road, came=lambda done, of: told.append((done, of)))
    here = kept(journal)
    assert here is not None
    assert here.head == head
    assert here.path.read_bytes() == content
    assert told[-1] == (head.body_bytes, head.body_bytes)
    with pytest.raises(RegistryNotNewer):
        pull_registry(journal, road)
    publish(world, edition=2)
    assert pull_registry(journal, road).edition == 2


def test_a_cut_line_costs_no_block_that_was_here(
    world: World, journal: Journal, road: Road
) -> None:
    content = publish(world)
    road.cut_after = 2
    with pytest.raises(HubUnreachable):
        pull_registry(journal, road)
    road.cut_after, road.answers = None, []
    pull_registry(journal, road)
    assert sum(road.answers) < len(content) - BLOCK_BYTES + road.answers[0] + 1
    here = kept(journal)
    assert here is not None
    assert here.path.read_bytes() == content


def test_a_changed_byte_on_the_way_is_refused(world: World, journal: Journal, road: Road) -> None:
    publish(world)
    road.turn_bit = True
    with pytest.raises(RegistryUnusable):
        pull_registry(journal, road)
    assert kept(journal) is None


def test_it_stops_when_asked_to_and_a_hub_without_one_says_so(
    world: World, journal: Journal, road: Road
) -> None:
    with pytest.raises(NoRegistry):
        pull_registry(journal, road)
    publish(world)
    with pytest.raises(PullStopped):
        pull_registry(journal, road, cancelled=lambda: True)
    assert pull_registry(journal, road).edition == 1
