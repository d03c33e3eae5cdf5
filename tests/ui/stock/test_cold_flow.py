"""Temperatures typed or taken over beside the desk's work; a file can be stopped and gone on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from fieldapp.domain.lot import LotState
from fieldapp.journal import lots, temperatures
from tests.ui.stock.conftest import SINOVAC, Key, Room

BOX = "Cold box 1"


@pytest.fixture
def cold(room: Room, tmp_path: Path) -> Room:
    """The cold-chain page, with a lot on board for two days; every file is found in one folder."""
    room.receive()
    room.laptop.clock.pass_s(2 * 86_400)
    room.key(Key.Key_F7)
    room.screen.cold.which.box.setEditText(BOX)
    room.flow.cold._ask_file = lambda _screen: tmp_path / "logger.csv"
    return room


def file(room: Room, folder: Path, count: int, value: str = "4.6") -> None:
    site = room.laptop.clock.now() + timedelta(hours=8) - timedelta(hours=20)
    lines = ["time,temp"]
    lines += [f"{site + timedelta(seconds=10 * n):%Y-%m-%d %H:%M:%S},{value}" for n in range(count)]
    (folder / "logger.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def take(room: Room) -> str:
    """Ctrl O, and what came of it."""
    room.key(Key.Key_O, ctrl=True)
    page = room.screen.cold
    room.qtbot.waitUntil(lambda: not page.progress.isVisible() and page.file.isEnabled())
    room.settle()
    return page.message.text()


def kept(room: Room) -> int:
    since = room.laptop.clock.now() - timedelta(days=9)
    return sum(len(one.readings) for one in temperatures.all_series(room.practice.journal, since))


def test_a_typed_temperature_is_written_down_by_f9(cold: Room) -> None:
    cold.screen.cold.reading.edit.setText("4.6")
    cold.key(Key.Key_F9)
    assert cold.screen.cold.message.text() == "4.6 °C in Cold box 1 is written down."
    assert cold.screen.cold.thermometer.now.text() == "4.6 °C"
    assert cold.screen.cold.reading.text == "" and kept(cold) == 1
    cold.key(Key.Key_Escape)
    assert cold.screen.board.cold.name.text() == BOX


def test_a_warm_reading_holds_the_lot_and_says_so(cold: Room) -> None:
    cold.screen.cold.reading.edit.setText("12")
    cold.key(Key.Key_F9)
    assert "Held now: S-1." in cold.screen.cold.message.text()
    held = lots.lot_state(cold.practice.journal, SINOVAC.vaccine_id, SINOVAC.lot_number)
    assert held is LotState.HELD
    assert len(cold.screen.cold.model.lines) == 1
    cold.key(Key.Key_Escape)
    assert cold.screen.board.alert.title.text() == "Lot S-1 is held"


def test_what_is_no_temperature_is_said_and_stays_to_be_mended(cold: Room) -> None:
    cold.screen.cold.reading.edit.setText("hot")
    cold.key(Key.Key_F9)
    assert "hot is not a temperature." in cold.screen.cold.message.text()
    assert cold.screen.cold.reading.text == "hot" and kept(cold) == 0


def test_a_loggers_file_is_taken_over_once(cold: Room, tmp_path: Path) -> None:
    file(cold, tmp_path, 500)
    assert take(cold) == "500 readings read, 0 were here before."
    assert take(cold) == "0 readings read, 500 were here before."
    assert kept(cold) == 500 and cold.screen.cold.thermometer.name.text() == BOX


def test_an_import_can_be_stopped_and_gone_on_with(cold: Room, tmp_path: Path) -> None:
    file(cold, tmp_path, 5000)
    stop = cold.flow.cold._cancel  # set by the first commit itself, so that no load can race it
    cold.flow.cold._progress.connect(lambda *_: stop.set(), Qt.ConnectionType.DirectConnection)
    assert "Stopped: the same file again goes on from here." in take(cold)
    assert 0 < kept(cold) < 5000
    cold.flow.cold._progress.disconnect()
    take(cold)
    assert kept(cold) == 5000


def test_the_stop_key_and_the_lock_stop_an_import(cold: Room, tmp_path: Path) -> None:
    cold.screen.cold.stop.click()
    assert cold.flow.cold._cancel.is_set()
    file(cold, tmp_path, 5000)
    cold.screen.cold.file_requested.emit(BOX)
    cold.flow.stop()
    assert cold.flow.cold._cancel.is_set()
    assert cold.flow.cold._lane.wait(60_000)


def test_a_file_that_is_none_is_refused_in_words(cold: Room, tmp_path: Path) -> None:
    (tmp_path / "logger.csv").write_text("name,phone\n", encoding="utf-8")
    assert "logger.csv cannot be read" in take(cold)


def test_a_box_without_a_name_is_asked_for(cold: Room, tmp_path: Path) -> None:
    file(cold, tmp_path, 5)
    cold.screen.cold.which.box.setEditText("  ")
    assert "which refrigerator or box" in take(cold)
    assert kept(cold) == 0


def test_the_chart_shows_a_day_a_week_or_a_month(cold: Room) -> None:
    words = []
    for _ in range(4):
        words.append(cold.screen.cold.period.text())
        cold.key(Key.Key_F4)
    assert words == ["24 hours", "7 days", "30 days", "24 hours"]
