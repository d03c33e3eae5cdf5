"""More vials for an operation at work: what is put on board here is recorded at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.session.load_card import LoadCard
from fieldapp.ui.widgets import DeskButton, label


class LoadPage(QWidget):
    """The card of the morning, alone; Esc goes back."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.loads = LoadCard()
        self.back = DeskButton(self.tr("Back to the operation"), "action", "Esc")
        self.back.clicked.connect(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Add vials"), size="title"))
        layout.addWidget(self.loads, 1)
        layout.addWidget(self.back)

    def arrive(self) -> None:
        """The scan comes first."""
        self.loads.arrive()
