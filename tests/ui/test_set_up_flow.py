"""Setting up: what is missing is said at once, a failure in words, and it can be tried again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.journal.errors import PinTooShort
from fieldapp.ui.set_up_flow import SetUpFlow, fault_of
from fieldapp.ui.set_up_screen import SetUpForm, SetUpScreen

WHOLE = SetUpForm("Boat Test", "boat", "Nurse Test", "nurse.test", "2468-test", "2468-test")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (replace(WHOLE, team=""), "Team"),
        (replace(WHOLE, login=""), "login"),
        (replace(WHOLE, pin_again="2469-test"), "not the same"),
        (replace(WHOLE, hub_url="https://hub.example.org"), "code"),
        (replace(WHOLE, code="AAAA"), "address"),
        (replace(WHOLE, hub_url="https://hub.example.org", code="AAAA"), ""),
        (WHOLE, ""),
    ],
)
def test_what_is_missing_is_said_at_once(form: SetUpForm, said: str) -> None:
    assert (said in fault_of(form)) if said else fault_of(form) == ""


def flow_of(qtbot: QtBot, set_up: Callable[[SetUpForm], None]) -> tuple[SetUpScreen, SetUpFlow]:
    screen, owner = SetUpScreen(), QObject()
    qtbot.addWidget(screen)
    flow = SetUpFlow(screen, set_up, owner)
    screen.owner = owner  # type: ignore[attr-defined]  # kept alive with the screen
    return screen, flow


def test_a_failure_is_said_in_words_and_can_be_tried_again(qtbot: QtBot) -> None:
    tries: list[SetUpForm] = []

    def set_up(form: SetUpForm) -> None:
        tries.append(form)
        if len(tries) == 1:
            raise PinTooShort(least=8)

    screen, flow = flow_of(qtbot, set_up)
    screen.set_up_requested.emit(WHOLE)
    qtbot.waitUntil(screen.go.isEnabled)
    assert "8" in screen.message.text()
    with qtbot.waitSignal(flow.done):
        screen.set_up_requested.emit(WHOLE)
    assert tries == [WHOLE, WHOLE]


def test_a_faulty_form_sets_nothing_up(qtbot: QtBot) -> None:
    tries: list[SetUpForm] = []
    screen, flow = flow_of(qtbot, tries.append)
    screen.set_up_requested.emit(replace(WHOLE, name=""))
    flow.lane.wait()
    assert tries == []
    assert "name" in screen.message.text()
