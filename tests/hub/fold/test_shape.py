"""Promises about values of the wrong kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fieldapp.hub.fold.shape import fits_field, is_well_formed
from fieldapp.wire import facts
from fieldapp.wire.events import Header, encode_body, encode_header, type_and_version
from fieldapp.wire.facts import ClientRegistered, DoseRecorded
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, NURSE, VACCINE, FakeLaptop, dose


def test_a_proper_fact_is_well_formed() -> None:
    assert is_well_formed(dose(3))
    assert is_well_formed(dose(b"?" * 16))
    assert is_well_formed(ClientRegistered("Test", [[1, "x"]], None, None))


@pytest.mark.parametrize(
    "change",
    [
        {"client": "3"},
        {"client": None},
        {"client": True},
        {"vaccine": 3},
        {"vaccine": "nul\0"},
        {"occurred_min": 2**60},
        {"occurred_min": 1.5},
        {"screening": "none"},
        {"screening": [1.5]},
        {"screening": [[[[[[1]]]]]]},
        {"row": "text"},
    ],
)
def test_a_value_of_another_kind_is_found(change: dict[str, Any]) -> None:
    assert not is_well_formed(replace(dose(3), **change))


def test_a_field_is_known_by_its_name() -> None:
    assert fits_field(DoseRecorded, "lot", "TEST")
    assert not fits_field(DoseRecorded, "lot", 1)
    assert not fits_field(DoseRecorded, "no_such", 1)


HUGE = "".join(chr(0x4E00 + number * 37 % 20_000) for number in range(1500))
"""Longer than a database's index takes."""


def absurd_facts(laptop: FakeLaptop, client: int) -> list[facts.Fact]:
    return [
        facts.UserAdded(HUGE, HUGE, "recorder"),
        facts.ClientRegistered("Test A", [["resident-id", HUGE]], None, None),
        facts.ClientRegistered("Test A", [[HUGE, "1"]], None, None),
        facts.ClientRegistered("Test A", [], None, None, phone=HUGE),
        facts.ClientRegistered(HUGE, [], None, None),
        facts.CallMade(client, HUGE, 2**40, HUGE, 2**50, phone=HUGE),
        facts.CallMade(client, VACCINE, 1, "no-answer", 2**50),
        facts.DoseAmended(laptop.ref(client), "client", True, client),
        facts.EpochBegan(HUGE.encode(), 1, bytes(32), "test"),
        facts.DoseVoided(laptop.ref(client), HUGE),
        facts.ClientAmended(client, "documents", [], [["passport", HUGE]]),
    ]


def test_absurd_sizes_and_numbers_are_put_aside_and_the_rest_goes_on(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    for fact in absurd_facts(laptop, client):
        laptop.add(fact)
    laptop.give(laptop.register("Test B"))
    world.take(laptop, *laptop.pages(*range(2, laptop.seq)))
    world.fold()
    assert world.numbers()["counted"] == 1
    assert len(world.held()) >= 5


@pytest.mark.parametrize("wall_s", [2**39, -(2**39), 2**37, 253_402_300_800])
def test_what_no_calendar_has_is_unreadable(world: World, wall_s: int) -> None:
    laptop = world.laptop()
    laptop.wall_s = wall_s
    seq = laptop.register("Test A")
    laptop.wall_s = NOW_S - 60
    laptop.give(laptop.register("Test B"))
    world.push_all(laptop)
    assert world.held() == {seq: "unreadable"}
    assert world.numbers()["counted"] == 1


@pytest.mark.parametrize("number", [2**15, 2**31, 2**63 - 1, 2**64 - 1, -1])
def test_an_absurd_version_is_unreadable(world: World, number: int) -> None:
    laptop = world.laptop()
    kind, _ = type_and_version(facts.ClientRegistered("Test A", [], None, None))
    header = encode_header(Header(kind, number, laptop.wall_s, 100, NURSE))
    body = encode_body(facts.ClientRegistered("Test A", [], None, None))
    seq = laptop.add_part(header, body)
    laptop.give(laptop.register("Test B"))
    world.take(laptop, *laptop.pages(*range(2, laptop.seq)))
    world.fold()
    assert world.held() == {seq: "unreadable"}
    assert world.numbers()["counted"] == 1
