"""A chapter to read: pictures as wide as there is room, and room between the lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from fieldapp.ui.theme import scaled

_LINE_HEIGHT = 130.0
_BELOW, _EDGE = 10, 12


class ChapterText(QTextBrowser):
    """Shows Markdown; nothing in it leads anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._markdown, self._fitted = "", 0
        self._fits = QTimer(self)
        self._fits.setSingleShot(True)
        self._fits.timeout.connect(self._fit)

    def read(self, markdown: str) -> None:
        """From its first line."""
        self._markdown, self._fitted = markdown, self.viewport().width()
        document = self.document()
        document.clear()  # pictures are fetched again, as wide as they fit now
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        self._give_room(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture, made to fit."""
        image = QImage(QUrl(name).toLocalFile())
        most = self.viewport().width() - _EDGE
        if image.isNull() or image.width() <= most:
            return image
        return image.scaledToWidth(most, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width, once it stands."""
        super().resizeEvent(event)
        self._fits.start()

    def _fit(self) -> None:
        if self._markdown and self._fitted != self.viewport().width():
            at = self.verticalScrollBar().value()
            self.read(self._markdown)
            self.verticalScrollBar().setValue(at)

    def _give_room(self, document: QTextDocument) -> None:
        block = document.begin()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        while block.isValid():
            shape = QTextBlockFormat()
            shape.setBottomMargin(scaled(_BELOW))
            if not self._is_picture(block.text()):
                shape.setLineHeight(_LINE_HEIGHT, proportional)
            QTextCursor(block).mergeBlockFormat(shape)
            block = block.next()

    @staticmethod
    def _is_picture(text: str) -> bool:
        return text == "\N{OBJECT REPLACEMENT CHARACTER}"
