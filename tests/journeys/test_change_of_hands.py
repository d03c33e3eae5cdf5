"""Two people share a laptop: each event keeps who did it, whoever is there when it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from fieldapp.actions.enrol import enrol
from fieldapp.actions.system_clock import SystemClock
from fieldapp.hub import schema
from fieldapp.hub.store import open_store
from fieldapp.ui.app import FieldApp
from tests.journal.laptop import LEAD, NURSE, FakeClock, Laptop
from tests.sync.real_hub import RealHub
from tests.ui.conftest import FakeTime
from tests.ui.desk.conftest import VIAL
from tests.ui.door import Door, enter
from tests.ui.hands import CONTROL, press, write

ID_CARD = "370826198001010014"


def scan(app: FieldApp, text: str) -> None:
    write(app.window.desk.scan.edit, text)
    press(app.window.desk.scan.edit, Qt.Key.Key_Return)


def give_a_dose(app: FieldApp, qtbot: QtBot, time: FakeTime) -> None:
    """Somebody new, a vial, every question asked: a dose through the windows."""
    desk = app.window.desk
    scan(app, ID_CARD)
    qtbot.waitUntil(lambda: desk.pages.currentWidget() is desk.register)
    desk.register.name.edit.setText("王海波")
    press(desk.register, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: desk.pages.currentWidget() is desk.person)
    scan(app, VIAL.replace("17230630", "17400630").format(1))  # no vial of that day is good today
    qtbot.waitUntil(lambda: "TEST-0001" in desk.person.vial.lot.text())
    press(desk, Qt.Key.Key_F7)
    qtbot.waitUntil(desk.person.record.isEnabled)
    time.ms += 10_000
    press(desk, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: app.truth is not None and app.truth.recorded == 1)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RealHub]:
    made = RealHub(tmp_path / "hub")
    yield made
    made.kill()


def recorders_at(hub: RealHub) -> list[str]:
    store = open_store(hub.data)
    try:
        with store.reading() as connection:
            return list(connection.execute(select(schema.dose.c.recorded_by)).scalars())
    finally:
        store.close()


def test_a_dose_of_the_nurse_stays_hers_when_the_lead_sends_it(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, hub: RealHub
) -> None:
    time = FakeTime()
    code, url = hub.code(), hub.start()
    laptop = Laptop(tmp_path / "home", FakeClock(SystemClock().now()))
    laptop.set_up()
    enrol(laptop.open(), url, code, None, laptop.clock)
    laptop.close()
    app = FieldApp(qapp, Door(laptop).keeper(), now_ms=time, chance=lambda: 0.5)
    app.window.show()
    qtbot.waitUntil(lambda: bool(app.window.lock.names_shown))
    enter(app, qtbot, NURSE.pin)
    give_a_dose(app, qtbot, time)
    press(app.window, Qt.Key.Key_F12, CONTROL)
    qtbot.waitUntil(lambda: LEAD.name in app.window.lock.name_chosen)
    enter(app, qtbot, LEAD.pin)
    qtbot.waitUntil(lambda: app.truth is not None)
    assert app.work is not None and app.work.person.login == LEAD.login
    app.work.sync.start()
    qtbot.waitUntil(lambda: app.truth is not None and app.truth.confirmed == 1)
    app.shut_down()
    app.window.close()
    assert recorders_at(hub) == [NURSE.login]
