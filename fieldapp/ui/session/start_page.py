"""The morning's form: which operation, where, who is here, the cash, and what goes on board."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.form_fields import Field
from fieldapp.ui.session.load_card import LoadCard
from fieldapp.ui.session.state import NamedUser, StartForm, StartState
from fieldapp.ui.side_by_side import SideBySide
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, card, label, one_line
from fieldapp.ui.wrapping import key_row

_COLUMNS = 2
_LEAST = 460


class StartPage(QWidget):
    """Filled in as last time: often only the place is typed before F9."""

    start_requested = Signal(object)  # a StartForm
    edited = Signal(object)
    workbook_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label(self.tr("Open the next operation"), size="title")
        self.operation = Field(self.tr("Operation number"))
        self.unit = Field(self.tr("Boat or vehicle"))
        self.place = Field(self.tr("Place"), self.tr("Pier, village, street"))
        self.key_area = Field(self.tr("Key area"))
        self.cash = Field(self.tr("Cash in the box"))
        self.others = Field(self.tr("Others who are here"), self.tr("Names, with commas"))
        self.position = one_line(size="small", tone="muted")
        self.waiting = label(size="small", tone="wait", wrap=True)
        self.people: dict[str, DeskButton] = {}
        self._named = QGridLayout()
        self._named.setSpacing(8)
        self.fault = label(tone="stop", wrap=True)
        self.fault.hide()
        self.loads = LoadCard()
        self.workbook = DeskButton(self.tr("Workbook"), "action", "Ctrl E")
        self.workbook.clicked.connect(self.workbook_requested)
        self.start = DeskButton("", "primary", "F9")
        self.start.clicked.connect(self.submit)
        self._fields = (
            self.operation, self.unit, self.place, self.key_area, self.cash, self.others,
        )  # fmt: skip
        for field in self._fields:
            field.edit.editingFinished.connect(self._edited)
        self.operation.edit.textChanged.connect(self._name_button)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        middle = QVBoxLayout()
        parts = SideBySide(self._form(), self.loads, shares=(4, 5), least=_LEAST, spacing=14)
        middle.addWidget(parts)
        layout.addWidget(Body(middle), 1)
        layout.addWidget(self.fault)
        layout.addLayout(key_row(self.workbook, widest=self.start))

    def _form(self) -> QFrame:
        frame = card(margins=(18, 12, 18, 12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        pairs = ((self.operation, self.unit), (self.place, self.key_area), (self.others, self.cash))
        for line, fields in enumerate(pairs):
            for column, field in enumerate(fields):
                grid.addWidget(field, line, column)
                grid.setColumnStretch(column, 1)
        layout = frame.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(grid)
            layout.addWidget(self.waiting)
            layout.addWidget(self.position)
            layout.addWidget(label(self.tr("Who is here"), size="small", tone="muted"))
            layout.addLayout(self._named)
            layout.addStretch(1)
        return frame

    def arrive(self) -> None:
        """The place is what differs from day to day."""
        self.place.edit.setFocus()
        self.place.edit.selectAll()

    def begin(self) -> None:
        """A new morning: nothing was typed yet."""
        for field in self._fields:
            field.edit.setModified(False)

    @property
    def touched(self) -> bool:
        """Whether somebody typed something since."""
        return any(field.edit.isModified() for field in self._fields)

    def show_start(self, state: StartState) -> None:
        """Fill the form; whatever somebody typed meanwhile stays."""
        texts = (
            state.operation, state.unit, state.place, state.key_area, state.cash_float,
            state.others,
        )  # fmt: skip
        for field, text in zip(self._fields, texts, strict=True):
            if not field.edit.isModified():
                field.edit.setText(text)
        self.cash.edit.setPlaceholderText(state.currency)
        tell(self.waiting, state.waiting)
        tell(self.position, state.position)
        self._show_people(state.named)
        self.show_fault("")

    def show_fault(self, words: str) -> None:
        """Say what keeps the operation from being opened; what was typed stays."""
        tell(self.fault, words)

    def show_fault_where(self, focus: QWidget | None, words: str) -> None:
        """Say it beside the vials while they are being put on board, otherwise in the form."""
        if focus is not None and self.loads.isAncestorOf(focus):
            self.loads.say(words, "stop")
        else:
            self.show_fault(words)

    def typed(self) -> StartForm:
        """What the form holds."""
        return StartForm(
            operation=self.operation.text,
            unit=self.unit.text,
            place=self.place.text,
            key_area=self.key_area.text,
            present=tuple(login for login, one in self.people.items() if one.isChecked()),
            others=self.others.text,
            cash_float=self.cash.text,
        )

    def submit(self) -> None:
        """Ask to open it."""
        self.start_requested.emit(self.typed())

    def _show_people(self, named: tuple[NamedUser, ...]) -> None:
        for button in self.people.values():
            self._named.removeWidget(button)
            button.deleteLater()
        self.people = {}
        for number, one in enumerate(named):
            button = DeskButton(one.name, "hit")
            button.setCheckable(True)
            button.setChecked(one.present)
            button.setAccessibleName(self.tr("{name} is here").format(name=one.name))
            button.clicked.connect(self._edited)
            self.people[one.login] = button
            self._named.addWidget(button, number // _COLUMNS, number % _COLUMNS)

    def _name_button(self) -> None:
        self.start.setText(self.tr("Open operation {n}").format(n=self.operation.text))

    def _edited(self) -> None:
        self.edited.emit(self.typed())
