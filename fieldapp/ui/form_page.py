"""A form of a few fields: what it asks is told by its state, so every small form looks the same."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, card, clear, label, set_tone
from fieldapp.ui.wrapping import key_row

_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class FormField:
    """One field; `choices` (value, words) make it a list to choose from, with nothing first.

    `span` is how many of three columns it takes.
    """

    name: str
    words: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    secret: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class FormState:
    """What a form asks: a title, a line below it, its fields, and what F9 does."""

    title: str
    lead: str
    fields: tuple[FormField, ...]
    confirm: str


class FormPage(QWidget):
    """Shows a form; asks to save it, and never acts. What is scanned into a field is handed on."""

    submitted = Signal(dict)
    edited = Signal(dict)  # without what is secret
    cancelled = Signal()
    code_entered = Signal(str, str)  # the field's name, and the text that ended with Enter

    def __init__(self) -> None:
        super().__init__()
        self.title, self.lead = label(size="title"), label(tone="muted", wrap=True)
        self.message = label(tone="stop", wrap=True)
        self.fields: dict[str, Field | Picker] = {}
        self._secrets: set[str] = set()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.cancel = DeskButton(self.tr("Back"), "action", "Esc")
        self.cancel.setMinimumWidth(150)
        self.cancel.clicked.connect(self.cancelled)
        self.confirm = DeskButton("", "primary", "F9")
        self.confirm.clicked.connect(self.submit)
        self._lay_out()

    def _lay_out(self) -> None:
        frame = card(margins=(24, 16, 24, 16))
        inside = frame.layout()
        body = QVBoxLayout()
        body.addWidget(self.lead)
        body.addSpacing(4)
        body.addLayout(self._grid)
        body.addStretch(1)
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.title)
            inside.addWidget(Body(body), 1)
            inside.addWidget(self.message)  # outside of what scrolls: never out of sight
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(frame, 1)
        layout.addLayout(key_row(self.cancel, widest=self.confirm))

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields now, by name."""
        return {
            name: field.text if isinstance(field, Field) else field.chosen
            for name, field in self.fields.items()
        }

    def show_form(self, state: FormState) -> None:
        """Begin a form; the first empty field has the focus."""
        self.title.setText(state.title)
        tell(self.lead, state.lead)
        self.confirm.setText(state.confirm)
        self.show_fault("")
        clear(self._grid)
        self._secrets = {asked.name for asked in state.fields if asked.secret}
        self.fields, line, column = {}, 0, 0
        for asked in state.fields:
            made = self._field(asked)
            self.fields[asked.name] = made
            if column + asked.span > _COLUMNS:
                line, column = line + 1, 0
            self._grid.addWidget(made, line, column, 1, asked.span)
            column += asked.span
        self.fill({asked.name: asked.value for asked in state.fields})
        self._focus_first()

    def fill(self, values: dict[str, str]) -> None:
        """Put values into the fields of these names; unknown names are passed over."""
        for name, value in values.items():
            field = self.fields.get(name)
            if isinstance(field, Field):
                field.edit.setText(value)
                field.edit.setCursorPosition(0)  # a long text is read from its start
            elif field is not None:
                field.choose(value)

    def say(self, words: str) -> None:
        """Say something about the form that is no fault."""
        set_tone(self.message, "muted")
        tell(self.message, words)

    def show_fault(self, words: str) -> None:
        """Say what keeps the form from being saved; what was typed stays."""
        self.say(words)
        set_tone(self.message, "stop")

    def submit(self) -> None:
        """Ask to save what is typed."""
        self.submitted.emit(self.values)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field ends a scan: it hands the text on and saves nothing."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = isinstance(event, QKeyEvent) and not event.modifiers() & _CONTROL
        if event.type() == QEvent.Type.KeyPress and plain and isinstance(event, QKeyEvent):
            name = self._name_of(watched)
            if event.key() in enter and name:
                self.code_entered.emit(name, self.values[name])
                return True
        return super().eventFilter(watched, event)

    def _field(self, asked: FormField) -> Field | Picker:
        if asked.choices:
            picker = Picker(asked.words)
            picker.offer((("", "–"), *asked.choices))
            picker.box.activated.connect(self._edited)
            return picker
        field = Field(asked.words, asked.hint)
        if asked.secret:
            field.edit.setEchoMode(field.edit.EchoMode.Password)
        else:
            field.edit.editingFinished.connect(self._edited)
        field.edit.installEventFilter(self)
        return field

    def _name_of(self, edit: QObject) -> str:
        fields = self.fields.items()
        return next((n for n, f in fields if isinstance(f, Field) and f.edit is edit), "")

    def _focus_first(self) -> None:
        empty = [name for name, value in self.values.items() if not value]
        name = next(iter(empty or self.fields), None)
        field = self.fields.get(name) if name is not None else None
        if isinstance(field, Field):
            field.edit.setFocus()
        elif field is not None:
            field.box.setFocus()

    def _edited(self) -> None:
        values = self.values
        self.edited.emit({name: values[name] for name in values.keys() - self._secrets})


_CONTROL = Qt.KeyboardModifier.ControlModifier
