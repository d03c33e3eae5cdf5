"""People found: by the whole number of a document or telephone, or by how their name begins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, or_, select

from fieldapp.hub import schema
from fieldapp.hub.fold.clients import name_key
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.regions.people import details_of

_client, _document, _dose = schema.client.c, schema.document.c, schema.dose.c
_STANDING = ("counted", "contested")
_LEAST_DIGITS = 5
_SHOWN_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Found:
    """One person; `doses` are those that stand."""

    person: bytes
    name: str
    born: str
    papers: tuple[str, ...]
    doses: int
    contest: str | None


def search(
    connection: Connection, typed: str, *, skip: int = 0, most: int = 50
) -> tuple[list[Found], bool]:
    """One page of who fits, by name, and whether there are more."""
    fits = _fits(typed)
    if fits is None:
        return [], False
    wanted = (
        select(_client.person, func.min(_client.name_key).label("called"))
        .where(_client.counts, fits)
        .group_by(_client.person)
        .order_by("called", _client.person)
        .offset(skip)
        .limit(most + 1)
    )
    persons = [bytes(row.person) for row in connection.execute(wanted)]
    return found_of(connection, persons[:most]), len(persons) > most


def _fits(typed: str) -> ColumnElement[bool] | None:
    number = "".join(typed.split()).upper()
    if sum(c.isdigit() for c in number) >= _LEAST_DIGITS:
        papers = select(_document.client).where(_document.current, _document.number == number)
        return or_(_client.id.in_(papers), _client.phone == number)
    key = name_key(typed)
    return _client.name_key.startswith(key, autoescape=True) if key else None


def found_of(connection: Connection, persons: Iterable[bytes]) -> list[Found]:
    """These people, in the order in which they are named."""
    wanted = list(persons)
    columns = [_client.id, _client.person, _client.contest, _client.counts]
    registrations = sorted(rows_in(connection, columns, _client.person, wanted))
    counting = {row.id: row.person for row in registrations if row.counts}
    details = details_of(connection, counting)
    told = defaultdict(list)
    for id_ in sorted(details):
        told[counting[id_]].append(details[id_])
    contests = {row.person: row.contest for row in registrations if row.counts and row.contest}
    doses = _doses_of(connection, counting)
    return [
        Found(
            person=person,
            name=told[person][0].name,
            born=next((one.born for one in told[person] if one.born), ""),
            papers=tuple(sorted({masked(d.number) for one in told[person] for d in one.documents})),
            doses=doses[person],
            contest=contests.get(person),
        )
        for person in wanted
        if told[person]
    ]


def _doses_of(connection: Connection, person_of: dict[bytes, bytes]) -> Counter[bytes]:
    columns = [_dose.client, _dose.given, _dose.state]
    return Counter(
        person_of[client]
        for client, given, state in rows_in(connection, columns, _dose.client, person_of)
        if given and state in _STANDING
    )


def masked(number: str) -> str:
    """A document or telephone as far as it is shown: its end."""
    if len(number) <= _SHOWN_DIGITS:
        return "•" * len(number)
    return "••••" + number[-_SHOWN_DIGITS:]
