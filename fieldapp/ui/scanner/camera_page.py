"""The page of the camera: what it sees, what to do, and photos dropped or picked instead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from fieldapp.ui.announce import announce
from fieldapp.ui.keys import bind
from fieldapp.ui.print.paper_screen import Preview
from fieldapp.ui.widgets import DeskButton, card, label, row, set_tone
from fieldapp.ui.words import tr


class CameraPage(QWidget):
    """Asks for a photo and to leave; knows no camera and no code."""

    photo_chosen = Signal(Path)
    pick_requested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.setAcceptDrops(True)
        self.view = Preview()
        self.said = label(size="lead", wrap=True)
        self.pick = DeskButton(self.tr("Pick a photo…"), "action", "F4")
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.pick.clicked.connect(self.pick_requested)
        self.back.clicked.connect(self.left)
        frame = card(margins=(18, 18, 18, 18))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(label(self.tr("Scan by camera"), size="title"))
            inside.addWidget(self.said)
            inside.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(frame, 1)
        layout.addLayout(row(self.pick, 1, self.back))
        for key, button in (("F4", self.pick), ("Esc", self.back)):
            bind(self, key, button.click)

    def arrive(self) -> None:
        """Nothing on this page takes letters."""
        self.back.setFocus()

    def show_picture(self, picture: QImage | None) -> None:
        """What the camera sees now."""
        self.view.show_picture(picture, self.tr("What the camera sees"))

    def say(self, words: str, tone: str = "muted") -> None:
        """What to do, or what came of a photo."""
        if words == self.said.text():
            return
        self.said.setText(words)
        set_tone(self.said, tone)
        announce(self.said, words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """One photo at a time: the first."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.photo_chosen.emit(Path(files[0]))


def pick_photo(over: QWidget) -> Path | None:
    """Ask for a file in the system's own window; None when it was left."""
    title = tr("Pick a photo of a code")
    pictures = "(*.png *.jpg *.jpeg *.webp *.bmp)"
    chosen, _ = QFileDialog.getOpenFileName(over, title, "", pictures)
    return Path(chosen) if chosen else None
