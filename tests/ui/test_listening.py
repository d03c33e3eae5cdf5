"""Listening runs in its own thread and tells the GUI's what happens; by the real road, too."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.actions import await_neighbours
from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.domain.errors import FieldAppError
from fieldapp.sync.neighbours import nearby
from fieldapp.sync.neighbours.address import Address
from fieldapp.sync.neighbours.errors import NobodyNear
from fieldapp.sync.neighbours.nearby import Nearby
from fieldapp.sync.neighbours.tally import Met
from fieldapp.ui.listening import Listening, real_road
from tests.sync.neighbours.fleet import Boat, Fleet, fleet

RULES = "cn-nhc-2021-03-29"


@pytest.fixture
def boats(tmp_path: Path) -> Iterator[Fleet]:
    with fleet(tmp_path) as made:
        yield made


def practice_of(boat: Boat) -> Practice:
    return Practice(boat.journal, load_catalogue(), load_programme(RULES), (), boat.clock)


class Lookout:
    """Sees one laptop, and then no more."""

    def __init__(self, hub_box_key: bytes, *, own_name: str = "") -> None:
        self.looks = 0

    def nearby(self) -> list[Nearby]:
        self.looks += 1
        return [Nearby("other", Address("192.168.7.20", 4000))] if self.looks == 1 else []

    def close(self) -> None:
        """Nothing is open."""


def test_two_laptops_meet_by_the_real_road_on_loopback(
    boats: Fleet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = boats.boat("Boat 1"), boats.boat("Boat 2")
    one.record(2)
    monkeypatch.setattr(nearby, "Lookout", Lookout)
    monkeypatch.setattr(await_neighbours, "EVERYWHERE", "127.0.0.1")
    monkeypatch.setattr(await_neighbours, "own_addresses", list)
    monkeypatch.setattr(await_neighbours, "PORT", 0)
    owner, road = QObject(), real_road()
    listening = Listening(practice_of(other), road, owner)
    told: list[dict[str, str]] = []
    listening.changed.connect(lambda: told.append(dict(listening.near)))
    thread = threading.Thread(target=listening.work)
    thread.start()
    qtbot.waitUntil(lambda: bool(listening.address))
    with qtbot.waitSignal(listening.met) as met:
        words = road.meet(practice_of(one), listening.address, ())
    assert words[0].counted.startswith("Boat 2: 2 doses handed over")
    assert met.args is not None and met.args[0].counted.startswith(
        "Boat 1: 0 doses handed over, 2 taken"
    )
    assert road.meet(practice_of(one), "", [listening.address])[0].counted.startswith("Boat 2")
    listening.stop()
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert {"other": "192.168.7.20:4000"} in told and told[-1] == {}


def test_without_an_address_and_with_nobody_near_this_is_said(
    boats: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = boats.boat("Boat 1")

    def nobody(*_: object) -> list[Met]:
        raise NobodyNear

    monkeypatch.setattr("fieldapp.actions.meet_neighbours.meet_near", nobody)
    with pytest.raises(FieldAppError, match="No other laptop"):
        real_road().meet(practice_of(one), "", ())
