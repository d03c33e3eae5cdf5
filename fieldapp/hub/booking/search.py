"""Finding somebody's bookings at a desk that has a network: by the code, or by the document they
show. For those whose look is written down; the public has `seats.find`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from fieldapp.hub.booking.papers import Paper, code_hash, paper_hash, read_code
from fieldapp.hub.booking.seats import Booking, read
from fieldapp.hub.booking.tables import booking
from fieldapp.hub.booking.typed import KINDS, PASSPORT, read_paper
from fieldapp.hub.keys import HubKeys

MOST = 20
_booking = booking.c


def search(
    connection: Connection, keys: HubKeys, typed: str, nationalities: Iterable[str], today: date
) -> list[Booking]:
    """The newest first. `nationalities`: of those who may hold a passport of this number."""
    wanted = _fits(keys, typed, nationalities, today)
    newest = select(booking).where(wanted).order_by(_booking.no.desc()).limit(MOST)
    return [read(connection, keys, row) for row in connection.execute(newest)]


def _fits(
    keys: HubKeys, typed: str, nationalities: Iterable[str], today: date
) -> ColumnElement[bool]:
    papers = _booking.document.in_(
        [paper_hash(keys, paper) for paper in _papers(typed, nationalities, today)]
    )
    code = read_code(typed)
    return papers if code is None else papers | (_booking.code == code_hash(keys, code))


def _papers(typed: str, nationalities: Iterable[str], today: date) -> Iterator[Paper]:
    """Every document that this may be the number of."""
    issuers = list(nationalities)
    for kind in KINDS:
        for issuer in issuers if kind == PASSPORT else [""]:
            paper = read_paper(kind, typed, issuer, today)
            if isinstance(paper, Paper):
                yield paper
