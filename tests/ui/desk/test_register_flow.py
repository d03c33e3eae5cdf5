"""Registering: nothing half typed is lost, and nobody gets the fields of somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.journal import clients, drafts
from fieldapp.ui.background import Lane
from fieldapp.ui.desk.desk_screen import DeskScreen
from fieldapp.ui.desk.flow import DeskFlow
from tests.journal.laptop import NURSE, Laptop
from tests.ui.conftest import FakeTime
from tests.ui.hands import press, write

Key = Qt.Key
WANG, LI = "11010519491231002X", "370826198001010014"


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    programme = load_programme("cn-nhc-2021-03-29")
    yield Practice(laptop.open(), load_catalogue(), programme, load_questions(), laptop.clock)
    laptop.close()


@pytest.fixture
def desk(qtbot: QtBot, time: FakeTime, practice: Practice) -> Iterator[DeskScreen]:
    screen, lane = DeskScreen(time), Lane()
    qtbot.addWidget(screen)
    screen.flow = DeskFlow(screen, practice, NURSE.login, lane, screen)  # type: ignore[attr-defined]  # kept alive with the screen
    screen.show()
    yield screen
    lane.wait()


def form_for(qtbot: QtBot, desk: DeskScreen, text: str) -> None:
    desk.scan.edit.setFocus()
    write(desk.scan.edit, text)
    press(desk.scan.edit, Key.Key_Return)
    qtbot.waitUntil(lambda: desk.pages.currentWidget() is desk.register)


def leave(qtbot: QtBot, desk: DeskScreen) -> None:
    press(desk.register, Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.pages.currentWidget() is desk.empty)


def test_what_was_half_typed_is_there_again_after_esc(qtbot: QtBot, desk: DeskScreen) -> None:
    form_for(qtbot, desk, WANG)
    write(desk.register.name.edit, "Cesi Yi")
    desk.register.place.edit.setFocus()
    write(desk.register.place.edit, "boat 12")
    leave(qtbot, desk)
    form_for(qtbot, desk, WANG)
    assert (desk.register.name.text, desk.register.place.text) == ("Cesi Yi", "boat 12")
    assert desk.register.birth.text == "1949-12-31"
    assert "half typed" in desk.scan.said.text()


def test_nobody_gets_the_fields_of_somebody_else(qtbot: QtBot, desk: DeskScreen) -> None:
    form_for(qtbot, desk, WANG)
    write(desk.register.name.edit, "Cesi Yi")
    leave(qtbot, desk)
    form_for(qtbot, desk, LI)
    assert desk.register.name.text == ""
    leave(qtbot, desk)
    press(desk, Key.Key_F2)
    qtbot.waitUntil(lambda: desk.pages.currentWidget() is desk.register)
    assert desk.register.name.text == ""


def test_somebody_without_papers_is_found_again_by_the_name(qtbot: QtBot, desk: DeskScreen) -> None:
    form_for(qtbot, desk, "Cesi Er")
    desk.register.phone.edit.setFocus()
    write(desk.register.phone.edit, "13800138000")
    leave(qtbot, desk)
    form_for(qtbot, desk, "Cesi Er")
    assert desk.register.phone.text == "13800138000"


def test_a_draft_survives_a_battery_that_went_flat(
    qtbot: QtBot, desk: DeskScreen, practice: Practice
) -> None:
    form_for(qtbot, desk, WANG)
    write(desk.register.name.edit, "Cesi Yi")
    desk.register.phone.edit.setFocus()  # the field is left: what is in it is written down
    kept = f"register cn-resident-id {WANG}"
    qtbot.waitUntil(lambda: drafts.load(practice.journal, kept) is not None)


def test_saving_keeps_no_draft(qtbot: QtBot, desk: DeskScreen, practice: Practice) -> None:
    form_for(qtbot, desk, WANG)
    write(desk.register.name.edit, "Cesi Yi")
    press(desk.register, Key.Key_F9)
    qtbot.waitUntil(lambda: desk.pages.currentWidget() is desk.person)
    qtbot.wait(1)
    assert drafts.load(practice.journal, f"register cn-resident-id {WANG}") is None
    (hit,) = clients.search(practice.journal, "Cesi")
    assert hit.client.details.name == "Cesi Yi"


def test_a_draft_of_another_shape_is_let_go(
    qtbot: QtBot, desk: DeskScreen, practice: Practice
) -> None:
    drafts.save(practice.journal, f"register cn-resident-id {WANG}", '{"nickname": "x"}')
    form_for(qtbot, desk, WANG)
    assert desk.register.name.text == ""
    assert desk.register.birth.text == "1949-12-31"


def test_a_code_scanned_into_the_name_is_refused(qtbot: QtBot, desk: DeskScreen) -> None:
    form_for(qtbot, desk, WANG)
    write(desk.register.name.edit, LI)
    press(desk.register, Key.Key_F9)
    assert "scanned" in desk.register.message.text()
    assert desk.register.name.text == LI
