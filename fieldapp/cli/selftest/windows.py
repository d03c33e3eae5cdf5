"""Every room and page of the app, opened and painted in each language, on no display."""

from __future__ import annotations

import os
from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from fieldapp.cli.selftest.step import INSTALL_AGAIN, Lacking
from fieldapp.cli.selftest.system import CHINESE_FONT, family, what_to_type
from fieldapp.ui import language
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.rooms import CAMERA, PAGES, ROOMS
from fieldapp.ui.theme import NORMAL, apply_theme

SIZE = (1366, 768)
_SAMPLE = "疫苗接种"
_EVERY_NTH_DOT = 16


def app() -> QApplication:
    """The one application object, made where there is none yet; it shows nothing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["fieldapp selftest"])


def rooms(spoken: str) -> str:
    """Open every room and page in this language and look at each. Raises Lacking."""
    running, before = app(), language.spoken()
    language.install(running, spoken)
    apply_theme(running, NORMAL)
    window = MainWindow(lambda: 0)
    try:
        window.resize(*SIZE)
        window.show()
        count = sum(1 for _name in _painted(window))
        _check_language(window, spoken)
    finally:
        _let_go(window)
        language.install(running, before)
    return f"{count} rooms and pages painted"


def _painted(window: MainWindow) -> Iterator[str]:
    window.show_lock()
    yield _look(window, "lock")
    for room in ROOMS:
        window.show_room(room.name)
        yield _look(window, room.name)
    for page in PAGES:
        if page != CAMERA:  # a part by choice, which may not be installed
            window.show_page(page)
            yield _look(window, page)


def _look(window: QWidget, name: str) -> str:
    QApplication.processEvents()
    if is_blank(window.grab().toImage()):
        raise Lacking(f"the room {name} stays blank", INSTALL_AGAIN)
    return name


def is_blank(picture: QImage) -> bool:
    """Whether nothing can be seen in the picture: it is empty, or of one colour."""
    across, down = range(0, picture.width(), _EVERY_NTH_DOT), range(0, picture.height())
    return len({picture.pixel(x, y) for y in down for x in across}) < 2


def _check_language(window: QWidget, spoken: str) -> None:
    texts = [label.text() for label in window.findChildren(QLabel)]
    texts += [button.text() for button in window.findChildren(QAbstractButton)]
    if is_chinese("".join(texts)) != (spoken == language.CHINESE):
        raise Lacking(f"the words of the screens are not in {spoken}", INSTALL_AGAIN)


def is_chinese(text: str) -> bool:
    """Whether a good part of the text is written in Chinese characters."""
    return sum("\u4e00" <= sign <= "\u9fff" for sign in text) * 5 > len(text)


def letters() -> str:
    """See that a font draws Chinese names, which are on every list. Raises Lacking."""
    metrics = QFontMetrics(app().font())
    if not all(metrics.inFontUcs4(ord(sign)) for sign in _SAMPLE):
        packages = {name: [package] for name, package in CHINESE_FONT.items()}
        raise Lacking("no font draws Chinese characters", what_to_type(packages, family()))
    return "Latin and Chinese are drawn"


def _let_go(window: QWidget) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
