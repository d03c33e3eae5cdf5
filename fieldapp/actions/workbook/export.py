"""The verb: write a session's workbook, and that it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from fieldapp.actions.moments import site_now
from fieldapp.actions.practice import Practice
from fieldapp.actions.workbook.next_doses import min_age
from fieldapp.actions.workbook.people import DuePerson, due_people, line_of
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal import hub_link, lots, memberships, sessions, staff, stock
from fieldapp.journal.journal import Journal
from fieldapp.journal.sessions import VaccinationSession
from fieldapp.reports.files import write_private
from fieldapp.reports.workbook.columns import SHOWN
from fieldapp.reports.workbook.content import BlankLine, Content, LotChoice, PersonLine
from fieldapp.reports.workbook.words import Words
from fieldapp.reports.workbook.write import workbook_bytes
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.facts import WorkbookWritten
from fieldapp.wire.workbook import (
    ID_BYTES,
    Frame,
    Row,
    blank_row,
    person_row,
    row_code,
    short_name,
    shown_digest,
    write_seal,
)

BLANK_ROWS = 20
MOST_PEOPLE = 500
MOST_BLANK_ROWS = 500


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
        line_of(practice, due, number, on_board, day)
        for number, due in enumerate(found[:MOST_PEOPLE], start=1)
    ]
    words = Words(language)
    frame = _frame(practice, at, found, lines, min(blanks, MOST_BLANK_ROWS), on_board, words)
    content = replace(
        _content(practice, at, frame, lines, words),
        day=day,
        lots=tuple(_choice(practice, lot, words) for lot in on_board),
        left_out=max(0, len(found) - len(lines)),
    )
    fact = WorkbookWritten(at.label, frame.id, len(lines))
    write_private(
        workbook_bytes(content), path, when_safe=lambda: journal.append([fact], user=user)
    )
    counts = len(lines), len(content.blanks), len(on_board)
    return Written(at.label, content.workbook, *counts, content.left_out)


def _content(
    practice: Practice,
    at: VaccinationSession,
    frame: Frame,
    lines: Sequence[PersonLine],
    words: Words,
) -> Content:
    """What follows from the frame and its people."""
    journal = practice.journal
    seal = tuple(write_seal(frame, hub_link.signing_key(journal)))
    codes = [row_code(frame.id, row) for row in frame.rows]
    return Content(
        language=words.language,
        team=journal.team.name,
        session=at.label,
        place=at.place,
        day=frame.day,
        began=frame.day,
        written=site_now(practice.clock),
        workbook=short_name(frame.id),
        people=tuple(replace(one, code=code) for one, code in zip(lines, codes, strict=False)),
        blanks=tuple(
            BlankLine(row.number, code)
            for row, code in zip(frame.rows[len(lines) :], codes[len(lines) :], strict=True)
        ),
        lots=(),
        staff=tuple(name for name, _ in frame.staff),
        seal=seal,
        seal_name=hashlib.sha256("".join(seal).encode()).hexdigest()[:8],
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


def lot_words(lot: VaccineLot, catalogue: Catalogue, words: Words) -> str:
    """A lot as it is chosen: product, number and last day."""
    product = catalogue.get(lot.vaccine_id)
    name = product.short_name if product else lot.vaccine_id
    until = f" {words('lot.expiry')} {lot.expiry.isoformat()}" if lot.expiry else ""
    return f"{name} {lot.lot_number}{until}"


def _choice(practice: Practice, lot: VaccineLot, words: Words) -> LotChoice:
    said = lot_words(lot, practice.catalogue, words)
    return LotChoice(said, min_age(practice, lot.vaccine_id))


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
    first = len(people) + 1
    more = [Row(number, blank_row(book, number)) for number in range(first, first + blanks)]
    return Frame(
        id=book,
        hub=hub,
        device=device,
        membership=member.raw if member else b"",
        session=at.label,
        day=_began(practice, at),
        staff=_staff(journal, at),
        lots=tuple(on_board),
        rows=(*people, *more),
    )


def _row(where: tuple[bytes, int, str], due: DuePerson, line: PersonLine, words: Words) -> Row:
    ref = due.client.client_id[:REF_BYTES]
    shown = replace(line, kind=words(f"kind.{line.kind}") if line.kind else "")
    cells = [str(getattr(shown, key)) for key in SHOWN]
    return Row(line.number, person_row(*where, ref, due.course), ref, shown_digest(cells))


def _staff(journal: Journal, at: VaccinationSession) -> tuple[tuple[str, str], ...]:
    """Who may have given a dose: those present, or else the whole team."""
    present = [(one.name, one.login or "") for one in at.staff]
    return tuple(present or [(one.name, one.login) for one in staff.on_team(journal)])
