"""Which records a search is about: by what is indexed alone, so many at a time, each search in an
order that makes the next answer begin where this one ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    literal_column,
    or_,
    select,
)

from fieldapp.hub import schema
from fieldapp.hub.changes.tables import change
from fieldapp.hub.exports.doses import TOLD
from fieldapp.hub.fold.rows import CHUNK
from fieldapp.hub.lots.people import beginning_of
from fieldapp.hub.messages.tables import reaction, reaction_withdrawn

_client, _dose, _document = schema.client.c, schema.dose.c, schema.document.c
_change, _reaction, _withdrawn = change.c, reaction.c, reaction_withdrawn.c
_BEGINS: ColumnElement[str] = literal_column(schema.LOT_BEGINS)  # no other table here has a lot
_BEYOND = "\U0010ffff"


class Kind(StrEnum):
    """What is searched for, by its name in FHIR."""

    PATIENT = "Patient"
    IMMUNIZATION = "Immunization"
    ADVERSE_EVENT = "AdverseEvent"
    RECOMMENDATION = "ImmunizationRecommendation"


@dataclass(frozen=True, slots=True)
class Span:
    """From one number to before another; None: without an end."""

    begins: int | None = None
    ends: int | None = None

    def of(self, column: Column[Any]) -> list[ColumnElement[bool]]:
        """As conditions."""
        found: list[ColumnElement[bool]] = []
        if self.begins is not None:
            found.append(column >= self.begins)
        if self.ends is not None:
            found.append(column < self.ends)
        return found


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search. `patient`: whose, by any of their registrations; `paper`: kind and number of a
    document; `given`: minutes on the clock of the place; `changed`: Unix seconds; `after`: where
    the answer before ended."""

    id: bytes | None = None
    patient: bytes | None = None
    paper: tuple[str, str] | None = None
    given: tuple[Span, ...] = ()
    lot: str | None = None
    changed: tuple[Span, ...] = ()
    by_change: bool = False
    after: tuple[int | bytes, ...] = ()
    most: int = 50


@dataclass(frozen=True, slots=True)
class Found:
    """One record, whose it is, and its place in the order."""

    id: bytes
    person: bytes
    place: tuple[int | bytes, ...]


class BadPlace(Exception):
    """The cursor is that of another search."""


def find(connection: Connection, kind: Kind, wanted: Wanted) -> list[Found]:
    """The next of them, at most `wanted.most`. Raises BadPlace."""
    if not (wanted.changed or wanted.by_change):
        return _find(connection, kind, wanted, _driving(kind, wanted))
    few = any((wanted.id, wanted.patient, wanted.paper, wanted.lot, wanted.given))
    if few or kind is Kind.ADVERSE_EVENT:
        return _find(connection, kind, wanted, [_change.no])
    return _through_changes(connection, kind, wanted)


def _find(
    connection: Connection, kind: Kind, wanted: Wanted, driving: Sequence[Column[Any]]
) -> list[Found]:
    """By the indices of the records; few of one person need no order but their own."""
    rows, id_ = _ROWS[kind](wanted)
    order = [*driving, id_]
    if _change.no in driving:
        rows = rows.join(change, _change.client == _whose(kind)).where(*_in_spans(wanted))
    if wanted.after:
        rows = rows.where(_beyond(order, wanted.after))
    rows = rows.add_columns(*(column.label(f"place_{n}") for n, column in enumerate(order)))
    rows = rows.order_by(*order).limit(wanted.most)
    return [Found(row[0], row[1], tuple(row[2:])) for row in connection.execute(rows)]


def _through_changes(connection: Connection, kind: Kind, wanted: Wanted) -> list[Found]:
    """Change after change, with the records of each: however many there are, only those that are
    told and a few more are read."""
    rows, id_ = _ROWS[kind](wanted)
    _check_place([_change.no, id_], wanted.after)
    at, found = int(wanted.after[0]) if wanted.after else 0, list[Found]()
    while len(found) < wanted.most:
        changes = connection.execute(_next_changes(wanted, at))
        numbers = {client: no for client, no in changes}
        if not numbers:
            break
        theirs = rows.add_columns(_whose(kind)).where(_whose(kind).in_(numbers))
        listed = [Found(r[0], r[1], (numbers[r[2]], r[0])) for r in connection.execute(theirs)]
        listed.sort(key=lambda one: one.place)
        found += [one for one in listed if not wanted.after or one.place > wanted.after]
        at = max(numbers.values()) + 1
    return found[: wanted.most]


def _next_changes(wanted: Wanted, at: int) -> Select[Any]:
    asked = select(_change.client, _change.no).where(_change.no >= at, *_in_spans(wanted))
    return asked.order_by(_change.no).limit(CHUNK)


def _in_spans(wanted: Wanted) -> list[ColumnElement[bool]]:
    return [condition for span in wanted.changed for condition in span.of(_change.at_s)]


def _whose(kind: Kind) -> Column[Any]:
    """The registration whose change a record follows."""
    return _client.person if kind is Kind.RECOMMENDATION else _client.id


def _driving(kind: Kind, wanted: Wanted) -> list[Column[Any]]:
    """By which index a search goes that is not about changes."""
    return [_dose.occurred_min] if wanted.given and kind is Kind.IMMUNIZATION else []


def _check_place(order: Sequence[Column[Any]], after: Sequence[int | bytes]) -> None:
    kinds = [bytes if column.type.python_type is bytes else int for column in order]
    if after and [type(one) for one in after] != kinds:
        raise BadPlace


def _beyond(order: Sequence[Column[Any]], after: Sequence[int | bytes]) -> ColumnElement[bool]:
    """Behind a place in this order."""
    _check_place(order, after)
    ways = [
        and_(
            *(column == value for column, value in zip(order[:n], after[:n], strict=True)),
            order[n] > after[n],
        )
        for n in range(len(order))
    ]
    return or_(*ways)


def _registrations_of(patient: bytes) -> Select[Any]:
    person = select(_client.person).where(_client.id == patient).scalar_subquery()
    return select(_client.id).where(_client.person == person)


def _who(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Whose records."""
    found: list[ColumnElement[bool]] = [_client.counts.is_(True)]
    if wanted.patient is not None:
        found.append(_client.id.in_(_registrations_of(wanted.patient)))
    if wanted.paper is not None:
        kind, number = wanted.paper
        has_it = select(_document.client).where(
            _document.current, _document.kind == kind, _document.number == number
        )
        owners = select(_client.person).where(_client.id.in_(has_it))
        found.append(_client.person.in_(owners))
    return found


def _patients(wanted: Wanted) -> tuple[Select[Any], Column[Any]]:
    rows = select(_client.id, _client.person).where(*_who(wanted))
    if wanted.id is not None:
        rows = rows.where(_client.id == wanted.id)
    return rows, _client.id


def _immunizations(wanted: Wanted) -> tuple[Select[Any], Column[Any]]:
    rows = (
        select(_dose.id, _client.person)
        .join(schema.client, _client.id == _dose.client)
        .where(_dose.state.in_(TOLD), _dose.body.is_not(None), *_who(wanted))
        .where(*(c for span in wanted.given for c in span.of(_dose.occurred_min)))
    )
    if wanted.id is not None:
        rows = rows.where(_dose.id == wanted.id)
    if wanted.lot is not None:
        begins = beginning_of(wanted.lot)
        rows = rows.where(_BEGINS.between(begins, begins + _BEYOND))
    return rows, _dose.id


def _adverse_events(wanted: Wanted) -> tuple[Select[Any], Column[Any]]:
    gone = select(_withdrawn.reaction)
    rows = (
        select(_reaction.reaction, _client.person)
        .distinct()  # a report and its follow-ups are one
        .join(schema.dose, _dose.id == _reaction.dose)
        .join(schema.client, _client.id == _dose.client)
        .where(_dose.state.in_(TOLD), _reaction.reaction.not_in(gone), *_who(wanted))
    )
    if wanted.id is not None:
        rows = rows.where(_reaction.reaction == wanted.id)
    return rows, _reaction.reaction


def _recommendations(wanted: Wanted) -> tuple[Select[Any], Column[Any]]:
    """One a person at the most; known by whom it is about."""
    rows = select(_client.person, _client.person.label("whose")).where(*_who(wanted)).distinct()
    if wanted.id is not None:
        rows = rows.where(_client.id.in_(_registrations_of(wanted.id)))
    return rows, _client.person


_ROWS = {
    Kind.PATIENT: _patients,
    Kind.IMMUNIZATION: _immunizations,
    Kind.ADVERSE_EVENT: _adverse_events,
    Kind.RECOMMENDATION: _recommendations,
}
