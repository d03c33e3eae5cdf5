"""Asks for a few fields and hands them to whoever asked; keeps what is half typed as a draft.

A draft belongs to who typed it, and to what it was typed for. It is let go once it is recorded.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

from fieldapp.domain.scan import identify
from fieldapp.journal import drafts
from fieldapp.ui.desk.resume_flow import ResumeFlow
from fieldapp.ui.desk.vial_flow import VIALS, vial_values
from fieldapp.ui.form_page import FormPage, FormState
from fieldapp.ui.form_values import BadField
from fieldapp.ui.journal_work import JournalWork
from fieldapp.ui.words import tr

Then: TypeAlias = Callable[[dict[str, str]], None]
"""Takes the typed values by field. Raises BadField, which is said and loses nothing."""


class FormFlow:
    """The small form of the desk, and what is done with its values."""

    def __init__(
        self,
        work: JournalWork,
        resume: ResumeFlow,
        page: FormPage,
        show: Callable[[FormState], None],
    ) -> None:
        self._work, self._resume, self._page, self._show_page = work, resume, page, show
        self._then: Then | None = None
        self._draft = ""
        self._page.submitted.connect(self._submitted)
        self._page.edited.connect(self._keep)
        self._page.code_entered.connect(self._scanned_into)

    def ask(self, state: FormState, draft: str, then: Then) -> None:
        """Show the form, with its draft if there is one; `draft` is the form's kind and subject.

        Without a draft's name nothing of it is ever kept: so secrets are asked.
        """
        journal, name = self._work.journal, self._work.draft(draft)
        if not draft:
            self._show(state, draft, then, None)
            return
        self._resume.note(draft)
        self._work.do(
            lambda: drafts.load(journal, name),
            lambda body: self._show(state, draft, then, body),
        )

    def done(self) -> None:
        """What was typed is recorded: no draft of it is kept."""
        draft = self._draft
        self.take_back()
        self.forget(draft)

    def forget(self, draft: str) -> None:
        """What was typed under this name is recorded, after another form came between."""
        journal, name = self._work.journal, self._work.draft(draft)
        if draft:
            self._work.do(lambda: drafts.clear(journal, name), lambda _cleared: None)

    def take_back(self) -> bool:
        """Ask no more; whether something was asked. The draft stays."""
        asked = self._then is not None
        self._then, self._draft = None, ""
        if asked:
            self._resume.forget()
        return asked

    def say_fault(self, words: str) -> bool:
        """Say on the form that it could not be saved; whether a form is open at all."""
        if self._then is not None:
            self._page.show_fault(words)
        return self._then is not None

    def _show(self, state: FormState, draft: str, then: Then, body: str | None) -> None:
        self._then, self._draft = then, draft
        self._show_page(state)
        if body is not None:
            self._page.fill(json.loads(body))
            self._page.say(tr("What was half typed here is back."))

    def _submitted(self, values: dict[str, str]) -> None:
        if self._then is None:
            return
        try:
            self._then(values)
        except BadField as fault:
            self._page.show_fault(str(fault))

    def _keep(self, values: dict[str, str]) -> None:
        journal, name, body = self._work.journal, self._work.draft(self._draft), json.dumps(values)
        if self._draft:
            self._work.do(lambda: drafts.save(journal, name, body), lambda _kept: None)

    def _scanned_into(self, name: str, text: str) -> None:
        """A vial scanned into a field fills product, lot and expiry wherever they are asked."""
        scan = identify(text, self._work.today())
        if scan.valid and scan.kind in VIALS:
            read = vial_values(scan, self._work.practice.catalogue)
            self._page.fill({name: "", **read} if name not in read else read)
            self._keep(self._page.values)
