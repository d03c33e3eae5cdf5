"""Pictures of the scanner check and of the camera, with and without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.error_words import in_words
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.print.codes import draw_code
from fieldapp.ui.scanner.eye import NoCamera
from fieldapp.ui.scanner.present import check
from fieldapp.ui.words import tr
from tools.screens.frame import show_frame
from tools.screens.people import NOW

_VIAL = "0106901234567892" + "17280228" + "102026080417"


def _checked(text: str, separators: tuple[str, ...]) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        show_frame(window)
        window.show_page("scanner")
        arrived = Arrived(text, len(text), True, 4, "enter", separators, False)
        window.scanner.show_check(check(arrived, NOW.date()))

    return show


def _waiting(window: MainWindow) -> None:
    show_frame(window)
    window.show_page("scanner")


def _camera_seeing(window: MainWindow) -> None:
    show_frame(window)
    window.show_page("camera")
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(picture)
    draw_code(painter, QRectF(200, 120, 240, 240), _VIAL)
    painter.end()
    window.camera.show_picture(picture)
    window.camera.say(tr("Hold the code before the camera, flat and without glare."))


def _camera_absent(window: MainWindow) -> None:
    show_frame(window)
    window.show_page("camera")
    window.camera.say(in_words(NoCamera()), "info")


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "camera-seeing": _camera_seeing,
    "camera-absent": _camera_absent,
    "scanner-waiting": _waiting,
    "scanner-good": _checked(f"]d2{_VIAL}<GS>21SN000417", ("ctrl",)),
    "scanner-doubtful": _checked(f"{_VIAL[:-3]}21SN0004X7", ()),
}
