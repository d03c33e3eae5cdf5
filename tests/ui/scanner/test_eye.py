"""Without QtMultimedia or a camera it is said politely; with one, frames come."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui.scanner.eye import CameraBusy, CameraEye, CameraNotInstalled, NoCamera, open_eye


def test_without_the_extra_it_is_said_and_the_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    with pytest.raises(CameraNotInstalled, match="Drop a photo"):
        open_eye(QObject())


def test_without_a_camera_it_is_said_and_the_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoDevice:
        def isNull(self) -> bool:
            return True

    class Devices:
        defaultVideoInput = NoDevice

    installed: Any = ModuleType("PySide6.QtMultimedia")
    installed.QMediaDevices = Devices
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", installed)
    with pytest.raises(NoCamera, match="scan at the desk"):
        open_eye(QObject())


@pytest.mark.qt_log_ignore("Couldn.t (load|resolve)", "No RHI backend", extend=True)
def test_frames_come_through_the_real_multimedia_and_trouble_is_told(
    qapp: QApplication, qtbot: QtBot
) -> None:
    try:
        multimedia = import_module("PySide6.QtMultimedia")
    except ImportError:
        pytest.skip("make camera installs QtMultimedia")
    owner = QObject()
    eye = CameraEye(multimedia, multimedia.QCameraDevice(), owner)
    seen: list[QImage] = []
    failures: list[object] = []
    eye.frame.connect(seen.append)
    eye.failed.connect(failures.append)
    picture = QImage(320, 240, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    for _ in range(3):
        eye._sink.setVideoFrame(multimedia.QVideoFrame(picture))
    assert [image.width() for image in seen] == [320], "no more than the eye can follow"
    eye._camera.errorOccurred.emit(multimedia.QCamera.Error.CameraError, "in use elsewhere")
    assert isinstance(failures[-1], CameraBusy)
    eye.close()
    assert not eye._camera.isActive()
