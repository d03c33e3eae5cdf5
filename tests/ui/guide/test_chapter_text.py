"""A picture is as wide as there is room, never wider, and nothing has to be moved sideways."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from fieldapp.ui.guide.chapter_text import ChapterText


def test_a_wide_picture_follows_the_width_of_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "wide.png"
    made = QImage(1600, 100, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.darkGreen)
    made.save(str(file))
    text = ChapterText()
    qtbot.addWidget(text)
    text.resize(700, 400)
    text.show()
    text.read(f"![wide]({file.as_uri()})\n\nWords.")
    for width in (700, 500):
        text.resize(width, 400)
        qtbot.waitUntil(lambda: text.document().idealWidth() <= text.viewport().width())
        shown = text.loadResource(2, QUrl.fromLocalFile(str(file)))
        assert isinstance(shown, QImage)
        assert text.viewport().width() - 20 < shown.width() <= text.viewport().width()


def test_a_small_picture_stays_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "small.png"
    QImage(40, 40, QImage.Format.Format_RGB32).save(str(file))
    text = ChapterText()
    qtbot.addWidget(text)
    text.resize(700, 400)
    shown = text.loadResource(2, QUrl.fromLocalFile(str(file)))
    assert isinstance(shown, QImage)
    assert shown.width() == 40
