"""The scanner check: scan anything and see what arrives. Nothing is looked up or recorded here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fieldapp.ui.desk.scan_box import ScanBox
from fieldapp.ui.keys import bind
from fieldapp.ui.scanner.check_lines import show_check
from fieldapp.ui.scanner.present import CheckState
from fieldapp.ui.widgets import DeskButton, card, label, row


class CheckPage(QWidget):
    """Its own scan box, and what came of the last scan."""

    arrived = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.scan = ScanBox()
        self.scan.arrived.connect(self.arrived)
        self.lead = label(self.tr("Scan any code: a vial, an ID card, a passport."), tone="muted")
        self.advice = label(size="lead", wrap=True)
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.back.clicked.connect(self.left)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(24)
        self._lines.setVerticalSpacing(6)
        self._lines.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(self.scan)
        layout.addWidget(self._card(), 1)
        layout.addLayout(row(1, self.back))
        bind(self, "Esc", self.left.emit)

    def _card(self) -> QWidget:
        frame = card(margins=(28, 18, 28, 18))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(label(self.tr("Scanner check"), size="title"))
            inside.addWidget(self.lead)
            inside.addSpacing(8)
            inside.addLayout(self._lines)
            inside.addSpacing(8)
            inside.addWidget(self.advice)
            inside.addStretch(1)
        return frame

    def arrive(self) -> None:
        """The box takes whatever comes; nothing of an earlier scan is left to read."""
        self.scan.clear()
        self.show_check(CheckState((), (), ""))
        self.scan.edit.setFocus()

    def show_check(self, state: CheckState) -> None:
        """What came of a scan."""
        show_check(self._lines, self.advice, state)
        self.lead.setVisible(not state.lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever is typed elsewhere on the page goes into the box."""
        self.scan.feed(event)
