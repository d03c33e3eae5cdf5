"""What the hub wrote down by itself about a person who is erased: messages, what was due, cases,
bookings, keys of the pocket registry.

That a case was decided stays, with who and when; why, and what it rested on, goes. What is found by
a document goes only where the document is theirs alone: what may be somebody else's stays, and is
shown to whoever asks for the erasure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from fieldapp.domain.client import Document
from fieldapp.hub import postgres, schema
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
    (push_refused, push_refused.c.client),  # a server's answer may name them
    (push_refused, push_refused.c.id),
)


@dataclass(frozen=True, slots=True)
class Traces:
    """By what a person is found in tables that know no event: read before anything is erased.

    `papers` are theirs: they stand on a registration of theirs, and nobody else ever named them.
    `doubtful` may be somebody else's as well: a family's one document, a typing error that was
    corrected. `keyed`: documents that nobody else named, for they alone have a key by them.
    """

    papers: frozenset[Paper]
    doubtful: frozenset[Paper]
    keyed: frozenset[Document]


def of_people(connection: Connection, clients: Iterable[bytes]) -> Traces:
    """What these registrations named. A passport may have been booked with in the name of any of
    the countries that it was written down with."""
    ids = set(clients)
    columns = [_document.kind, _document.number, _document.client, _document.current]
    named = rows_in(connection, columns, _document.client, ids)
    ever = {Document(row.kind, row.number) for row in named}
    alike = rows_in(connection, columns, _document.number, {one.number for one in ever})
    of_others = {Document(row.kind, row.number) for row in alike if row.client not in ids}
    standing = {Document(row.kind, row.number) for row in named if row.current}
    told = details_of(connection, ids).values()
    written = {details.nationality for details in told if details.nationality}
    countries: set[str | None] = {*written} or {None}
    papers = {Paper(one, country) for one in standing - of_others for country in countries}
    all_of = {Paper(one, country) for one in ever for country in {*countries, None}}
    return Traces(frozenset(papers), frozenset(all_of - papers), frozenset(ever - of_others))


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
    bulk_jobs.forget_all(connection)
    if postgres.is_server(connection):  # nobody books or cancels with one of them meanwhile
        postgres.take_things(connection, {paper_hash(keys, paper) for paper in traces.papers})
    give_back(connection, booked_with(connection, keys, traces.papers))
    for named in traces.keyed:
        same = pocket.c.kind == named.kind, pocket.c.number == named.number
        connection.execute(delete(pocket).where(*same))


def booked_with(connection: Connection, keys: HubKeys, papers: Iterable[Paper]) -> list[Any]:
    """The rows of the bookings that were made with these documents, the newest first."""
    hashes = {paper_hash(keys, paper) for paper in papers}
    rows = rows_in(connection, list(booking.c), booking.c.document, hashes)
    return sorted(rows, key=lambda row: -row.no)


def give_back(connection: Connection, booked: Iterable[Any]) -> None:
    """These seats are free, and nobody knows whose they were. Slots are locked first, as by whoever
    takes a seat, and what counts is how a booking stands then."""
    listed = sorted(booked, key=lambda row: row.slot)
    for slot in sorted({row.slot for row in listed}):
        connection.execute(select(_slot.no).where(_slot.no == slot).with_for_update()).all()
    for row in listed:
        gone = delete(booking).where(booking.c.no == row.no).returning(booking.c.state)
        if connection.execute(gone).scalar() == BOOKED:
            freed = update(booking_slot).where(_slot.no == row.slot)
            connection.execute(freed.values(taken=_slot.taken - 1))
