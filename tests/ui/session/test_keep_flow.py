"""An open vial is kept only when every question was answered yes; otherwise it is thrown away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt

from fieldapp.actions.load_vials import Load
from fieldapp.actions.open_vial import VialScan, open_vial
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal import vials
from tests.actions.operation import Operation
from tests.journal.laptop import NURSE
from tests.ui.session.conftest import Room

Enter = Callable[..., Room]
POLIO = VaccineLot("bopv", "P-1", date(2022, 6, 30))


def evening(enter: Enter) -> Room:
    """An operation with one open vial of ten, nothing given, the box counted."""

    def begin(operation: Operation) -> None:
        operation.start(Load(POLIO, 1, 10))
        scan = VialScan(POLIO, 10)
        open_vial(operation.journal, scan, today=date(2021, 8, 1), user=NURSE.login)
        operation.count(POLIO, 0)

    return enter(before=begin)


def ask(room: Room) -> None:
    (button,) = (b for name, b in room.screen.open.checks.buttons.items() if "keep" in name)
    button.click()
    assert room.sees(room.screen.keep)


def test_all_yes_keeps_it_beyond_the_close(enter: Enter) -> None:
    room = evening(enter)
    assert "Open vial of bOPV P-1, 10 doses: thrown away at the close" in room.checks()
    ask(room)
    for name in room.screen.keep.fields:
        room.screen.keep.fill({name: "yes"})
    room.key(Qt.Key.Key_F9)
    assert "kept for the next operation" in room.checks()
    room.key(Qt.Key.Key_F9)
    assert room.sees(room.screen.closed)
    assert [one.doses_left for one in vials.in_use(room.operation.journal)] == [10]


def test_one_no_throws_it_away_and_says_so(enter: Enter) -> None:
    room = evening(enter)
    ask(room)
    room.key(Qt.Key.Key_F9)
    assert "Answer every question" in room.screen.keep.message.text()
    room.screen.keep.fill({"cold": "no"})
    room.key(Qt.Key.Key_F9)
    assert "must not be used again" in room.screen.open.said.text()
    assert "thrown away at the close" in room.checks()


def test_a_kept_vial_can_be_thrown_away_after_all(enter: Enter) -> None:
    room = evening(enter)
    ask(room)
    room.screen.keep.fill(dict.fromkeys(room.screen.keep.fields, "yes"))
    room.key(Qt.Key.Key_F9)
    (button,) = (b for name, b in room.screen.open.checks.buttons.items() if "drop" in name)
    button.click()
    room.settle()
    assert "thrown away at the close" in room.checks()
