"""The key map, on F1: what every key does, by room."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.theme import scaled
from fieldapp.ui.widgets import card, key_cap, label, row
from fieldapp.ui.wrapping import Wrapping

Keys = tuple[tuple[str, str], ...]


class HelpPage(QWidget):
    """What every key does; F1 again goes back to the desk. Arrows and PgDown go further down."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        frame = card(margins=(28, 16, 12, 16))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Keys"))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(label(self.tr("Keys"), size="title"))
            words = self.tr("Scan or type at any time: Enter only ends a scan, it never records.")
            inside.addWidget(label(words, tone="muted", wrap=True))
            inside.addWidget(self.area, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(frame)
        self.area.setWidget(self._map())  # last: whatever moves is styled again with all in it

    def arrive(self) -> None:
        """The arrows go up and down."""
        self.area.setFocus()

    def _map(self) -> QWidget:
        made = QWidget()
        columns = Wrapping(spacing=24, below=0)
        columns.setContentsMargins(0, 0, 12, 0)
        for groups in (
            (
                (self.tr("Desk"), self._desk()),
                (self.tr("Records"), self._records()),
            ),
            (
                (self.tr("Everywhere"), self._everywhere()),
                (self.tr("Watch"), self._watch()),
                (self.tr("Call list"), self._calls()),
                (self.tr("Session"), self._session()),
                (self.tr("Papers"), self._papers()),
                (self.tr("Stock and cold chain"), self._stock()),
                (self.tr("How this laptop is"), self._doctor()),
                (self.tr("Sync"), (("Ctrl E", self.tr("Export the sync log")),)),
            ),
        ):
            part = QWidget()
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            for title, keys in groups:
                column.addWidget(label(title, size="heading"))
                column.addLayout(_grid(keys))
                column.addSpacing(8)
            column.addStretch(1)
            columns.addWidget(part)
        made.setLayout(columns)
        return made

    def _desk(self) -> Keys:
        return (
            ("F2", self.tr("New person, or a person without papers")),
            ("F3", self.tr("Open a vial that cannot be scanned")),
            ("F4", self.tr("A dose given elsewhere")),
            ("F5", self.tr("The same person again, for another vaccine")),
            ("F6", self.tr("Not given, with a reason")),
            ("F7", self.tr("Asked, all no")),
            ("F9", self.tr("Record the dose; save the form")),
            ("Ctrl Enter", self.tr("The same as F9")),
            ("Ctrl O", self.tr("Override, with a reason")),
            ("Ctrl D", self.tr("A dose that was already given")),
            ("Ctrl Z", self.tr("Undo the last dose, with a reason")),
            ("Ctrl F", self.tr("The fee: ask, by whom paid, not taken")),
            ("Ctrl T", self.tr("The last receipt: look, save, print")),
            ("Ctrl K", self.tr("Vaccination card: look, save, print")),
            ("Ctrl L", self.tr("Left arm")),
            ("Ctrl R", self.tr("Right arm")),
            ("Alt 1–9", self.tr("Choose one of several people")),
            ("Esc", self.tr("Clear the desk, or go back")),
        )

    def _everywhere(self) -> Keys:
        return (
            ("F1", self.tr("This page, and back")),
            ("Ctrl F1", self.tr("The guide, chapter by chapter; and back")),
            ("Ctrl H", self.tr("Records: see, correct, link; and back")),
            ("Ctrl M", self.tr("Scan by camera or from a photo")),
            ("Ctrl G", self.tr("Scanner check: what arrives, what to set")),
            ("F8", self.tr("Normal, sunlight, night")),
            ("F11", self.tr("English, 中文")),
            ("Ctrl +", self.tr("Larger text")),
            ("Ctrl −", self.tr("Smaller text")),
            ("F12", self.tr("Lock the laptop")),
            ("Ctrl F12", self.tr("Lock, for the other person")),
            ("F10", self.tr("How this laptop is, and what to do")),
            ("Ctrl U", self.tr("The people of this laptop, and PINs")),
            ("Ctrl 0", self.tr("The set-up of this laptop, step by step")),
            ("Ctrl 1", self.tr("Desk")),
            ("Ctrl 2", self.tr("Watch")),
            ("Ctrl 3", self.tr("Call list")),
            ("Ctrl 4", self.tr("Stock")),
            ("Ctrl 5", self.tr("Session")),
            ("Ctrl 6", self.tr("Sync")),
        )

    def _calls(self) -> Keys:
        return (
            ("↑ ↓", self.tr("Another person; letters and digits look for one")),
            ("Alt 0–9", self.tr("What came of the call")),
            ("Ctrl ↑ ↓", self.tr("More of what is read out")),
            ("F9", self.tr("Save it, and on to the next")),
            ("F5", self.tr("Another phone number")),
            ("Ctrl Z", self.tr("Take the last call back, with a reason")),
            ("F7", self.tr("Doses needed in the next two weeks")),
            ("Ctrl P", self.tr("The list on paper")),
        )

    def _session(self) -> Keys:
        return (
            ("F9", self.tr("Open the operation; close it")),
            ("F3", self.tr("More vials on board")),
            ("↑ ↓", self.tr("Count another lot")),
            ("Ctrl W", self.tr("Wasted, because…")),
            ("Ctrl P", self.tr("The page so far")),
            ("Ctrl B", self.tr("Who has booked for today")),
            ("Ctrl E", self.tr("The session as an Excel workbook: write it, bring it back")),
            ("F7", self.tr("Go on with an operation left open")),
            ("F2", self.tr("The next operation")),
        )

    def _papers(self) -> Keys:
        return (
            ("F9", self.tr("Save as PDF")),
            ("Ctrl P", self.tr("Print, in the system’s own window")),
            ("Del", self.tr("Delete the saved file")),
            ("← →", self.tr("A card’s larger or smaller size")),
        )

    def _records(self) -> Keys:
        return (
            ("Alt 1–9", self.tr("Choose a record")),
            ("F4", self.tr("Correct it; compare two registrations")),
            ("F6", self.tr("Strike it through; they are two people")),
            ("F9", self.tr("Save; they are one person")),
        )

    def _doctor(self) -> Keys:
        return (
            ("F5", self.tr("Look again")),
            ("F9", self.tr("Write support file")),
            ("F4", self.tr("When the laptop locks by itself")),
        )

    def _watch(self) -> Keys:
        return (
            ("F9", self.tr("Leaves the watch; saves the report")),
            ("F6", self.tr("A reaction")),
            ("F4", self.tr("Reported reactions; the form’s other half")),
            ("Ctrl Z", self.tr("The last who left comes back")),
            ("← → ↑ ↓", self.tr("Another person")),
            ("PgUp PgDown", self.tr("Further up or down")),
        )

    def _stock(self) -> Keys:
        return (
            ("F2", self.tr("Receive a lot; scan every vial")),
            ("F3 F4 F5", self.tr("Waste, count, return the chosen lot")),
            ("F6", self.tr("Hold, release, recall")),
            ("F7", self.tr("Temperatures; Ctrl O takes a logger’s file")),
            ("Ctrl Z", self.tr("Movements; again: take the chosen one back")),
        )


def _grid(keys: Keys) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for number, (key, words) in enumerate(keys):
        grid.addLayout(row(key_cap(key), 1), number, 0)
        grid.addWidget(label(words), number, 1)
    grid.setColumnMinimumWidth(0, scaled(108))
    grid.setColumnStretch(1, 1)
    return grid
