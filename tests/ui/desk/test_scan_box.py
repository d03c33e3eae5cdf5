"""One box takes whatever a scanner sends, whole and unchanged; Enter only hands it on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.scan_box import ScanBox
from tests.ui.hands import CONTROL, press, write

Key = Qt.Key
ZONE = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)


@pytest.fixture
def box(qtbot: QtBot) -> ScanBox:
    made = ScanBox()
    qtbot.addWidget(made)
    made.show()
    made.edit.setFocus()
    return made


@pytest.fixture
def came(box: ScanBox) -> list[str]:
    heard: list[str] = []
    box.scanned.connect(heard.append)
    return heard


def scan(box: ScanBox, text: str) -> None:
    write(box.edit, text)
    press(box.edit, Key.Key_Return)


def test_a_scan_is_handed_on_at_enter_and_the_box_is_empty_again(
    box: ScanBox, came: list[str]
) -> None:
    scan(box, "11010519491231002X")
    assert came == ["11010519491231002X"]
    assert box.edit.text() == ""


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_enter_asks_nothing(box: ScanBox, came: list[str], text: str) -> None:
    scan(box, text)
    assert came == []


def test_a_passports_two_lines_are_one_scan(box: ScanBox, came: list[str]) -> None:
    scan(box, ZONE[0])
    assert came == []
    assert "next line" in box.said.text()
    scan(box, ZONE[1])
    assert came == ["\n".join(ZONE)]


def test_half_a_passport_is_forgotten_at_esc(box: ScanBox, came: list[str]) -> None:
    scan(box, ZONE[0])
    box.clear()
    scan(box, "13900000000")
    assert came == ["13900000000"]
    assert box.said.text() == ""


def test_a_reader_that_ends_its_lines_twice_reads_a_passport_all_the_same(
    box: ScanBox, came: list[str]
) -> None:
    for line in ZONE:
        scan(box, line)
        press(box.edit, Key.Key_Enter)
    assert came == ["\n".join(ZONE)]


def test_caps_lock_is_said_while_it_is_on(box: ScanBox) -> None:
    write(box.edit, "1")
    shifted = QKeyEvent(QEvent.Type.KeyPress, Key.Key_L, Qt.KeyboardModifier.ShiftModifier, "l")
    QApplication.sendEvent(box.edit, shifted)
    press(box.edit, Key.Key_Return)
    assert box.notice.isVisible() and "Caps Lock" in box.notice.text(), "also after the scan"
    write(box.edit, "a")
    assert not box.notice.isVisible()


def test_a_scanner_without_enter_is_noticed_and_nothing_is_guessed(
    box: ScanBox, came: list[str], qtbot: QtBot
) -> None:
    write(box.edit, "11010519491231002X")
    qtbot.waitUntil(lambda: "no Enter" in box.notice.text())
    assert came == []
    press(box.edit, Key.Key_Return)
    assert came == ["11010519491231002X"]
    assert not box.notice.isVisible()


def test_a_text_read_elsewhere_goes_the_same_way(box: ScanBox, came: list[str]) -> None:
    write(box.edit, "half")
    box.take("010950110153010217230630" + "10LOT\x1d21S1")
    assert came == ["010950110153010217230630" + "10LOT<GS>21S1"]
    assert box.edit.text() == ""


def test_how_a_text_came_is_told_before_it_is_handed_on(box: ScanBox, came: list[str]) -> None:
    told: list[object] = []
    box.arrived.connect(lambda arrived: told.append((arrived.text, arrived.ended_by, len(came))))
    scan(box, "11010519491231002X")
    assert told == [("11010519491231002X", "enter", 0)]


def test_undo_in_the_box_is_left_to_the_desk(box: ScanBox) -> None:
    write(box.edit, "abc")
    press(box.edit, Key.Key_Z, CONTROL)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, CONTROL)
    QApplication.sendEvent(box.edit, event)
    assert not event.isAccepted()


def test_keys_pressed_elsewhere_come_into_the_box(box: ScanBox, came: list[str]) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    for letter in "1A":
        box.feed(QKeyEvent(QEvent.Type.KeyPress, ord(letter), plain, letter))
    box.feed(QKeyEvent(QEvent.Type.KeyPress, Key.Key_Tab, plain, "\t"))
    box.feed(QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, plain, "\r"))
    assert came == ["1A"]


def test_what_was_said_gives_way_to_typing_and_comes_back(box: ScanBox) -> None:
    box.say("ID card", "ok")
    assert box.said.isVisible()
    assert box.edit.accessibleDescription() == "ID card"
    write(box.edit, "1")
    assert not box.said.isVisible()
    box.edit.clear()
    assert box.said.isVisible()


def test_the_box_shows_that_it_takes_the_keys(box: ScanBox, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: box.property("active") == "true")
    box.edit.clearFocus()
    assert box.property("active") == "false"
