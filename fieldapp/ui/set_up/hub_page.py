"""Joining the hub: the team's code, scanned or typed, and the hub's address."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.form_fields import Field
from fieldapp.ui.set_up.step_page import StepPage
from fieldapp.ui.widgets import DeskButton
from fieldapp.ui.wrapping import key_row
from fieldapp.wire.invitation import Invitation, read_invitation
from fieldapp.wire.pack import SUFFIX


@dataclass(frozen=True, slots=True)
class HubForm:
    """What was scanned and typed; `pin` of whoever is at the laptop, unless it is known already."""

    invitation: Invitation
    ca_file: str
    pin: str = field(repr=False)


class HubPage(StepPage):
    """A scanned code brings the address with it; Enter joins nothing. Where no network is, a
    request goes out on a stick and the hub's pack comes back."""

    request_wanted = Signal(Path)  # the folder of the stick
    pack_chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self._form = QWidget()
        self._lay_fields()
        self.inside.addWidget(self._form)
        lead = self.tr(
            "An administrator of the hub adds the team on its pages and makes a code for it. Scan "
            "the square code from the page or from paper into the first field, or type it. Without "
            "a network write a request to a stick; the hub answers with a pack. Until then record: "
            "everything is sent later."
        )
        self.describe(self.tr("Join the hub"), lead, self.tr("Join the hub"))

    def _lay_fields(self) -> None:
        self.code = Field(self.tr("Code of your team: scan or type"))
        self.hub = Field(self.tr("Hub"), "https://hub.example.org")
        self.ca_file = Field(self.tr("Certificate file of the organisation (.pem)"))
        self.pick = DeskButton(self.tr("Pick file…"), "action")
        self.pin = Field(self.tr("Your own PIN"))
        self.pin.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.pick.clicked.connect(self._pick)
        self.code.edit.returnPressed.connect(self._take_in)
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.code, 0, 0, 1, 2)
        grid.addWidget(self.hub, 1, 0)
        grid.addWidget(self.pin, 1, 1)
        grid.addWidget(self.ca_file, 2, 0)
        beside = QVBoxLayout()
        beside.addStretch(1)
        self.pick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        beside.addWidget(self.pick)
        grid.addLayout(beside, 2, 1)
        grid.addLayout(self._keys_of_stick(), 3, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    def _keys_of_stick(self) -> QLayout:
        self.request = DeskButton(self.tr("No network here: request to a stick…"), "action")
        self.pack = DeskButton(self.tr("Read the hub’s pack…"), "action")
        self.request.clicked.connect(self._choose_folder)
        self.pack.clicked.connect(self._choose_pack)
        return key_row(self.request, widest=self.pack)

    def arrive(self) -> None:
        """The code comes first."""
        (self.go if self.done else self.code.edit).setFocus()

    def show_done(self, done: bool) -> None:
        """A laptop that has joined is asked nothing more."""
        super().show_done(done)
        self._form.setVisible(not done)

    def show_busy(self, busy: bool) -> None:
        """The roads by stick are one deed with the other."""
        super().show_busy(busy)
        for key in (self.request, self.pack):
            key.setEnabled(not busy)

    def ask_pin(self, wanted: bool) -> None:
        """Whether the PIN of whoever is at the laptop has to be typed."""
        self.pin.setVisible(wanted)

    def typed(self) -> HubForm:
        """What stands in the fields; an address in the scanned code counts first."""
        self._take_in()
        invitation = Invitation(self.code.text, self.hub.text)
        return HubForm(invitation, self.ca_file.text, self.pin.edit.text())

    def clear(self) -> None:
        """A code works once: nobody needs it again."""
        for part in (self.code, self.pin):
            part.edit.clear()

    def _take_in(self) -> None:
        """A scanned line goes apart into its two fields."""
        read = read_invitation(self.code.text)
        if read.hub_url:
            self.hub.edit.setText(read.hub_url)
            self.code.edit.setText(read.code)
            self.code.edit.setCursorPosition(0)

    def _pick(self) -> None:
        title = self.tr("The organisation’s certificate")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", "(*.pem *.crt)")
        if chosen:
            self.ca_file.edit.setText(chosen)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose the stick’s folder"))
        if chosen:
            self.request_wanted.emit(Path(chosen))

    def _choose_pack(self) -> None:
        title = self.tr("The hub’s pack on the stick")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", f"(*{SUFFIX})")
        if chosen:
            self.pack_chosen.emit(Path(chosen))
