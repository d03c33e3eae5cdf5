"""The vial in use, and the arm."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fieldapp.ui.desk.state import VialState
from fieldapp.ui.widgets import Choice, DeskButton, label, one_line, row, set_tone

LEFT, RIGHT = "left-deltoid", "right-deltoid"


class VialCard(QFrame):
    """The vial in use, and the arm."""

    site_chosen = Signal(str)
    fee_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.product = one_line(size="subtitle")
        self.lot, self.note = label(wrap=True), label(tone="muted", wrap=True)
        self.arm = Choice(self.tr("Left"), self.tr("Right"), self.tr("Arm"))
        self.arm.chosen.connect(lambda which: self.site_chosen.emit((LEFT, RIGHT)[which]))
        self.fee = label(size="strong", wrap=True)
        self.settle = DeskButton(self.tr("Fee…"), "link")
        self.settle.setToolTip("Ctrl+F")
        self.settle.setMinimumWidth(48)
        self.settle.clicked.connect(self.fee_requested)
        self._strip = label(wrap=True)
        self._tall = (
            label(self.tr("Vial in use"), size="heading"),
            self.product,
            self.lot,
            self.note,
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        self._column = layout
        for part in self._tall:
            layout.addWidget(part)
        foot = row(self._strip, label(self.tr("Arm")), self.arm)
        foot.setStretch(0, 20)
        foot.setStretch(1, 1)
        layout.addLayout(foot)
        cost = row(self.fee, self.settle)
        cost.setStretch(0, 1)
        layout.addLayout(cost)
        layout.addStretch(1)
        self.set_strip(False)

    def set_strip(self, strip: bool) -> None:
        """Say all in one line, the fee first, where many questions need the room."""
        self._in_a_strip = strip
        self._show_fee()
        for part in self._tall:
            part.setVisible(not strip)
        self._strip.setVisible(strip)
        self._column.setContentsMargins(16, 4, 16, 4)

    def _show_fee(self) -> None:
        beside = bool(self.fee.text()) and not self._in_a_strip
        for part in (self.fee, self.settle):
            part.setVisible(beside)

    def show_vial(self, state: VialState) -> None:
        """Fill the card; without a vial it says what to do."""
        self.product.setText(state.product or self.tr("No vial yet"))
        self.lot.setText(state.lot if state.product else self.tr("Scan the vial now."))
        self.note.setText(state.note)
        parts = (state.fee, self.product.text(), self.lot.text(), state.note)
        set_tone(self._strip, state.fee_tone)
        self._strip.setText(" · ".join(part for part in parts if part))
        self.fee.setText(state.fee)
        set_tone(self.fee, state.fee_tone)
        self._show_fee()
        self.arm.show_choice({LEFT: 0, RIGHT: 1}.get(state.site))
