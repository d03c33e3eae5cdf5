"""Held by anybody, released and recalled by whoever has the right, alone or beside somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from fieldapp.actions.cold_chain.lot_decisions import hold_lot
from fieldapp.domain.lot import LotState
from fieldapp.journal import lots
from tests.journal.laptop import LEAD, NURSE, dose_of, register
from tests.journal.recalled import hub_recalls
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


def test_what_the_hub_recalled_is_shown_with_its_reason_and_offers_no_way_back(
    opened: Callable[[str], Room],
) -> None:
    room = opened(LEAD.login)
    room.receive()
    hub_recalls(room.practice.journal, LOT)
    room.look()
    (line,) = room.screen.board.table.lots.lines
    assert line.state == "Recalled"
    assert "Recalled by the hub" in line.detail and "Its quality is in doubt" in line.detail
    room.key(Key.Key_F6)
    offers = [button.text() for button in room.screen.reason.findChildren(QPushButton)]
    assert not any("Take the recall back" in words for words in offers)
    assert any("Another lot is recalled" in words for words in offers)


def test_who_got_a_lot_is_listed_and_nothing_is_decided(room: Room) -> None:
    room.receive()
    journal = room.practice.journal
    given = replace(dose_of(journal, register(journal, "测试甲")), vaccine=LOT[0], lot=LOT[1])
    journal.append([given], user=NURSE.login)
    room.look()
    for key in (Key.Key_F6, Key.Key_4, Key.Key_F9):
        room.key(key)
    page = room.screen.got_it
    assert room.shows(page)
    assert [line.name for line in page.model.lines] == ["测试甲"]
    room.key(Key.Key_Escape)
    assert room.shows(room.screen.board) and state(room) is None
