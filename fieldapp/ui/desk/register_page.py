"""Somebody new: what the document says is filled in, the rest is typed; F9 saves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from fieldapp.ui.desk.person_page import VerdictBanner
from fieldapp.ui.desk.state import Hit, RegisterForm, RegisterState, VerdictState
from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.widgets import Choice, DeskButton, card, clear, label, row


class RegisterPage(QWidget):
    """The form for somebody new."""

    saved = Signal(object)
    edited = Signal(object)
    cancelled = Signal()
    same_person = Signal(bytes)

    def __init__(self) -> None:
        super().__init__()
        self.banner = VerdictBanner()
        self.name = Field(self.tr("Name"))
        self.birth = Field(self.tr("Birth date"), self.tr("YYYY-MM-DD"))
        self.sex = Picker(self.tr("Sex"))
        self.home = Field(self.tr("Home area"))
        self.phone = Field(self.tr("Phone, for the reminder on day 21"))
        self.group, self.language = Picker(self.tr("Key group")), Picker(self.tr("Language"))
        self.place = Field(self.tr("To find again: boat, berth, village"))
        self.consent = Choice(self.tr("No"), self.tr("Yes"), self.tr("Consent"))
        self._consent: bool | None = None
        self.consent.chosen.connect(self._consented)
        self._texts = (self.name, self.birth, self.home, self.phone, self.place)
        self._pickers = (self.sex, self.group, self.language)
        for field in self._texts:
            field.edit.editingFinished.connect(self._edited)
        for picker in self._pickers:
            picker.box.activated.connect(self._edited)
        self.cancel = DeskButton(self.tr("Cancel"), "action", "Esc")
        self.cancel.setMinimumWidth(150)
        self.cancel.clicked.connect(self.cancelled)
        self.save = DeskButton(self.tr("Save and go on"), "primary", "F9")
        self.save.clicked.connect(self.submit)
        self._lookalikes = QVBoxLayout()
        self.message = label(tone="stop", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addWidget(self._form(), 1)
        actions = row(self.cancel, self.save)
        actions.setStretch(1, 1)
        layout.addLayout(actions)

    def _form(self) -> QFrame:
        frame = card(margins=(18, 10, 18, 8))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        fields = (
            (self.name, self.birth, self.sex),
            (self.phone, self.home, self.group),
            (self.language, self.place, None),
        )
        for line, cells in enumerate(fields):
            for column, cell in enumerate(cells):
                if cell is not None:
                    grid.addWidget(cell, line, column)
        consent = QWidget()
        inside = QVBoxLayout(consent)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(label(self.tr("Consent read and agreed"), size="small", tone="muted"))
        inside.addLayout(row(self.consent, 1))
        grid.addWidget(consent, 2, 2)
        layout = frame.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(grid)
            layout.addLayout(self._lookalikes)
            layout.addWidget(self.message)
            layout.addStretch(1)
        return frame

    def show_form(self, state: RegisterState, banner: VerdictState) -> None:
        """Start a new form, with what the document says filled in."""
        self.banner.show_verdict(banner)
        texts = (
            (self.name, state.name),
            (self.birth, state.birth_date),
            (self.home, state.home_area),
            (self.phone, state.phone),
            (self.place, ""),
        )
        for field, text in texts:
            field.edit.setText(text)
        sexes = (("", "–"), ("F", self.tr("Female")), ("M", self.tr("Male")))
        self.sex.offer(sexes)
        self.sex.choose(state.sex)
        self.group.offer((("", "–"), *state.groups))
        self.language.offer(state.languages)
        self._consent = None
        self.consent.show_choice(None)
        self.show_fault("")
        self._show_lookalikes(state.lookalikes)
        (self.phone if state.name else self.name).edit.setFocus()

    def show_fault(self, words: str) -> None:
        """Say what keeps the form from being saved; what was typed stays."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def _show_lookalikes(self, hits: tuple[Hit, ...]) -> None:
        clear(self._lookalikes)
        for hit in hits[:2]:
            same = DeskButton(self.tr("Same person"), "small")
            same.clicked.connect(lambda _=False, who=hit.client_id: self.same_person.emit(who))
            words = self.tr("Looks like someone?")
            who = label(f"{hit.name}, {hit.detail}", size="strong", wrap=True)
            line = row(label(words, tone="muted"), who, same)
            line.setStretch(1, 1)
            self._lookalikes.addLayout(line)

    def submit(self) -> None:
        """Ask to save what is typed."""
        self.saved.emit(self._typed())

    def fill(self, form: RegisterForm) -> None:
        """Put back what was typed before."""
        texts = (form.name, form.birth_date, form.home_area, form.phone, form.circumstances)
        for field, text in zip(self._texts, texts, strict=True):
            field.edit.setText(text)
        chosen = (form.sex, form.key_group, form.language)
        for picker, name in zip(self._pickers, chosen, strict=True):
            picker.choose(name)
        self._consent = form.consent
        self.consent.show_choice(None if form.consent is None else int(form.consent))

    def _typed(self) -> RegisterForm:
        return RegisterForm(
            name=self.name.text,
            birth_date=self.birth.text,
            sex=self.sex.chosen,
            home_area=self.home.text,
            phone=self.phone.text,
            key_group=self.group.chosen,
            language=self.language.chosen,
            consent=self._consent,
            circumstances=self.place.text,
        )

    def _consented(self, which: int) -> None:
        self._consent = bool(which)
        self.consent.show_choice(which)
        self._edited()

    def _edited(self) -> None:
        self.edited.emit(self._typed())
