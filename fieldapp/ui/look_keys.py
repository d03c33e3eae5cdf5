"""Three keys for how the screen is liked, where nobody has learned the key map yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldapp.ui.widgets import DeskButton
from fieldapp.ui.wrapping import Wrapping


class LookKeys(QWidget):
    """Asks for another theme, language or text size; a click goes round, the keys work too."""

    theme_requested = Signal()
    language_requested = Signal()
    text_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = DeskButton(self.tr("Brightness"), "pill", "F8")
        self.theme.setAccessibleName(self.tr("Normal, sunlight, night"))
        self.language = DeskButton("English · 中文", "pill", "F11")
        self.text = DeskButton(self.tr("Text size"), "pill", "Ctrl +")
        self.theme.clicked.connect(self.theme_requested)
        self.language.clicked.connect(self.language_requested)
        self.text.clicked.connect(self.text_requested)
        self.setLayout(Wrapping(self.theme, self.language, self.text))
