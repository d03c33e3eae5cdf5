"""The lock: who is at the laptop, and the PIN. Asks to unlock; knows no keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui import icons
from fieldapp.ui.look_keys import LookKeys
from fieldapp.ui.theme import in_force
from fieldapp.ui.widgets import label, set_tone

_EDGE = 96
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "enter")


@dataclass(frozen=True, slots=True)
class LockUser:
    """A person who may unlock: login, and name with role in words."""

    login: str
    words: str


class LockScreen(QWidget):
    """Names on the left, PIN and keypad on the right. The field takes a passphrase, too.

    `note` is what is said below the names while nothing else is, in the demo for instance.
    """

    unlock_requested = Signal(str, str)

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self.setObjectName("room")
        self._note, self._said = note, ""
        self._users: list[LockUser] = []
        self._people = QButtonGroup(self)
        self._names = QVBoxLayout()
        self._names.setSpacing(14)
        self.message = label(size="small", tone="muted", wrap=True)
        self.message.setMinimumHeight(44)
        self.pin = QLineEdit()
        self.looks, self._area = LookKeys(), _Names()
        self._set_up_pin()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_EDGE, 24, _EDGE, 24)
        layout.setSpacing(_EDGE // 2)
        layout.addLayout(self._left(), 1)
        layout.addWidget(self._right())

    def show_users(self, users: Sequence[LockUser], chosen: str = "") -> None:
        """Offer these people; the one with the login `chosen`, or the first, is chosen."""
        while (item := self._names.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                self._people.removeButton(widget)  # type: ignore[arg-type]  # only buttons are here
                widget.deleteLater()
        self._users = list(users)
        place = next((n for n, user in enumerate(users) if user.login == chosen), 0)
        for number, user in enumerate(users):
            button = QPushButton(user.words)
            button.setProperty("role", "person")
            button.setCheckable(True)
            button.setChecked(number == place)
            button.setAccessibleName(user.words)
            button.clicked.connect(self.pin.setFocus)
            self._people.addButton(button, number)
            self._names.addWidget(button)
        self._area.updateGeometry()
        self.clear_pin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose another name while the PIN keeps the focus."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        button = None if step is None else self._people.button(self._people.checkedId() + step)
        if button is None:
            super().keyPressEvent(event)
        else:
            button.setChecked(True)
            self._area.ensureWidgetVisible(button)
            self.clear_pin()

    @property
    def names_shown(self) -> list[str]:
        """The names offered now."""
        return [user.words for user in self._users]

    @property
    def name_chosen(self) -> str:
        """The name whose PIN is asked for."""
        button = self._people.checkedButton()
        return "" if button is None else button.text()

    def show_message(self, text: str, tone: str = "muted") -> None:
        """Say what happened with the last try, or nothing."""
        self.message.setText(text or self._locked_words())
        set_tone(self.message, tone if text else "muted")

    def say(self, words: str) -> None:
        """Say this beside the usual while nothing else is said; "" says only the usual."""
        self._said = words
        self.show_message("")

    def show_busy(self, busy: bool) -> None:
        """While a PIN is being checked nothing else can be typed."""
        self.pin.setEnabled(not busy)
        self.keypad.setEnabled(not busy)
        if not busy:
            self.pin.setFocus()

    def clear_pin(self) -> None:
        """Forget what was typed."""
        self.pin.clear()
        self.pin.setFocus()

    def _locked_words(self) -> str:
        usual = self._note or self.tr("Locked: nothing can be read on this laptop.")
        return f"{self._said}\n{usual}" if self._said else usual

    def _set_up_pin(self) -> None:
        self.pin.setObjectName("pin")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pin.setAccessibleName(self.tr("PIN or passphrase"))
        self.pin.setPlaceholderText(self.tr("PIN"))
        self.pin.returnPressed.connect(self._ask)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addStretch(1)
        left.addWidget(label(self.tr("Who is at the laptop?"), size="question", wrap=True))
        self._area.hold(self._names)
        left.addWidget(self._area)
        left.addWidget(self.message)
        left.addWidget(self.looks)
        left.addStretch(1)
        self.show_message("")
        return left

    def _right(self) -> QWidget:
        self.keypad = QWidget()
        self.keypad.setFixedWidth(420)
        grid = QGridLayout(self.keypad)
        grid.setSpacing(12)
        grid.addWidget(self.pin, 0, 0, 1, 3)
        for number, key in enumerate(_KEYS):
            grid.addWidget(self._key(key), 1 + number // 3, number % 3)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self.keypad)
        layout.addStretch(1)
        return holder

    def _key(self, key: str) -> QPushButton:
        button = QPushButton(key if key.isdigit() else "")
        button.setProperty("role", "key_pad")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = {"delete": self.tr("Delete the last character"), "enter": self.tr("Unlock")}
        button.setAccessibleName(words.get(key, key))
        if key == "delete":
            button.setIconSize(QSize(28, 28))
            button.setIcon(icons.icon("delete", in_force().ink))
            button.clicked.connect(self.pin.backspace)
        elif key == "enter":
            button.setIconSize(QSize(28, 28))
            button.setIcon(icons.icon("corner-down-left", in_force().ink))
            button.clicked.connect(self._ask)
        else:
            button.clicked.connect(lambda: self.pin.insert(key))
        return button

    def _ask(self) -> None:
        number = self._people.checkedId()
        if self._users and self.pin.text() and number >= 0:
            self.unlock_requested.emit(self._users[number].login, self.pin.text())


class _Names(QScrollArea):
    """As high as its names need and the window allows; further ones can be scrolled to."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self._holder = QWidget()

    def hold(self, names: QLayout) -> None:
        names.setContentsMargins(0, 0, 0, 0)
        self._holder.setLayout(names)
        self.setWidget(self._holder)

    def sizeHint(self) -> QSize:
        return QSize(400, self._holder.sizeHint().height())
