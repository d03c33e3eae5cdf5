"""The form of a movement asks for what is needed and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.body import Body
from fieldapp.ui.stock.move_page import MovePage
from fieldapp.ui.stock.state import MoveForm, MoveState
from tests.ui.hands import press
from tests.ui.stock.pages import MOVE
from tools.screenshots import SIZES, let_go, shown

RECEIVE = MoveState("receive", "Receive", "Scan", products=(("v", "BIBP"),), asks_vvm=True)


@pytest.fixture
def page(qtbot: QtBot) -> MovePage:
    made = MovePage()
    qtbot.addWidget(made)
    made.resize(1184, 620)
    made.show()
    return made


def test_a_lot_is_asked_only_where_it_is_not_known(page: MovePage) -> None:
    page.show_move(RECEIVE)
    assert all(f.isVisible() for f in (page.scan, page.product, page.lot, page.expiry, page.vvm))
    assert not page.doses.isVisible()
    page.show_move(MOVE)
    assert not any(f.isVisible() for f in (page.scan, page.product, page.lot, page.vvm, page.place))
    assert page.doses.isVisible()
    page.show_move(replace(RECEIVE, asks_amount=False, asks_vvm=False))
    assert not any(f.isVisible() for f in (page.vials, page.vial_doses, page.expiry))


def test_a_scan_fills_the_fields_and_every_change_is_told(page: MovePage) -> None:
    told: list[MoveForm] = []
    page.changed.connect(told.append)
    page.show_move(RECEIVE)
    page.fill_lot("v", "A", "2027-08-31", "5", "3")
    assert told[-1] == MoveForm("v", "A", "2027-08-31", "5", "3", "", "", "", "", "")


def test_reasons_are_chosen_by_number_while_they_are_asked(page: MovePage) -> None:
    page.show_move(MOVE)
    page.show_save("Waste", False)
    page.choose(1)
    assert page.form.reason == ""
    page.show_save("Waste", True, "Why?")
    page.choose(3)
    assert page.form.reason == ""
    page.choose(2)
    assert page.form.reason == "lost" and page.buttons[1].isChecked()


def test_every_reason_is_in_sight_on_the_lowest_display(qapp: QApplication) -> None:
    theme.apply_theme(qapp, theme.SUNLIGHT)
    window = shown("stock-waste", SIZES[1])
    page = window.stock.move_page
    hidden = [body.verticalScrollBar().maximum() for body in page.findChildren(Body)]
    let_go(window)
    theme.apply_theme(qapp, theme.NORMAL)
    assert hidden == [0], "nothing has to be scrolled to"


def test_enter_writes_nothing_down_and_f9_only_what_is_whole(page: MovePage) -> None:
    asked: list[MoveForm] = []
    page.submitted.connect(asked.append)
    page.show_move(MOVE)
    page.show_save("Waste", True)
    press(page.vials.edit, Qt.Key.Key_Return)
    assert asked == []
    page.submit()
    page.show_save("Waste", False)
    page.submit()
    assert len(asked) == 1


def test_a_new_form_is_empty(page: MovePage) -> None:
    page.show_move(MOVE)
    page.vials.edit.setText("3")
    page.note.edit.setText("fell")
    page.show_save("Waste", True, "Why?")
    page.choose(1)
    page.show_move(MOVE)
    assert page.form == MoveForm("", "", "", "", "", "", "", "", "", "")
