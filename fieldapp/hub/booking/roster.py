"""Who has a seat in a session, for the team that holds it, and who of them came: those whom a team
noted at the place, and those of whom a record of that day has arrived here since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from fieldapp.domain.client import Document
from fieldapp.domain.fees import FeeDue
from fieldapp.hub import schema
from fieldapp.hub.booking.folding import attended
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.booking.papers import Paper, unseal
from fieldapp.hub.booking.programmes import programme_of
from fieldapp.hub.booking.seats import PAST
from fieldapp.hub.booking.tables import BOOKED, booking
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.keys import HubKeys
from fieldapp.wire.bookings import code_bytes
from fieldapp.wire.dates import to_day

_booking, _client, _document, _dose = booking.c, schema.client.c, schema.document.c, schema.dose.c
_DAY_MIN = 1440
_STANDING = ("counted", "contested")


@dataclass(frozen=True, slots=True)
class Line:
    """One of them. What was declared is for the team to confirm."""

    slot: int
    code: str
    paper: Paper
    language: str
    key_group: str | None
    social_security: bool | None
    fee: FeeDue | None
    came: bool
    vaccinated: bool = False


def roster(connection: Connection, keys: HubKeys, session: Session) -> list[Line]:
    """By slot, and in it by code, as people hold it in their hands."""
    kept = _booking.session == session.no, _booking.state.in_([BOOKED, PAST])
    rows = connection.execute(select(booking).where(*kept)).all()
    opened = {row.no: unseal(keys, bytes(row.sealed)) for row in rows}
    papers = {paper.document for paper, _ in opened.values()}
    there, given = seen_on(connection, papers, to_day(session.day) or 0)
    noted = attended(connection, session.no)
    programme = programme_of(session.programme)
    lines = []
    for row in rows:
        paper, code = opened[row.no]
        lines.append(
            Line(
                row.slot, code, paper, row.language, row.key_group, row.social_security,
                programme.fee(paper, row.social_security), 
                code_bytes(code) in noted or paper.document in there, paper.document in given,
            )
        )  # fmt: skip
    order = {slot.no: at for at, slot in enumerate(session.slots)}
    return sorted(lines, key=lambda line: (order.get(line.slot, 0), line.code))


def seen_on(
    connection: Connection, papers: Iterable[Document], day: int
) -> tuple[set[Document], set[Document]]:
    """The documents whose holders were seen by a team on a day, and of them those who had a dose,
    as far as is known here."""
    paper_of = holders(connection, papers)
    same = rows_in(connection, [_client.id, _client.person], _client.person, paper_of)
    person_of = {row.id: row.person for row in same}
    columns = [_dose.client, _dose.given, _dose.state, _dose.occurred_min]
    there, given = set(), set()
    for row in rows_in(connection, columns, _dose.client, person_of):
        if row.state in _STANDING and (row.occurred_min or 0) // _DAY_MIN == day:
            there.add(paper_of[person_of[row.client]])
            if row.given:
                given.add(paper_of[person_of[row.client]])
    return there, given


def holders(connection: Connection, papers: Iterable[Document]) -> dict[bytes, Document]:
    """By person, which of these documents they hold, as far as is known here."""
    wanted = set(papers)
    columns = [_document.kind, _document.number, _document.client, _document.current]
    found = rows_in(connection, columns, _document.number, {paper.number for paper in wanted})
    held = {
        row.client: Document(row.kind, row.number)
        for row in found
        if row.current and Document(row.kind, row.number) in wanted
    }
    registered = rows_in(connection, [_client.id, _client.person], _client.id, held)
    return {row.person: held[row.id] for row in registered}
