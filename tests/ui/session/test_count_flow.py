from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from fieldapp.actions.load_vials import Load
from fieldapp.journal import sessions, stock
from tests.actions.operation import A, B, Operation
from tests.ui.hands import write
from tests.ui.session.conftest import Room

Key = Qt.Key
Enter = Callable[..., Room]


def five_doses_a_vial(operation: Operation) -> None:
    operation.start(Load(A, 4, vial_doses=5), cash=20_000).give(3, A, vial_doses=5)
    operation.release_all()


def test_vials_are_counted_and_doses_are_meant(enter: Enter) -> None:
    room = enter(before=five_doses_a_vial)
    assert "2 doses in the open vial" in room.screen.open.count.words.text()
    assert room.screen.open.count.unit.text() == "vials of 5 doses"
    room.type("2")
    assert room.answers() == ["5 doses missing"]
    room.type("3")
    assert room.answers() == ["yes"]


def test_cash_comes_after_the_lots_and_a_difference_must_be_explained(enter: Enter) -> None:
    room = enter(before=five_doses_a_vial)
    room.type("3")
    assert "Count the cash box" in room.screen.open.count.words.text()
    room.type("free")
    assert "no amount" in room.screen.open.count.fault.text()
    room.type("190")
    assert "200 yuan should be there, 190 yuan was counted" in room.screen.open.count.words.text()
    room.key(Key.Key_F9)
    assert sessions.current(room.operation.journal) is not None
    room.key(Key.Key_W, ctrl=True)
    assert room.sees(room.screen.reason)
    write(room.screen.reason.text, "fell overboard, Gao Jun saw it")
    room.key(Key.Key_F9)
    assert "10 yuan short (fell overboard, Gao Jun saw it)" in room.checks()
    room.key(Key.Key_F9)
    assert sessions.current(room.operation.journal) is None


def test_the_cash_can_be_counted_from_its_line(enter: Enter) -> None:
    room = enter(before=five_doses_a_vial)
    room.screen.open.checks.buttons["cash"].click()
    room.settle()
    room.type("200")
    assert "Cash 200 yuan" in room.checks()


def test_more_than_is_there_cannot_be_wasted(enter: Enter) -> None:
    def begin(operation: Operation) -> None:
        operation.start(Load(A, 2), Load(B, 1))

    room = enter(before=begin)
    room.key(Key.Key_W, ctrl=True)
    waste = room.screen.waste
    waste.doses.edit.setText("many")
    room.key(Key.Key_2)
    room.key(Key.Key_F9)
    assert "Type a number" in waste.fault.text()
    waste.doses.edit.setText("9")
    room.key(Key.Key_F9)
    assert "only 2 doses of lot 0417" in waste.fault.text()
    waste.doses.edit.setText("2")
    room.key(Key.Key_F9)
    assert room.sees(room.screen.open)
    (lot, _) = stock.of_session(room.operation.journal, room.operation.label)
    assert lot.wasted == 2


def test_a_lot_clicked_in_the_table_is_counted_next(enter: Enter) -> None:
    def begin(operation: Operation) -> None:
        operation.start(Load(A, 2), Load(B, 1))

    room = enter(before=begin)
    room.screen.open.table.selectRow(1)
    room.settle()
    assert "0418" in room.screen.open.count.words.text()
