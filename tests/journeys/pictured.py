"""The made-up district with what pictures want besides: a boat's operations, and seats to book."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from fieldapp.hub.booking.hours import Hours
from fieldapp.wire.facts import (
    SessionClosed,
    SessionEquipped,
    SessionOpened,
    SessionReconciled,
    Value,
)
from tests.hub.booking.desk import OFFSET_MIN, PROGRAMME, TODAY, open_day, open_place
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop, dose
from tests.hub.lots.stock import moved
from tests.hub.messages.clinic import BIBP
from tests.journeys.district import WEISHAN, made_up

UNIT, PIERS, LOT = "Weishan boat 3", ("Nanyang pier", "Lotus pier", "Reed pier"), "BIBP-2"
_FEE = 10_000  # of who has no social security, in the smallest coin
_GIVEN = {68: 6, 69: 9, 70: 7}
"""Doses by number of the operation; the next one is open."""


def pictured(world: World) -> None:
    """All of it, until this morning."""
    made_up(world)
    boat = world.laptop(b"epoch-05", name=UNIT, region=WEISHAN)
    boat.add(replace(moved("received", 60, LOT), vaccine=BIBP))
    for number, given in _GIVEN.items():
        _close(boat, _open(boat, number), given, short=number == 69)
    _open(boat, 71)
    world.push_all(boat)
    place = open_place(world.store)
    for ahead in (1, 3):
        day = TODAY + timedelta(days=ahead)
        hours = Hours(day, time(9), time(11), 20, 5, OFFSET_MIN)
        open_day(world.store, hours, place=place)


def _open(boat: FakeLaptop, number: int) -> str:
    label, pier = f"{UNIT} · {number}", PIERS[number % len(PIERS)]
    boat.add(SessionOpened(label, pier, number, PROGRAMME, "Port cities"))
    boat.add(SessionEquipped(label, UNIT, [["Test Nurse", "nurse"]], 2 * _FEE, "CNY"))
    return label


def _close(boat: FakeLaptop, label: str, given: int, *, short: bool) -> None:
    for at in range(given):
        person = boat.register(f"Test {label} {at}")
        made = dose(person, 20 + at % 3, month=6, vaccine=BIBP)
        boat.add(replace(made, session=label, lot=LOT))
    lot: Value = [BIBP, LOT, given + 3, given, 1, 2]
    expected = 2 * _FEE + _FEE
    counted, why = (expected - 500, "a coin fell into the lake") if short else (expected, "")
    boat.add(SessionReconciled(label, [lot], expected, counted, "CNY", 0, 0, why))
    boat.add(SessionClosed(label, ""))
