"""A body gives way downwards only, and Page Down goes on in it wherever the focus is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.body import Body
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.widgets import label


def lines(count: int) -> QVBoxLayout:
    layout = QVBoxLayout()
    for number in range(count):
        layout.addWidget(label(f"line {number} of a page that is long"))
    layout.addStretch(1)
    return layout


def shown(qtbot: QtBot, count: int) -> Body:
    body = Body(lines(count))
    qtbot.addWidget(body)
    body.resize(400, 300)
    body.show()
    return body


def test_it_is_never_narrower_than_what_is_inside(qtbot: QtBot) -> None:
    body = shown(qtbot, 40)
    inside = body.widget()
    assert inside is not None
    assert body.minimumSizeHint().width() >= inside.minimumSizeHint().width()
    assert body.minimumSizeHint().height() < 200
    assert not body.horizontalScrollBar().isVisible()


def test_what_fits_does_not_scroll(qtbot: QtBot) -> None:
    assert not shown(qtbot, 3).verticalScrollBar().isVisible()
    assert shown(qtbot, 40).verticalScrollBar().isVisible()


def test_it_goes_down_a_page_up_again_and_to_the_top(qtbot: QtBot) -> None:
    body = shown(qtbot, 40)
    bar = body.verticalScrollBar()
    body.turn(1)
    assert bar.value() > 0
    body.turn(-1)
    assert bar.value() == 0


def test_page_down_scrolls_although_the_focus_is_in_a_field_beside_it(qtbot: QtBot) -> None:
    window, room, edit, body = MainWindow(lambda: 0), QWidget(), QLineEdit(), Body(lines(80))
    qtbot.addWidget(window)
    layout = QVBoxLayout(room)
    layout.addWidget(edit)
    layout.addWidget(body)
    window.rooms.addWidget(room)
    window.rooms.setCurrentWidget(room)
    window.show()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_PageDown)
    assert body.verticalScrollBar().value() > 0
    QTest.keyClick(edit, Qt.Key.Key_PageUp)
    assert body.verticalScrollBar().value() == 0
