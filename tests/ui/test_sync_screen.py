"""The sync room: a sum that comes out, words for the road, and a log that can be read aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.sync_screen import AttemptRow, AttemptsModel, RoadState, SumState, SyncScreen
from tests.ui.hands import click

Role = Qt.ItemDataRole
ROW = AttemptRow("Today 11:20", "Internet", "41", "1.3 kB", "Done.", "✓ 41 doses · head 9c41…")


@pytest.fixture
def screen(qtbot: QtBot) -> SyncScreen:
    made = SyncScreen()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_sum_that_comes_out_leaves_nothing_unaccounted(screen: SyncScreen) -> None:
    screen.show_sum(SumState(4812, 63, 4749, 4741, 5, 2, 1, 0))
    assert (screen.recorded.text(), screen.waiting.text()) == ("4,812", "63")
    assert screen.unaccounted.text() == "0 unaccounted"
    assert screen.unaccounted.property("tone") == "ok"


def test_what_was_erased_by_law_is_part_of_the_sum(screen: SyncScreen) -> None:
    screen.show_sum(SumState(4812, 63, 4749, 4741, 5, 2, 1, 0))
    assert "erased" not in screen.parts.text()
    screen.show_sum(SumState(4812, 63, 4749, 4738, 5, 2, 1, 3))
    assert screen.parts.text().endswith("1 voided · 3 erased by law")
    assert screen.unaccounted.text() == "0 unaccounted"


@pytest.mark.parametrize("wrong", [SumState(10, 4, 5, 5), SumState(10, 5, 5, 4)])
def test_a_sum_that_does_not_come_out_is_an_alarm(screen: SyncScreen, wrong: SumState) -> None:
    screen.show_sum(wrong)
    assert screen.unaccounted.text() == "1 unaccounted"
    assert screen.unaccounted.property("tone") == "stop"


def test_the_button_tries_and_while_trying_stops(qtbot: QtBot, screen: SyncScreen) -> None:
    screen.show_road(RoadState("Ready.", "63 doses", may_try=True))
    with qtbot.waitSignal(screen.try_requested):
        click(screen.go)
    screen.show_road(RoadState("Sending.", busy=True))
    with qtbot.waitSignal(screen.cancel_requested):
        click(screen.go)


def test_without_a_hub_there_is_nothing_to_try(screen: SyncScreen) -> None:
    screen.show_road(RoadState("This laptop has not joined a hub yet."))
    assert not screen.go.isEnabled()


def test_a_log_that_says_nothing_new_is_left_alone(qtbot: QtBot, screen: SyncScreen) -> None:
    screen.show_attempts([ROW])
    with qtbot.assertNotEmitted(screen.model.modelReset):
        screen.show_attempts((ROW,))
    with qtbot.waitSignal(screen.model.modelReset):
        screen.show_attempts([ROW, ROW])


def test_the_log_is_exported_by_button_and_key(qtbot: QtBot, screen: SyncScreen) -> None:
    with qtbot.waitSignal(screen.export_requested):
        click(screen.export)
    screen.say("The sync log is in log.csv", "ok")
    assert screen.said.isVisible()


def test_the_log_shows_every_attempt_with_all_its_columns() -> None:
    model = AttemptsModel()
    model.show_lines([ROW, ROW])
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    cells = [model.data(model.index(1, n)) for n in range(model.columnCount())]
    assert model.rowCount() == 2
    assert heads == ["When", "Road", "Doses", "Size", "What happened", "Hub’s receipt"]
    assert cells == ["Today 11:20", "Internet", "41", "1.3 kB", "Done.", ROW.receipt]
    assert model.data(model.index(0, 4), Role.ToolTipRole) == "Done."
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 2
