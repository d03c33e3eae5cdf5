"""The page of papers: keys do what they say, and a scanner does nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from fieldapp.ui.print.paper_screen import PaperScreen, PaperState
from tests.ui.hands import CONTROL, click, press, write

Key = Qt.Key


def sheet() -> QImage:
    image = QImage(148, 210, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


@pytest.fixture
def screen(qtbot: QtBot) -> PaperScreen:
    made = PaperScreen()
    qtbot.addWidget(made)
    made.resize(1184, 600)
    made.show_paper(PaperState("Card", "王甲", "Nothing is saved yet.", sheet(), larger=True))
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.arrive()
    return made


def asked(screen: PaperScreen) -> list[object]:
    """Everything that is asked for from now on."""
    heard: list[object] = []
    screen.save_requested.connect(lambda: heard.append("save"))
    screen.print_requested.connect(lambda: heard.append("print"))
    screen.delete_requested.connect(lambda: heard.append("delete"))
    screen.left.connect(lambda: heard.append("left"))
    screen.size_chosen.connect(heard.append)
    return heard


def test_every_key_asks_for_what_its_button_says(screen: PaperScreen) -> None:
    heard = asked(screen)
    press(screen, Key.Key_F9)
    press(screen, Key.Key_Return, CONTROL)
    press(screen, Key.Key_P, CONTROL)
    press(screen, Key.Key_Escape)
    press(screen, Key.Key_Right)
    press(screen, Key.Key_Left)
    assert heard == ["save", "save", "print", "left", False, True]


def test_up_and_down_choose_the_language_of_a_card_only(screen: PaperScreen) -> None:
    heard: list[str] = []
    screen.language_chosen.connect(heard.append)
    press(screen, Key.Key_Down)
    screen.show_paper(PaperState("Card", picture=sheet(), larger=True, language="en"))
    press(screen, Key.Key_Down)
    press(screen, Key.Key_Up)
    assert heard == ["zh_CN", "en"]
    assert screen.languages.buttons[0].isChecked()


def test_a_scan_saves_and_prints_nothing(screen: PaperScreen) -> None:
    heard = asked(screen)
    for widget in (screen, screen.save, screen.print, screen.back):
        widget.setFocus()
        write(widget, "11010519491231002X ")
        press(widget, Key.Key_Return)
        press(widget, Key.Key_Enter)
    assert heard == []


def test_a_file_can_be_deleted_only_when_there_is_one(screen: PaperScreen) -> None:
    heard = asked(screen)
    press(screen, Key.Key_Delete)
    assert heard == []
    screen.show_file(True)
    press(screen, Key.Key_Delete)
    click(screen.delete)
    assert heard == ["delete", "delete"]


def test_without_a_paper_nothing_can_be_saved_or_printed(screen: PaperScreen) -> None:
    screen.show_paper(PaperState("Card", note="Nobody is at the desk."))
    heard = asked(screen)
    press(screen, Key.Key_F9)
    press(screen, Key.Key_P, CONTROL)
    press(screen, Key.Key_Left)
    assert heard == []
    assert not screen.sizes.isVisible()
    assert screen.note.text() == "Nobody is at the desk."


def test_what_was_said_takes_the_place_of_what_is_no_longer_so(screen: PaperScreen) -> None:
    screen.say("Saved: card.pdf", "ok")
    assert screen.said.isVisible() and not screen.note.isVisible()
    screen.show_paper(PaperState("Card", "王甲", "Nothing is saved yet.", sheet()))
    assert screen.note.isVisible() and not screen.said.isVisible()


def test_the_preview_shows_the_whole_sheet(screen: PaperScreen, qtbot: QtBot) -> None:
    grabbed = screen.preview.grab().toImage()
    middle = grabbed.pixelColor(grabbed.width() // 2, grabbed.height() // 2)
    assert middle.lightness() == 255
    assert "王甲" in screen.preview.accessibleName()
