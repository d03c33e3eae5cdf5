"""A workbook is written in the morning and brought back in the evening, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from fieldapp.actions.load_vials import Load
from fieldapp.journal import session_doses
from tests.actions.operation import A, Operation
from tests.actions.workbook.made_up import fill, lot_text
from tests.ui.session.conftest import Room

Key = Qt.Key
Enter = Callable[..., Room]
STRANGER = {
    "name": "刘洋", "kind": "Resident ID card", "document": "110101198003072311",
    "status": "Given", "lot": lot_text(A),
}  # fmt: skip


def with_vials(operation: Operation) -> None:
    operation.start(Load(A, 2, 5))


def at_hand(room: Room, path: Path) -> None:
    room.flow.workbook.ask_where = lambda _screen, _suggested: path
    room.flow.workbook.ask_which = lambda _screen, _folder: path


def presses(room: Room, key: Qt.Key, *, sees: str) -> None:
    """A key whose work is done beside the journal's."""
    page = room.screen.workbook
    room.key(key)
    room.qtbot.waitUntil(lambda: sees in page.title.text() + page.said.text())


def test_a_workbook_goes_out_and_comes_back_once(enter: Enter, tmp_path: Path) -> None:
    room, path = enter(before=with_vials), tmp_path / "session.xlsx"
    at_hand(room, path)
    room.key(Key.Key_E, ctrl=True)
    assert room.sees(room.screen.workbook)
    presses(room, Key.Key_F3, sees="20 blank rows")
    fill(path, {1: STRANGER, 2: {**STRANGER, "lot": "9999"}})
    presses(room, Key.Key_F4, sees="1 doses and 0 not given")
    label, journal = room.operation.label, room.operation.journal
    assert session_doses.counts(journal, label).given == 0
    presses(room, Key.Key_F9, sees="Recorded: 1 doses")
    assert session_doses.counts(journal, label).given == 1
    presses(room, Key.Key_F4, sees="0 doses and 0 not given")
    assert not room.screen.workbook.confirm.isVisible()
    room.key(Key.Key_F9)
    assert session_doses.counts(journal, label).given == 1
    room.key(Key.Key_Escape)
    assert room.sees(room.screen.open)


def test_before_an_operation_is_open_one_can_be_brought_back_only(
    enter: Enter, tmp_path: Path
) -> None:
    room = enter()
    at_hand(room, tmp_path / "none.csv")
    room.key(Key.Key_E, ctrl=True)
    assert room.screen.workbook.write.isHidden()
    presses(room, Key.Key_F4, sees="There is no file")
    room.key(Key.Key_Escape)
    assert room.sees(room.screen.start)
