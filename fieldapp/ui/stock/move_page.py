"""The form of a movement: which lot, how many vials and doses, where, why. F9 writes it down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.desk.scan_box import ScanBox
from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.stock.state import MoveForm, MoveState
from fieldapp.ui.theme import is_large
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, card, label, set_tone
from fieldapp.ui.wrapping import key_row

VVM_STAGES = ("1", "2", "3", "4")
_MOST_IN_THREE_COLUMNS = 9


class MovePage(QWidget):
    """Enter never writes anything down: scanners end with it."""

    scanned = Signal(str)
    changed = Signal(object)
    submitted = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.detail = label(size="title"), label(tone="muted", wrap=True)
        self.scan = ScanBox()
        self.product, self.lot = Picker(self.tr("Product")), Field(self.tr("Lot"))
        self.expiry = Field(self.tr("Last usable day"), self.tr("2027-08-31"))
        self.vial_doses = Field(self.tr("Doses in a vial"))
        self.vials, self.doses = Field(self.tr("Vials")), Field(self.tr("and single doses"))
        self.place, self.note = Picker(self.tr("Where")), Field(self.tr("Note"))
        self.vvm = Picker(self.tr("Vial monitor"))
        self.why, self.reasons = label(size="heading"), QGridLayout()
        self.reasons.setSpacing(8)
        self.buttons: list[DeskButton] = []
        self.message = label(tone="stop", wrap=True)
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.back.setMinimumWidth(150)
        self.save = DeskButton("", "primary", "F9")
        self._state = MoveState("", "", "")
        self._codes: list[str] = []
        self._reason = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        frame = card(margins=(24, 16, 24, 16))
        inside = frame.layout()
        fields = QGridLayout()
        fields.setHorizontalSpacing(14)
        fields.setVerticalSpacing(10)
        places = (
            (self.product, 0, 0, 3),
            (self.lot, 0, 3, 1),
            (self.vials, 1, 0, 1),
            (self.doses, 1, 1, 1),
            (self.vial_doses, 1, 1, 1),
            (self.expiry, 1, 2, 1),
            (self.place, 1, 2, 2),
            (self.vvm, 1, 3, 1),
            (self.note, 2, 0, 4),
        )
        for field, line, column, width in places:
            fields.addWidget(field, line, column, 1, width)
        for column in range(4):
            fields.setColumnStretch(column, 1)
        body = QVBoxLayout()
        body.setSpacing(10)
        body.addWidget(self.detail)
        body.addWidget(self.scan)
        body.addLayout(fields)
        body.addWidget(self.why)
        body.addLayout(self.reasons)
        body.addStretch(1)
        if isinstance(inside, QVBoxLayout):
            inside.setSpacing(10)
            inside.addWidget(self.title)
            inside.addWidget(Body(body), 1)
            inside.addWidget(self.message)  # outside of what scrolls: never out of sight
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(frame, 1)
        layout.addLayout(key_row(self.back, widest=self.save))

    def _connect(self) -> None:
        self.scan.scanned.connect(self.scanned)
        self.back.clicked.connect(self.cancelled)
        self.save.clicked.connect(self.submit)
        for field in (self.lot, self.expiry, self.vial_doses, self.vials, self.doses, self.note):
            field.edit.textChanged.connect(self._tell)
        for picker in (self.product, self.place, self.vvm):
            picker.box.currentIndexChanged.connect(self._tell)

    def show_move(self, state: MoveState) -> None:
        """Ask for a movement; every field is empty."""
        self._state, self._reason = state, ""
        asks_lot = state.lot is None
        self.title.setText(state.title)
        tell(self.detail, state.detail)
        for field in (self.scan, self.product, self.lot):
            field.setVisible(asks_lot)
        for field in (self.expiry, self.vial_doses):
            field.setVisible(asks_lot and state.asks_amount)
        self.show_amount(state.asks_amount)
        self.vvm.setVisible(state.asks_vvm)
        self.product.offer((("", self.tr("Choose")), *state.products))
        self.place.offer(tuple(state.places))
        self.place.setVisible(len(state.places) > 1)
        self.vvm.offer((("", self.tr("Not looked at")), *((stage, stage) for stage in VVM_STAGES)))
        for field in (self.lot, self.expiry, self.vial_doses, self.vials, self.doses, self.note):
            field.edit.clear()
        self.scan.clear()
        self.say("")
        self._show_reasons(state.reasons)
        (self.scan.edit if asks_lot else self.vials.edit).setFocus()
        self._tell()

    def show_amount(self, asked: bool) -> None:
        """Ask for vials and doses, or not: an open vial is wasted as it is."""
        self.vials.setVisible(asked)
        self.doses.setVisible(asked and self._state.lot is not None)

    def fill_lot(self, product: str, lot: str, expiry: str, vial_doses: str, vials: str) -> None:
        """Fill in what a scan says."""
        self.product.choose(product)
        for field, text in ((self.lot, lot), (self.expiry, expiry), (self.vial_doses, vial_doses)):
            field.edit.setText(text)
        self.vials.edit.setText(vials)

    def fill(self, form: MoveForm) -> None:
        """Put back what was filled in before; the reason last, for the amount asks for it."""
        self.fill_lot(form.product, form.lot, form.expiry, form.vial_doses, form.vials)
        self.doses.edit.setText(form.doses)
        self.note.edit.setText(form.note)
        self.vvm.choose(form.vvm)
        if form.place:
            self.place.choose(form.place)
        if form.reason in self._codes:
            self.choose(self._codes.index(form.reason) + 1)

    def say(self, words: str, tone: str = "stop") -> None:
        """What is missing or went wrong."""
        self.message.setText(words)
        set_tone(self.message, tone)
        self.message.setVisible(bool(words))

    def show_save(self, words: str, enabled: bool, asks_why: str = "") -> None:
        """What F9 will write down; `asks_why`: a heading over the reasons, empty: none needed."""
        self.save.setText(words)
        self.save.setEnabled(enabled)
        tell(self.why, asks_why)
        for button in self.buttons:
            button.setVisible(bool(asks_why))

    @property
    def form(self) -> MoveForm:
        """What was filled in."""
        return MoveForm(
            product=self.product.chosen,
            lot=self.lot.text,
            expiry=self.expiry.text,
            vial_doses=self.vial_doses.text,
            vials=self.vials.text,
            doses=self.doses.text,
            place=self.place.chosen,
            reason=self._reason,
            note=self.note.text,
            vvm=self.vvm.chosen,
        )

    def choose(self, number: int) -> None:
        """Choose a reason by number, from 1."""
        if 1 <= number <= len(self._codes) and self.why.isVisibleTo(self):
            self._reason = self._codes[number - 1]
            for at, button in enumerate(self.buttons, start=1):
                button.setChecked(at == number)
            self._tell()

    def submit(self) -> None:
        """Ask to write it down, once it can be."""
        if self.save.isEnabled():
            self.submitted.emit(self.form)

    def arrive(self) -> None:
        """Take the focus where one begins."""
        (self.scan.edit if self.scan.isVisibleTo(self) else self.vials.edit).setFocus()

    def _show_reasons(self, reasons: Sequence[tuple[str, str]]) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons, self._codes = [], [code for code, _ in reasons]
        columns = 3 if is_large() or len(reasons) <= _MOST_IN_THREE_COLUMNS else 4
        for at, (_, words) in enumerate(reasons):
            button = DeskButton(f"{at + 1}   {words}", "hit")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, number=at + 1: self.choose(number))
            self.reasons.addWidget(button, at // columns, at % columns)
            self.buttons.append(button)
        for column in range(4):
            self.reasons.setColumnStretch(column, int(column < columns))

    def _tell(self) -> None:
        self.changed.emit(self.form)
