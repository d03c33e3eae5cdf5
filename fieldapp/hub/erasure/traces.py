"""What the hub wrote down by itself about a person who is erased: messages, what was due, cases,
bookings, keys of the pocket registry.

That a case was decided stays, with who and when; why, and what it rested on, goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, or_, select, update

from fieldapp.domain.client import Document
from fieldapp.hub import schema
from fieldapp.hub.booking.papers import Paper, paper_hash
from fieldapp.hub.booking.tables import BOOKED, booking, booking_slot
from fieldapp.hub.bulk import jobs as bulk_jobs
from fieldapp.hub.cases.tables import case_decision, judged_case
from fieldapp.hub.daily import completing
from fieldapp.hub.due.tables import due_course
from fieldapp.hub.erasure.tables import erasure_wish
from fieldapp.hub.fold.rows import chunks, rows_in
from fieldapp.hub.keys import HubKeys
from fieldapp.hub.messages.tables import message, message_news
from fieldapp.hub.push.tables import push_refused
from fieldapp.hub.regions.people import details_of
from fieldapp.hub.registry.tables import pocket

_document, _slot = schema.document.c, booking_slot.c
_OF_PEOPLE = (
    (message, message.c.person),
    (message_news, message_news.c.client),
    (due_course, due_course.c.person),
    (judged_case, judged_case.c.client),
    (erasure_wish, erasure_wish.c.client),
    (push_refused, push_refused.c.client),
    (push_refused, push_refused.c.client),  # a server's answer may name them
    (push_refused, push_refused.c.id),
)


@dataclass(frozen=True, slots=True)
class Traces:
    """By what a person is found in tables that know no event: read before anything is erased."""

    papers: frozenset[Paper]


def of_people(connection: Connection, clients: Iterable[bytes]) -> Traces:
    """Every document that these registrations ever named. A passport may have been booked with in
    the name of any of the countries that it was written down with."""
    ids = set(clients)
    columns = [_document.kind, _document.number]
    documents = {Document(*row) for row in rows_in(connection, columns, _document.client, ids)}
    told = details_of(connection, ids).values()
    countries = {None, *(details.nationality for details in told)}
    return Traces(frozenset(Paper(one, country) for one in documents for country in countries))


def forget(connection: Connection, keys: HubKeys, events: Iterable[bytes], traces: Traces) -> None:
    """Nothing of these people stays where the hub wrote by itself; again changes nothing."""
    for chunk in chunks(events):
        for table, column in _OF_PEOPLE:
            connection.execute(delete(table).where(column.in_(chunk)))
        completing.keep(connection, chunk, {})
        for cases in (judged_case, case_decision):
            about = or_(cases.c.one.in_(chunk), cases.c.other.in_(chunk))
            if cases is judged_case:
                connection.execute(delete(cases).where(about))
            else:
                connection.execute(update(cases).where(about).values(reason="", facts=b""))
    completing.keep(connection, set(events), {})
    bulk_jobs.forget_all(connection)
    _give_back(connection, {paper_hash(keys, paper) for paper in traces.papers})
    for paper in traces.papers:
        named = paper.document
        same = pocket.c.kind == named.kind, pocket.c.number == named.number
        connection.execute(delete(pocket).where(*same))


def _give_back(connection: Connection, papers: Iterable[bytes]) -> None:
    """Seats that were booked with these documents are free, and nobody knows whose they were."""
    for chunk in chunks(papers):
        mine = booking.c.document.in_(chunk)
        held = select(booking.c.slot).where(mine, booking.c.state == BOOKED)
        for slot in sorted(connection.execute(held).scalars()):
            freed = update(booking_slot).where(_slot.no == slot).values(taken=_slot.taken - 1)
            connection.execute(freed)
        connection.execute(delete(booking).where(mine))
