"""Laptops of one real hub, in one process: they meet over socket pairs, and sync when they may."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.app import _hello
from fieldapp.hub.running import Hub, Reply
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.journal import hub_link, parcels
from fieldapp.journal.home import TeamProfile
from fieldapp.journal.hub_link import Enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.settings import save_team
from fieldapp.journal.tally import tally
from fieldapp.sync.errors import HubUnreachable
from fieldapp.sync.link import Answer
from fieldapp.sync.neighbours.line import SocketLine
from fieldapp.sync.neighbours.meeting import meet
from fieldapp.sync.neighbours.proving import own_side
from fieldapp.sync.neighbours.tally import Met
from fieldapp.sync.outcome import SyncOutcome
from fieldapp.sync.run import run_exchange
from fieldapp.wire.neighbour import Held
from tests.hub.conftest import World, new_world
from tests.hub.fake_laptop import NOW_S, OTHER_VACCINE, VACCINE
from tests.journal.laptop import FakeClock, Laptop, give, register


@dataclass
class Road:
    """The way to the hub; `then` is called with every request before it is answered."""

    world: World
    up: bool = True
    bodies: list[bytes] = field(default_factory=list)
    then: Callable[[], None] = lambda: None

    def hello(self, nonce: bytes) -> Answer:
        return self._answer(lambda: _hello(self.world.hub, nonce.hex()))

    def sync(self, body: bytes, authorization: str) -> Answer:
        if self.up:
            self.bodies.append(body)
            self.then()
        return self._answer(lambda: answer_sync(self.world.hub, authorization, body))

    def enrol(self, body: bytes) -> Answer:
        raise HubUnreachable

    def _answer(self, ask: Callable[[], Reply]) -> Answer:
        if not self.up:
            raise HubUnreachable
        reply = ask()
        return Answer(reply.status, reply.body)


@dataclass
class Boat:
    """One laptop of the fleet, its journal open."""

    laptop: Laptop
    journal: Journal
    device: int
    road: Road

    @property
    def clock(self) -> FakeClock:
        return self.laptop.clock

    def record(self, doses: int, name: str = "Test") -> None:
        """So many made-up people with a dose each, today."""
        for number in range(doses):
            person = register(self.journal, f"{name} {number}")
            give(self.journal, person, occurred=datetime(2021, 6, 30, 9, 0))

    def sync(self) -> SyncOutcome:
        return run_exchange(self.journal, self.road, self.clock)

    def counts(self) -> tuple[int, int]:
        """Waiting and confirmed doses."""
        now = tally(self.journal, self.clock.now())
        assert now.recorded == now.waiting + now.confirmed
        return now.waiting, now.confirmed

    def holds_of(self, other: Boat) -> list[Held]:
        return [one.place for one in parcels.held(self.journal, other.device)]


@dataclass
class Fleet:
    """All of them and their hub; `now_s` is the hub's time."""

    folder: Path
    world: World
    boats: list[Boat] = field(default_factory=list)
    now_s: int = NOW_S

    def boat(self, name: str, *, synced: bool = True) -> Boat:
        """One more laptop that joined; `synced`: and has a membership."""
        laptop = Laptop(self.folder / name, FakeClock(datetime.fromtimestamp(NOW_S, UTC)))
        laptop.set_up()
        journal = laptop.open()
        save_team(journal.db, TeamProfile(name, "boat"))
        device = self.world.enrol(hub_link.signing_key(journal), name)
        keys = self.world.store.keys
        joined = Enrolment(
            device, "https://hub.invalid", None, keys.hub_id, bytes(keys.verify_key),
            keys.box_public,
        )  # fmt: skip
        hub_link.save_enrolment(journal, joined)
        made = Boat(laptop, journal, device, Road(self.world))
        self.boats.append(made)
        if synced:
            made.sync()
        return made


@contextmanager
def fleet(folder: Path) -> Iterator[Fleet]:
    """A hub that knows the made-up vaccines, and room for laptops."""
    store = new_world(folder / "hub").store
    made = Fleet(folder, World(Hub(store, lambda: made.now_s)))
    try:
        yield made
    finally:
        for boat in made.boats:
            boat.laptop.close()
        store.close()


Ending = Met | FieldAppError


def try_to_meet(caller: Boat, listener: Boat) -> tuple[Ending, Ending]:
    """A meeting over a real pair of sockets; what came of it at each end."""
    near, far = socket.socketpair()
    ends: list[Ending] = []

    def listen() -> None:
        with far:
            ends.append(_end(listener, far, caller=False))

    thread = threading.Thread(target=listen)
    thread.start()
    with near:
        called = _end(caller, near, caller=True)
    thread.join()
    return called, ends[0]


def _end(boat: Boat, connection: socket.socket, *, caller: bool) -> Ending:
    try:
        own = own_side(boat.journal)
        return meet(own, SocketLine(connection), boat.clock, caller=caller)
    except FieldAppError as error:
        return error


def meeting(caller: Boat, listener: Boat) -> tuple[Met, Met]:
    """A meeting that goes well at both ends."""
    called, listened = try_to_meet(caller, listener)
    assert isinstance(called, Met), called
    assert isinstance(listened, Met), listened
    return called, listened


__all__ = ["OTHER_VACCINE", "VACCINE", "Boat", "Fleet", "Road", "fleet", "meeting", "try_to_meet"]
