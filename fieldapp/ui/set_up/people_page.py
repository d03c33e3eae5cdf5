"""More people of the team, each with a PIN of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QGridLayout, QLineEdit

from fieldapp.domain.roles import RANKS
from fieldapp.journal.home import NewUser
from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.set_up.step_page import StepPage
from fieldapp.ui.widgets import label
from fieldapp.ui.words import role_words


@dataclass(frozen=True, slots=True)
class PersonForm:
    """Somebody new as typed, and the PIN of whoever adds them, unless it is known already."""

    who: NewUser
    again: str = field(repr=False)
    own: str = field(repr=False)


class PeoplePage(StepPage):
    """F9 adds one, and asks for the next; F6 goes on."""

    def __init__(self) -> None:
        super().__init__()
        lead = self.tr(
            "Everybody who records has a name and a PIN of their own, typed by themselves. A "
            "second lead means that a forgotten PIN closes nothing."
        )
        self.known = label(size="strong", wrap=True)
        self.name, self.login = Field(self.tr("Name")), Field(self.tr("Login, for instance li.na"))
        self.role = Picker(self.tr("Role"))
        self.role.offer(tuple((role.value, role_words(role.value)) for role in RANKS))
        self.pin, self.again = Field(self.tr("Their PIN")), Field(self.tr("The same again"))
        self.own = Field(self.tr("Your own PIN"))
        for secret in (self.pin, self.again, self.own):
            secret.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.inside.addWidget(self.known)
        self.inside.addLayout(self._fields())
        self.never.show()
        self.never.setText(self.tr("I work alone"))
        self.describe(self.tr("People of the team"), lead, self.tr("Add this person"))

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        lines = ((self.name, self.login, self.role), (self.pin, self.again, self.own))
        for line, parts in enumerate(lines):
            for column, part in enumerate(parts):
                grid.addWidget(part, line, column)
                grid.setColumnStretch(column, 1)
        return grid

    def arrive(self) -> None:
        """Somebody's name comes first."""
        self.name.edit.setFocus()

    def show_done(self, done: bool) -> None:
        """There is always room for one more: F9 adds, F6 goes on."""
        super().show_done(done)
        self.done = False
        self.go.setText(self._deed)
        self.later.show()
        self.later.setText(self.tr("Next") if done else self.tr("Later"))
        self.never.setVisible(not done)

    def show_known(self, people: Sequence[tuple[str, str]]) -> None:
        """Who may unlock this laptop so far: name and role."""
        words = " · ".join(f"{name} ({role_words(role)})" for name, role in people)
        self.known.setText(words)

    def ask_pin(self, wanted: bool) -> None:
        """Whether the PIN of whoever is at the laptop has to be typed."""
        self.own.setVisible(wanted)

    def typed(self) -> PersonForm:
        """What is typed so far."""
        who = NewUser(self.login.text, self.name.text, self.role.chosen, self.pin.edit.text())
        return PersonForm(who, self.again.edit.text(), self.own.edit.text())

    def clear(self) -> None:
        """Ready for the next person."""
        for part in (self.name, self.login, self.pin, self.again):
            part.edit.clear()
        self.role.choose(RANKS[0].value)
        self.name.edit.setFocus()
