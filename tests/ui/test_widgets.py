"""The small parts: a scanner cannot press a button, no answer is chosen before somebody chooses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.theme import NORMAL, SUNLIGHT, apply_theme
from fieldapp.ui.widgets import (
    Choice,
    DeskButton,
    IconLabel,
    card,
    clear,
    key_cap,
    label,
    one_line,
    row,
    set_tone,
)
from tests.ui.hands import CONTROL, click, press

Key = Qt.Key


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_5])
def test_nothing_that_a_scanner_types_presses_a_button(qtbot: QtBot, key: Key) -> None:
    button, pressed = DeskButton("Record"), list[bool]()
    qtbot.addWidget(button)
    button.clicked.connect(pressed.append)
    button.setFocus()
    press(button, key)
    assert not pressed


def test_control_space_and_a_click_press_a_button(qtbot: QtBot) -> None:
    button = DeskButton("Record")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        press(button, Key.Key_Space, CONTROL)
    with qtbot.waitSignal(button.clicked):
        click(button)


def test_a_click_leaves_the_focus_in_the_scan_box() -> None:
    assert not DeskButton("Record").focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_a_button_has_room_for_its_words_its_icon_and_its_key(qtbot: QtBot) -> None:
    plain, full = DeskButton("Lock"), DeskButton("Lock", key="F12", icon="lock")
    for button in (plain, full):
        qtbot.addWidget(button)
    assert full.minimumSizeHint().width() > plain.minimumSizeHint().width() + 24
    full.set_note("everything else is in the note")
    full.grab()  # paints words, icon, key and note without a complaint


def test_the_note_of_a_chosen_line_is_as_readable_as_its_words(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, SUNLIGHT)
    button = DeskButton("", "hit")
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.setChecked(True)
    button.set_note("confirmed by hub")
    button.resize(300, 60)
    button.show()
    drawn = button.grab().toImage()
    inside = {drawn.pixelColor(x, y).lightness() for x in range(30, 200) for y in range(15, 45)}
    apply_theme(qapp, NORMAL)
    assert min(inside) == 0 and max(inside) > 240, "white on black"


def test_bare_words_that_can_be_pressed_are_underlined(qtbot: QtBot) -> None:
    undo, records = DeskButton("Undo", "link"), DeskButton("Records", "link", key="Ctrl H")
    for button in (undo, records):
        qtbot.addWidget(button)
    assert undo.font_of_words().underline()
    assert not records.font_of_words().underline(), "its key shows that it can be pressed"


def test_no_answer_is_chosen_before_somebody_chooses(qtbot: QtBot) -> None:
    choice, chosen = Choice("No", "Yes", "Fever?"), list[int]()
    qtbot.addWidget(choice)
    choice.chosen.connect(chosen.append)
    assert not any(button.isChecked() for button in choice.buttons)
    click(choice.buttons[1])
    press(choice, Key.Key_Left)
    assert chosen == [1, 0]
    choice.show_choice(None)
    assert not any(button.isChecked() for button in choice.buttons)


def test_an_answer_is_read_out_with_its_question() -> None:
    names = [button.accessibleName() for button in Choice("No", "Yes", "Fever?").buttons]
    assert names == ["Fever? No", "Fever? Yes"]


def test_a_name_is_never_taken_for_markup() -> None:
    assert label("<b>Li</b>").textFormat() is Qt.TextFormat.PlainText
    assert one_line("<b>Li</b>").textFormat() is Qt.TextFormat.PlainText


def test_a_long_line_gives_way_and_keeps_the_whole_in_its_tool_tip(qtbot: QtBot) -> None:
    line = one_line("a very long name " * 20)
    qtbot.addWidget(line)
    assert line.minimumSizeHint().width() <= 40
    assert line.toolTip() == line.text() == line.accessibleName()
    line.resize(100, 22)
    line.grab()


def test_layouts_are_filled_and_emptied(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    frame = card(horizontal=True)
    inside = frame.layout()
    assert isinstance(inside, QHBoxLayout)
    inside.addLayout(row(key_cap("F9"), 1, IconLabel("lock")))
    clear(inside)
    assert inside.count() == 0


def test_a_tone_is_worn_and_changed(qtbot: QtBot) -> None:
    words = label("waiting", tone="wait")
    qtbot.addWidget(words)
    set_tone(words, "stop")
    assert words.property("tone") == "stop"
    icon = IconLabel("clock")
    icon.set_icon("lock", "ok")
    assert not icon.pixmap().isNull()
