"""Asks what came of a call and writes it down; takes a call back; notes another number."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from fieldapp.actions.calls.call_list import Entry
from fieldapp.actions.calls.record_call import (
    WITHDRAWALS,
    CallNote,
    change_phone,
    record_call,
    withdraw_call,
)
from fieldapp.domain.call import Call, Outcome
from fieldapp.ui.calls.calls_screen import CallsScreen
from fieldapp.ui.calls.forms import note_of, outcome_form, phone_form, typed_phone
from fieldapp.ui.calls.words import outcome_title, withdrawal_words
from fieldapp.ui.desk.form_flow import FormFlow
from fieldapp.ui.desk.reason_flow import ReasonFlow
from fieldapp.ui.desk.resume_flow import LeftOpen, ResumeFlow
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.journal_work import JournalWork
from fieldapp.ui.language import day
from fieldapp.ui.words import tr

KIND = "call-"
"""How the kinds of this room's drafts begin."""
_UNDO, _PHONE = f"{KIND}undo", f"{KIND}phone"


class NoteFlow:
    """`done` is told what was written down, in words, and whether the next person is called."""

    def __init__(
        self, work: JournalWork, screen: CallsScreen, done: Callable[[str, bool], None]
    ) -> None:
        self._work, self._screen, self._done = work, screen, done
        resume = ResumeFlow(work)
        self._forms = FormFlow(work, resume, screen.board.pane.form, screen.board.pane.show_form)
        self._reasons = ReasonFlow(work, resume, screen.reason, screen.show_reasons)

    def ask(self, outcome: Outcome, entry: Entry) -> None:
        """Ask what belongs to this outcome; what was half typed for it is there again."""
        self.leave()
        state = outcome_form(outcome, entry, self._work.practice.catalogue, self._work.today())
        draft = f"{KIND}{outcome.value} {entry.client_id.hex()}"
        self._forms.ask(state, draft, partial(self._save, outcome, entry))

    def _save(self, outcome: Outcome, entry: Entry, values: dict[str, str]) -> None:
        note, phone = note_of(outcome, entry, values, self._work.today())
        practice, user = self._work.practice, self._work.user

        def record() -> bytes:
            with practice.journal.transaction():
                made = record_call(practice.journal, note, clock=practice.clock, user=user)
                if phone is not None:
                    change_phone(practice.journal, note.client_id, phone, user=user)
            return made

        self._work.do(record, lambda _event: self._saved(_said(entry, note), go_on=True))

    def ask_phone(self, entry: Entry) -> None:
        """Ask for another number to call."""
        self.leave()
        draft = f"{_PHONE} {entry.client_id.hex()}"
        self._forms.ask(phone_form(entry), draft, partial(self._save_phone, entry))

    def _save_phone(self, entry: Entry, values: dict[str, str]) -> None:
        phone = typed_phone(values, self._work.today())
        journal, user = self._work.journal, self._work.user
        words = tr("{name}: another number is noted.").format(name=entry.contact.name)
        self._work.do(
            lambda: change_phone(journal, entry.client_id, phone, user=user),
            lambda _none: self._saved(words, go_on=False),
        )

    def ask_take_back(self, entry: Entry, call: Call) -> None:
        """Ask why a call is struck through."""
        self.leave()
        reasons = tuple((code, withdrawal_words(code)) for code in WITHDRAWALS)
        said = outcome_title(call.outcome)
        title = tr("Take back “{what}” of {name}. Why?").format(what=said, name=entry.contact.name)
        draft = f"{_UNDO} {entry.client_id.hex()}"
        state = ReasonState(title, reasons, tr("Take it back"))
        self._reasons.ask(state, draft, partial(self._take_back, entry, call))

    def _take_back(self, entry: Entry, call: Call, reason: str, _words: str) -> None:
        journal, user = self._work.journal, self._work.user
        words = tr("{name}: taken back. Both stay on record.").format(name=entry.contact.name)

        def taken(_none: object) -> None:
            self._reasons.forget(f"{_UNDO} {entry.client_id.hex()}")
            self._done(words, False)

        self._work.do(lambda: withdraw_call(journal, call.call_id, reason, user=user), taken)

    def go_on_with(self, left: LeftOpen, entry: Entry, call: Call | None) -> None:
        """Ask again what lay open at a crash or a lock."""
        if left.kind == _PHONE:
            self.ask_phone(entry)
        elif left.kind == _UNDO and call is not None:
            self.ask_take_back(entry, call)
        elif (code := left.kind.removeprefix(KIND)) in {outcome.value for outcome in Outcome}:
            self.ask(Outcome(code), entry)

    def leave(self) -> bool:
        """Ask no more; whether something was asked. What was typed stays a draft."""
        self._screen.setFocus()  # leaving a field writes its draft
        asked = [flow.take_back() for flow in (self._forms, self._reasons)]
        return any(asked)

    def say_fault(self, words: str) -> bool:
        """Say on the form why it cannot be saved; whether a form is open."""
        return self._forms.say_fault(words)

    def _saved(self, words: str, *, go_on: bool) -> None:
        self._forms.done()
        self._done(words, go_on)


def _said(entry: Entry, note: CallNote) -> str:
    parts = [entry.contact.name, outcome_title(note.outcome.value)]
    if note.outcome is Outcome.WILL_COME and note.day is not None:
        parts.append(day(note.day))
    if note.again is not None:
        parts.append(tr("again {day}").format(day=day(note.again)))
    return " · ".join(parts)
