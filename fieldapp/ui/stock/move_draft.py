"""Keeps a half-filled movement for its owner, and tells it again: after Esc, a lock or a restart.

The code of the vial that was scanned is kept beside what stands in the fields.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields

from PySide6.QtCore import QObject, QTimer

from fieldapp.journal import drafts
from fieldapp.ui.desk.resume_flow import LeftOpen, ResumeFlow
from fieldapp.ui.journal_work import JournalWork
from fieldapp.ui.stock.state import MoveForm

_OPEN = "open stock form"
_PAUSE_MS = 400
_FIELDS = {field.name for field in fields(MoveForm)}
_BETWEEN = "\t"


@dataclass(frozen=True, slots=True)
class Subject:
    """Which movement: its verb, and of which lot; None where the form asks for the lot."""

    verb: str
    lot: tuple[str, str] | None = None

    @property
    def draft(self) -> str:
        """The name of its draft."""
        return f"stock-{self.verb} {_BETWEEN.join(self.lot or ())}"


@dataclass(frozen=True, slots=True)
class HalfMove:
    """What was typed and scanned so far."""

    form: MoveForm
    code: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it was typed; where it happens is never typed."""
        told = asdict(self.form)
        del told["place"]
        return not any(told.values())


class MoveDraft(QObject):
    """Writes when the hands pause, and at once when the form is left."""

    def __init__(self, work: JournalWork, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._resume = work, ResumeFlow(work, _OPEN)
        self._subject: Subject | None = None
        self._half: HalfMove | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def open(self, subject: Subject, then: Callable[[HalfMove | None], None]) -> None:
        """This form lies open now; `then` is told what was half filled in it before."""
        self._subject, self._half = subject, None
        self._resume.note(subject.draft)
        journal, name = self._work.journal, self._work.draft(subject.draft)
        self._work.do(
            lambda: drafts.load(journal, name),
            lambda body: then(_read(body)) if subject is self._subject else None,
        )

    def keep(self, half: HalfMove) -> None:
        """The form holds this now."""
        if self._subject is not None:
            self._half = half
            self._pause.start()

    def flush(self) -> None:
        """Write what is not written yet."""
        self._pause.stop()
        subject, half = self._subject, self._half
        if subject is None or half is None:
            return
        self._half = None
        journal, name, body = self._work.journal, self._work.draft(subject.draft), _written(half)
        if half.is_empty:
            self._work.do(lambda: drafts.clear(journal, name), _nothing)
        else:
            self._work.do(lambda: drafts.save(journal, name, body), _nothing)

    def leave(self) -> None:
        """The form is closed; what was typed stays."""
        self.flush()
        self._subject = None
        self._resume.forget()

    def done(self) -> None:
        """It is recorded: nothing of it is kept."""
        subject = self._subject
        self._pause.stop()
        self._subject, self._half = None, None
        self._resume.forget()
        if subject is not None:
            journal, name = self._work.journal, self._work.draft(subject.draft)
            self._work.do(lambda: drafts.clear(journal, name), _nothing)

    def look(self, then: Callable[[Subject], None]) -> None:
        """Tell `then` which form this user left open, if any."""
        self._resume.look(lambda left: then(_subject(left)))


def _subject(left: LeftOpen) -> Subject:
    kind, _, rest = left.draft.partition(" ")
    vaccine, between, lot = rest.partition(_BETWEEN)
    return Subject(kind.removeprefix("stock-"), (vaccine, lot) if between else None)


def _written(half: HalfMove) -> str:
    return json.dumps({"form": asdict(half.form), "code": half.code})


def _read(body: str | None) -> HalfMove | None:
    """A draft; one that another version wrote in another shape is let go."""
    match json.loads(body or "null"):
        case {"form": dict(form), "code": code} if set(form) == _FIELDS:
            return HalfMove(MoveForm(**form), code)
    return None


def _nothing(_done: object) -> None:
    pass
