"""However a scanner sends separator and end, the code comes whole or is not taken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.domain.scan import identify
from fieldapp.ui.desk.scan_edit import ScanEdit
from tests.ui.conftest import FakeTime
from tests.ui.hands import CONTROL, press

Key = Qt.Key
PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
HEAD, SERIAL = "010950110153010217230630" + "10LOT", "21S1"


@pytest.fixture
def edit(qtbot: QtBot, time: FakeTime) -> ScanEdit:
    made = ScanEdit(time)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def ends(edit: ScanEdit) -> list[str]:
    heard: list[str] = []
    edit.ended.connect(heard.append)
    return heard


def types(edit: ScanEdit, time: FakeTime, text: str, pace_ms: int = 3) -> None:
    for letter in text:
        time.ms += pace_ms
        QTest.keyClicks(edit, letter)


def send(edit: ScanEdit, key: int, held: Qt.KeyboardModifier, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(edit, QKeyEvent(kind, key, held, text))


def alt_code(edit: ScanEdit, digits: str) -> None:
    """Alt held, digits of the keypad, Alt let go."""
    QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Alt, ALT))
    for digit in digits:
        send(edit, ord(digit), ALT | KEYPAD, digit)
    QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyRelease, Key.Key_Alt, PLAIN))


WAYS: dict[str, tuple[Callable[[ScanEdit], None], str]] = {
    "as its own key": (lambda edit: send(edit, 0, PLAIN, "\x1d"), "key"),
    "as Ctrl ]": (lambda edit: send(edit, Key.Key_BracketRight, CONTROL, "\x1d"), "ctrl"),
    "as Ctrl ] without a character": (
        lambda edit: send(edit, Key.Key_BracketRight, CONTROL),
        "ctrl",
    ),
    "as Alt 029": (lambda edit: alt_code(edit, "029"), "alt"),
    "as Alt 0029": (lambda edit: alt_code(edit, "0029"), "alt"),
    "as a mapped arrow key": (lambda edit: press(edit, Key.Key_Left), "arrow"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_separator_is_kept_however_it_is_sent(edit: ScanEdit, time: FakeTime, way: str) -> None:
    send_it, how = WAYS[way]
    types(edit, time, HEAD)
    send_it(edit)
    types(edit, time, SERIAL)
    found = identify(edit.text(), date(2021, 8, 1))
    assert (found.lot, found.fields["21"], found.warnings) == ("LOT", "S1", ())
    assert edit.arrival.ended(edit.text(), "enter").separators == (how,)


@pytest.mark.parametrize("written", ["<GS>", "{GS}", "^]", "|"])
def test_a_separator_that_is_written_out_is_read(
    edit: ScanEdit, time: FakeTime, written: str
) -> None:
    types(edit, time, HEAD + written + SERIAL)
    assert identify(edit.text(), date(2021, 8, 1)).lot == "LOT"


def test_a_separator_that_was_dropped_is_reported_and_not_guessed(
    edit: ScanEdit, time: FakeTime
) -> None:
    types(edit, time, "010950110153010217230630" + "10TEST-0001" + "21SERIAL1")
    found = identify(edit.text(), date(2021, 8, 1))
    assert found.lot == "TEST-000121SERIAL1", "as it stands"
    assert found.lot_doubt == "POSSIBLE_MISSING_SEPARATOR"


def test_a_tab_ends_a_scan_and_leaves_a_hand_alone(
    edit: ScanEdit, time: FakeTime, ends: list[str]
) -> None:
    types(edit, time, "wanghaibo", pace_ms=200)
    time.ms += 400
    press(edit, Key.Key_Tab)
    assert ends == [], "the focus goes on, as ever"
    edit.clear()
    edit.arrival.forget()
    types(edit, time, "11010519491231002X")
    press(edit, Key.Key_Tab)
    assert ends == ["tab"]


def test_enter_and_line_feed_end_a_scan(edit: ScanEdit, time: FakeTime, ends: list[str]) -> None:
    types(edit, time, "13900000000")
    press(edit, Key.Key_Return)
    send(edit, Key.Key_J, CONTROL, "\n")
    assert ends == ["enter", "line-feed"]


def test_a_hands_arrow_moves_the_cursor(edit: ScanEdit, time: FakeTime) -> None:
    types(edit, time, "wanghaibo", pace_ms=150)
    time.ms += 300
    press(edit, Key.Key_Left)
    assert (edit.cursorPosition(), edit.text()) == (8, "wanghaibo")


def test_a_scanner_that_sends_alt_codes_chooses_nobody(edit: ScanEdit) -> None:
    """Alt and a digit choose a person elsewhere on the desk."""
    for digit in "029":
        event = QKeyEvent(QEvent.Type.ShortcutOverride, ord(digit), ALT | KEYPAD, digit)
        QApplication.sendEvent(edit, event)
        assert event.isAccepted()
    of_a_person = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_2, ALT, "2")
    of_a_person.ignore()
    QApplication.sendEvent(edit, of_a_person)
    assert not of_a_person.isAccepted(), "the row above the letters still does"


def test_letters_sent_as_alt_codes_are_letters(edit: ScanEdit) -> None:
    for code in ("0076", "79", "0084"):
        alt_code(edit, code)
    assert edit.text() == "LOT"


def test_undo_in_the_box_is_left_to_the_desk(edit: ScanEdit) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, CONTROL)
    QApplication.sendEvent(edit, event)
    assert not event.isAccepted()
