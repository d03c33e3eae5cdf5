"""Held by anybody, released and recalled by whoever has the right, alone or beside somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fieldapp.actions.cold_chain.lot_decisions import hold_lot
from fieldapp.domain.lot import LotState
from fieldapp.journal import lots
from tests.journal.laptop import LEAD, NURSE
from tests.ui.stock.conftest import SINOVAC, Key, Room

LOT = (SINOVAC.vaccine_id, SINOVAC.lot_number)


def state(room: Room) -> LotState | None:
    return lots.lot_state(room.practice.journal, *LOT)


@pytest.fixture
def held(room: Room) -> Room:
    room.receive()
    hold_lot(room.practice.journal, *LOT, "vvm", user=NURSE.login)
    room.look()
    return room


def test_a_nurse_holds_a_lot_by_three_keys(room: Room) -> None:
    room.receive()
    room.key(Key.Key_F6)
    room.key(Key.Key_1)
    room.key(Key.Key_F9)
    room.key(Key.Key_4)
    room.key(Key.Key_F9)
    assert state(room) is LotState.HELD
    assert room.said == "CoronaVac S-1 is held."
    (line,) = room.screen.board.table.lots.lines
    assert (line.state, line.tone) == ("Held", "wait")
    assert "Vial monitor at its end" in line.detail


def test_a_nurse_releases_with_the_lead_beside_her(held: Room) -> None:
    held.key(Key.Key_F9)  # what the alert asks
    held.key(Key.Key_1)
    held.key(Key.Key_F9)
    held.key(Key.Key_1)
    held.key(Key.Key_F9)
    form = held.screen.second
    assert held.shows(form)
    form.fill({"who": LEAD.login, "pin": "wrong pin"})
    held.key(Key.Key_F9)
    assert form.message.isVisible() and state(held) is LotState.HELD
    held.laptop.clock.pass_s(600)
    form.fill({"who": LEAD.login, "pin": LEAD.pin})
    held.key(Key.Key_F9)
    assert state(held) is None and held.said == "CoronaVac S-1 is released."


def test_without_a_name_or_a_pin_nothing_is_released(held: Room) -> None:
    for key in (Key.Key_F6, Key.Key_1, Key.Key_F9, Key.Key_1, Key.Key_F9, Key.Key_F9):
        held.key(key)
    assert held.shows(held.screen.second) and state(held) is LotState.HELD
    held.key(Key.Key_Escape)
    assert held.shows(held.screen.board) and state(held) is LotState.HELD


def test_the_lead_recalls_a_lot_by_its_notice_and_takes_it_back(
    opened: Callable[[str], Room],
) -> None:
    room = opened(LEAD.login)
    room.receive()
    room.key(Key.Key_F6)
    room.key(Key.Key_2)
    room.key(Key.Key_F9)
    room.screen.reason.text.setText("letter 2021-4")
    room.key(Key.Key_F9)
    assert state(room) is LotState.RECALLED
    assert "letter 2021-4" in room.screen.board.table.lots.lines[0].detail
    room.key(Key.Key_F6)
    room.key(Key.Key_2)
    room.key(Key.Key_F9)
    room.key(Key.Key_1)
    room.key(Key.Key_F9)
    assert state(room) is None


def test_another_lot_than_the_chosen_one_can_be_recalled(opened: Callable[[str], Room]) -> None:
    room = opened(LEAD.login)
    room.receive()
    room.key(Key.Key_F6)
    room.key(Key.Key_3)
    room.key(Key.Key_F9)
    room.screen.move_page.product.choose("mr-live")
    room.screen.move_page.lot.edit.setText("FAR")
    room.key(Key.Key_F9)
    room.screen.reason.text.setText("letter 7")
    room.key(Key.Key_F9)
    assert lots.lot_state(room.practice.journal, "mr-live", "FAR") is LotState.RECALLED
    assert "FAR" in [line.lot_number for line in room.screen.board.table.lots.lines]
