"""Photos are dropped on the page, its keys are its buttons', and letters do nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from fieldapp.ui.scanner.camera_page import CameraPage, pick_photo
from tests.ui.hands import press, write

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot) -> CameraPage:
    made = CameraPage()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.arrive()
    return made


def test_a_photo_is_dropped_on_the_page(page: CameraPage) -> None:
    chosen: list[Path] = []
    page.photo_chosen.connect(chosen.append)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile("vial.jpg"), QUrl.fromLocalFile("other.jpg")])
    copy = Qt.DropAction.CopyAction
    over = QDragEnterEvent(QPoint(5, 5), copy, held, LEFT, NONE)
    QApplication.sendEvent(page, over)
    assert over.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), copy, held, LEFT, NONE))
    assert chosen == [Path("vial.jpg")]


def test_keys_are_the_buttons_and_a_scan_does_nothing(page: CameraPage) -> None:
    heard: list[str] = []
    page.left.connect(lambda: heard.append("left"))
    page.pick_requested.connect(lambda: heard.append("pick"))
    write(page.back, "11010519491231002X")
    press(page.back, Qt.Key.Key_Return)
    assert heard == []
    press(page, Qt.Key.Key_F4)
    press(page, Qt.Key.Key_Escape)
    assert heard == ["pick", "left"]


def test_what_the_camera_sees_is_shown(page: CameraPage) -> None:
    page.show_picture(QImage(20, 20, QImage.Format.Format_RGB32))
    assert page.view.picture is not None
    page.say("Hold it still", "info")
    assert (page.said.text(), page.said.property("tone")) == ("Hold it still", "info")


def test_a_photo_is_asked_for_in_the_systems_window(
    page: CameraPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([("vial.jpg", ""), ("", "")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: next(answers))
    assert pick_photo(page) == Path("vial.jpg")
    assert pick_photo(page) is None
