"""The verb: what was gathered for a team as a workbook under the hub's seal.

A row of somebody due has the same id in every workbook of this team, place and day, so that a
laptop records it once from whichever copy; where two laptops took copies, the hub shows the two
records of one dose as a possible double.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from fieldapp.hub.messages.due import Ground
from fieldapp.hub.running import Hub
from fieldapp.hub.workbook.booked import Booked
from fieldapp.hub.workbook.gathering import Gathered
from fieldapp.reports.workbook.content import (
    MOST_BLANK_ROWS,
    BlankLine,
    Content,
    PersonLine,
    with_seal,
)
from fieldapp.reports.workbook.lines import doses_told, end_of, line_of, seat_told, shown_cells
from fieldapp.reports.workbook.lots import choice
from fieldapp.reports.workbook.words import Words
from fieldapp.reports.workbook.write import workbook_bytes
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.workbook import (
    ID_BYTES,
    OF_HUB,
    Frame,
    Row,
    blank_rows,
    person_row,
    seal_frame,
    shown_digest,
)

ACT = "workbook-exported"
"""In the audit."""


@dataclass(frozen=True, slots=True)
class Made:
    """The file, the four letters that it is called by, and what the audit says of it."""

    content: bytes
    workbook: str
    details: str


def make_workbook(
    hub: Hub, ground: Ground, found: Gathered, *, language: str, written: datetime, blanks: int
) -> Made:
    """Make it. `written` is now on the clock of the place; `blanks` are rows for people who are
    neither due nor booked."""
    words = Words(language)
    lines = _lines(ground, found, words)
    more = len(found.booked) + max(0, min(blanks, MOST_BLANK_ROWS))
    frame = _frame(hub, found, lines, more, words)
    made = seal_frame(frame, hub.key)
    draft = _draft(ground, found, frame, lines, words, written)
    content = with_seal(draft, made.name, made.codes, made.lines, made.short)
    details = f"{made.name}, {found.day} {found.place}, {len(lines)} people"
    return Made(workbook_bytes(content), made.name, details)


def _lines(ground: Ground, found: Gathered, words: Words) -> list[PersonLine]:
    lines = []
    for number, one in enumerate(found.due, start=1):
        line = line_of(ground, one.known, number, found.lots, found.day)
        seat = found.seats.get(one.person)
        told = [seat_told(seat, words)] if seat else []
        lines.append(replace(line, history="\n".join([*told, line.history])))
    return lines


def _frame(
    hub: Hub, found: Gathered, lines: Sequence[PersonLine], more: int, words: Words
) -> Frame:
    book, id_ = hub.random(ID_BYTES), hub.store.keys.hub_id
    people = []
    for one, line in zip(found.due, lines, strict=True):
        ref = one.person[:REF_BYTES]
        row = person_row(id_, OF_HUB, found.session, ref, one.course)
        people.append(Row(line.number, row, ref, shown_digest(shown_cells(line, words))))
    return Frame(
        id=book,
        hub=id_,
        device=OF_HUB,
        membership=b"",
        session=found.session,
        day=found.day,
        staff=found.staff,
        lots=found.lots,
        rows=(*people, *blank_rows(book, len(people) + 1, more)),
    )


def _draft(
    ground: Ground,
    found: Gathered,
    frame: Frame,
    lines: Sequence[PersonLine],
    words: Words,
    written: datetime,
) -> Content:
    free = frame.rows[len(lines) :]
    told = [_told(ground, found, one, words) for one in found.booked]
    told += [""] * (len(free) - len(told))
    return Content(
        language=words.language,
        team=found.team.name,
        session=found.title,
        place=found.place,
        day=found.day,
        began=found.day,
        written=written,
        people=tuple(lines),
        blanks=tuple(BlankLine(row.number, "", say) for row, say in zip(free, told, strict=True)),
        lots=tuple(choice(ground, lot, words) for lot in found.lots),
        staff=tuple(name for name, _ in found.staff),
        left_out=found.left_out,
    )


def _told(ground: Ground, found: Gathered, one: Booked, words: Words) -> str:
    """By what the team finds somebody who booked, and what they had before; who they are is written
    down at the desk."""
    kind = words.of("kind").get(one.document.kind, one.document.kind)
    before = doses_told(found.before.get(one.person or b"", ()), ground.catalogue)
    return "\n".join(filter(None, [seat_told(one.time, words), kind, end_of(one.document), before]))
