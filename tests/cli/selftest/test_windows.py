"""Every room is opened and seen in both languages; one that stays blank is named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.cli.selftest import windows
from fieldapp.cli.selftest.step import Lacking
from fieldapp.ui import language
from fieldapp.ui.rooms import PAGES, ROOMS

pytestmark = pytest.mark.usefixtures("qapp")
# the lock and every room and page, but for the camera, which is installed by choice
EVERYTHING = 1 + len(ROOMS) + len(PAGES) - 1


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_every_room_is_painted_and_no_window_stays(spoken: str) -> None:
    before = language.spoken(), len(QApplication.topLevelWidgets())
    assert windows.rooms(spoken) == f"{EVERYTHING} rooms and pages painted"
    assert (language.spoken(), len(QApplication.topLevelWidgets())) == before


def test_a_room_that_stays_blank_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "is_blank", lambda _picture: True)
    with pytest.raises(Lacking, match="the room lock stays blank"):
        windows.rooms(language.ENGLISH)


def test_screens_in_the_wrong_language_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    speak = language.install
    monkeypatch.setattr(language, "install", lambda app, _spoken: speak(app, language.ENGLISH))
    with pytest.raises(Lacking, match="not in zh_CN"):
        windows.rooms(language.CHINESE)


def test_a_picture_of_one_colour_is_blank() -> None:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    assert windows.is_blank(picture) and windows.is_blank(QImage())
    picture.setPixel(32, 32, 0)
    assert not windows.is_blank(picture)


def test_chinese_is_told_from_a_name_in_a_sentence() -> None:
    assert windows.is_chinese("记录接种 F9")
    assert not windows.is_chinese("Registered as 王样海, waiting for the hub")


def test_without_a_chinese_font_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoChinese:
        def __init__(self, _font: object) -> None: ...

        def inFontUcs4(self, _sign: int) -> bool:
            return False

    monkeypatch.setattr(windows, "QFontMetrics", NoChinese)
    monkeypatch.setattr(windows, "family", lambda: "debian")
    with pytest.raises(Lacking, match="no font draws Chinese") as caught:
        windows.letters()
    assert caught.value.next_step == "Type: sudo apt-get install fonts-noto-cjk"


def test_the_application_is_made_once() -> None:
    assert windows.app() is QApplication.instance()
    assert not [window for window in QApplication.topLevelWidgets() if _is_shown(window)]


def _is_shown(window: QWidget) -> bool:
    return window.isVisible()
