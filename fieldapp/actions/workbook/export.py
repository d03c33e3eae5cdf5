"""The verb: write a session's workbook, and that it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from fieldapp.actions.moments import site_now
from fieldapp.actions.practice import Practice
from fieldapp.actions.workbook.people import DuePerson, due_people, somebody_of
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal import hub_link, lots, memberships, sessions, staff, stock
from fieldapp.journal.journal import Journal
from fieldapp.journal.sessions import VaccinationSession
from fieldapp.reports.files import write_private
from fieldapp.reports.workbook.content import (
    BLANK_ROWS,
    MOST_BLANK_ROWS,
    MOST_PEOPLE,
    BlankLine,
    Content,
    PersonLine,
    with_seal,
)
from fieldapp.reports.workbook.lines import line_of, shown_cells
from fieldapp.reports.workbook.lots import choice
from fieldapp.reports.workbook.words import Words
from fieldapp.reports.workbook.write import workbook_bytes
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.facts import WorkbookWritten
from fieldapp.wire.workbook import (
    ID_BYTES,
    Frame,
    Row,
    blank_rows,
    person_row,
    seal_frame,
    shown_digest,
)


class NoSuchSession(FieldAppError):
    """No session of this name."""

    happened = "There is no session {label} on this laptop."
    safe = "Nothing was written."
    next_step = "Name one of these: {known}."

    def __init__(self, label: str, known: str) -> None:
        self.next_step = self.next_step.format(known=known)
        super().__init__(label=label)


class NoSessionOpen(FieldAppError):
    """A workbook is a session's, and none is open."""

    happened = "No session is open, so there is none to write a workbook of."
    safe = "Nothing was written."
    next_step = "Open the session first, or name an earlier one."


@dataclass(frozen=True, slots=True)
class Written:
    """What the workbook holds. `session` is its label; `left_out` people who did not fit."""

    session: str
    workbook: str
    people: int
    blanks: int
    lots: int
    left_out: int


def export_workbook(
    practice: Practice,
    path: Path,
    *,
    language: str,
    user: str,
    session: str | None = None,
    blanks: int = BLANK_ROWS,
) -> Written:
    """Write it; without a `session` that of the one that is open. Only its owner may read the
    file, and of every one that bears its name the journal says who wrote it. Raises
    NoSessionOpen, NoSuchSession, CannotWrite."""
    journal = practice.journal
    at = _session(journal, session)
    now = site_now(practice.clock)
    day = now.date() if at.closed_at is None else _began(practice, at)
    found, on_board = due_people(practice, day), lots_on_board(journal, at.label)
    lines = [
        line_of(practice, somebody_of(practice, due), number, on_board, day)
        for number, due in enumerate(found[:MOST_PEOPLE], start=1)
    ]
    words = Words(language)
    frame = _frame(practice, at, found, lines, min(blanks, MOST_BLANK_ROWS), on_board, words)
    draft = replace(
        _draft(practice, at, frame, lines, words), day=day, left_out=len(found) - len(lines)
    )
    made = seal_frame(frame, hub_link.signing_key(journal))
    content = with_seal(draft, made.name, made.codes, made.lines, made.short)
    fact = WorkbookWritten(at.label, frame.id, len(lines))
    write_private(
        workbook_bytes(content), path, when_safe=lambda: journal.append([fact], user=user)
    )
    counts = len(lines), len(content.blanks), len(on_board)
    return Written(at.label, content.workbook, *counts, content.left_out)


def _draft(
    practice: Practice,
    at: VaccinationSession,
    frame: Frame,
    lines: Sequence[PersonLine],
    words: Words,
) -> Content:
    """What follows from the frame and its people, before it is sealed."""
    return Content(
        language=words.language,
        team=practice.journal.team.name,
        session=at.label,
        place=at.place,
        day=frame.day,
        began=frame.day,
        written=site_now(practice.clock),
        people=tuple(lines),
        blanks=tuple(BlankLine(row.number, "") for row in frame.rows[len(lines) :]),
        lots=tuple(choice(practice, lot, words) for lot in frame.lots),
        staff=tuple(name for name, _ in frame.staff),
    )


def _session(journal: Journal, label: str | None) -> VaccinationSession:
    found = sessions.current(journal) if label is None else sessions.get(journal, label)
    if found is None and label is None:
        raise NoSessionOpen()
    if found is None:
        known = ", ".join(one.label for one in sessions.all_sessions(journal)) or "-"
        raise NoSuchSession(label or "", known)
    return found


def _began(practice: Practice, at: VaccinationSession) -> date:
    return (at.opened_at + timedelta(minutes=practice.clock.utc_offset_min())).date()


def lots_on_board(journal: Journal, label: str) -> list[VaccineLot]:
    """What went into the session's box, or else what is in the store; a lot that nobody may use
    is not offered."""
    in_box = [one.lot for one in stock.of_session(journal, label) if one.loaded > 0]
    in_store = [one.lot for one in stock.balances(journal) if one.balance.on_hand > 0]
    return [
        lot
        for lot in in_box or in_store
        if lots.lot_state(journal, lot.vaccine_id, lot.lot_number) is None
    ]


def _frame(
    practice: Practice,
    at: VaccinationSession,
    found: Sequence[DuePerson],
    lines: Sequence[PersonLine],
    blanks: int,
    on_board: Sequence[VaccineLot],
    words: Words,
) -> Frame:
    """What the laptop signs."""
    journal = practice.journal
    joined, member = hub_link.enrolment(journal), memberships.card(journal)
    book = journal.random(ID_BYTES)
    hub, device = (joined.hub_id, joined.device) if joined else (b"", 0)
    where = hub, device, at.label
    people = [_row(where, due, line, words) for due, line in zip(found, lines, strict=False)]
    return Frame(
        id=book,
        hub=hub,
        device=device,
        membership=member.raw if member else b"",
        session=at.label,
        day=_began(practice, at),
        staff=_staff(journal, at),
        lots=tuple(on_board),
        rows=(*people, *blank_rows(book, len(people) + 1, blanks)),
    )


def _row(where: tuple[bytes, int, str], due: DuePerson, line: PersonLine, words: Words) -> Row:
    ref = due.client.client_id[:REF_BYTES]
    shown = shown_digest(shown_cells(line, words))
    return Row(line.number, person_row(*where, ref, due.course), ref, shown)


def _staff(journal: Journal, at: VaccinationSession) -> tuple[tuple[str, str], ...]:
    """Who may have given a dose: those present, or else the whole team."""
    present = [(one.name, one.login or "") for one in at.staff]
    return tuple(present or [(one.name, one.login) for one in staff.on_team(journal)])
