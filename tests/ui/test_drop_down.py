"""A list to choose from is never changed by a wheel that passes over it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui.drop_down import DropDown


def test_a_wheel_chooses_nothing(qtbot: QtBot) -> None:
    box = DropDown()
    qtbot.addWidget(box)
    box.addItems(["BIBP", "CoronaVac"])
    box.show()
    none = Qt.KeyboardModifier.NoModifier
    place, down = QPointF(5, 5), QPoint(0, -120)
    phase = Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(place, place, QPoint(), down, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(box, turn)
    assert box.currentText() == "BIBP"
