"""The lock takes a PIN from keys, keypad or as a passphrase, and asks once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.ui.lock_screen import LockScreen, LockUser
from tests.ui.hands import click, press, write


@pytest.fixture
def lock(qtbot: QtBot) -> LockScreen:
    screen = LockScreen()
    qtbot.addWidget(screen)
    screen.show_users([LockUser("li", "Li Na · vaccinator"), LockUser("gao", "Gao Jun · lead")])
    screen.show()
    return screen


def tap(lock: LockScreen, name: str) -> None:
    keys = lock.keypad.findChildren(QPushButton)
    key = next(button for button in keys if button.accessibleName() == name)
    click(key)


def test_a_passphrase_is_typed_and_sent_with_enter(qtbot: QtBot, lock: LockScreen) -> None:
    write(lock.pin, "four unrelated words")
    with qtbot.waitSignal(lock.unlock_requested) as asked:
        press(lock.pin, Qt.Key.Key_Return)
    assert asked.args == ["li", "four unrelated words"]


def test_the_keypad_types_deletes_and_unlocks(qtbot: QtBot, lock: LockScreen) -> None:
    for name in ("1", "2", "9", "Delete the last character", "0"):
        tap(lock, name)
    with qtbot.waitSignal(lock.unlock_requested) as asked:
        tap(lock, "Unlock")
    assert asked.args == ["li", "120"]


def test_another_person_is_chosen_by_a_click(qtbot: QtBot, lock: LockScreen) -> None:
    people = [b for b in lock.findChildren(QPushButton) if b.text() == "Gao Jun · lead"]
    click(people[0])
    lock.pin.setText("1234")
    with qtbot.waitSignal(lock.unlock_requested) as asked:
        press(lock.pin, Qt.Key.Key_Return)
    assert asked.args == ["gao", "1234"]


def test_an_empty_pin_is_not_tried(qtbot: QtBot, lock: LockScreen) -> None:
    with qtbot.assertNotEmitted(lock.unlock_requested):
        press(lock.pin, Qt.Key.Key_Return)


def test_while_a_pin_is_tried_nothing_can_be_typed(lock: LockScreen) -> None:
    lock.show_busy(True)
    assert not lock.pin.isEnabled()
    lock.show_busy(False)
    assert lock.pin.isEnabled()


def test_what_went_wrong_is_said_and_then_forgotten(lock: LockScreen) -> None:
    lock.show_message("That PIN is not right.", "stop")
    assert lock.message.text() == "That PIN is not right."
    lock.show_message("")
    assert lock.message.text() == "Locked: nothing can be read on this laptop."


def test_the_pin_is_hidden_and_forgotten(lock: LockScreen) -> None:
    lock.pin.setText("1234")
    assert lock.pin.displayText() != "1234"
    lock.clear_pin()
    assert not lock.pin.text()


def test_what_is_said_beside_the_usual_stays_until_something_else_is_said(lock: LockScreen) -> None:
    lock.say("3 people are being watched; their clocks go on.")
    said = lock.message.text().splitlines()
    assert said[0].startswith("3 people") and said[1].startswith("Locked")
    lock.show_message("Opening…")
    assert lock.message.text() == "Opening…"
    lock.say("")
    assert lock.message.text().startswith("Locked")


def test_the_person_who_was_here_is_chosen(lock: LockScreen) -> None:
    users = [LockUser("li", "Li Na"), LockUser("gao", "Gao Jun")]
    lock.show_users(users, "gao")
    assert lock.name_chosen == "Gao Jun"
    lock.show_users(users, "gone")
    assert lock.name_chosen == "Li Na"


def test_up_and_down_choose_a_name_while_the_pin_is_typed(qtbot: QtBot, lock: LockScreen) -> None:
    for key, name in (
        (Qt.Key.Key_Down, "Gao Jun · lead"),
        (Qt.Key.Key_Down, "Gao Jun · lead"),
        (Qt.Key.Key_Up, "Li Na · vaccinator"),
    ):
        press(lock.pin, key)
        assert lock.name_chosen == name
    assert lock.pin.hasFocus() or lock.focusWidget() is lock.pin


def test_many_names_can_be_scrolled_to(lock: LockScreen) -> None:
    lock.resize(1280, 600)
    lock.show_users([LockUser(str(n), f"Person {n}") for n in range(12)])
    for _ in range(11):
        press(lock.pin, Qt.Key.Key_Down)
    assert lock.name_chosen == "Person 11"
