"""Promises of a fold that stumbles: the one event is set aside, and everything else counts."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.fold import apply, clients
from fieldapp.hub.fold.change import Change
from fieldapp.hub.fold.events import Placed
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.fold.stumbling import MOST_ASIDE
from fieldapp.wire.facts import DoseVoided, StockMoved
from tests.hub.cases.made import judge, the_case
from tests.hub.conftest import World
from tests.hub.fake_laptop import VACCINE, FakeLaptop

POISON = "测试毒药"


def stumble(_change: Change, _event: Placed, fact: Any) -> None:
    """What a fault of the program does at one event."""
    if fact.reason == POISON:
        raise KeyError(POISON)


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(apply._APPLY, StockMoved, stumble)


def moved(laptop: FakeLaptop, reason: str = POISON) -> int:
    return laptop.add(StockMoved("received", VACCINE, "TEST-1", None, 10, 10, reason=reason))


@pytest.mark.usefixtures("faulty")
def test_one_event_that_the_program_stumbles_over_never_holds_up_the_others(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    laptop, other = world.laptop(), world.laptop(b"epoch-02")
    laptop.give(laptop.register("Test A"))
    poison = moved(laptop)
    laptop.give(laptop.register("Test B"))
    other.give(other.register("Test C"))
    world.take(laptop, *laptop.pages(4, 6))
    world.take(other, *other.pages())
    world.fold()
    assert world.held() == {poison: "unreadable"}
    assert world.numbers()["counted"] == 3
    assert "KeyError" in caplog.text and POISON not in caplog.text


@pytest.mark.usefixtures("faulty")
def test_it_comes_to_the_same_however_the_pages_are_cut(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    moved(laptop), moved(laptop, "fine"), moved(laptop)
    laptop.give(laptop.register("Test B"))
    for page in laptop.pages(*range(2, laptop.seq)):
        world.take(laptop, page)
        world.fold()
    live = world.digest()
    rebuild(world.store)
    assert world.digest() == live
    assert world.numbers()["counted"] == 2


@pytest.mark.usefixtures("faulty")
def test_a_page_full_of_them_keeps_what_else_it_holds(world: World) -> None:
    laptop = world.laptop()
    for _ in range(MOST_ASIDE + 3):
        moved(laptop)
    laptop.give(laptop.register("Test A"))
    world.push_all(laptop)
    assert len(world.held()) == MOST_ASIDE + 3
    assert world.numbers()["counted"] == 1


def test_a_registration_that_is_stumbled_over_as_it_is_settled_is_found_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_of = clients.name_key

    def faulty_key(name: str) -> str:
        if name == POISON:
            raise ZeroDivisionError
        return key_of(name)

    monkeypatch.setattr(clients, "name_key", faulty_key)
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    poison = laptop.register(POISON)
    dose = laptop.give(poison)
    laptop.give(laptop.register("Test B"))
    world.take(laptop, *laptop.pages(4))
    world.fold()
    assert world.held() == {poison: "unreadable", dose: "client-quarantined"}
    assert world.numbers()["counted"] == 2
    live = world.digest()
    rebuild(world.store)
    assert world.digest() == live


@pytest.mark.usefixtures("faulty")
def test_a_decision_about_it_stops_nobody_elses(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    poison = moved(laptop)
    world.push_all(laptop)
    case = judge(world, the_case(world), Way.SET_ASIDE)
    assert world.held() == {poison: "set-aside"}
    judge(world, case, Way.UNDONE)
    assert world.held() == {poison: "unreadable"}
    live = world.digest()
    rebuild(world.store)
    assert world.digest() == live


def test_what_is_wrong_with_the_database_is_no_events_fault(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: Any) -> None:
        raise OperationalError("SELECT", {}, Exception("database is locked"))

    laptop = world.laptop()
    laptop.register("Test A")
    laptop.add(DoseVoided(3, "test"))
    world.take(laptop, *laptop.pages())
    monkeypatch.setitem(apply._APPLY, DoseVoided, locked)
    with pytest.raises(OperationalError):
        world.fold()
    monkeypatch.undo()
    world.fold()
    assert world.held() == {4: "bad-reference"}
