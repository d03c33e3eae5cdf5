"""What a nurse does again and again, key by key, and what it costs her hands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from fieldapp.ui.session.session_screen import SessionScreen
from tests.journal.laptop import LEAD
from tests.journeys.nurse import Nurse
from tests.journeys.town import vial
from tests.ui.effort import Effort

Key = Qt.Key


@dataclass
class Deeds:
    """The tasks of one nurse; vials are taken one after another from `lot`."""

    nurse: Nurse
    lot: str
    vials: int = 0

    # the desk

    def open_a_vial(self) -> None:
        """The next vial is scanned, and is seen on the card of the person at the desk."""
        nurse, hands = self.nurse, self.nurse.effort
        self.vials += 1
        scans, keys = hands.scans, hands.keys
        nurse.scan(vial(self.lot, self.vials))
        nurse.sees(lambda: self.lot in nurse.desk.person.vial.lot.text())
        nurse.costs["open a vial"] = str(Effort(hands.scans - scans, hands.keys - keys))

    def record(self) -> None:
        """Vial, questions, F9: until the desk is free again and the dose is in Today."""
        nurse, before = self.nurse, self._recorded()
        self.open_a_vial()
        nurse.key(Key.Key_F7)
        nurse.sees(nurse.desk.person.record.isEnabled)
        nurse.key(Key.Key_F9)
        nurse.sees_page(nurse.desk.empty)
        nurse.sees(lambda: self._recorded() > before)

    def returning(self, name: str, number: str) -> None:
        """Somebody who is known here and comes for dose 2."""
        nurse = self.nurse
        with nurse.effort.of("returning person, dose 2") as effort:
            nurse.scan(number)
            nurse.sees_person(name)
            nurse.reads("Give dose 2")
            self.record()
        nurse.costs["returning person, dose 2"] = str(effort)

    def new_with_card(self, name: str, number: str, phone: str) -> None:
        """Somebody new: the card says who they are, the phone is typed."""
        nurse = self.nurse
        with nurse.effort.of("new person with an ID card") as effort:
            self.begin_form(name, number)
            self.type_phone(phone)
            nurse.key(Key.Key_F9)
            nurse.sees_person(name)
            self.record()
        nurse.costs["new person with an ID card"] = str(effort)

    def begin_form(self, name: str, number: str) -> None:
        """The form of somebody new, with the name that a card reader brings along."""
        nurse = self.nurse
        nurse.scan(number)
        nurse.sees_page(nurse.desk.register)
        nurse.desk.register.name.edit.insert(name)

    def type_phone(self, phone: str) -> None:
        """Into the open form."""
        self.nurse.type(phone, into=self.nurse.desk.register.phone.edit)

    def strike_last_through(self, name: str, reason: int) -> None:
        """Once their dose is in Today: Ctrl Z, a reason, F9."""
        nurse = self.nurse
        nurse.reads(f"{name}\nBIBP")
        nurse.key(Key.Key_Z, ctrl=True)
        nurse.sees_page(nurse.desk.reason)
        nurse.key(Qt.Key(Key.Key_0 + reason))
        nurse.key(Key.Key_F9)
        nurse.sees_page(nurse.desk.empty)
        nurse.reads("struck through")

    def not_given(self, reason: int) -> None:
        """F6, a reason, F9."""
        nurse = self.nurse
        nurse.key(Key.Key_F6)
        nurse.sees_page(nurse.desk.reason)
        nurse.key(Qt.Key(Key.Key_0 + reason))
        nurse.key(Key.Key_F9)
        nurse.sees_page(nurse.desk.empty)

    # the watch

    def release_the_first(self) -> None:
        """Whose time is over leaves."""
        nurse, board = self.nurse, self.nurse.window.watch.board
        nurse.sees(lambda: board.focused is not None and board.focused.may_leave)
        assert board.focused is not None
        with nurse.effort.of("release from watch") as effort:
            name = board.focused.name
            nurse.key(Key.Key_F9)
            nurse.reads(f"{name} left well")
        nurse.costs["release from watch"] = str(effort)

    # the operation

    def open_operation(self, unit: str, place: str, cash: str, **loads: int) -> None:
        """The morning's form, the vials on board, F9."""
        nurse, form = self.nurse, self.room.start
        nurse.go_to(5)
        nurse.sees_page(form)
        nurse.sees(lambda: form.operation.text == "1")
        for edit, text in (
            (form.unit.edit, unit),
            (form.place.edit, place),
            (form.cash.edit, cash),
        ):
            nurse.type(text, into=edit)
        for lot, vials in loads.items():
            self._load(lot, vials)
        nurse.key(Key.Key_F9)
        nurse.reads("The operation is open. Good day!")
        nurse.sees_page(self.room.open)

    def _load(self, lot: str, vials: int) -> None:
        nurse, card = self.nurse, self.room.start.loads
        card.lot.edit.setFocus()
        nurse.scan(vial(lot, 9000))
        nurse.sees(lambda: card.lot.text == lot)
        nurse.type(str(vials))
        nurse.key(Key.Key_Return)
        nurse.sees(lambda: card.lot.text == "")

    def count(self, number: str) -> None:
        """What is counted of the lot, or of the cash, that is asked for."""
        panel = self.room.open.count
        asked = panel.words.text()
        self.nurse.type(number, into=panel.edit)
        self.nurse.key(Key.Key_Return)
        self.nurse.sees(lambda: panel.isHidden() or panel.words.text() != asked)

    def close_operation(self) -> None:
        """F9, and the lead's PIN."""
        nurse = self.nurse
        nurse.sees(self.room.open.close_it.isEnabled)
        nurse.key(Key.Key_F9)
        nurse.sees_page(self.room.second)
        nurse.sees(lambda: "pin" in self.room.second.fields)
        pin = self.room.second.fields["pin"]
        nurse.type(LEAD.pin, into=pin.findChild(QLineEdit))
        nurse.key(Key.Key_F9)
        nurse.sees_page(self.room.closed)

    @property
    def room(self) -> SessionScreen:
        """The session room."""
        return self.nurse.window.session

    # the network

    def sync(self) -> None:
        """At dusk: until every dose is confirmed, and nothing comes any more."""
        nurse, go = self.nurse, self.nurse.window.sync.go
        nurse.go_to(6)
        nurse.sees(lambda: go.text() == "Try now")  # otherwise it would say Stop
        nurse.push(go)
        nurse.sees(lambda: go.text() == "Try now")
        nurse.sees(lambda: nurse.app.truth is not None and nurse.app.truth.waiting == 0)

    def _recorded(self) -> int:
        truth = self.nurse.app.truth
        return 0 if truth is None else truth.recorded
