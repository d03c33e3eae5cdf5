"""The scanner step: a code to scan off the screen, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from fieldapp.ui.desk.scan_box import ScanBox
from fieldapp.ui.scanner.check_lines import show_check
from fieldapp.ui.scanner.present import CheckState
from fieldapp.ui.set_up.code_picture import CodePicture
from fieldapp.ui.set_up.shown_code import SHOWN_CODE
from fieldapp.ui.set_up.step_page import StepPage
from fieldapp.ui.widgets import label

_SIDE = 200


class ScannerPage(StepPage):
    """Whatever is typed goes into its scan box; nothing is looked up or recorded."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.scan = ScanBox(hint=self.tr("Scan here"))
        self.scan.arrived.connect(self.arrived)
        self.advice = label(size="strong", wrap=True)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(20)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)
        self.inside.addWidget(self.scan)
        self.inside.addLayout(self._middle())
        self.never.show()
        self.never.setText(self.tr("No scanner here"))
        self.show_check(CheckState((), (), ""))
        self.describe(
            self.tr("Scanner"),
            self.tr(
                "Scan the code below off the screen: it shows at once what has to be set. A "
                "scanner for stripes alone cannot read it; scan a vial or an ID card instead."
            ),
        )

    def _middle(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.advice)  # first, so that it is in sight whatever came
        words.addLayout(self._lines)
        words.addStretch(1)
        code = CodePicture(SHOWN_CODE, self.tr("A code to scan"), _SIDE)
        side = QHBoxLayout()
        side.setSpacing(20)
        side.addWidget(code, alignment=Qt.AlignmentFlag.AlignTop)
        side.addLayout(words, 1)
        return side

    def arrive(self) -> None:
        """The box takes whatever comes."""
        self.scan.clear()
        self.show_check(CheckState((), (), ""))
        self.scan.edit.setFocus()

    def show_done(self, done: bool) -> None:
        """There is no key for it: the scan itself is the deed."""
        super().show_done(done)
        self.go.setVisible(done)
        self.never.setVisible(not done)

    def show_check(self, state: CheckState) -> None:
        """What came of a scan."""
        show_check(self._lines, self.advice, state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever is typed elsewhere on the page goes into the box."""
        self.scan.feed(event)
