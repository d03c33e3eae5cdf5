"""The hub's step: a scan fills in both fields, and Enter joins nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.hub_page import HubPage
from fieldapp.wire.invitation import Invitation
from tests.ui.hands import click, press, write

LINE = "7C4M-9QRS https://hub.example.org"


@pytest.fixture
def page(qtbot: QtBot) -> HubPage:
    made = HubPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_scanned_line_goes_apart_and_joins_nothing(page: HubPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.asked):
        write(page.code.edit, LINE)
        press(page.code.edit, Qt.Key.Key_Return)
    assert (page.code.text, page.hub.text) == ("7C4M-9QRS", "https://hub.example.org")


def test_a_scanner_without_enter_works_as_well(page: HubPage) -> None:
    write(page.code.edit, LINE)
    assert page.typed().invitation == Invitation("7C4M-9QRS", "https://hub.example.org")


def test_the_pin_is_never_seen_and_forgotten_with_the_code(page: HubPage) -> None:
    write(page.code.edit, LINE)
    write(page.pin.edit, "2468-test")
    assert page.pin.edit.echoMode() is QLineEdit.EchoMode.Password
    assert "2468" not in repr(page.typed()) and "7C4M" not in repr(page.typed())
    page.clear()
    assert not page.pin.text and not page.code.text and page.hub.text


def test_a_known_pin_is_not_asked_for_and_a_joined_laptop_nothing(page: HubPage) -> None:
    page.ask_pin(False)
    assert not page.pin.isVisible() and page.code.isVisible()
    page.show_done(True)
    assert not page.code.isVisible() and page.go.text() == "Next"


def test_the_roads_by_stick_ask_where_the_stick_is(
    page: HubPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "pack-2.vxk"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pack), ""))
    with qtbot.waitSignal(page.request_wanted) as request:
        click(page.request)
    with qtbot.waitSignal(page.pack_chosen) as chosen:
        click(page.pack)
    assert (request.args, chosen.args) == ([tmp_path], [pack])


def test_whoever_chooses_nothing_asks_nothing(
    page: HubPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(page.request_wanted), qtbot.assertNotEmitted(page.pack_chosen):
        click(page.request)
        click(page.pack)


def test_while_it_is_busy_no_road_can_be_taken(page: HubPage) -> None:
    page.show_busy(True)
    assert not page.request.isEnabled() and not page.pack.isEnabled()
