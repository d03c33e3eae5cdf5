"""The page that shows a paper before it exists anywhere: look, then save, print or leave it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.announce import announce
from fieldapp.ui.body import Body
from fieldapp.ui.keys import bind
from fieldapp.ui.language import LANGUAGES
from fieldapp.ui.theme import in_force
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import Choice, DeskButton, card, label, one_line, set_tone
from fieldapp.ui.wrapping import Wrapping


@dataclass(frozen=True, slots=True)
class PaperState:
    """What is shown. `picture` None: there is nothing to print, and `note` says what to do.

    `larger`: of a card, whether the larger of its two sheets is shown; None for other papers.
    `language` is that of a card; empty for other papers.
    """

    title: str
    subtitle: str = ""
    note: str = ""
    picture: QImage | None = None
    larger: bool | None = None
    language: str = ""


class Preview(QWidget):
    """A picture of a sheet, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QImage | None, words: str) -> None:
        """Show it; `words` say to screen readers what it is."""
        self.picture = picture
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        size = self.picture.size().toSizeF()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(0, 0), size)
        place.moveCenter(room.center())
        painter.drawImage(place, self.picture)
        painter.setPen(QColor(in_force().line))
        painter.drawRect(place)


class PaperScreen(QWidget):
    """Asks to save, to print, to delete; knows no file and no printer."""

    save_requested = Signal()
    print_requested = Signal()
    delete_requested = Signal()
    size_chosen = Signal(bool)
    language_chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.preview = Preview()
        self.title, self.subtitle = label(size="title"), one_line(size="lead")
        self.note, self.said = label(wrap=True), label(size="lead", wrap=True)
        question = self.tr("Size of the card")
        self.sizes = Choice(self.tr("A5 sheet"), self.tr("Wallet, to fold"), question)
        self.languages = Choice("English", "中文", self.tr("Language of the card"))
        self.save = DeskButton(self.tr("Save as PDF"), "primary", "F9")
        self.print = DeskButton(self.tr("Print…"), "action", "Ctrl P")
        self.delete = DeskButton(self.tr("Delete the file"), "action", "Del")
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(14)
        sheet = card(margins=(18, 18, 18, 18))
        inside = sheet.layout()
        if inside is not None:
            inside.addWidget(self.preview)
        layout.addWidget(sheet, 1)
        layout.addLayout(self._column(), 1)
        self._connect()
        self.show_paper(PaperState(""))

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(12)
        for part in (self.subtitle, self.sizes, self.languages, self.note, self.said):
            words.addWidget(part)
        words.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(Body(words), 1)
        column.addWidget(self.save)
        self.print.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addLayout(Wrapping(self.print, self.delete, self.back))
        return column

    def _connect(self) -> None:
        self.sizes.chosen.connect(lambda which: self.size_chosen.emit(which == 0))
        self.languages.chosen.connect(lambda which: self.language_chosen.emit(LANGUAGES[which]))
        pressed: tuple[tuple[DeskButton, SignalInstance, tuple[str, ...]], ...] = (
            (self.save, self.save_requested, ("F9", "Ctrl+Return", "Ctrl+Enter")),
            (self.print, self.print_requested, ("Ctrl+P",)),
            (self.delete, self.delete_requested, ("Del",)),
            (self.back, self.left, ("Esc",)),
        )
        for button, signal, keys in pressed:
            button.clicked.connect(signal)
            for key in keys:
                bind(self, key, partial(_press, button))
        bind(self, "Left", lambda: self._choose(larger=True))
        bind(self, "Right", lambda: self._choose(larger=False))
        bind(self, "Up", lambda: self._choose_language(0))
        bind(self, "Down", lambda: self._choose_language(1))

    def _choose(self, *, larger: bool) -> None:
        if self.sizes.isVisible():
            self.size_chosen.emit(larger)

    def _choose_language(self, which: int) -> None:
        if self.languages.isVisible():
            self.language_chosen.emit(LANGUAGES[which])

    def arrive(self) -> None:
        """Nothing on this page takes letters: a scan here does nothing."""
        (self.save if self.save.isEnabled() else self.back).setFocus()

    def show_paper(self, state: PaperState) -> None:
        """Show a paper, or that there is none."""
        self.title.setText(state.title)
        self.subtitle.setText(state.subtitle)
        self.note.setText(state.note)
        self.preview.show_picture(state.picture, f"{state.title}. {state.subtitle}")
        self.sizes.setVisible(state.larger is not None)
        self.sizes.show_choice(None if state.larger is None else int(not state.larger))
        self.languages.setVisible(bool(state.language))
        known = state.language in LANGUAGES
        self.languages.show_choice(LANGUAGES.index(state.language) if known else None)
        for button in (self.save, self.print):
            button.setEnabled(state.picture is not None)
        self.say("")
        self.show_file(False)

    def show_file(self, there: bool) -> None:
        """Whether there is a file of this paper to delete again."""
        self.delete.setVisible(there)

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of saving or printing."""
        tell(self.said, words)
        self.note.setVisible(not words)  # what was said before is no longer so
        set_tone(self.said, tone)
        if words:
            announce(self.said, words)


def _press(button: DeskButton) -> None:
    if button.isVisible():
        button.click()
