"""A code before the camera or on a photo is handed on once; then the camera is off."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from zxingcpp import BarcodeFormat

from fieldapp.ui.background import Job
from fieldapp.ui.scanner.camera_flow import CameraFlow
from fieldapp.ui.scanner.camera_page import CameraPage
from fieldapp.ui.scanner.eye import CameraBusy, Eye, NoCamera
from tests.ui.hands import press
from tests.ui.scanner.pictures import VIAL_AS_TYPED, code, photo, vial


class FakeEye(QObject):
    """A camera that sees what a test holds before it."""

    frame = Signal(QImage)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on = True

    def close(self) -> None:
        self.on = False


@dataclass
class Studio:
    """The page, its flow, and the cameras that were opened."""

    page: CameraPage
    qtbot: QtBot
    owner: QObject
    missing: bool = False
    picked: Path | None = None
    eyes: list[FakeEye] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    flow: CameraFlow = field(init=False)

    def open_eye(self, parent: QObject) -> Eye:
        if self.missing:
            raise NoCamera()
        self.eyes.append(FakeEye(parent))
        return self.eyes[-1]

    def show(self, picture: QImage, times: int = 1) -> None:
        """Hold a picture before the camera until it was looked at so often."""
        for _ in range(times):
            self.eyes[-1].frame.emit(picture)
            self.flow.lane.wait()
            self.qtbot.waitUntil(lambda: not self.flow.reading)


@pytest.fixture
def studio(qtbot: QtBot) -> Iterator[Studio]:
    page, owner = CameraPage(), QObject()
    qtbot.addWidget(page)
    page.resize(1184, 600)
    page.show()
    made = Studio(page, qtbot, owner)
    made.flow = CameraFlow(page, owner, open_eye=made.open_eye, pick=lambda _over: made.picked)
    made.flow.read.connect(made.read.append)
    yield made
    made.flow.stop()
    made.flow.lane.wait()


def test_a_code_seen_twice_alike_is_handed_on_once_and_the_camera_goes_off(
    studio: Studio,
) -> None:
    studio.flow.entered()
    studio.show(photo(vial()))
    assert studio.read == [], "once may be a misreading"
    studio.show(photo(vial(), turn=9))
    assert studio.read == [VIAL_AS_TYPED]
    assert not studio.eyes[-1].on
    assert studio.page.view.picture is None, "nothing of it is left on the screen"


def test_two_codes_are_not_chosen_between(studio: Studio) -> None:
    studio.flow.entered()
    studio.show(photo(vial(), code("A12345678", BarcodeFormat.QRCode)), times=3)
    assert studio.read == []
    assert "Show one alone" in studio.page.said.text()
    assert studio.eyes[-1].on


def test_the_camera_goes_off_when_the_page_is_left_and_at_the_lock(studio: Studio) -> None:
    for leave in (studio.flow.left, studio.flow.stop):
        studio.flow.entered()
        assert studio.eyes[-1].on
        leave()
        assert not studio.eyes[-1].on


def test_a_frame_read_after_the_page_was_left_is_handed_to_nobody(studio: Studio) -> None:
    gate = threading.Event()
    studio.flow.entered()
    studio.flow.lane.start(Job(lambda: gate.wait(30), studio.owner))
    studio.eyes[-1].frame.emit(vial())
    studio.eyes[-1].frame.emit(vial())
    studio.flow.left()
    gate.set()
    studio.flow.lane.wait()
    studio.qtbot.wait(20)
    assert studio.read == []


def test_while_one_frame_is_read_the_next_are_only_shown(studio: Studio) -> None:
    gate = threading.Event()
    studio.flow.entered()
    studio.flow.lane.start(Job(lambda: gate.wait(30), studio.owner))
    for _ in range(20):
        studio.eyes[-1].frame.emit(vial())
    assert studio.page.view.picture is not None, "the window goes on"
    gate.set()
    studio.flow.lane.wait()
    studio.qtbot.waitUntil(lambda: not studio.flow.reading)
    assert studio.read == [], "one look, not twenty"


def test_without_a_camera_photos_still_work(studio: Studio, tmp_path: Path) -> None:
    studio.missing = True
    studio.flow.entered()
    assert "No camera is connected" in studio.page.said.text()
    photo(vial()).save(str(tmp_path / "vial.jpg"))
    studio.page.photo_chosen.emit(tmp_path / "vial.jpg")
    studio.qtbot.waitUntil(lambda: studio.read == [VIAL_AS_TYPED])


def test_a_photo_is_picked_by_key_and_one_that_shows_nothing_is_said(
    studio: Studio, tmp_path: Path
) -> None:
    studio.flow.entered()
    studio.qtbot.waitUntil(studio.page.isActiveWindow)
    studio.page.arrive()
    press(studio.page, Qt.Key.Key_F4)
    assert "Hold the code" in studio.page.said.text(), "the window was left without a choice"
    blank = QImage(300, 300, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFFFF)
    blank.save(str(tmp_path / "blank.png"))
    studio.picked = tmp_path / "blank.png"
    press(studio.page, Qt.Key.Key_F4)
    studio.qtbot.waitUntil(lambda: "No code was found" in studio.page.said.text())
    studio.picked = tmp_path / "missing.png"
    press(studio.page, Qt.Key.Key_F4)
    studio.qtbot.waitUntil(lambda: "cannot be read" in studio.page.said.text())


def test_a_camera_that_others_use_is_said_and_let_go(studio: Studio) -> None:
    studio.flow.entered()
    studio.eyes[-1].failed.emit(CameraBusy(why="in use"))
    assert "in use" in studio.page.said.text()
    assert not studio.eyes[-1].on
