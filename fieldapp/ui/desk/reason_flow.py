"""Asks for a reason and hands it to whoever asked. One question at a time; Esc takes it back.

What was chosen or typed is kept as a draft of its owner, like every form, until it is on record: a
second person may still be asked, and may not be there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

from fieldapp.journal import drafts
from fieldapp.ui.desk.resume_flow import ResumeFlow
from fieldapp.ui.desk.side_pages import ReasonPage
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.journal_work import JournalWork

Then: TypeAlias = Callable[[str, str], None]
"""Takes the code of the reason and the words that were typed."""


class ReasonFlow:
    """The page of reasons, and what is done with the answer."""

    def __init__(
        self,
        work: JournalWork,
        resume: ResumeFlow,
        page: ReasonPage,
        show: Callable[[ReasonState], None],
    ) -> None:
        self._work, self._resume, self._page, self._show = work, resume, page, show
        self._then: Then | None = None
        self._draft = ""
        page.confirmed.connect(self._confirmed)
        self._page.edited.connect(self._keep)

    def ask(self, state: ReasonState, draft: str, then: Then) -> None:
        """Show the reasons; `then` gets the one that is confirmed. `draft`: kind and subject."""
        self._then, self._draft = then, draft
        self._show(state)
        self._resume.note(draft)
        journal, name = self._work.journal, self._work.draft(draft)
        self._work.do(lambda: drafts.load(journal, name), lambda body: self._put(draft, body))

    def take_back(self) -> bool:
        """Ask no more; whether something was asked. The draft stays."""
        asked = self._then is not None
        self._then, self._draft = None, ""
        if asked:
            self._resume.forget()
        return asked

    def forget(self, draft: str) -> None:
        """The reason asked under this name is on record."""
        journal, name = self._work.journal, self._work.draft(draft)
        self._work.do(lambda: drafts.clear(journal, name), lambda _cleared: None)

    def _confirmed(self, code: str, words: str) -> None:
        then = self._then
        self._keep(code, words)
        if self.take_back() and then is not None:
            then(code, words)

    def _put(self, draft: str, body: str | None) -> None:
        if body is not None and draft == self._draft:
            code, words = json.loads(body)
            self._page.put(code, words)

    def _keep(self, code: str, words: str) -> None:
        journal, draft = self._work.journal, self._draft
        name = self._work.draft(draft)
        body = json.dumps([code, words])
        if draft and (code or words):
            self._work.do(lambda: drafts.save(journal, name, body), lambda _kept: None)
