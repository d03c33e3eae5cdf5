"""The guide, on Ctrl F1: chapters at the left, the chapter beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from fieldapp.reports.guide import VACCINATOR, chapters, picture_file
from fieldapp.ui.guide.chapter_text import ChapterText
from fieldapp.ui.language import spoken
from fieldapp.ui.theme import scaled
from fieldapp.ui.widgets import card, label

_LIST_WIDTH = 300
_TURNS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space)


class ChapterList(QListWidget):
    """Arrows choose a chapter; Page Up and Page Down turn the pages of the chapter beside it."""

    def __init__(self, text: QTextBrowser) -> None:
        super().__init__()
        self._text = text
        self.setFixedWidth(scaled(_LIST_WIDTH))
        self.setWordWrap(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything but the arrows is for the text."""
        if event.key() in _TURNS:
            bar = self._text.verticalScrollBar()
            back = event.key() == Qt.Key.Key_PageUp
            bar.setValue(bar.value() + (-1 if back else 1) * bar.pageStep())
        else:
            super().keyPressEvent(event)


class GuidePage(QWidget):
    """Built in the language that is spoken now."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self._language = spoken()
        self._chapters = chapters(self._language)
        self.text = ChapterText()
        self.text.setAccessibleName(self.tr("The chapter"))
        self.list = ChapterList(self.text)
        self.list.setAccessibleName(self.tr("Chapters"))
        self.list.addItems([chapter.title for chapter in self._chapters])
        self.list.currentRowChanged.connect(self._open)
        self._lay_out()
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        frame = card(margins=(28, 16, 16, 16))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(label(self.tr("Guide"), size="title"))
            words = self.tr("Arrows: another chapter. PgDown: further down. Ctrl F1: back.")
            inside.addWidget(label(words, tone="muted", wrap=True))
            beside = QHBoxLayout()
            beside.setSpacing(16)
            beside.addWidget(self.list)
            beside.addWidget(self.text, 1)
            inside.addLayout(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(frame)

    def arrive(self) -> None:
        """The arrows choose a chapter."""
        self.list.setFocus()

    def _open(self, number: int) -> None:
        chapter = self._chapters[number]
        self.text.read(f"## {chapter.title}\n\n{chapter.illustrated(self._place)}")

    def _place(self, name: str) -> str | None:
        file = picture_file(self._language, VACCINATOR, name)
        return None if file is None else file.as_uri()
