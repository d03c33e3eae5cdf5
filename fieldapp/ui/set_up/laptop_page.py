"""The second step: whose laptop this is, who leads, and their PIN. It makes the laptop."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QGridLayout, QLineEdit

from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.set_up.step_page import StepPage


@dataclass(frozen=True, slots=True)
class SetUpForm:
    """What was typed."""

    team: str = ""
    kind: str = ""
    name: str = ""
    login: str = ""
    pin: str = field(default="", repr=False)
    pin_again: str = field(default="", repr=False)


class LaptopPage(StepPage):
    """Shown only where no laptop was ever set up."""

    def __init__(self) -> None:
        super().__init__()
        lead = self.tr(
            "You lead this laptop: only you add others, and nothing opens without a PIN. Nobody "
            "can look a PIN up; choose one that you will remember."
        )
        self.team, self.kind = Field(self.tr("Team, boat or vehicle")), Picker(self.tr("Kind"))
        self.kind.offer((("boat", self.tr("Boat")), ("vehicle", self.tr("Vehicle"))))
        self.name = Field(self.tr("Your name"))
        self.login = Field(self.tr("Login, for instance li.na"))
        self.pin, self.again = Field(self.tr("PIN or passphrase")), Field(self.tr("The same again"))
        for secret in (self.pin, self.again):
            secret.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.inside.addLayout(self._fields())
        self.leave.hide()
        self.describe(self.tr("Team and first person"), lead, self.tr("Make this laptop"))

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        lines = ((self.team, self.kind), (self.name, self.login), (self.pin, self.again))
        for line, pair in enumerate(lines):
            for column, part in enumerate(pair):
                grid.addWidget(part, line, column)
                grid.setColumnStretch(column, 1)
        return grid

    def arrive(self) -> None:
        """The first empty field has the focus."""
        fields = (self.team, self.name, self.login, self.pin, self.again)
        empty = next((one for one in fields if not one.edit.text()), self.team)
        empty.edit.setFocus()

    def show_done(self, done: bool) -> None:
        """This step cannot be left for later: the others need the laptop."""
        super().show_done(done)
        self.later.hide()

    def typed(self) -> SetUpForm:
        """What is typed so far."""
        return SetUpForm(
            team=self.team.text,
            kind=self.kind.chosen,
            name=self.name.text,
            login=self.login.text,
            pin=self.pin.edit.text(),
            pin_again=self.again.edit.text(),
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
        ):
            part.edit.setText(text)
