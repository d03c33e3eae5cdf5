"""Which half-filled form lies open, so that it comes back after a crash or a lock: to its owner.

Only the name of the form is kept here; what was typed is in the draft of that name.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from fieldapp.journal import drafts
from fieldapp.ui.journal_work import JournalWork

_OPEN = "open form"


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """The draft of the form, `kind subject`, and the scan that it began with, if any."""

    draft: str
    scan: str = ""

    @property
    def kind(self) -> str:
        """Which form it is."""
        return self.draft.partition(" ")[0]

    @property
    def subject(self) -> bytes:
        """The person or record it is about; empty where it is about none."""
        try:
            return bytes.fromhex(self.draft.partition(" ")[2])
        except ValueError:
            return b""


class ResumeFlow:
    """Notes what is open and forgets it when it is left; looks once, at the start.

    `name` is that of the room's own note.
    """

    def __init__(self, work: JournalWork, name: str = _OPEN) -> None:
        self._work, self._name = work, name
        self._noted: LeftOpen | None = None

    def note(self, draft: str, scan: str = "") -> None:
        """This form lies open now."""
        left, journal, name = (
            LeftOpen(draft, scan),
            self._work.journal,
            self._work.draft(self._name),
        )
        if left != self._noted:
            self._noted, body = left, json.dumps(asdict(left))
            self._work.do(lambda: drafts.save(journal, name, body), _nothing)

    def forget(self) -> None:
        """No form lies open."""
        journal, name = self._work.journal, self._work.draft(self._name)
        if self._noted is not None:
            self._noted = None
            self._work.do(lambda: drafts.clear(journal, name), _nothing)

    def look(self, then: Callable[[LeftOpen], None]) -> None:
        """Tell `then` what this user left open, if anything."""
        journal, name = self._work.journal, self._work.draft(self._name)
        self._work.do(lambda: drafts.load(journal, name), lambda body: _tell(body, then))


def _tell(body: str | None, then: Callable[[LeftOpen], None]) -> None:
    told = json.loads(body) if body else {}
    if set(told) == {"draft", "scan"}:
        then(LeftOpen(**told))


def _nothing(_done: object) -> None:
    pass
