"""The records page is worked by keys; a scan goes to the box wherever nothing is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.records.records_screen import RecordsScreen
from fieldapp.ui.records.state import Kind, PairState, RecordLine, RecordsState
from tests.ui.hands import press, write

Key = Qt.Key
LIST = RecordsState("Records", "", (RecordLine(Kind.DOSE, b"d", b"w", "BIBP"),))
PAIR = PairState(b"a", b"b", "One or two?", "", (), linked=False)


@pytest.fixture
def screen(qtbot: QtBot) -> RecordsScreen:
    made = RecordsScreen()
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show_records(LIST)
    made.show()
    return made


def test_a_scan_on_the_list_is_read_and_chooses_nothing(
    screen: RecordsScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.scanned) as scanned:
        write(screen.scan.edit, "13900000000")
        press(screen.scan.edit, Key.Key_Return)
    assert scanned.args == ["13900000000"]


def test_each_key_belongs_to_its_page(screen: RecordsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.list.strike_requested):
        press(screen, Key.Key_F6)
    screen.show_pair(PAIR)
    with (
        qtbot.waitSignal(screen.pair.apart_requested),
        qtbot.assertNotEmitted(screen.list.strike_requested),
    ):
        press(screen, Key.Key_F6)
    with qtbot.waitSignal(screen.pair.same_requested):
        press(screen, Key.Key_F9)
    screen.show_form(FormState("F", "", (FormField("lot", "Lot"),), "Save"))
    with (
        qtbot.waitSignal(screen.form.submitted),
        qtbot.assertNotEmitted(screen.pair.same_requested),
    ):
        press(screen, Key.Key_F9)
    screen.show_reasons(ReasonState("Why?", (("a", "A"),), "Go"))
    with qtbot.assertNotEmitted(screen.reason.confirmed):
        press(screen, Key.Key_F9)
    with qtbot.waitSignal(screen.cleared):
        press(screen, Key.Key_Escape)
