"""Two registrations side by side: what is the same, what differs, and the decision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.records.state import PairState
from fieldapp.ui.widgets import DeskButton, card, label
from fieldapp.ui.wrapping import key_row


class PairPage(QWidget):
    """Compare, then decide: one person, or two. Both can be taken back."""

    same_requested = Signal(object)
    apart_requested = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state: PairState | None = None
        self.title, self.lead = label(size="title"), label(tone="muted", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.apart = DeskButton("", "action", "F6")
        self.same = DeskButton(self.tr("One person…"), "primary", "F9")
        self.back.clicked.connect(self.cancelled)
        self.apart.clicked.connect(self.tell_apart)
        self.same.clicked.connect(self.submit)
        body = QVBoxLayout()
        body.addLayout(self._grid)
        body.addStretch(1)
        frame = card(margins=(24, 16, 24, 16))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.title)
            inside.addWidget(self.lead)
            inside.addWidget(Body(body), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(frame, 1)
        self.apart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addLayout(key_row(self.back, self.apart, widest=self.same))

    def show_pair(self, state: PairState) -> None:
        """Show both."""
        self.state = state
        self.title.setText(state.title)
        self.lead.setText(state.lead)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, line in enumerate(state.rows):
            size, tone = ("strong", "stop") if line.differs else ("", "")
            self._grid.addWidget(label(line.words, tone="muted"), number, 0)
            for column, said in ((1, line.one), (2, line.other)):
                self._grid.addWidget(
                    label(said or "–", size=size, tone=tone, wrap=True), number, column
                )
        self.same.setVisible(not state.linked)
        taken_back = self.tr("Two people: take the link back…")
        self.apart.setText(taken_back if state.linked else self.tr("Two people"))
        self.apart.setVisible(state.may_unlink)

    def submit(self) -> None:
        """F9: they are one person."""
        if self.state is not None and not self.state.linked:
            self.same_requested.emit(self.state)

    def tell_apart(self) -> None:
        """F6: they are two people."""
        if self.state is not None and self.state.may_unlink:
            self.apart_requested.emit(self.state)
