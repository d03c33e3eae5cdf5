"""Who is due on a day in the region of a team, as a workbook takes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.due.reading import DueFilter, count, page_of
from fieldapp.hub.messages.due import Ground, person_of
from fieldapp.hub.messages.people import Somebody as Client
from fieldapp.hub.messages.people import read_people
from fieldapp.reports.workbook.content import MOST_PEOPLE
from fieldapp.reports.workbook.lines import Somebody


@dataclass(frozen=True, slots=True)
class DuePerson:
    """Somebody, the course that is due, and how the hub's tables know them."""

    person: bytes
    course: str
    known: Somebody


def due_people(
    connection: Connection, ground: Ground, laptops: tuple[int, ...], day: date
) -> tuple[list[DuePerson], int]:
    """Those of whom one of these laptops gave the newest dose, due longest first; and how many did
    not fit. Laptops of the region know them from its roster."""
    which = DueFilter(devices=laptops)
    number = count(connection, which, day, ground.rules)
    lines = page_of(connection, which, day, ground.rules, most=MOST_PEOPLE)
    people = {one.person: one for one in read_people(connection, {line.person for line in lines})}
    found = [
        DuePerson(
            line.person,
            line.course,
            Somebody(_details(one), person_of(one, ground.aefi), line.vaccine),
        )
        for line in lines
        if (one := people.get(line.person)) is not None
    ]
    return found, number - len(lines)


def _details(one: Client) -> ClientDetails:
    """With the telephone of their newest registration that has one."""
    return replace(one.details, phone=one.phone)
