"""The list says how every step stands, in words too."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.step_list import StepList
from fieldapp.ui.set_up.steps import StepLine
from tests.ui.hands import click

LINES = (
    StepLine("look", "Language", "circle-check"),
    StepLine("hub", "Join the hub", "clock", "later"),
    StepLine("ready", "Ready", "circle", can_open=False),
)


def test_each_step_says_how_it_stands_and_can_be_gone_to(qtbot: QtBot) -> None:
    made = StepList()
    qtbot.addWidget(made)
    made.show_steps(LINES, "hub")
    names = [button.accessibleName() for button in made.buttons.values()]
    assert names == ["Language, done", "Join the hub, later", "Ready"]
    assert [b.isChecked() for b in made.buttons.values()] == [False, True, False]
    with qtbot.waitSignal(made.chosen) as chosen:
        click(made.buttons["look"])
    assert chosen.args == ["look"]
    assert not made.buttons["ready"].isEnabled()
