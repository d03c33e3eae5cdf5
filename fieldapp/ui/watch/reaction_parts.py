"""Parts of the AEFI form: numbered boxes to tick, and whether it was serious."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.drop_down import DropDown
from fieldapp.ui.widgets import DeskButton, label

_WITH_A_KEY = 9


class Boxes(QWidget):
    """Several of a few may be ticked; `keys` are painted before the words."""

    changed = Signal()

    def __init__(self, columns: int, keys: str) -> None:
        super().__init__()
        self._columns, self._keys = columns, keys
        self.boxes: dict[str, DeskButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def offer(self, entries: tuple[tuple[str, str], ...]) -> None:
        """Offer these (code, words); none is ticked."""
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for number, (code, words) in enumerate(entries):
            box = DeskButton(f"{self._keys}{number + 1}  {words}", "box")
            box.setAccessibleName(words)
            box.setCheckable(True)
            box.clicked.connect(self.changed)
            self._grid.addWidget(box, number // self._columns, number % self._columns)
            self.boxes[code] = box

    def tick(self, codes: tuple[str, ...]) -> None:
        """Tick these and no others."""
        for code, box in self.boxes.items():
            box.setChecked(code in codes)

    def toggle(self, number: int) -> None:
        """Tick or clear by number, from 1."""
        boxes = list(self.boxes.values())
        if 1 <= number <= len(boxes):
            boxes[number - 1].click()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The codes that are ticked, in order."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())


class ReactionBoxes(QFrame):
    """What was seen: nine boxes with a key each, and the rest of the form's list."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.boxes, self.rest = Boxes(3, ""), DropDown()
        self.rest.setAccessibleName(self.tr("More from the form’s list"))
        self._more: dict[str, str] = {}
        self._chosen: tuple[str, ...] = ()
        self.boxes.changed.connect(self.changed)
        self.rest.activated.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(6)
        layout.addWidget(label(self.tr("What was seen?"), size="heading"))
        layout.addWidget(self.boxes)
        layout.addWidget(self.rest)

    def offer(self, entries: tuple[tuple[str, str], ...]) -> None:
        """Offer these (code, words)."""
        self.boxes.offer(entries[:_WITH_A_KEY])
        self._more = dict(entries[_WITH_A_KEY:])

    def tick(self, codes: tuple[str, ...]) -> None:
        """Tick these; codes of a newer program are kept as they are."""
        self.boxes.tick(codes)
        self._chosen = tuple(code for code in codes if code not in self.boxes.boxes)
        self._show_rest()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The codes that are ticked."""
        return (*self.boxes.ticked, *self._chosen)

    def _pick(self, index: int) -> None:
        code = self.rest.itemData(index)
        if code:
            took = [one for one in self._chosen if one != code]
            self._chosen = tuple(took) if code in self._chosen else (*self._chosen, str(code))
            self.changed.emit()
        self._show_rest()

    def _show_rest(self) -> None:
        self.rest.clear()
        chosen = [self._more.get(code, code) for code in self._chosen]
        self.rest.addItem(" · ".join(chosen) or self.tr("More from the form’s list…"), "")
        for code, words in self._more.items():
            self.rest.addItem(f"✓ {words}" if code in self._chosen else words, code)
        self.rest.setCurrentIndex(0)


class SeriousBox(QFrame):
    """Asked every time: none of these, or which. Unanswered at first."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.none = DeskButton(self.tr("None of these"), "box", "F7")
        self.none.setCheckable(True)
        self.none.clicked.connect(self.say_no)
        self.criteria = Boxes(2, "Alt ")
        self.criteria.changed.connect(self._ticked)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Serious? Any of these?"), size="heading"), 1)
        head.addWidget(self.none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.criteria)
        layout.addStretch(1)

    def show_answer(self, serious: str, criteria: tuple[str, ...]) -> None:
        """Show what was answered; "" is nothing yet."""
        self.none.setChecked(serious == "no")
        self.criteria.tick(criteria)

    def say_no(self) -> None:
        """Asked: none of these."""
        self.show_answer("no", ())
        self.changed.emit()

    @property
    def serious(self) -> str:
        """ "", "no" or "yes"."""
        if self.criteria.ticked:
            return "yes"
        return "no" if self.none.isChecked() else ""

    def _ticked(self) -> None:
        self.none.setChecked(False)
        self.changed.emit()
