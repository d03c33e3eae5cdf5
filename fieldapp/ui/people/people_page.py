"""The page of the people: one small form; F9 saves, Esc goes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.form_page import FormPage
from fieldapp.ui.keys import bind


class PeoplePage(QWidget):
    """Asks to go back; what is typed is the form's."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.form = FormPage()
        self.form.cancelled.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self.form)
        keys: dict[str, Callable[[], object]] = {
            "F9": self.form.submit,
            "Ctrl+Return": self.form.submit,
            "Esc": self.left.emit,
        }
        for key, act in keys.items():
            bind(self, key, act)
