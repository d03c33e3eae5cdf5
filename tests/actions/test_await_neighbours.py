"""Listening: said where, announced only where a network is, and ended when told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fieldapp.actions import await_neighbours as module
from fieldapp.actions.await_neighbours import await_neighbours, shown
from fieldapp.actions.meet_neighbours import meet_at
from fieldapp.sync.neighbours.address import Address
from fieldapp.sync.neighbours.errors import NoMembership
from fieldapp.sync.neighbours.tally import Met
from tests.sync.neighbours.fleet import Fleet, fleet

LOOPBACK = Address("127.0.0.1", 0)


@pytest.fixture
def boats(tmp_path: Path) -> Iterator[Fleet]:
    with fleet(tmp_path) as made:
        yield made


def test_whoever_calls_is_met_until_it_is_stopped(boats: Fleet) -> None:
    one, other = boats.boat("Boat 1"), boats.boat("Boat 2")
    at, stopped, met = list[Address](), threading.Event(), list[Met]()
    ready = threading.Event()

    def is_ready(address: Address) -> None:
        at.append(address)
        ready.set()

    def work() -> None:
        await_neighbours(
            other.journal,
            other.clock,
            ready=is_ready,
            met=met.append,
            failed=print,
            stopped=stopped.is_set,
            at=LOOPBACK,
        )

    thread = threading.Thread(target=work)
    thread.start()
    assert ready.wait(10)
    assert meet_at(one.journal, str(at[0]), one.clock).name == "Boat 2"
    stopped.set()
    thread.join()
    assert [found.name for found in met] == ["Boat 1"]


def test_on_a_network_it_is_announced_and_on_loopback_not(
    boats: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    boat, told = boats.boat("Boat 1"), list[tuple[str, int]]()

    @contextmanager
    def announced(name: str, hub_box_key: bytes, port: int) -> Iterator[None]:
        told.append((name, port))
        yield

    monkeypatch.setattr(module, "announced", announced)
    for place in (LOOPBACK, Address("127.1", 0)):
        at = list[Address]()
        await_neighbours(
            boat.journal, boat.clock, ready=at.append, met=print, failed=print,
            stopped=lambda: True, at=place, name="name",
        )  # fmt: skip
        assert at[0].port
    assert [name for name, _ in told] == ["name"], "127.1 is loopback to us, not to `is_loopback`"


def test_who_cannot_prove_itself_opens_no_door(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    with pytest.raises(NoMembership):
        await_neighbours(
            boat.journal, boat.clock, ready=print, met=print, failed=print, stopped=lambda: True
        )


def test_others_are_shown_an_address_that_they_can_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "own_addresses", lambda: ["192.168.7.20"])
    assert shown(Address("0.0.0.0", 4000)) == Address("192.168.7.20", 4000)
    assert shown(Address("127.0.0.1", 4000)) == Address("127.0.0.1", 4000)
    monkeypatch.setattr(module, "own_addresses", list)
    assert shown(Address("0.0.0.0", 4000)).port == 4000
