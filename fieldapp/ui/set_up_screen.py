"""The first start of a new laptop: who uses it, its PIN, the hub it joins; or try the demo."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.look_keys import LookKeys
from fieldapp.ui.room_stack import framed
from fieldapp.ui.widgets import DeskButton, card, label, row, set_tone


@dataclass(frozen=True, slots=True)
class SetUpForm:
    """What was typed. The hub's address and the code may both be empty: join later."""

    team: str = ""
    kind: str = ""
    name: str = ""
    login: str = ""
    pin: str = field(default="", repr=False)
    pin_again: str = field(default="", repr=False)
    hub_url: str = ""
    code: str = field(default="", repr=False)
    ca_file: str = ""


class SetUpScreen(QWidget):
    """One page; F9 sets up. Shown only where no laptop was ever set up."""

    set_up_requested = Signal(object)
    demo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.team, self.kind = Field(self.tr("Team, boat or vehicle")), Picker(self.tr("Kind"))
        self.kind.offer((("boat", self.tr("Boat")), ("vehicle", self.tr("Vehicle"))))
        self.name, self.login = (
            Field(self.tr("Your name")),
            Field(self.tr("Login, for instance li.na")),
        )
        self.pin, self.again = Field(self.tr("PIN or passphrase")), Field(self.tr("The same again"))
        for secret in (self.pin, self.again):
            secret.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.hub = Field(self.tr("Hub"), "https://hub.example.org")
        self.code = Field(self.tr("Code from your supervisor"))
        self.ca_file = Field(self.tr("Certificate file of the organisation (.pem)"))
        self.message = label(tone="stop", wrap=True)
        self.looks = LookKeys()
        self.demo = DeskButton(self.tr("Try the demo"), "action")
        self.demo.clicked.connect(self.demo_requested)
        self.go = DeskButton(self.tr("Set up this laptop"), "primary", "F9")
        self.go.clicked.connect(self.submit)
        self._lay_out()
        shortcut = QShortcut(QKeySequence("F9"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.submit)
        self.show_message("")
        self.team.edit.setFocus()

    def _lay_out(self) -> None:
        frame = card(margins=(24, 16, 24, 16))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.setSpacing(12)
            title = label(self.tr("A new laptop"), size="question")
            inside.addLayout(row(title, 1, self.looks))
            words = self.tr(
                "There are no records on this machine yet. If there were some, stop: their disk is "
                "missing. Nothing recorded is ever replaced."
            )
            inside.addWidget(label(words, tone="muted", wrap=True))
            inside.addLayout(self._fields())
            inside.addWidget(self.message)
            inside.addStretch(1)
        actions = row(self.demo, self.go)
        actions.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(120, 20, 120, 20)
        layout.setSpacing(12)
        layout.addWidget(framed(frame), 1)
        layout.addLayout(actions)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        lines = (
            (self.team, self.kind),
            (self.name, self.login),
            (self.pin, self.again),
            (self.hub, self.code),
        )
        for line, pair in enumerate(lines):
            for column, part in enumerate(pair):
                grid.addWidget(part, line, column)
                grid.setColumnStretch(column, 1)
        grid.addWidget(self.ca_file, len(lines), 0, 1, 2)
        return grid

    def submit(self) -> None:
        """Ask to set up what is typed."""
        if self.go.isEnabled():
            self.set_up_requested.emit(self.typed())

    def typed(self) -> SetUpForm:
        """What is typed so far."""
        return SetUpForm(
            team=self.team.text,
            kind=self.kind.chosen,
            name=self.name.text,
            login=self.login.text,
            pin=self.pin.edit.text(),
            pin_again=self.again.edit.text(),
            hub_url=self.hub.text,
            code=self.code.text,
            ca_file=self.ca_file.text,
        )

    def fill(self, form: SetUpForm) -> None:
        """Put in what was typed on a page in the other language."""
        self.kind.choose(form.kind)
        for part, text in (
            (self.team, form.team),
            (self.name, form.name),
            (self.login, form.login),
            (self.pin, form.pin),
            (self.again, form.pin_again),
            (self.hub, form.hub_url),
            (self.code, form.code),
            (self.ca_file, form.ca_file),
        ):
            part.edit.setText(text)

    def show_message(self, words: str, tone: str = "stop") -> None:
        """Say what keeps the laptop from being set up, or what is going on."""
        self.message.setText(words)
        set_tone(self.message, tone)
        self.message.setVisible(bool(words))

    def show_busy(self, busy: bool) -> None:
        """While it is being set up nothing can be pressed twice."""
        for part in (self.go, self.demo):
            part.setEnabled(not busy)
