"""The laptop's camera, where there is one: frames until it is closed. The only place that knows
QtMultimedia, which is an extra, and which some systems cannot load.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Signal, SignalInstance
from PySide6.QtGui import QImage

from fieldapp.domain.errors import FieldAppError

_MS_A_FRAME = 66  # enough to aim by; a picture costs the window a few milliseconds
_MULTIMEDIA = "PySide6.QtMultimedia"


class CameraNotInstalled(FieldAppError):
    """QtMultimedia is not part of this installation, or the system cannot load it."""

    happened = "Scanning by camera is not installed on this laptop."
    safe = "Scanners and photos work without it."
    next_step = "Drop a photo here, or scan at the desk."


class NoCamera(FieldAppError):
    """No camera is connected, or the system does not show it to programs."""

    happened = "No camera is connected to this laptop."
    safe = "Scanners and photos work without it."
    next_step = "Connect one, drop a photo here, or scan at the desk."


class CameraBusy(FieldAppError):
    """The camera is there and does not give pictures."""

    happened = "The camera cannot be used: {why}."
    safe = "Nothing was changed."
    next_step = "Close other programs that use it, or drop a photo here."


class Eye(Protocol):
    """An open camera."""

    @property
    def frame(self) -> SignalInstance: ...

    @property
    def failed(self) -> SignalInstance: ...

    def close(self) -> None: ...


OpenEye = Callable[[QObject], Eye]


def open_eye(parent: QObject) -> Eye:
    """Switch the camera on. Raises CameraNotInstalled, NoCamera."""
    try:
        multimedia = import_module(_MULTIMEDIA)
    except ImportError as error:
        raise CameraNotInstalled() from error
    device = multimedia.QMediaDevices.defaultVideoInput()
    if device.isNull():
        raise NoCamera()
    return CameraEye(multimedia, device, parent)


class CameraEye(QObject):
    """A camera of QtMultimedia. Frames come on the thread that opened it."""

    frame = Signal(QImage)
    failed = Signal(object)  # a CameraBusy

    def __init__(self, multimedia: Any, device: object, parent: QObject) -> None:
        super().__init__(parent)
        self._camera = multimedia.QCamera(device, self)
        self._since = QElapsedTimer()
        self._sink = multimedia.QVideoSink(self)
        self._session = multimedia.QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._came)
        self._camera.errorOccurred.connect(self._fails)
        self._camera.start()

    def close(self) -> None:
        """Switch it off: its light goes out."""
        self._camera.stop()
        self.deleteLater()

    def _came(self, frame: Any) -> None:
        if self._since.isValid() and self._since.elapsed() < _MS_A_FRAME:
            return
        image = frame.toImage()
        if not image.isNull():
            self._since.start()
            self.frame.emit(image)

    def _fails(self, _error: object, why: str) -> None:
        self.failed.emit(CameraBusy(why=why))
