"""Somebody new: what the document says is filled in, the rest is typed; F9 saves.

People who may be the same are shown before anything is saved; F9 again says that they are not.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.desk.person_page import VerdictBanner
from fieldapp.ui.desk.state import Hit, RegisterForm, RegisterState, VerdictState
from fieldapp.ui.form_fields import Field, Picker, YesNo
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, card, clear, label, one_line, row
from fieldapp.ui.wrapping import key_row

CITIZEN = "CHN"
_MOST_ALIKE = 4


class RegisterPage(QWidget):
    """The form for somebody new."""

    saved = Signal(object)
    edited = Signal(object)
    cancelled = Signal()
    same_person = Signal(bytes)

    def __init__(self) -> None:
        super().__init__()
        self.banner = VerdictBanner()
        no, yes = self.tr("No"), self.tr("Yes")
        self.name = Field(self.tr("Name"))
        self.birth = Field(self.tr("Birth date"), self.tr("YYYY-MM-DD or YYYY"))
        self.sex = Picker(self.tr("Sex"))
        self.home = Field(self.tr("Home area"))
        self.phone = Field(self.tr("Phone, for the reminder on day 21"))
        self.group, self.language = Picker(self.tr("Key group")), Picker(self.tr("Language"))
        self.place = Field(self.tr("To find again: boat, berth, village"))
        self.nationality = Picker(self.tr("Nationality"))
        self.security = YesNo(self.tr("In Chinese social security?"), no, yes)
        self.consent = YesNo(self.tr("Consent read and agreed"), no, yes)
        self._texts = (self.name, self.birth, self.home, self.phone, self.place)
        self._pickers = (self.sex, self.group, self.language, self.nationality)
        self.cancel = DeskButton(self.tr("Cancel"), "action", "Esc")
        self.cancel.setMinimumWidth(150)
        self.save = DeskButton(self.tr("Save and go on"), "primary", "F9")
        self._hits: tuple[Hit, ...] = ()
        self._fields, self._lookalikes = QWidget(), QVBoxLayout()
        self.asking = False
        self.message = label(tone="stop", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)
        layout.addWidget(self._form(), 1)
        layout.addLayout(key_row(self.cancel, widest=self.save))
        self._column = layout
        self.set_compact(False)
        self._connect()

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.cancelled)
        self.save.clicked.connect(self.submit)
        for field in self._texts:
            field.edit.editingFinished.connect(self._edited)
        for picker in self._pickers:
            picker.box.activated.connect(self._edited)
        for question in (self.consent, self.security):
            question.answered.connect(self._edited)

    def _form(self) -> QFrame:
        frame = card(margins=(18, 8, 18, 6))
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        fields = (
            (self.name, self.birth, self.sex),
            (self.phone, self.home, self.group),
            (self.language, self.place, self.consent),
            (self.nationality, self.security),
        )
        for line, cells in enumerate(fields):
            for column, cell in enumerate(cells):
                grid.addWidget(cell, line, column)
        body, layout = QVBoxLayout(), frame.layout()
        body.addWidget(self._fields)
        body.addStretch(1)
        self._body = Body(body)
        below = QVBoxLayout()
        below.addLayout(self._lookalikes)
        below.addStretch(1)
        alike = Body(below)
        alike.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self._body, 1)
            layout.addWidget(alike)
            layout.addWidget(self.message)  # outside of what scrolls: never out of sight
        return frame

    def set_compact(self, compact: bool) -> None:
        """Leave less air on a low screen."""
        self._column.setSpacing(8 if compact else 12)
        self.banner.set_compact(compact)

    def show_form(self, state: RegisterState, banner: VerdictState) -> None:
        """Start a new form, with what the document says filled in."""
        texts = (state.name, state.birth_date, state.home_area, state.phone, "")
        for field, text in zip(self._texts, texts, strict=True):
            field.edit.setText(text)
        self.sex.offer((("", "–"), ("F", self.tr("Female")), ("M", self.tr("Male"))))
        self.sex.choose(state.sex)
        self.group.offer((("", "–"), *state.groups))
        self.group.choose(state.key_group)
        self.language.offer(state.languages)
        self.language.choose(state.language)
        self.nationality.offer((("", "–"), *state.nationalities))
        self.nationality.choose(state.nationality)
        self.nationality.setVisible(not state.citizen)
        self.consent.show_answer(None)
        self.security.show_answer(state.social_security)
        self._ask_foreigners()
        self.show_fault("")
        self._new_here = banner
        self.ask_no_more()
        self._show_lookalikes(state.lookalikes[:1], banner)
        (self.phone if state.name else self.name).edit.setFocus()

    def show_fault(self, words: str) -> None:
        """Say what keeps the form from being saved; what was typed stays."""
        tell(self.message, words)

    def _show_lookalikes(self, hits: tuple[Hit, ...], banner: VerdictState) -> None:
        self.banner.show_verdict(banner)
        self._hits = hits
        clear(self._lookalikes)
        for number, hit in enumerate(hits, start=1):
            same = DeskButton(self.tr("Same person"), "small", f"Alt {number}")
            same.clicked.connect(lambda _=False, who=hit.client_id: self.same_person.emit(who))
            words = label(hit.why or self.tr("Looks like someone?"), tone="muted", wrap=self.asking)
            said = f"{hit.name}, {hit.detail}"
            short = one_line(said, size="strong")
            line = row(words, label(said, size="strong", wrap=True) if self.asking else short, same)
            line.setStretch(0, 2 * int(self.asking))
            line.setStretch(1, 5)
            self._lookalikes.addLayout(line)

    def ask_again(self, hits: tuple[Hit, ...], banner: VerdictState) -> None:
        """One question before saving: is it one of these? F9 then means that it is none of them."""
        self.asking = True
        self._body.hide()
        self._show_lookalikes(hits[:_MOST_ALIKE], banner)
        self.save.setText(self.tr("Another person: save and go on"))
        self.setFocus()

    def ask_no_more(self) -> None:
        """Back to the form."""
        self.asking = False
        self._body.show()
        self._show_lookalikes((), self._new_here)
        self.save.setText(self.tr("Save and go on"))

    def choose(self, number: int) -> None:
        """It is the person of this number, from 1."""
        if 1 <= number <= len(self._hits):
            self.same_person.emit(self._hits[number - 1].client_id)

    def submit(self) -> None:
        """Ask to save what is typed."""
        self.saved.emit(self._typed())

    def fill(self, form: RegisterForm) -> None:
        """Put back what was typed before."""
        texts = (form.name, form.birth_date, form.home_area, form.phone, form.circumstances)
        for field, text in zip(self._texts, texts, strict=True):
            field.edit.setText(text)
        chosen = (form.sex, form.key_group, form.language, form.nationality)
        for picker, name in zip(self._pickers, chosen, strict=True):
            picker.choose(name)
        self.consent.show_answer(form.consent)
        self.security.show_answer(form.social_security)
        self._ask_foreigners()

    def _typed(self) -> RegisterForm:
        return RegisterForm(
            name=self.name.text,
            birth_date=self.birth.text,
            sex=self.sex.chosen,
            home_area=self.home.text,
            phone=self.phone.text,
            key_group=self.group.chosen,
            language=self.language.chosen,
            consent=self.consent.answer,
            circumstances=self.place.text,
            nationality=self.nationality.chosen,
            social_security=self.security.answer,
        )

    def _ask_foreigners(self) -> None:
        self.security.setVisible(self.nationality.chosen not in ("", CITIZEN))

    def _edited(self) -> None:
        self._ask_foreigners()
        self.edited.emit(self._typed())
