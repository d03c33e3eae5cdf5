"""Labelled fields of a form: a line of text, a list to choose from, yes or no."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fieldapp.ui.drop_down import DropDown
from fieldapp.ui.widgets import Choice, one_line, row


class Field(QWidget):
    """A labelled line of text."""

    def __init__(self, words: str, hint: str = "") -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(words)
        self.edit.setPlaceholderText(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(one_line(words, size="small", tone="muted"))
        layout.addWidget(self.edit)

    @property
    def text(self) -> str:
        """What is typed, without blanks at the ends."""
        return self.edit.text().strip()


class Picker(QWidget):
    """A labelled list to choose from; the first entry means nothing chosen."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = DropDown()
        self.box.setAccessibleName(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(one_line(words, size="small", tone="muted"))
        layout.addWidget(self.box)

    def offer(self, entries: tuple[tuple[str, str], ...]) -> None:
        """Offer these (id, words)."""
        self.box.clear()
        for name, words in entries:
            self.box.addItem(words, name)

    def choose(self, name: str) -> None:
        """Choose by id; an unknown one chooses nothing."""
        self.box.setCurrentIndex(max(0, self.box.findData(name)))

    @property
    def chosen(self) -> str:
        """The id of the chosen entry."""
        return str(self.box.currentData() or "")


class YesNo(QWidget):
    """A labelled question, unanswered at first."""

    answered = Signal()

    def __init__(self, words: str, no: str, yes: str) -> None:
        super().__init__()
        self.choice = Choice(no, yes, words)
        self.choice.chosen.connect(self._chosen)
        self.answer: bool | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(one_line(words, size="small", tone="muted"))
        layout.addLayout(row(self.choice, 1))

    def show_answer(self, answer: bool | None) -> None:
        """Show an answer, or that there is none yet."""
        self.answer = answer
        self.choice.show_choice(None if answer is None else int(answer))

    def _chosen(self, which: int) -> None:
        self.show_answer(bool(which))
        self.answered.emit()
