"""Three keys for how the screen is liked, where nobody has learned the key map yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.ui.widgets import DeskButton


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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for button in (self.theme, self.language, self.text):
            layout.addWidget(button)
        layout.addStretch(1)
